"""The shelf of a language: menu, lists, neighbours and related articles as its readers find them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.drafts import ARABIC, ENGLISH, FRENCH, sound
from tests.site.writing import REVIEWED, page

from knowledge import news
from knowledge.catalogue import Catalogue
from knowledge.languages import Language
from knowledge.shelf import Shelf


def article(day: str, *topics: str, regions: Sequence[str] = (), authors: Sequence[str] = ()) -> str:
    facts: dict[str, Any] = {"date": day, "topics": list(topics)}
    facts |= {name: list(given) for name, given in (("regions", regions), ("authors", authors)) if given}
    return page(f"Of {day}", **facts)


FILES = {
    "about/index.md": page("About", reviewed=REVIEWED, menu=2),
    "guide/index.md": page("Guide", reviewed=REVIEWED, menu=1),
    "news/index.md": page("News", reviewed=REVIEWED),
    "news/2024/index.md": page("Articles of 2024", reviewed=REVIEWED),
    "topics/index.md": page("Topics", reviewed=REVIEWED),
    "topics/safety/index.md": page("Safety", reviewed=REVIEWED, order=2),
    "topics/gender/index.md": page("Gender", reviewed=REVIEWED, order=1, contacts=["ana"]),
    "regions/asia/index.md": page("Asia", reviewed=REVIEWED),
    "people/ana/index.md": page("Ana", reviewed=REVIEWED, role="Adviser"),
    "news/2024/one/index.md": article("2024-01-01", "safety", "gender", regions=["asia"]),
    "news/2024/one/index.ar.md": page("الأول"),
    "news/2024/two/index.md": article("2024-01-02", "safety", authors=["ana"]),
    "news/2024/three/index.md": article("2024-01-03", "safety", "gender"),
    "news/2024/three/index.ar.md": page("الثالث"),
    "news/2024/four/index.md": article("2024-01-04", "gender", regions=["asia"]),
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("shelf"), FILES)


def shelf(catalogue: Catalogue, reader: Language) -> Shelf:
    return Shelf(catalogue, reader, news.articles(catalogue))


def test_the_menu_follows_the_numbers_editors_gave(catalogue: Catalogue) -> None:
    assert [card.title for card in shelf(catalogue, ENGLISH).menu] == ["Guide", "About"]


def test_pages_below_a_hub_follow_their_order(catalogue: Catalogue) -> None:
    assert [card.title for card in shelf(catalogue, ENGLISH).below("topics")] == ["Gender", "Safety"]


def test_pages_are_found_by_folder_or_path(catalogue: Catalogue) -> None:
    found = shelf(catalogue, ENGLISH).named("topic", ["gender", "topics/safety"])
    assert [card.title for card in found] == ["Gender", "Safety"]


def test_a_person_lists_what_they_wrote(catalogue: Catalogue) -> None:
    listing = shelf(catalogue, ENGLISH).listing(catalogue.entries["people/ana"])
    assert [card.title for card in listing.first] == ["Of 2024-01-02"]


def test_a_year_lists_its_articles(catalogue: Catalogue) -> None:
    assert shelf(catalogue, ENGLISH).listing(catalogue.entries["news/2024"]).count == 4


def test_related_articles_share_most_and_are_newest(catalogue: Catalogue) -> None:
    """Of the first article: the third shares two topics (4), the fourth a topic and a region (3), the second a topic (2)."""
    related = shelf(catalogue, ENGLISH).related(catalogue.entries["news/2024/one"])
    assert [card.id for card in related] == ["news/2024/three", "news/2024/four", "news/2024/two"]


def test_related_articles_are_in_the_readers_language(catalogue: Catalogue) -> None:
    related = shelf(catalogue, ARABIC).related(catalogue.entries["news/2024/one"])
    assert [card.title for card in related] == ["الثالث"]


def test_neighbours_are_those_in_the_readers_language(catalogue: Catalogue) -> None:
    older, newer = shelf(catalogue, ARABIC).beside(catalogue.entries["news/2024/one"])
    assert older is None
    assert newer
    assert newer.title == "الثالث"
    older, newer = shelf(catalogue, ENGLISH).beside(catalogue.entries["news/2024/four"])
    assert older
    assert older.id == "news/2024/three"
    assert newer is None


def test_every_title_stands_once_in_the_site_map(catalogue: Catalogue) -> None:
    titles = [card.title for _, cards in shelf(catalogue, FRENCH).letters() for card in cards]
    assert len(titles) == len(set(titles))
    assert {"Safety", "Asia", "Ana"} <= set(titles)


def test_the_site_map_does_not_grow_with_the_archive(catalogue: Catalogue) -> None:
    kinds = {card.kind for _, cards in shelf(catalogue, ENGLISH).letters() for card in cards}
    assert not kinds & {"article", "year"}


def test_facets_count_articles_of_the_language(catalogue: Catalogue) -> None:
    facets = shelf(catalogue, ARABIC).facets()
    assert {choice.value: choice.count for choice in facets["topic"]} == {"safety": 2, "gender": 2}
    assert [choice.value for choice in facets["language"]] == ["ar", "en"]


def test_a_site_without_an_archive_has_no_latest_articles(tmp_path: Path) -> None:
    bare = sound(tmp_path, {})
    assert shelf(bare, ENGLISH).latest() is None


def test_looking_for_related_articles_stays_in_proportion_to_the_archive(tmp_path: Path) -> None:
    """Twice the articles may cost twice the looks, not four times: only the nearest in time are looked at."""
    days = [f"20{10 + number // 300}-{number % 300 // 28 + 1:02}-{number % 28 + 1:02}" for number in range(400)]
    files = {"topics/safety/index.md": page("Safety", reviewed=REVIEWED)}
    files |= {f"news/{day[:4]}/a{place:03}/index.md": article(day, "safety") for place, day in enumerate(days)}
    own = shelf(sound(tmp_path, files), ENGLISH)
    middle = own.articles[200]
    near = {card.id for card in own.related(middle)}
    window = {entry.id for entry in own.articles[200 - news.NEAR : 200 + news.NEAR + 1]}
    assert len(near) == news.RELATED
    assert near <= window
