"""Lists of articles: six on the page, all of them on further pages, and what there is in other languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.drafts import ARABIC, ENGLISH, FRENCH, LANGUAGES, sound
from tests.site.writing import REVIEWED, page

from knowledge import listings, news
from knowledge.catalogue import Catalogue
from knowledge.languages import Language
from knowledge.listings import Listing

FRAME = {
    "news/index.md": page("News", reviewed=REVIEWED),
    "topics/safety/index.md": page("Safety", reviewed=REVIEWED),
    "topics/gender/index.md": page("Gender", reviewed=REVIEWED),
    "regions/asia/index.md": page("Asia", reviewed=REVIEWED),
}


def archive(count: int) -> dict[str, str]:
    """So many articles, a day apart: all in English, every second one in Arabic, every fifth about Asia."""
    files = {}
    for number in range(count):
        day = f"{2020 + number // 300}-{number % 300 // 28 + 1:02}-{number % 28 + 1:02}"
        folder = f"news/{day[:4]}/story-{number:04}"
        facts: dict[str, Any] = {"date": day, "topics": ["safety" if number % 3 else "gender"]}
        facts |= {} if number % 5 else {"regions": ["asia"]}
        files[f"{folder}/index.md"] = page(f"Story {number}", **facts)
        if number % 2 == 0:
            files[f"{folder}/index.ar.md"] = page(f"خبر {number}")
    return files


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("many"), FRAME | archive(61))


def listing(catalogue: Catalogue, owner: str, reader: Language) -> Listing:
    """What a page lists for a reader."""
    entry = catalogue.entries[owner]
    return listings.listing(entry, news.listed(news.articles(catalogue), entry), reader, LANGUAGES)


def test_the_page_shows_the_six_newest(many: Catalogue) -> None:
    found = listing(many, "news", ENGLISH)
    assert [card.title for card in found.first] == [f"Story {number}" for number in range(60, 54, -1)]
    assert (found.last, found.count) == (6, 61)


def test_further_pages_hold_every_article_once_in_order(many: Catalogue) -> None:
    found = listing(many, "news", ENGLISH)
    cards = [card.title for number in range(1, found.pages + 1) for card in found.page(number)]
    assert cards == [f"Story {number}" for number in range(60, -1, -1)]
    assert found.url(2) == "news/page/2/"


def test_a_list_counts_what_the_reader_can_read_and_names_the_rest(many: Catalogue) -> None:
    found = listing(many, "news", ARABIC)
    assert found.count == 31
    (other,) = found.elsewhere
    assert (other.language, other.count, other.url) == (ENGLISH, 30, "news/")
    assert [card.title for card in other.cards] == ["Story 59", "Story 57", "Story 55"]
    assert all(card.foreign for card in other.cards)


def test_a_reader_without_any_article_is_led_to_all_of_them(many: Catalogue) -> None:
    found = listing(many, "topics/safety", FRENCH)
    assert (found.count, found.first, found.more, found.pages) == (0, [], "", 0)
    assert found.elsewhere[0].count == 40


def test_a_short_list_has_no_further_pages_but_the_archive_always_has(tmp_path: Path) -> None:
    few = sound(tmp_path, FRAME | archive(4))
    assert listing(few, "topics/safety", ENGLISH).pages == 0
    assert listing(few, "topics/safety", ENGLISH).more == ""
    assert (listing(few, "news", ENGLISH).pages, listing(few, "news", ENGLISH).more) == (1, "")


@pytest.mark.parametrize(("owner", "count"), [("topics/gender", 21), ("topics/safety", 40), ("regions/asia", 13)])
def test_a_topic_and_a_region_list_their_own(many: Catalogue, owner: str, count: int) -> None:
    assert listing(many, owner, ENGLISH).count == count


def test_the_index_says_for_each_article_its_year_topics_and_regions(many: Catalogue) -> None:
    found = json.loads(listings.index(listing(many, "news", ENGLISH).entries))
    assert found["topics"] == ["gender", "safety"]
    assert found["rows"][0] == [2020, [0], [0]]
    assert found["rows"][1] == [2020, [1], []]
    assert len(found["rows"]) == 61


def test_choices_are_counted_and_only_those_with_articles_are_offered(many: Catalogue) -> None:
    own = listing(many, "news", ENGLISH).entries
    assert [(choice.value, choice.count) for choice in listings.years(own, ENGLISH)] == [("2020", 61)]
    spoken = listings.spoken(own, ARABIC, LANGUAGES)
    assert [(choice.label, choice.count) for choice in spoken] == [("العربية", 31), ("الإنجليزية", 61)]
