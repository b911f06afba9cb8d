"""What readers set in their system holds: nothing moves for those who want no motion, chosen colours show the focus."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.browser.specimens import PHONE, ROOTS, SPECIMENS
from tests.browser.test_keyboard import walk

MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].flatMap((part) => {
    const style = getComputedStyle(element, part || null), long = (said) => said.split(",").some((time) => parseFloat(time) > 0);
    return long(style.transitionDuration) || long(style.animationDuration) ? [element.localName + part] : [];
}))"""


@pytest.mark.parametrize("kind", SPECIMENS)
def test_nothing_moves_for_those_who_want_no_motion(tab: Page, address: str, kind: str) -> None:
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(address + SPECIMENS[kind])
    assert tab.evaluate(MOVING) == []
    tab.emulate_media(reduced_motion="no-preference")


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_focus_is_seen_in_chosen_colours(fresh: Page, address: str, root: str) -> None:
    fresh.set_viewport_size(PHONE)
    fresh.emulate_media(forced_colors="active")
    fresh.goto(f"{address}{root}contact/")
    reached = walk(fresh)
    assert len(reached) > 10
    assert [item for item in reached if not (item["seen"] and item["outlined"])] == []
