"""What a document's page does with scripts: citing a clause, finding the text of a day, leading on to the same clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdfium2 import PdfDocument
from tests.browser.axe import faults_everywhere
from tests.browser.specimens import NARROW, ROOTS
from tests.browser.walking import missed, walk
from tests.conftest import Built, serve
from tests.site.gifts import GIFTS, build_gifts
from tests.site.test_markup_checked import faults, strange

from knowledge.documents import citations
from knowledge.kinds import kind_of


@pytest.fixture(scope="module")
def gifts(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A policy with a former version, in three languages."""
    return build_gifts(tmp_path_factory.mktemp("gifts"))


@pytest.fixture(scope="module")
def host(gifts: Built) -> Iterator[str]:
    yield from serve(Path(gifts.folder))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("code", "cited"), [("", "clause 1.1 b"), ("fr/", "article 1.1 b"), ("ar/", "البند 1.1 ب")])
def test_the_citation_that_is_copied_is_the_one_the_generator_would_write(
    page: Page, host: str, code: str, cited: str
) -> None:
    page.goto(f"{host}{code}{GIFTS}/#s1-1-b")
    page.evaluate("() => { navigator.clipboard.writeText = async (words) => { window.copied = words; }; }")
    page.locator(".tools button").click()
    page.wait_for_function("document.querySelector('.tools output').textContent")
    pattern = page.locator("[data-citation]").get_attribute("data-citation") or ""
    address = f"https://host/kb/{code}{GIFTS}/v2/#s1-1-b"
    assert page.evaluate("window.copied") == citations.fill(pattern, cited, address)


def test_choosing_a_number_moves_the_tools_to_that_clause(page: Page, host: str) -> None:
    page.goto(f"{host}ar/{GIFTS}/")
    assert page.locator(".tools").count() == 0
    for clause in ("s1-1", "s1-2"):
        page.locator(f"#{clause} > p > a.number").click()
        assert page.locator(f"#{clause} > .tools").count() == 1
    assert page.locator(".tools").count() == 1


def test_where_the_clipboard_is_closed_the_citation_is_selected(page: Page, host: str) -> None:
    page.goto(f"{host}{GIFTS}/#s1-2")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.locator(".tools button").click()
    page.wait_for_function("getSelection().toString()")
    assert "clause 1.2" in page.evaluate("getSelection().toString()")


@pytest.mark.parametrize("code", ["", "fr/", "ar/"])
def test_the_text_that_applied_on_a_day_is_found_in_each_language(page: Page, host: str, code: str) -> None:
    page.goto(f"{host}{code}{GIFTS}/history/")
    said = page.locator("form.when output")
    for day in ("2025-01-05", "2030-01-01"):
        page.locator("#when").fill(day)
        assert re.findall(r"\d+", said.inner_text()) == ["1"]
        assert said.locator("a").evaluate("link => link.href") == f"{host}{code}{GIFTS}/v1/"
    page.locator("#when").fill("2024-12-31")
    assert said.inner_text() == said.get_attribute("data-none")


def test_the_permanent_address_leads_to_the_same_clause(page: Page, host: str) -> None:
    page.goto(f"{host}ar/{GIFTS}/v2/#s1-2")
    page.wait_for_url(f"{host}ar/{GIFTS}/#s1-2")


def test_without_scripts_the_history_is_a_table_and_the_address_a_link(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}{GIFTS}/history/")
    assert not page.locator("form.when").is_visible()
    assert page.locator("table.versions tbody tr").count() == 2
    page.goto(f"{host}{GIFTS}/#s1-2")
    assert page.locator(".tools").count() == 0
    page.goto(f"{host}ar/{GIFTS}/v2/#s1-2")
    page.locator(":target").click()
    assert page.url == f"{host}ar/{GIFTS}/#s1-2"
    context.close()


def test_what_is_not_there_is_not_cited(page: Page, host: str) -> None:
    page.goto(f"{host}fr/{GIFTS}/#s1-3")
    assert page.locator("#s1-3.absent").is_visible()
    assert page.locator(".tools").count() == 0


@pytest.mark.parametrize("code", ["", "fr/", "ar/"])
def test_paper_shows_the_number_of_every_clause(page: Page, host: str, code: str) -> None:
    page.goto(f"{host}{code}{GIFTS}/#s1-1")
    page.emulate_media(media="print")
    numbers = page.locator("[data-clause] a.number")
    assert numbers.count() >= 7
    assert all(number.is_visible() for number in numbers.all())
    assert not page.locator(".tools").is_visible()


def test_a_receipt_is_one_sheet_of_paper(page: Page, host: str) -> None:
    page.goto(f"{host}ar/{GIFTS}/receipt/")
    assert len(PdfDocument(page.pdf(format="A4"))) == 1


def test_on_a_phone_two_languages_stand_below_each_other(page: Page, host: str) -> None:
    page.goto(f"{host}ar/{GIFTS}/compare/en/")
    cells = [cell.bounding_box() for cell in page.locator("#s1-1 > td").all()]
    assert cells[0]
    assert cells[1]
    assert cells[1]["y"] >= cells[0]["y"] + cells[0]["height"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


FORMER = [f"{code}{GIFTS}/{path}" for code in ROOTS.values() for path in ("v1/", "history/")]
"""A former version, and a history that has something to tell."""


@pytest.mark.parametrize("url", FORMER)
def test_a_former_version_and_a_history_have_no_fault_fit_and_are_reached_by_keyboard(
    page: Page, host: str, url: str
) -> None:
    page.goto(host + url)
    assert faults_everywhere(page, url) == []
    reached = walk(page)
    assert missed(page, reached) == []
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_the_html_of_former_versions_and_histories_is_valid(gifts: Built) -> None:
    assert kind_of(f"{GIFTS}/v1").name == gifts.page(f"{GIFTS}/v1").xpath("string(//article/@data-kind)") == "version"
    assert strange(faults(gifts.folder, [f"{url}index.html" for url in FORMER])) == []
