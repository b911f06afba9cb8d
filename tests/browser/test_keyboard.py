"""Whoever has no mouse reaches everything, sees where they are, and types every character."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from tests.browser.specimens import DESKTOP, PHONE, QUERIES, ROOTS, SPECIMENS

PLACES = [".skip", ".leave", ".brand", ".languages", ".bar .opener", ".find", ".menu", "main", ".bottom"]
"""The parts of a page in the order in which they are reached; a screen shows the button of the menu or the menu."""

FOCUSED = """places => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    if (element === document.body) return null;
    return {
        name: element.outerHTML.slice(0, 120),
        place: places.find((place) => element.closest(place)),
        seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
}"""
STATE = """() => [
    location.href, document.activeElement.localName, document.querySelectorAll(":popover-open, dialog[open]").length,
]"""


def walk(page: Page, most: int = 300) -> list[dict[str, Any]]:
    """Everything that the Tab key reaches, in order, until the end of the page."""
    reached: list[dict[str, Any]] = []
    while len(reached) < most:
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED, PLACES)
        if not focused:
            return reached
        reached.append(focused)
    raise AssertionError(f"the Tab key is caught at {reached[-1]['name']}")


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_skip_link_comes_first_and_leads_to_the_text(fresh: Page, address: str, root: str) -> None:
    fresh.goto(f"{address}{root}contact/")
    fresh.keyboard.press("Tab")
    skip = fresh.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    fresh.keyboard.press("Enter")
    fresh.keyboard.press("Tab")
    assert fresh.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("screen", "hidden"), [(DESKTOP, ".bar .opener"), (PHONE, ".menu")], ids=["desktop", "phone"])
@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_parts_of_a_page_are_reached_in_order(
    fresh: Page, address: str, root: str, screen: ViewportSize, hidden: str
) -> None:
    fresh.set_viewport_size(screen)
    fresh.goto(f"{address}{root}contact/")
    places = list(dict.fromkeys(item["place"] for item in walk(fresh)))
    assert places == [place for place in PLACES if place != hidden]


@pytest.mark.parametrize("kind", SPECIMENS)
@pytest.mark.parametrize("root", ["", "ar/"], ids=["en", "ar"])
def test_the_focus_is_always_seen(fresh: Page, address: str, root: str, kind: str) -> None:
    fresh.set_viewport_size(PHONE)
    fresh.goto(address + root + SPECIMENS[kind])
    reached = walk(fresh)
    assert len(reached) > 10
    assert [item for item in reached if not (item["seen"] and item["outlined"])] == []


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_menu_opens_and_closes_and_gives_the_focus_back(fresh: Page, address: str, root: str) -> None:
    fresh.set_viewport_size(PHONE)
    fresh.goto(address + root)
    button = fresh.locator(".bar .opener")
    button.focus()
    fresh.keyboard.press("Enter")
    fresh.keyboard.press("Tab")
    expect(fresh.locator("#menu .opener")).to_be_focused()
    fresh.keyboard.press("Escape")
    expect(fresh.locator("#menu")).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("path", ["", "search/", "ar/ethics/"])
def test_single_keys_do_nothing(fresh: Page, address: str, path: str) -> None:
    fresh.goto(address + path)
    before = fresh.evaluate(STATE)
    for key in [*ascii_lowercase, *"/?.,<>"]:
        fresh.keyboard.press(key)
    assert before[1:] == ["body", 0]
    assert fresh.evaluate(STATE) == before


@pytest.mark.parametrize("field", ["#find", "#q"])
def test_a_slash_is_a_slash(fresh: Page, address: str, field: str) -> None:
    fresh.goto(f"{address}search/")
    fresh.locator(field).focus()
    fresh.keyboard.type("and/or")
    expect(fresh.locator(field)).to_have_value("and/or")


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_searching_needs_the_keyboard_alone(fresh: Page, address: str, root: str) -> None:
    fresh.goto(address + root)
    fresh.locator("#find").focus()
    fresh.keyboard.type(QUERIES[root])
    fresh.keyboard.press("Enter")
    fresh.wait_for_url(f"{address}{root}search/?*")
    expect(fresh.locator("#q")).to_have_value(QUERIES[root])
    expect(fresh.locator(".results [role=status]")).not_to_be_empty()
    fresh.locator(".hits a").first.focus()
    fresh.keyboard.press("Enter")
    expect(fresh.locator("article")).to_have_attribute("data-kind", "article")
