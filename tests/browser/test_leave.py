"""Whoever must leave at once can: by mouse, by keyboard, without scripts, in each language."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, ViewportSize, expect
from tests.browser.specimens import DESKTOP, PHONE, ROOTS
from tests.conftest import ROOT, Built
from tests.site.writing import spoken

TARGETS = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]["leave"]
CODES = {root: root.rstrip("/") or "en" for root in ROOTS.values()}
BAR, LINK, STATUS = ".leave", ".leave a", ".leave [role=status]"
BOX = """link => {
    const { left, right, top, bottom, width } = link.getBoundingClientRect();
    return { left, right, top, bottom, width };
}"""
FREE = """link => {
    const { left, right, top, bottom } = link.getBoundingClientRect(), places = [left + 5, (left + right) / 2, right - 5];
    return places.every((x) => document.elementFromPoint(x, (top + bottom) / 2)?.closest("a") === link);
}"""
COLOURS = """link => {
    const { borderTopWidth, borderTopColor } = getComputedStyle(link);
    return [borderTopWidth, borderTopColor, getComputedStyle(document.body).backgroundColor];
}"""
LEFT_BEHIND = """async () => {
    localStorage.a = sessionStorage.a = "x";
    await caches.open("a");
    const asked = indexedDB.open("a");
    await new Promise((done) => { asked.onsuccess = done; });
    asked.result.close();
}"""
STORED = """async () => [
    localStorage.length, sessionStorage.length, (await caches.keys()).length, (await indexedDB.databases()).length,
]"""
OBSCURED = """() => {
    const element = document.activeElement, edge = document.querySelector(".leave").getBoundingClientRect().bottom;
    if (element === document.body || element.closest(".leave, .skip")) return null;
    return element.getBoundingClientRect().bottom < edge + 1 ? element.outerHTML.slice(0, 120) : "";
}"""

Asked = list[Request]


@pytest.fixture
def asked(browser: Browser) -> Iterator[tuple[Page, Asked]]:
    """A tab whose way out leads to an empty page, and what that page was asked for with."""
    context, requests = _outside(browser.new_context())
    yield context.new_page(), requests
    context.close()


@pytest.fixture
def reader(asked: tuple[Page, Asked]) -> Page:
    """The tab alone."""
    return asked[0]


def _outside(context: BrowserContext) -> tuple[BrowserContext, Asked]:
    requests: Asked = []

    def answer(route: Route) -> None:
        requests.append(route.request)
        route.fulfill(body="<title>Sunny</title>", content_type="text/html")

    context.route("https://example.org/**", answer)
    return context, requests


def press(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def is_leaving(page: Page) -> bool:
    """Whether the page is covered, which happens at the third press."""
    return bool(page.evaluate("document.documentElement.classList.contains('leaving')"))


@pytest.fixture
def held(browser: Browser) -> Iterator[Page]:
    """A tab whose way out leads nowhere yet (HTTP 204), so that the page can be looked at while it is left."""
    context = browser.new_context()
    context.route("https://example.org/**", lambda route: route.fulfill(status=204))
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_way_out_is_reached_right_after_the_skip_link(reader: Page, address: str, root: str) -> None:
    reader.goto(f"{address}{root}contact/")
    reader.keyboard.press("Tab")
    expect(reader.locator(".skip")).to_be_focused()
    reader.keyboard.press("Tab")
    expect(reader.locator(LINK)).to_be_focused()
    reader.keyboard.press("Enter")
    reader.wait_for_url(TARGETS[CODES[root]])


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_a_click_leaves_for_a_page_in_the_readers_language_without_saying_from_where(
    asked: tuple[Page, Asked], address: str, root: str
) -> None:
    page, requests = asked
    page.goto(f"{address}{root}stay-safe/")
    page.locator(LINK).click()
    page.wait_for_url(TARGETS[CODES[root]])
    assert [request.headers.get("referer") for request in requests] == [None]


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_it_works_without_scripts_and_then_promises_no_key(browser: Browser, address: str, root: str) -> None:
    context, requests = _outside(browser.new_context(java_script_enabled=False))
    page = context.new_page()
    page.goto(f"{address}{root}contact/")
    link = page.locator(LINK)
    assert link.get_attribute("aria-describedby") is None
    expect(page.locator("#leave-keys")).to_be_hidden()
    link.click()
    page.wait_for_url(TARGETS[CODES[root]])
    assert [request.headers.get("referer") for request in requests] == [None]
    context.close()


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_shift_three_times_leaves_and_each_press_is_told(reader: Page, address: str, root: str) -> None:
    reader.goto(f"{address}{root}contact/")
    for message in ("Shift: press twice more to leave.", "Shift: press once more to leave."):
        press(reader, 1)
        expect(reader.locator(STATUS)).to_have_text(spoken(CODES[root], message))
    press(reader, 1)
    reader.wait_for_url(TARGETS[CODES[root]])


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_name_says_that_it_is_for_emergencies_and_the_description_names_the_key(
    reader: Page, address: str, root: str
) -> None:
    reader.goto(f"{address}{root}contact/")
    said = [spoken(CODES[root], words) for words in ("Emergency:", "Leave this page", "Or press Shift three times.")]
    link = reader.get_by_role("link", name=f"{said[0]} {said[1]}")
    expect(link).to_have_accessible_description(said[2])


@pytest.mark.parametrize(("pauses", "leaves"), [((4000, 4000), True), ((100, 5100), False), ((5100, 100), False)])
def test_each_press_is_waited_for_five_seconds(held: Page, address: str, pauses: tuple[int, int], leaves: bool) -> None:
    held.clock.install()
    held.goto(f"{address}contact/")
    press(held, 1)
    for pause in pauses:
        held.clock.run_for(pause)
        press(held, 1)
    assert is_leaving(held) is leaves


def test_a_press_too_late_is_told_and_counts_anew(reader: Page, address: str) -> None:
    reader.clock.install()
    reader.goto(f"{address}contact/")
    press(reader, 2)
    reader.clock.run_for(5100)
    expect(reader.locator(STATUS)).to_have_text("You are still on this page.")
    press(reader, 1)
    expect(reader.locator(STATUS)).to_have_text("Shift: press twice more to leave.")


@pytest.mark.parametrize("keys", ["Shift+A", "Shift+ArrowDown", "Control+Shift", "Alt+Shift", "Shift+Tab", "A"])
def test_shift_with_another_key_counts_for_nothing(held: Page, address: str, keys: str) -> None:
    held.goto(f"{address}contact/")
    for _ in range(3):
        held.keyboard.press(keys)
    press(held, 2)
    held.keyboard.press(keys)
    press(held, 2)
    assert not is_leaving(held)


def test_another_key_while_shift_is_down_counts_for_nothing(held: Page, address: str) -> None:
    held.goto(f"{address}contact/")
    for _ in range(3):
        held.keyboard.down("Shift")
        held.keyboard.press("Alt")
        held.keyboard.up("Shift")
    assert not is_leaving(held)


def test_a_click_with_shift_counts_for_nothing(held: Page, address: str) -> None:
    held.goto(f"{address}contact/")
    for _ in range(3):
        held.locator("article .lead").click(modifiers=["Shift"])
    assert not is_leaving(held)


def test_shift_held_down_counts_once(reader: Page, address: str) -> None:
    reader.goto(f"{address}contact/")
    for _ in range(5):
        reader.keyboard.down("Shift")
    reader.keyboard.up("Shift")
    expect(reader.locator(STATUS)).to_have_text("Shift: press twice more to leave.")


def test_capitals_can_be_typed(held: Page, address: str) -> None:
    held.goto(f"{address}contact/")
    held.locator("#find").focus()
    for letter in "UNHCR":
        held.keyboard.press(f"Shift+{letter}")
    expect(held.locator("#find")).to_have_value("UNHCR")
    assert not is_leaving(held)


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_page_is_covered_until_the_other_one_comes_and_shown_again_to_whoever_returns(
    held: Page, address: str, root: str
) -> None:
    held.goto(f"{address}{root}contact/")
    press(held, 3)
    veil = held.get_by_role("alert")
    expect(veil).to_have_text(spoken(CODES[root], "Loading…"))
    assert veil.bounding_box() == {"x": 0, "y": 0} | dict(held.viewport_size or {})
    assert held.evaluate("[...document.body.children].filter((part) => part.checkVisibility()).length") == 1
    held.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(veil).to_have_count(0)
    expect(held.locator("h1")).to_be_visible()
    expect(held.locator(STATUS)).to_be_empty()


def test_the_back_button_leads_back_to_a_page_that_can_be_read(reader: Page, address: str) -> None:
    reader.goto(f"{address}contact/")
    press(reader, 3)
    reader.wait_for_url(TARGETS["en"])
    reader.go_back()
    expect(reader.locator("h1")).to_be_visible()
    expect(reader.locator(".veil")).to_have_count(0)


def test_what_was_kept_is_deleted_before(reader: Page, address: str) -> None:
    reader.goto(f"{address}contact/")
    reader.evaluate(LEFT_BEHIND)
    assert reader.evaluate(STORED) == [1, 1, 1, 1]
    press(reader, 3)
    reader.wait_for_url(TARGETS["en"])
    reader.goto(f"{address}about/")
    assert reader.evaluate(STORED) == [0, 0, 0, 0]


@pytest.mark.parametrize(
    "obstacle",
    [
        "CacheStorage.prototype.keys = () => new Promise(() => {})",
        "CacheStorage.prototype.keys = () => Promise.reject(new Error())",
        "Storage.prototype.clear = () => { throw new Error(); }",
        "delete window.caches; delete window.indexedDB",
    ],
)
def test_nothing_that_cannot_be_deleted_holds_a_reader_back(reader: Page, address: str, obstacle: str) -> None:
    reader.add_init_script(obstacle)
    reader.goto(f"{address}contact/")
    press(reader, 3)
    reader.wait_for_url(TARGETS["en"], timeout=3000)


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_it_stays_at_the_end_of_the_line_however_far_one_reads(reader: Page, address: str, root: str) -> None:
    reader.set_viewport_size(DESKTOP)
    reader.goto(f"{address}{root}contact/")
    edge = reader.locator(".top .bar > .find").evaluate(BOX)
    header = reader.locator(".top").evaluate(BOX)
    assert reader.locator(BAR).evaluate(BOX)["bottom"] <= header["top"]
    for _ in range(3):
        link = reader.locator(LINK).evaluate(BOX)
        assert 0 <= link["top"] < 20
        side = "left" if root == "ar/" else "right"
        assert abs(link[side] - edge[side]) < 1
        reader.evaluate("scrollBy({top: 1500, behavior: 'instant'})")


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_it_is_as_wide_as_a_phone_and_the_menu_leaves_it_free(reader: Page, address: str, root: str) -> None:
    reader.set_viewport_size(PHONE)
    reader.goto(f"{address}{root}contact/")
    assert reader.locator(LINK).evaluate(BOX)["width"] == PHONE["width"]
    reader.locator(".bar .opener").click()
    assert reader.locator(LINK).evaluate(FREE)


@pytest.mark.parametrize("screen", [DESKTOP, PHONE, {"width": 800, "height": 600}], ids=["desktop", "phone", "tablet"])
@pytest.mark.parametrize("root", ["", "ar/"], ids=["en", "ar"])
def test_it_hides_neither_a_heading_that_was_chosen_nor_what_has_the_focus(
    reader: Page, address: str, root: str, screen: ViewportSize
) -> None:
    reader.set_viewport_size(screen)
    reader.goto(f"{address}{root}contact/#fair")
    bar = reader.locator(BAR).evaluate(BOX)
    assert reader.locator("#fair").evaluate(BOX)["top"] >= bar["bottom"]
    reader.locator(".bottom a").last.focus()
    seen = []
    for _ in range(60):
        reader.keyboard.press("Shift+Tab")
        seen.append(reader.evaluate(OBSCURED))
        if seen[-1] is None:
            break
    assert len(seen) > 15
    assert set(seen) == {"", None}


def test_it_is_not_printed(reader: Page, address: str) -> None:
    reader.goto(f"{address}contact/")
    reader.emulate_media(media="print")
    expect(reader.locator(BAR)).to_be_hidden()


def test_it_can_be_told_from_the_page_in_forced_colours(reader: Page, address: str) -> None:
    reader.emulate_media(forced_colors="active")
    reader.goto(f"{address}contact/")
    width, colour, ground = reader.locator(LINK).evaluate(COLOURS)
    assert width == "2px"
    assert colour != ground


def test_nothing_of_it_moves(reader: Page, address: str) -> None:
    reader.goto(f"{address}contact/")
    press(reader, 1)
    moving = "() => document.getAnimations().length"
    assert reader.evaluate(moving) == 0


@pytest.mark.parametrize("path", ["", "about/", "news/", "ethics/"])
def test_other_pages_have_neither_the_button_nor_its_script(real: Built, path: str) -> None:
    root = real.page(path)
    assert not root.find_class("leave")
    assert not [script for script in root.iter("script") if "leave" in script.get("src", "")]


def test_its_script_is_light(real: Built) -> None:
    assert len(gzip.compress((real.folder / real.asset("leave.js")).read_bytes(), 9)) < 1536


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_history_of_a_browser_shows_nothing_telling(real: Built, root: str) -> None:
    title = real.page(f"{root}contact").findtext("head/title") or ""
    assert title.partition(" – ")[0] in ("Contact", "اتصل بنا")
