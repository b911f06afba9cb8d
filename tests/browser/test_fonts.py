"""The one typeface is used, and a page loads only the files whose characters it shows."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page
from tests.browser.specimens import PAGES, ROOTS

from knowledge.fonts import FAMILY, FROM_RIGHT

LOADED = """async () => {
    await document.fonts.ready;
    const names = performance.getEntriesByType("resource").map((entry) => entry.name);
    return names.filter((name) => name.endsWith(".woff2")).map((name) => name.split("-").at(-2));
}"""
SHOWN = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
    for (let node; (node = walk.nextNode()); ) {
        const element = node.parentElement;
        if (element.checkVisibility() && !element.closest(".languages, .spoken")) texts.push(node.data);
    }
    return texts.join("");
}"""


@pytest.mark.parametrize("url", PAGES)
def test_a_page_loads_the_scripts_it_shows_and_no_other(forgetful: Page, address: str, url: str) -> None:
    forgetful.goto(address + url)
    shown, loaded = forgetful.evaluate(SHOWN), set(forgetful.evaluate(LOADED))
    arabic = any("\u0621" <= letter <= "\u064a" for letter in shown)
    latin = any(
        letter.isalpha() and letter < "\u0600" and not (url.startswith("ar/") and letter.isascii()) for letter in shown
    )
    assert loaded == {script for script, is_shown in (("arabic", arabic), ("latin", latin)) if is_shown}


@pytest.mark.parametrize(("root", "script"), [("", "latin"), ("fr/", "latin"), ("ar/", "arabic")], ids=ROOTS)
def test_the_name_of_a_language_is_not_worth_a_font(forgetful: Page, address: str, root: str, script: str) -> None:
    forgetful.goto(f"{address}{root}contact/")
    assert set(forgetful.evaluate(LOADED)) == {script}
    assert {"العربية", "Français", "English"} <= set(forgetful.locator(".languages").inner_text().split())


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_every_glyph_of_the_text_comes_from_our_typeface(tab: Page, address: str, root: str) -> None:
    """On the second page at the latest: a typeface that comes late waits for the next one, so that nothing moves."""
    tab.goto(f"{address}{root}about/")
    tab.evaluate("document.fonts.ready.then(() => null)")
    tab.goto(f"{address}{root}contact/")
    tab.evaluate("document.fonts.ready.then(() => null)")
    family = FROM_RIGHT if root == "ar/" else FAMILY
    assert tab.evaluate("getComputedStyle(document.body).fontFamily").startswith(f'"{family}"')
    assert tab.evaluate(
        f"document.fonts.check('16px \"{family}\"', document.querySelector('h1').innerText.replace(/\\s/g, ''))"
    )
    shown = ("h1", *(f"article .text > p:nth-of-type({number})" for number in (1, 2, 3)))
    used = [font for place in shown for font in _fonts(tab, place)]
    assert {(font["familyName"], font["isCustomFont"]) for font in used} == {(FAMILY, True)}


def _fonts(page: Page, selector: str) -> list[dict[str, Any]]:
    """The fonts that draw the text of an element, as Chromium reports them."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts: list[dict[str, Any]] = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return fonts
