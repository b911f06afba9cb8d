"""Search finds what readers of each language type: the queries and the pages they must lead to stand in queries.yml."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from knowledge import wordforms
from knowledge.catalogue import Catalogue

QUERIES: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text("utf-8"))
SHOWN = 20
"""Results that count as found: what a reader sees after asking for more once."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def ask(page: Page, query: str, wanted: set[str]) -> list[str]:
    """The addresses the search page shows for a query, in order; more are asked for only while some are wanting."""
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.wait_for_selector("#results[aria-busy=false]")
    if not wanted <= set(shown(page)) and page.locator(".more").is_visible():
        page.locator(".more").click()
        expect(page.locator(".hits > li").nth(10)).to_be_attached()
    return shown(page)[:SHOWN]


def shown(page: Page) -> list[str]:
    """The addresses of the results on the page, without slashes at the ends."""
    links: list[str] = page.eval_on_selector_all(".hits h2 a", "links => links.map(link => link.pathname)")
    return [link.strip("/") for link in links]


@pytest.mark.parametrize("code", QUERIES)
def test_every_query_leads_to_its_pages(page: Page, address: str, catalogue: Catalogue, code: str) -> None:
    root, missed = catalogue.languages[code].root, []
    page.goto(f"{address}{root}search/")
    for case in QUERIES[code]:
        wanted = {root + name for name in case["expect"]}
        ids = [name.removeprefix(root) for name in ask(page, case["query"], wanted)]
        if lacking := [wanted for wanted in case["expect"] if wanted not in ids]:
            missed.append(f"{case['query']} ({case['why']}): {', '.join(lacking)} not among {ids}")
    assert not missed, "\n".join(missed)


def test_there_are_enough_queries_in_each_language(catalogue: Catalogue) -> None:
    assert {code: len(QUERIES[code]) >= 15 for code in catalogue.languages.by_code} == dict.fromkeys(QUERIES, True)


def test_expected_pages_exist_in_their_language(catalogue: Catalogue) -> None:
    wanted = [(code, name) for code, cases in QUERIES.items() for case in cases for name in case["expect"]]
    assert [pair for pair in wanted if pair[0] not in catalogue.entries[pair[1]].texts] == []


@pytest.mark.parametrize("code", wordforms.LANGUAGES)
def test_the_script_reduces_words_as_the_index_does(page: Page, address: str, catalogue: Catalogue, code: str) -> None:
    """Every word of every page of the language, reduced in Python and by the page's own rules in the browser."""
    bodies = " ".join(text.body for text in catalogue.by_path.values() if text.language.code == code)
    words = sorted(set(wordforms.words(bodies)))
    forms = wordforms.of_language(code)
    assert forms
    page.goto(f"{address}{catalogue.languages[code].root}search/")
    rules = "JSON.parse(document.querySelector('#results').dataset.rules)"
    reduced = page.evaluate(
        f"words => words.map(word => {rules}.reduce((w, [p, r]) => w.replace(new RegExp(p, 'gu'), r), word))", words
    )
    assert reduced == [wordforms.form(word, forms) for word in words]
