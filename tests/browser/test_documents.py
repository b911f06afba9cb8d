"""What a document's page does with scripts: citing a clause, finding the text of a day, leading on to the same clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.conftest import Built, serve
from tests.site.test_documents import GIFTS, build_gifts

from knowledge.documents import citations


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


@pytest.mark.parametrize(("code", "number"), [("", "1.1 b"), ("fr/", "1.1 b"), ("ar/", "1.1 ب")])
def test_the_citation_that_is_copied_is_the_one_the_generator_would_write(
    page: Page, host: str, code: str, number: str
) -> None:
    page.goto(f"{host}{code}{GIFTS}/#s1-1-b")
    page.evaluate("() => { navigator.clipboard.writeText = async (words) => { window.copied = words; }; }")
    page.locator(".tools button").click()
    page.wait_for_function("document.querySelector('.tools output').textContent")
    pattern = page.locator("[data-citation]").get_attribute("data-citation") or ""
    address = f"https://host/kb/{code}{GIFTS}/v2/#s1-1-b"
    assert page.evaluate("window.copied") == citations.fill(pattern, number, address)


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


@pytest.mark.parametrize(("day", "found"), [("2025-01-05", "1"), ("2030-01-01", "1"), ("2024-12-31", "")])
def test_the_text_that_applied_on_a_day_is_found(page: Page, host: str, day: str, found: str) -> None:
    page.goto(f"{host}ar/{GIFTS}/history/")
    page.locator("#when").fill(day)
    said = page.locator("form.when output")
    if found:
        assert re.findall(r"\d+", said.inner_text()) == [found]
        assert (said.locator("a").get_attribute("href") or "").endswith(f"ar/{GIFTS}/v1/")
    else:
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
    context.close()


def test_on_a_phone_two_languages_stand_below_each_other(page: Page, host: str) -> None:
    page.goto(f"{host}ar/{GIFTS}/compare/en/")
    cells = [cell.bounding_box() for cell in page.locator("#s1-1 > td").all()]
    assert cells[0]
    assert cells[1]
    assert cells[1]["y"] >= cells[0]["y"] + cells[0]["height"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
