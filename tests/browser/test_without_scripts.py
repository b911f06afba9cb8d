"""With scripts off, everything works but searching the full text, and search leads to the list of all pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.specimens import DESKTOP, PAGES, PHONE, ROOTS, SPECIMENS
from tests.conftest import Site

from knowledge.catalogue import Catalogue

FOLDED = """\
---
title: Folded
summary: A page with parts to open.
reviewed: 2026-01-05
---
??? note "More"
    Behind the summary.

=== "First"
    Under the first tab.

=== "Second"
    Under the second tab.
"""


@pytest.mark.parametrize("url", PAGES)
def test_the_text_can_be_read(bare: Page, address: str, url: str) -> None:
    bare.set_viewport_size(PHONE)
    bare.goto(address + url)
    expect(bare.locator("h1")).to_be_visible()
    assert all(paragraph.is_visible() for paragraph in bare.locator("article > .text > p").all())


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_menu_opens_leads_on_and_closes_on_a_phone(bare: Page, address: str, root: str) -> None:
    bare.set_viewport_size(PHONE)
    bare.goto(address + root)
    menu = bare.locator("#menu")
    expect(menu).to_be_hidden()
    bare.click(".bar .opener")
    expect(menu).to_be_visible()
    bare.click("#menu .opener")
    expect(menu).to_be_hidden()
    bare.click(".bar .opener")
    menu.get_by_role("link").last.click()
    expect(bare).to_have_url(f"{address}{root}about/")


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_menu_is_a_row_on_a_desktop(bare: Page, address: str, root: str) -> None:
    bare.set_viewport_size(DESKTOP)
    bare.goto(address + root)
    tops = {link.bounding_box()["y"] for link in bare.locator("#menu a").all()}  # type: ignore[index]
    assert len(tops) == 1
    expect(bare.locator(".opener:visible")).to_have_count(0)


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_contents_open_and_lead_to_a_section(bare: Page, address: str, root: str) -> None:
    bare.set_viewport_size(PHONE)
    bare.goto(address + root + SPECIMENS["document"])
    expect(bare.locator("#contents")).to_be_hidden()
    bare.click(".contents .opener")
    bare.click("#contents a[href='#s3']")
    expect(bare.locator("#s3")).to_be_in_viewport()


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_contents_stand_beside_the_text_on_a_desktop(bare: Page, address: str, root: str) -> None:
    bare.set_viewport_size(DESKTOP)
    bare.goto(address + root + SPECIMENS["document"])
    expect(bare.locator("#contents")).to_be_in_viewport()


def test_folded_parts_and_tabs_open(bare: Page, site: Site) -> None:
    built = site({"folded/index.md": FOLDED})
    bare.goto((built.folder / "folded/index.html").as_uri())
    expect(bare.get_by_text("Behind the summary.")).to_be_hidden()
    bare.click("summary")
    expect(bare.get_by_text("Behind the summary.")).to_be_visible()
    expect(bare.get_by_text("Under the second tab.")).to_be_hidden()
    bare.get_by_text("Second", exact=True).click()
    expect(bare.get_by_text("Under the second tab.")).to_be_visible()
    expect(bare.get_by_text("Under the first tab.")).to_be_hidden()


@pytest.mark.parametrize("url", ["", "fr/", "policies/anti-harassment/", "fr/contact/"])
def test_the_language_can_be_switched(bare: Page, address: str, url: str) -> None:
    bare.goto(address + url)
    bare.click(".languages a[hreflang=ar]")
    expect(bare).to_have_url(f"{address}ar/{url.removeprefix('fr/')}")
    expect(bare.locator("article")).to_have_attribute("lang", "ar")


@pytest.mark.parametrize("code", ROOTS)
def test_search_leads_to_a_list_of_every_page_of_the_language(
    bare: Page, address: str, catalogue: Catalogue, code: str
) -> None:
    reader = catalogue.languages[code]
    bare.goto(address + ROOTS[code])
    bare.fill("#find", "safety")
    bare.press("#find", "Enter")
    expect(bare).to_have_url(f"{address}{ROOTS[code]}a-z/?q=safety")
    listed = set(bare.eval_on_selector_all(".letter a", "links => links.map(link => link.href)"))
    written = [entry for entry in catalogue.entries.values() if code in entry.texts and entry.kind.found]
    pages = [entry for entry in written if entry.kind.name != "article"]
    assert listed >= {address + reader.url(entry.id) for entry in pages}
    assert len(pages) > 25
    articles = {address + reader.url(entry.id) for entry in written if entry.kind.name == "article"}
    assert articles <= _behind_years(bare, {link for link in listed if "/news/" in link})
    assert len(articles) > 15


def _behind_years(bare: Page, years: set[str]) -> set[str]:
    """Every article that a reader comes to from the pages of years, by plain links."""
    found: set[str] = set()
    for year in years:
        bare.goto(year)
        more = bare.locator(".listing a.more")
        while more.count():
            bare.goto(str(more.evaluate("link => link.href")))
            found |= set(bare.eval_on_selector_all(".card a", "links => links.map(link => link.href)"))
            more = bare.locator("a[rel=next]")
        found |= set(bare.eval_on_selector_all(".card a", "links => links.map(link => link.href)"))
    return found


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_search_page_leads_there_too(bare: Page, address: str, root: str) -> None:
    bare.goto(f"{address}{root}search/")
    expect(bare.locator("#results form")).to_be_hidden()
    bare.click("#results .notice a")
    expect(bare).to_have_url(f"{address}{root}a-z/")
