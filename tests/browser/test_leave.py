"""Whoever must leave at once can, in each language, with scripts and without; nothing is left behind."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.leaving import CODES, LINK, STATUS, TARGETS, Asked, outside, press
from tests.browser.specimens import ROOTS
from tests.conftest import Built
from tests.site.writing import spoken

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
    context = browser.new_context(java_script_enabled=False)
    requests = outside(context)
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
def test_nothing_that_cannot_be_deleted_holds_a_reader_back(newcomer: Page, address: str, obstacle: str) -> None:
    newcomer.add_init_script(obstacle)
    newcomer.goto(f"{address}contact/")
    press(newcomer, 3)
    newcomer.wait_for_url(TARGETS["en"], timeout=3000)


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
