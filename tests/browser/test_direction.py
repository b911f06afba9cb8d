"""Arabic pages run from right to left, and what is written from left to right in them stays so."""

from __future__ import annotations

import re
import unicodedata

import pytest
from lxml.html import HtmlElement
from playwright.sync_api import Page
from tests.browser.specimens import DESKTOP, PHONE, SPECIMENS
from tests.conftest import Built

from knowledge.bidi import CLOSE, OPEN
from knowledge.catalogue import Catalogue

WITH_CONTACTS = [
    "people/",
    "people/andreas-sugar/",
    "people/emma-lygnerud-boberg/",
    "contact/",
    "policies/anti-harassment/",
    "topics/gender-equality/",
]
"""Pages with phone numbers or e-mail addresses."""

GLYPHS = """link => {
    const walk = document.createTreeWalker(link, NodeFilter.SHOW_TEXT), range = document.createRange(), glyphs = [];
    for (let node; (node = walk.nextNode()); ) for (let place = 0; place < node.length; place++) {
        range.setStart(node, place);
        range.setEnd(node, place + 1);
        const box = range.getClientRects()[0];
        if (box?.width) glyphs.push([Math.round(box.top), box.left]);
    }
    return glyphs;
}"""
"""Where each character of a link is drawn: its line and its left edge, in the order in which it is written."""

DISORDERED = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange(), found = [];
    for (let node; (node = walk.nextNode()); ) for (const run of node.data.matchAll(/[A-Za-z0-9+][\\w@.:/+ -]*[A-Za-z0-9]/g)) {
        const glyphs = Array.from(run[0], (_, place) => {
            range.setStart(node, run.index + place);
            range.setEnd(node, run.index + place + 1);
            return range.getClientRects()[0];
        }).filter((box) => box?.width);
        const disorder = (box, place) => place && box.top === glyphs[place - 1].top && box.left < glyphs[place - 1].left;
        if (glyphs.some(disorder)) found.push(run[0]);
    }
    return found;
}"""
"""Words, numbers and addresses in Latin letters and digits that are not drawn from left to right."""

CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]*(?:[@./_]+[A-Za-z0-9-]+)+")
"""Addresses, file names, codes: one Latin word keeps its order by itself (SHA-256 too), these do not."""

ISOLATED = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")


@pytest.mark.parametrize("path", WITH_CONTACTS)
def test_phone_numbers_and_addresses_are_drawn_from_left_to_right(tab: Page, address: str, path: str) -> None:
    tab.goto(f"{address}ar/{path}")
    links = tab.locator("main a[href^='tel:'], main a[href^='mailto:']").all()
    assert links
    for link in links:
        glyphs: list[list[float]] = link.evaluate(GLYPHS)
        assert len(glyphs) > 10
        assert glyphs == sorted(glyphs), link.inner_text()


@pytest.mark.parametrize(("root", "rightwards"), [("ar/", False), ("", True)], ids=["ar", "en"])
def test_the_path_flows_as_the_reader_reads(tab: Page, address: str, root: str, rightwards: bool) -> None:
    tab.goto(address + root + SPECIMENS["article"])
    edges = tab.eval_on_selector_all(".path a", "links => links.map(link => link.getBoundingClientRect().left)")
    assert len(edges) == 3
    assert edges == sorted(edges, reverse=not rightwards)


def test_the_signs_of_the_path_are_mirrored(tab: Page, address: str) -> None:
    tab.goto(address + "ar/" + SPECIMENS["article"])
    sign, direction = tab.eval_on_selector(
        ".path li:last-child",
        "item => { const style = getComputedStyle(item, '::before'); return [style.content, style.direction]; }",
    )
    assert direction == "rtl"
    assert unicodedata.mirrored(sign.strip('"')) == 1


def test_the_text_stands_on_the_right_and_its_contents_on_the_left(tab: Page, address: str) -> None:
    tab.set_viewport_size(DESKTOP)
    tab.goto(address + "ar/" + SPECIMENS["document"])
    text, contents = tab.locator("article .text").bounding_box(), tab.locator("#contents").bounding_box()
    brand = tab.locator(".brand").bounding_box()
    assert text
    assert contents
    assert brand
    assert contents["x"] + contents["width"] < text["x"]
    assert text["x"] + text["width"] == pytest.approx(brand["x"] + brand["width"], abs=1)


@pytest.mark.parametrize("path", ["contact/", "stay-safe/"])
def test_the_marks_of_lists_stand_on_the_right(tab: Page, address: str, path: str) -> None:
    tab.goto(f"{address}ar/{path}")
    lists = tab.eval_on_selector_all(
        "article .text > ul",
        """lists => lists.map((list) => {
            const style = getComputedStyle(list), item = list.querySelector("li").getBoundingClientRect();
            return [style.direction, style.listStylePosition, list.getBoundingClientRect().right - item.right > 12];
        })""",
    )
    assert lists
    assert all(found == ["rtl", "outside", True] for found in lists)


def test_the_menu_opens_from_the_side_of_its_button(tab: Page, address: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(f"{address}ar/")
    tab.click(".bar .opener")
    menu = tab.locator("#menu").bounding_box()
    assert menu
    assert menu["x"] == 0


@pytest.mark.parametrize("path", [*SPECIMENS.values(), "about/accessibility/", "about/privacy/"])
def test_nothing_in_latin_letters_or_digits_is_out_of_order(tab: Page, address: str, path: str) -> None:
    tab.goto(f"{address}ar/{path}")
    assert tab.evaluate(DISORDERED) == []


def test_what_is_out_of_order_is_seen(tab: Page) -> None:
    tab.set_content("<html dir=rtl><p>اتصل بالرقم +45 88 32 70 00 اليوم")
    assert tab.evaluate(DISORDERED) == ["+45 88 32 70 00"]


def unisolated(element: HtmlElement, direction: str) -> list[str]:
    """Codes in the right-to-left text of an element."""
    direction = element.get("dir", direction)
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return []
    texts = [element.text, *(child.tail for child in element)] if direction == "rtl" else []
    found = [words for text in texts for words in CODE.findall(ISOLATED.sub("", text or ""))]
    return [*found, *(words for child in element for words in unisolated(child, direction))]


def test_addresses_and_codes_are_isolated(real: Built, catalogue: Catalogue) -> None:
    reader = catalogue.languages["ar"]
    found = {entry.id: unisolated(real.page(reader.url(entry.id)), "rtl") for entry in catalogue.shown(reader)}
    assert len(found) > 40
    assert {page: words for page, words in found.items() if words} == {}
