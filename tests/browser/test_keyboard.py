"""Whoever has no mouse reaches everything, sees where they are, and types every character."""

from __future__ import annotations

import re
from string import ascii_lowercase

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from tests.browser.specimens import DESKTOP, PAGES, PHONE, QUERIES, ROOTS
from tests.browser.walking import PLACES, missed, unseen, walk

STATE = """() => [
    location.href, document.activeElement.localName, document.querySelectorAll(":popover-open, dialog[open]").length,
]"""

LOST = """<style>:focus { outline: 2px solid }</style>
<a id=a href=a tabindex=2>a</a><a id=b href=b tabindex=1>b</a><button id=c style="outline: 0">c</button>
<a id=d href=d onfocus="e.focus()">d</a><p id=e tabindex=-1>e</p><a href=f>f</a>"""
"""The second comes before the first, the third shows no focus, and the fourth hands it to what is no control."""


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_skip_link_comes_first_and_leads_to_the_text(tab: Page, address: str, root: str) -> None:
    tab.goto(f"{address}{root}contact/")
    tab.keyboard.press("Tab")
    skip = tab.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("screen", "hidden"), [(DESKTOP, ".bar .opener"), (PHONE, ".menu")], ids=["desktop", "phone"])
@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_parts_of_a_page_are_reached_in_order(
    tab: Page, address: str, root: str, screen: ViewportSize, hidden: str
) -> None:
    tab.set_viewport_size(screen)
    tab.goto(f"{address}{root}contact/")
    places = list(dict.fromkeys(item["place"] for item in walk(tab)))
    assert places == [place for place in PLACES if place != hidden]


@pytest.mark.parametrize("url", [url for url in PAGES if not url.startswith("fr/")])
def test_every_control_is_reached_in_order_and_nothing_else_and_the_focus_is_seen(
    tab: Page, address: str, url: str
) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(address + url)
    reached = walk(tab)
    assert len(reached) > 10
    assert missed(tab, reached) == []
    assert unseen(reached) == []


def test_what_is_lost_is_told(tab: Page) -> None:
    tab.goto("about:blank")
    tab.set_content(LOST)
    reached = walk(tab)
    told = [*missed(tab, reached), *(stop["name"] for stop in unseen(reached))]
    assert [re.findall(r" id=\"(\w)", name)[0] for name in told] == ["e", "d", "a", "e", "c"]


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_menu_opens_and_closes_and_gives_the_focus_back(tab: Page, address: str, root: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(address + root)
    button = tab.locator(".bar .opener")
    button.focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    expect(tab.locator("#menu .opener")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.locator("#menu")).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("path", ["", "search/", "ar/ethics/"])
def test_single_keys_do_nothing(tab: Page, address: str, path: str) -> None:
    tab.goto(address + path)
    before = tab.evaluate(STATE)
    for key in [*ascii_lowercase, *"/?.,<>"]:
        tab.keyboard.press(key)
    assert before[1:] == ["body", 0]
    assert tab.evaluate(STATE) == before


@pytest.mark.parametrize("field", ["#find", "#q"])
def test_a_slash_is_a_slash(tab: Page, address: str, field: str) -> None:
    tab.goto(f"{address}search/")
    tab.locator(field).focus()
    tab.keyboard.type("and/or")
    expect(tab.locator(field)).to_have_value("and/or")


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_searching_needs_the_keyboard_alone(tab: Page, address: str, root: str) -> None:
    tab.goto(address + root)
    tab.locator("#find").focus()
    tab.keyboard.type(QUERIES[root])
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}{root}search/?*")
    expect(tab.locator("#q")).to_have_value(QUERIES[root])
    expect(tab.locator(".results [role=status]")).not_to_be_empty()
    tab.locator(".hits a").first.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("article")).to_have_attribute("data-kind", "article")
