"""Feeds: which there are, what stands in them in each language, and that their ids outlive a new title."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.atom import faults
from tests.drafts import ARABIC, ENGLISH, FRENCH, LANGUAGES, sound
from tests.subscribed import FILES, HOST, article, document, items, offers, titles

from knowledge import atom, feeds
from knowledge.catalogue import Catalogue
from knowledge.feeds import LONGEST
from knowledge.languages import Language


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("feeds"), FILES)


PATHS = ["feed.xml", "topics/press/feed.xml", "topics/water/feed.xml", "policies/feed.xml"]


@pytest.mark.parametrize("reader", LANGUAGES.all, ids=lambda reader: reader.code)
def test_each_language_has_its_feeds_and_all_are_valid(catalogue: Catalogue, reader: Language) -> None:
    found = offers(catalogue, reader)
    assert list(found) == [reader.root + path for path in PATHS]
    assert [fault for offer in found.values() for fault in faults(atom.document(offer.feed))] == []


def test_a_feed_lies_where_it_says(catalogue: Catalogue) -> None:
    for path, offer in offers(catalogue, ARABIC).items():
        assert offer.feed.url == HOST + path
        assert offer.feed.page == HOST + path.removesuffix("feed.xml")


def test_the_newest_articles_come_first(catalogue: Catalogue) -> None:
    assert titles(catalogue, ENGLISH, "feed.xml") == ["Rain", "Wells"]
    assert offers(catalogue, ENGLISH)["feed.xml"].feed.updated == date(2026, 2, 5)


def test_a_feed_holds_only_what_is_written_in_its_language(catalogue: Catalogue) -> None:
    (item,) = items(catalogue, ARABIC, "feed.xml")
    assert (item.title, item.text, item.url) == ("الآبار", ARABIC, f"{HOST}ar/news/2026/wells/")
    assert titles(catalogue, FRENCH, "feed.xml") == []


def test_a_feed_of_a_topic_holds_its_articles(catalogue: Catalogue) -> None:
    assert titles(catalogue, ENGLISH, "topics/press/feed.xml") == ["Wells"]
    assert titles(catalogue, ENGLISH, "topics/water/feed.xml") == ["Rain", "Wells"]


def test_an_article_is_the_same_entry_in_every_feed_that_has_it(catalogue: Catalogue) -> None:
    everywhere = [items(catalogue, ENGLISH, path)[-1] for path in PATHS[:3]]
    assert everywhere == everywhere[:1] * 3


def test_a_feed_without_an_entry_is_as_old_as_the_review_of_its_page(catalogue: Catalogue) -> None:
    empty = {path: offer.feed.updated for path, offer in offers(catalogue, FRENCH).items() if not offer.feed.items}
    assert empty == {
        "fr/feed.xml": date(2026, 1, 5),
        "fr/topics/water/feed.xml": date(2026, 1, 7),
        "fr/topics/press/feed.xml": date(2026, 1, 8),
    }


def test_a_feed_never_grows_beyond_its_length(tmp_path: Path) -> None:
    many = {f"news/2026/number-{day}/index.md": article(f"Of {day}", f"2026-03-{day}") for day in range(10, 31)}
    found = titles(sound(tmp_path, FILES | many), ENGLISH, "feed.xml")
    assert found == [f"Of {day}" for day in range(30, 30 - LONGEST, -1)]


def test_an_article_is_signed_by_its_authors_or_by_the_team_in_the_readers_language(catalogue: Catalogue) -> None:
    rain, wells = items(catalogue, ENGLISH, "feed.xml")
    assert [(author.name, author.url) for author in wells.authors] == [("Ana", f"{HOST}people/ana/")]
    assert [(author.name, author.url) for author in rain.authors] == [("Editorial team", "")]
    (arabic,) = items(catalogue, ARABIC, "feed.xml")
    assert [(author.name, author.url) for author in arabic.authors] == [("آنا", f"{HOST}ar/people/ana/")]


def test_topics_are_named_in_words_and_by_a_term_that_no_language_changes(catalogue: Catalogue) -> None:
    (arabic,) = items(catalogue, ARABIC, "feed.xml")
    assert [(topic.term, topic.label, topic.text) for topic in arabic.categories] == [
        ("water", "المياه", ARABIC),
        ("press", "Press", ENGLISH),
    ]
    english = items(catalogue, ENGLISH, "feed.xml")[1]
    assert [(topic.term, topic.scheme) for topic in english.categories] == [
        (topic.term, topic.scheme) for topic in arabic.categories
    ]


def test_ids_stay_when_titles_days_and_words_change(catalogue: Catalogue, tmp_path: Path) -> None:
    changed = {
        "news/2026/wells/index.md": article("Deeper wells", "2026-02-04", topics=["press"]),
        "policies/gifts/index.md": document("Presents", 1, "2026-01-06", reviewed="2026-01-20"),
    }
    after = sound(tmp_path, FILES | changed)
    for path in ("feed.xml", "policies/feed.xml"):
        before = {item.id for item in items(catalogue, ENGLISH, path)}
        assert {item.id for item in items(after, ENGLISH, path)} == before


def test_ids_differ_by_language(catalogue: Catalogue) -> None:
    found = [item.id for reader in LANGUAGES.all for path in PATHS[::3] for item in items(catalogue, reader, path)]
    assert len(set(found)) == len(found)


def test_a_feed_is_named_in_the_readers_language_when_its_page_is(catalogue: Catalogue) -> None:
    named = {path: (offer.feed.title, offer.feed.text.code) for path, offer in offers(catalogue, ARABIC).items()}
    assert named == {
        "ar/feed.xml": ("A site", "ar"),
        "ar/topics/water/feed.xml": ("المياه – A site", "ar"),
        "ar/topics/press/feed.xml": ("Press – A site", "en"),
        "ar/policies/feed.xml": ("مستجدات السياسات – A site", "ar"),
    }


@pytest.mark.parametrize(
    ("page_id", "paths"),
    [
        ("", ["feed.xml"]),
        ("news/2026/wells", ["feed.xml"]),
        ("topics/water", ["feed.xml", "topics/water/feed.xml"]),
        ("policies", ["feed.xml", "policies/feed.xml"]),
    ],
)
def test_a_page_offers_the_feed_of_the_site_and_its_own(catalogue: Catalogue, page_id: str, paths: list[str]) -> None:
    found = feeds.offered(offers(catalogue, ENGLISH).values(), page_id)
    assert [offer.path for offer in found] == paths


@pytest.mark.parametrize(
    ("kept", "paths"),
    [("policies", ["policies/feed.xml"]), (("topics", "people", "news"), PATHS[:3]), ("topics", [])],
)
def test_a_site_without_articles_or_documents_has_no_feed_of_them(
    tmp_path: Path, kept: str | tuple[str, ...], paths: list[str]
) -> None:
    files = {path: text for path, text in FILES.items() if path.startswith(kept)}
    assert list(offers(sound(tmp_path, files), ENGLISH)) == paths


def test_a_site_that_does_not_know_its_address_has_none(catalogue: Catalogue) -> None:
    assert offers(catalogue, ENGLISH, "") == {}


def test_the_same_content_gives_the_same_bytes(catalogue: Catalogue, tmp_path: Path) -> None:
    again = sound(tmp_path, dict(reversed(FILES.items())))
    for path, offer in offers(catalogue, ARABIC).items():
        assert atom.document(offer.feed) == atom.document(offers(again, ARABIC)[path].feed)
