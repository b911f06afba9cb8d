"""The way out is in sight and in nobody's way, on every screen and in chosen colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from tests.browser.leaving import BAR, LINK, STATUS, press
from tests.browser.specimens import DESKTOP, PHONE, ROOTS

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
OBSCURED = """() => {
    const element = document.activeElement, edge = document.querySelector(".leave").getBoundingClientRect().bottom;
    if (element === document.body || element.closest(".leave, .skip")) return null;
    return element.getBoundingClientRect().bottom < edge + 1 ? element.outerHTML.slice(0, 120) : "";
}"""


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


def test_on_a_phone_what_is_told_has_a_place_before_it_is_told_so_that_screen_readers_watch_it(
    reader: Page, address: str
) -> None:
    reader.set_viewport_size(PHONE)
    reader.goto(f"{address}contact/")
    status = reader.locator(STATUS)
    assert status.evaluate("said => said.checkVisibility() && said.clientHeight === 0")
    press(reader, 1)
    expect(status).to_be_in_viewport()
    assert reader.locator(LINK).evaluate(BOX)["bottom"] <= status.evaluate(BOX)["top"]


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
