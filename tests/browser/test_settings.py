"""What readers set in their system holds: nothing moves for those who want no motion, chosen colours show the focus."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.browser.specimens import MADE, PHONE, SPECIMENS
from tests.browser.walking import unseen, walk

MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].flatMap((part) => {
    const style = getComputedStyle(element, part || null), long = (said) => said.split(",").some((time) => parseFloat(time) > 0);
    return long(style.transitionDuration) || long(style.animationDuration) ? [element.localName + part] : [];
}))"""

FADED = """() => [...document.querySelectorAll("button, input, select, textarea")].filter((control) => {
    const { borderTopWidth, borderTopColor, color, backgroundColor } = getComputedStyle(control);
    const drawn = ["radio", "checkbox", "file"].includes(control.type); // by the browser
    if (drawn || !control.checkVisibility({ visibilityProperty: true })) return false;
    return color === backgroundColor || parseFloat(borderTopWidth) < 1 || borderTopColor === backgroundColor;
}).map((control) => control.outerHTML.slice(0, 120))"""
"""Controls that cannot be told from the page when only the reader's colours are left: no border, or one like their ground."""

WITH_CONTROLS = [*(SPECIMENS[kind] for kind in ("home", "report", "news", "search", "check", "person")), *MADE]
"""Pages with every sort of control: menus, the way out, filters, fields to search, files, links to call, a form."""


@pytest.mark.parametrize("kind", SPECIMENS)
def test_nothing_moves_for_those_who_want_no_motion(tab: Page, address: str, kind: str) -> None:
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(address + SPECIMENS[kind])
    assert tab.evaluate(MOVING) == []
    tab.emulate_media(reduced_motion="no-preference")


@pytest.mark.parametrize("url", ["ar/contact/", "fr/contact/", *WITH_CONTROLS])
def test_the_focus_and_every_control_are_seen_in_chosen_colours(tab: Page, address: str, url: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.emulate_media(forced_colors="active")
    tab.goto(address + url)
    reached = walk(tab)
    assert len(reached) > 10
    assert unseen(reached) == []
    assert tab.evaluate(FADED) == []
