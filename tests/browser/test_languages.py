"""Switching language stays on the page and at the section; where there is no translation, it is said in words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.specimens import PHONE, ROOTS, SPECIMENS
from tests.conftest import Built

from knowledge.catalogue import Catalogue

TRANSLATED = [path for kind, path in SPECIMENS.items() if kind != "notfound"]
SAID = {"en": "not translated", "fr": "non traduit", "ar": "غير مترجم"}
"""The beginning of the words for a missing translation."""


@pytest.mark.parametrize(("start", "wanted"), [("en", "fr"), ("en", "ar"), ("ar", "en"), ("fr", "ar")])
def test_the_switcher_stays_at_the_section(tab: Page, address: str, start: str, wanted: str) -> None:
    tab.goto(f"{address}{ROOTS[start]}ethics/#s3")
    tab.click(f".languages a[hreflang={wanted}]")
    expect(tab).to_have_url(f"{address}{ROOTS[wanted]}ethics/#s3")
    expect(tab.locator("#s3")).to_be_in_viewport()


def test_the_switcher_follows_the_reader_through_the_page(tab: Page, address: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(f"{address}ethics/")
    tab.click(".contents .opener")
    tab.click("#contents a[href='#s2']")
    expect(tab.locator(".languages a[hreflang=ar]")).to_have_attribute("href", re.compile("/ar/ethics/#s2$"))
    expect(tab.locator("#contents")).to_be_hidden()


@pytest.mark.parametrize("path", TRANSLATED)
def test_the_switcher_stays_on_the_page(tab: Page, address: str, path: str) -> None:
    tab.goto(address + path)
    for code in ("fr", "ar", "en"):
        tab.click(f".languages a[hreflang={code}]")
        expect(tab).to_have_url(address + ROOTS[code] + path)
        expect(tab.locator("html")).to_have_attribute("lang", code)


def test_sections_have_the_same_ids_in_all_languages(real: Built, catalogue: Catalogue) -> None:
    compared = 0
    for entry in catalogue.entries.values():
        ids = {
            code: [
                heading.get("id")
                for heading in real.page(text.language.url(entry.id)).xpath("//article//*[self::h2 or self::h3]")
            ]
            for code, text in entry.texts.items()
        }
        compared += len(ids) > 1 and len(ids[entry.original]) > 0
        assert all(found == ids[entry.original] for found in ids.values()), (entry.id, ids)
    assert compared > 30


def test_an_article_without_a_translation_says_so_and_leads_nowhere(real: Built, catalogue: Catalogue) -> None:
    met = 0
    for entry in catalogue.of_kind("article"):
        for code, text in entry.texts.items():
            switcher = real.page(text.language.url(entry.id)).find_class("languages")[0]
            missing = set(ROOTS) - set(entry.texts)
            met += len(missing)
            assert {link.get("hreflang") for link in switcher.iter("a")} == set(entry.texts) - {code}
            assert switcher.text_content().count(SAID[code]) == len(missing)
    assert met > 4
