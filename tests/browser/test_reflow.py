"""Pages fit the narrowest phone and the strongest zoom without scrolling sideways, and lines are short enough to read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.browser.specimens import DESKTOP, NARROW, PAGES, PHONE, QUERIES, ROOTS, SPECIMENS, ZOOMED

LONGEST = 75
"""Characters of a line, on the average of a page; a hand-set book has about 65."""

CUT_OFF = """() => {
    const hidden = ".scroll, .skip, .unseen, [hidden], noscript", edge = document.documentElement.clientWidth;
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange(), found = [];
    for (let node; (node = walk.nextNode()); ) {
        range.selectNodeContents(node);
        const outside = [...range.getClientRects()].some((box) => box.width > 1 && (box.left < -1 || box.right > edge + 1));
        if (outside && !node.parentElement.closest(hidden)) found.push(node.data.trim());
    }
    return found;
}"""
LINES = """() => [...document.querySelectorAll("article .text > p")].flatMap((paragraph) => {
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = document.createRange(), lines = [];
    for (let node, low = -99; (node = walk.nextNode()); ) for (let place = 0; place < node.length; place++) {
        range.setStart(node, place);
        range.setEnd(node, place + 1);
        const box = range.getBoundingClientRect();
        if (box.width && box.top > low + 12) lines.push(0), (low = box.top);
        if (box.width) lines[lines.length - 1]++;
    }
    return lines.slice(0, -1);
})"""


@pytest.mark.parametrize("url", PAGES)
def test_nothing_scrolls_sideways(tab: Page, address: str, url: str) -> None:
    tab.goto(address + url)
    for screen in (NARROW, ZOOMED):
        tab.set_viewport_size(screen)
        assert tab.evaluate("document.documentElement.scrollWidth") == screen["width"]
        assert tab.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_search_results_fit_a_narrow_phone(tab: Page, address: str, root: str) -> None:
    tab.set_viewport_size(NARROW)
    tab.goto(f"{address}{root}search/?q={QUERIES[root]}")
    tab.wait_for_selector(".results[aria-busy=false] .hits li")
    assert tab.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    assert tab.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_opened_menu_leaves_room_to_tap_beside_it(tab: Page, address: str, root: str) -> None:
    tab.set_viewport_size(NARROW)
    tab.goto(address + root)
    tab.click(".bar .opener")
    menu = tab.locator("#menu").bounding_box()
    assert menu
    assert menu["width"] < NARROW["width"] - 24


@pytest.mark.parametrize("kind", ["article", "document", "report", "page"])
@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_lines_are_short_enough_to_read(tab: Page, address: str, root: str, kind: str) -> None:
    tab.set_viewport_size(DESKTOP)
    tab.goto(address + root + SPECIMENS[kind])
    tab.evaluate("document.fonts.ready.then(() => null)")
    lines: list[int] = tab.evaluate(LINES)
    assert len(lines) > 3
    assert 50 < sum(lines) / len(lines) <= LONGEST


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_a_table_scrolls_inside_itself(tab: Page, address: str, root: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(address + root + SPECIMENS["document"])
    box = tab.locator(".scroll").first
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert tab.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_a_link_to_a_section_shows_its_heading_at_the_top(tab: Page, address: str, root: str) -> None:
    tab.goto("about:blank")
    tab.set_viewport_size(PHONE)
    tab.goto(f"{address}{root}{SPECIMENS['document']}#s13")
    tab.evaluate("document.fonts.ready.then(() => null)")
    top = tab.locator("#s13").evaluate("heading => heading.getBoundingClientRect().top")
    assert 0 <= top < 60
