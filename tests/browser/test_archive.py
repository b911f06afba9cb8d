"""The archive at two hundred articles in three languages: lists, more of them, choices, and the way without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from benchmarks import corpus
from lxml import html
from playwright.sync_api import Browser, Page, expect
from tests.browser.axe import faults_everywhere
from tests.browser.specimens import ROOTS
from tests.conftest import Built, build_site, serve
from tests.site.test_markup_checked import faults, strange

from knowledge import news
from knowledge.catalogue import Catalogue
from knowledge.languages import Language
from knowledge.listings import EACH, FIRST
from knowledge.reading import read
from knowledge.shelf import Shelf

ARTICLES = 200


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("large")
    built = build_site(corpus.lay_out(folder / "site", ARTICLES, binding=0), folder / "out")
    assert built.code == 0, built.said
    return built


@pytest.fixture(scope="module")
def host(large: Built) -> Iterator[str]:
    yield from serve(large.folder)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The same corpus, read instead of built."""
    folder = tmp_path_factory.mktemp("written") / "docs"
    corpus.write(folder, ARTICLES, binding=0)
    catalogue, problems = read(folder, corpus.site_languages())
    assert not problems
    return catalogue


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, bypass_csp=True)
    yield context.new_page()
    context.close()


def shelf(catalogue: Catalogue, code: str) -> Shelf:
    return Shelf(catalogue, catalogue.languages[code], news.articles(catalogue))


def titles(page: Page) -> list[str]:
    return page.locator(".listing .card h3, .listing .card h2").all_inner_texts()


def expected(catalogue: Catalogue, code: str, count: int, **chosen: str) -> list[str]:
    """The titles of the newest articles in a language that fit choices of topic, region and year."""
    entries = shelf(catalogue, code).archive.entries
    fitting = [
        entry
        for entry in entries
        if chosen.get("topic", "") in ("", *entry.record.topics)
        and chosen.get("region", "") in ("", *entry.record.regions)
        and chosen.get("year", "") in ("", str(entry.record.date.year))
    ]
    return [entry.texts[code].record.title for entry in fitting[:count]]


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_asking_for_more_adds_six_tells_how_many_and_keeps_the_focus(
    page: Page, host: str, written: Catalogue, code: str
) -> None:
    page.goto(f"{host}{written.languages[code].root}news/")
    more = page.locator(".listing a.more")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".listing .card")).to_have_count(2 * FIRST)
    assert titles(page) == expected(written, code, 2 * FIRST)
    assert page.evaluate("document.activeElement.matches('a.more')")
    status = page.locator(".listing .count")
    assert status.get_attribute("role") == "status"
    assert str(2 * FIRST) in status.inner_text()
    assert str(len(shelf(written, code).archive.entries)) in status.inner_text()


def test_scrolling_adds_more_a_few_times_and_then_waits_to_be_asked(page: Page, host: str) -> None:
    page.goto(f"{host}news/")
    for count in range(2, 6):
        page.locator(".listing a.more").scroll_into_view_if_needed()
        expect(page.locator(".listing .card")).to_have_count(count * FIRST)
    page.mouse.wheel(0, 20000)
    page.wait_for_function("scrollY + innerHeight >= document.documentElement.scrollHeight - 2")
    page.wait_for_timeout(300)  # time in which a sixth set would have come
    assert page.locator(".listing .card").count() == 5 * FIRST


@pytest.mark.parametrize("root", ["", "ar/"])
def test_back_leads_to_the_same_place(page: Page, host: str, root: str) -> None:
    page.goto(f"{host}{root}news/")
    page.locator(".listing a.more").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".listing .card")).to_have_count(2 * FIRST)
    card = page.locator(".listing .card a").nth(9)
    card.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    shown = page.locator(".listing .card").count()
    card.click()
    page.wait_for_selector("article[data-kind=article]")
    page.go_back()
    page.wait_for_function(f"document.querySelectorAll('.listing .card').length >= {shown}")
    page.wait_for_function(f"Math.abs(scrollY - {before}) < 60")


@pytest.mark.parametrize("code", ["en", "ar"])
def test_choices_combine_stand_in_the_address_and_can_be_taken_back(
    page: Page, host: str, written: Catalogue, code: str
) -> None:
    newest = shelf(written, code).archive.entries[0].record
    topic = newest.topics[0]
    page.goto(f"{host}{written.languages[code].root}news/")
    page.select_option("[name=topic]", topic)
    page.select_option("[name=year]", str(newest.date.year))
    wanted = expected(written, code, FIRST, topic=topic, year=str(newest.date.year))
    expect(page.locator(".listing .card h3")).to_have_text(wanted)
    assert f"topic={topic}" in page.url
    shared = page.url
    page.click("form.facets [type=reset]")
    expect(page.locator(".listing .card h3")).to_have_text(expected(written, code, FIRST))
    assert "?" not in page.url
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator(".listing .card h3")).to_have_text(wanted)


def test_each_choice_says_how_many_articles_it_leads_to(page: Page, host: str, written: Catalogue) -> None:
    year = str(shelf(written, "en").archive.entries[0].record.date.year)
    page.goto(f"{host}news/")
    page.select_option("[name=year]", year)
    page.wait_for_function("location.search.includes('year')")
    for option in page.locator("[name=topic] option").all()[1:]:
        topic, label = option.get_attribute("value") or "", option.inner_text()
        count = len(expected(written, "en", ARTICLES, topic=topic, year=year))
        assert label.endswith(f"({count})")


def test_the_language_of_the_text_can_be_chosen(page: Page, host: str, written: Catalogue) -> None:
    page.goto(f"{host}news/")
    page.select_option("[name=language]", "ar")
    expect(page.locator(".listing .card h3")).to_have_text(expected(written, "ar", FIRST))
    card = page.locator(".listing .card").first
    assert (card.get_attribute("lang"), card.get_attribute("dir")) == ("ar", "rtl")
    link = card.locator("a").first.get_attribute("href") or ""
    assert "/ar/news/" in link


def test_choices_that_nothing_fits_say_so(page: Page, host: str) -> None:
    page.goto(f"{host}news/?topic=self-regulation&region=asia&year=1999")
    page.goto(f"{host}news/")
    page.evaluate("document.querySelector('[name=year]').append(new Option('1999', '1999'))")
    page.select_option("[name=year]", "1999")
    expect(page.locator(".listing .card")).to_have_count(0)
    assert page.locator(".listing .count").inner_text()


def walked(folder: Path, start: str) -> list[str]:
    """The titles on all further pages of a list, following only links to older articles."""
    found: list[str] = []
    path: Path | None = folder / start / "index.html"
    while path:
        root = html.document_fromstring(path.read_text("utf-8"))
        found += [
            re.sub("[ \n]+", " ", card.text_content()).strip(" \n") for card in root.xpath("//li[@class='card']/h2")
        ]
        older = root.xpath("//a[@rel='next']/@href")
        path = (path.parent / older[0] / "index.html").resolve() if older else None
    return found


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_without_scripts_plain_links_lead_through_every_article(large: Built, written: Catalogue, code: str) -> None:
    language: Language = written.languages[code]
    assert walked(large.folder, f"{language.root}news/page/1") == expected(written, code, ARTICLES)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_every_topic_and_year_holds_its_own(large: Built, written: Catalogue, code: str) -> None:
    own = shelf(written, code)
    for listing in own.listed():
        if listing.pages:
            names = walked(large.folder, listing.url(1))
            assert names == [entry.texts[code].record.title for entry in listing.entries], listing.owner.id


def test_no_list_grows_with_the_archive_and_its_data_is_small(large: Built) -> None:
    sizes = {
        path: len(brotli.compress(path.read_bytes()))
        for name in ("news", "ar/news", "topics/*", "news/*", "**/page/*")
        for path in large.folder.glob(f"{name}/index.html")
    }
    assert max(sizes.values()) < 12_000
    index = (large.folder / "ar/news/index.json").read_bytes()
    assert len(json.loads(index)["rows"]) > ARTICLES / 2
    assert len(brotli.compress(index)) < 30_000 * ARTICLES / 1375
    assert len(large.page("news/page/1").xpath("//li[@class='card']")) == EACH


SPEED, ROUND_TRIP = 200_000, 0.15
"""Bytes and seconds of a phone on a slow mobile network, as Lighthouse has it: 1.6 Mbit/s, 150 ms a request."""


def test_the_network_lets_a_slow_phone_use_the_archive_well_within_a_second(page: Page, host: str) -> None:
    """Counted, not timed: the page, then style, script and font side by side; what comes later is not waited for."""
    page.goto(f"{host}ar/news/", wait_until="load")
    sizes: dict[str, int] = page.evaluate(
        """() => Object.fromEntries(["navigation", "resource"].flatMap((type) =>
            performance.getEntriesByType(type).map((entry) => [entry.name, entry.encodedBodySize])))"""
    )
    needed = [
        size for url, size in sizes.items() if re.search(r"/ar/news/$|\.css$|\.js$|arabic-regular\..*woff2$", url)
    ]
    assert len(needed) == 4, sizes
    assert 2 * ROUND_TRIP + sum(needed) / SPEED < 0.6, sizes


FURTHER = [f"{root}{owner}/page/2/" for root in ROOTS.values() for owner in ("news", "topics/gender-equality")]
"""Further pages of lists, which lead to those before and after them."""


@pytest.mark.parametrize("url", FURTHER)
def test_a_further_page_of_a_list_has_no_fault(page: Page, host: str, url: str) -> None:
    page.goto(host + url)
    assert page.locator(".turn a").count() > 0
    assert faults_everywhere(page, url) == []


def test_the_html_of_further_pages_is_valid(large: Built) -> None:
    assert strange(faults(large.folder, [f"{url}index.html" for url in FURTHER])) == []
