"""Printed pages carry the text alone, black on white, whatever the reader's screen looks like."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from tests.browser.specimens import ROOTS, SPECIMENS

DARKEST = 0x33
"""The lightest grey that text may have, per channel."""

COLOURS = """() => {
    const seen = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walk.nextNode()); ) {
        const element = node.parentElement;
        if (!node.data.trim() || !element.checkVisibility() || element.closest(".unseen")) continue;
        seen.add(getComputedStyle(element).color + " on " + ground(element));
    }
    return [...seen];
    function ground(element) {
        for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (colour !== "rgba(0, 0, 0, 0)") return colour;
        }
        return "nothing";
    }
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [kind for kind in SPECIMENS if kind != "search"])
@pytest.mark.parametrize("root", ["", "ar/"], ids=["en", "ar"])
def test_text_is_black_on_white(
    tab: Page, address: str, root: str, kind: str, scheme: Literal["light", "dark"]
) -> None:
    tab.emulate_media(media="print", color_scheme=scheme)
    tab.goto(address + root + SPECIMENS[kind])
    pairs = [pair.split(" on ") for pair in tab.evaluate(COLOURS)]
    assert pairs
    assert {paper for _, paper in pairs} <= {"rgb(255, 255, 255)"}
    channels = [int(part) for ink, _ in pairs for part in ink.removeprefix("rgb(").rstrip(")").split(", ")]
    assert max(channels) <= DARKEST


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_only_the_text_is_printed(tab: Page, address: str, root: str) -> None:
    tab.emulate_media(media="print")
    tab.goto(address + root + SPECIMENS["document"])
    for part in (".top", "#menu", ".find", ".languages", ".path", ".contents", ".bottom", ".skip"):
        expect(tab.locator(part)).to_be_hidden()
    for part in ("h1", ".facts", "[data-notice=draft]", "#s1"):
        expect(tab.locator(part)).to_be_visible()


def test_the_address_of_a_link_elsewhere_is_printed(tab: Page, address: str) -> None:
    tab.emulate_media(media="print")
    tab.goto(f"{address}topics/global-goals/")
    link = tab.locator(".text a[href^=http]").first
    assert link.evaluate("link => getComputedStyle(link, '::after').content").startswith('" (')
