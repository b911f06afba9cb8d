"""What the search page shows: words apart from one another, a count, and help when nothing is found."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.specimens import QUERIES, ROOTS

JOINED = """marks => marks
    .filter((mark) => /\\p{L}$/u.test(mark.previousSibling?.data ?? "") || /^\\p{L}/u.test(mark.nextSibling?.data ?? ""))
    .map((mark) => mark.parentElement.innerText)"""
"""Excerpts in which a found word runs into the word before or after it."""


@pytest.mark.parametrize(("root", "words"), QUERIES.items())
def test_a_found_word_stands_apart_from_its_neighbours(tab: Page, address: str, root: str, words: str) -> None:
    tab.goto(f"{address}{root}search/?q={words}")
    tab.wait_for_selector(".hits mark")
    assert tab.eval_on_selector_all(".hits mark", JOINED) == []


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_nothing_found_is_said_with_help(tab: Page, address: str, root: str) -> None:
    tab.goto(f"{address}{root}search/?q=xqzxqz")
    expect(tab.get_by_role("status")).to_contain_text("xqzxqz")
    expect(tab.locator(".help")).to_be_visible()
    tab.locator(".help a").click()
    expect(tab).to_have_url(f"{address}{root}a-z/")


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_kind_narrows_what_is_found(tab: Page, address: str, root: str) -> None:
    tab.goto(f"{address}{root}search/?q={QUERIES[root]}")
    tab.wait_for_selector(".results[aria-busy=false] .hits li")
    tab.select_option("#kind", "document")
    name = tab.locator("#kind option:checked").inner_text()
    expect(tab.locator(".hits .quiet").filter(has_not_text=name)).to_have_count(0)
    expect(tab.locator(".hits .quiet").first).to_have_text(name)
