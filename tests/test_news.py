"""The archive of articles: the same order everywhere, and what a page lists of it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drafts import Files, sound
from tests.site.writing import REVIEWED, page

from knowledge import news
from knowledge.catalogue import Catalogue
from knowledge.news import Archive


def article(day: str, *topics: str, **fields: Any) -> str:
    return page(f"Of {day}", **{"date": day, "topics": list(topics), **fields})


FILES: Files = {
    "news/index.md": page("News", reviewed=REVIEWED),
    "news/2023/index.md": page("Articles of 2023", reviewed=REVIEWED),
    "news/2024/index.md": page("Articles of 2024", reviewed=REVIEWED),
    "about/index.md": page("About", reviewed=REVIEWED),
    "topics/water/index.md": page("Water", reviewed=REVIEWED),
    "topics/fire/index.md": page("Fire", reviewed=REVIEWED),
    "regions/delta/index.md": page("Delta", reviewed=REVIEWED),
    "people/noor/index.md": page("Noor", role="Adviser", reviewed=REVIEWED),
    "news/2023/old/index.md": article("2023-12-31", "water"),
    "news/2024/b-same-day/index.md": article("2024-05-01", "topics/fire", regions=["delta"]),
    "news/2024/a-same-day/index.md": article("2024-05-01", "water", "fire"),
    "news/2024/new/index.ar.md": article("2024-06-01", "water", authors=["noor"]),
}
NEWEST_FIRST = ["news/2024/new", "news/2024/a-same-day", "news/2024/b-same-day", "news/2023/old"]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("news"), FILES)


def test_articles_come_newest_first_and_those_of_one_day_by_path(catalogue: Catalogue) -> None:
    assert [entry.id for entry in news.articles(catalogue)] == NEWEST_FIRST


@pytest.mark.parametrize(
    ("owner", "listed"),
    [
        ("news", NEWEST_FIRST),
        ("news/2024", NEWEST_FIRST[:3]),
        ("news/2023", ["news/2023/old"]),
        ("topics/water", ["news/2024/new", "news/2024/a-same-day", "news/2023/old"]),
        ("topics/fire", ["news/2024/a-same-day", "news/2024/b-same-day"]),
        ("regions/delta", ["news/2024/b-same-day"]),
        ("people/noor", ["news/2024/new"]),
        ("about", []),
        ("", []),
    ],
)
def test_a_page_lists_the_articles_that_belong_to_it(catalogue: Catalogue, owner: str, listed: list[str]) -> None:
    found = news.listed(news.articles(catalogue), catalogue.entries[owner])
    assert [entry.id for entry in found] == listed


def test_an_article_stands_between_an_older_and_a_newer_one(catalogue: Catalogue) -> None:
    archive = Archive(news.articles(catalogue))
    newest, second, *_, oldest = archive.entries
    assert (archive.newer(newest), archive.older(newest)) == (None, second)
    assert (archive.newer(second), archive.older(oldest)) == (newest, None)


def test_an_article_that_is_not_in_the_archive_has_no_neighbours(catalogue: Catalogue) -> None:
    first, *others = news.articles(catalogue)
    assert (Archive(others).newer(first), Archive(others).older(first)) == (None, None)


def test_an_article_is_not_related_to_itself(catalogue: Catalogue) -> None:
    archive = Archive(news.articles(catalogue))
    assert [entry.id for entry in archive.related(archive.entries[1])] == [
        "news/2024/new",
        "news/2024/b-same-day",
        "news/2023/old",
    ]


@pytest.mark.parametrize(
    ("body", "repeated"),
    [
        ("\nA well runs dry: why? More.", True),
        ("![A pump](pump.png)\n\n<!-- x -->\n\n**A [well](../x/index.md)** runs[^1] dry: why&#63; More.", True),
        ("A well\u00a0runs\u202fdry\u202f: why\u202f? More.", True),
        ("A well ran dry. A well runs dry: why?", False),
        ("A well runs", False),
        ("", False),
    ],
)
def test_a_text_that_begins_with_its_summary_repeats_it(body: str, repeated: bool) -> None:
    assert news.repeats("A well runs dry: why?", body) == repeated


def test_a_summary_without_letters_is_never_repeated() -> None:
    assert not news.repeats("…", "Text.")


@pytest.mark.parametrize(
    ("words", "code", "minutes"),
    [
        (1, "en", 1),
        (228, "en", 1),
        (2280, "en", 10),
        (1950, "fr", 10),
        (1380, "ar", 10),
        (1380, "ar-EG", 10),
        (1800, "tr", 10),
    ],
)
def test_reading_takes_longer_in_some_languages(words: int, code: str, minutes: int) -> None:
    assert news.minutes("word " * words, code) == minutes
