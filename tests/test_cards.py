"""A card shows a page in the reader's language where it can, else in its own, marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.drafts import ARABIC, ENGLISH, FRENCH, Files, sound
from tests.site.writing import REVIEWED, page

from knowledge.cards import card, cards
from knowledge.catalogue import Catalogue
from knowledge.languages import Language

FILES: Files = {
    "topics/water/index.md": page("Water and the law", short="Water", reviewed=REVIEWED),
    "topics/water/index.fr.md": page("L’eau"),
    "news/2024/rain/index.ar.md": page("مطر", date="2024-01-01", topics=["water"]),
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("cards"), FILES)


@pytest.mark.parametrize(
    ("reader", "title", "url", "foreign"),
    [
        (ENGLISH, "Water and the law", "topics/water/", False),
        (FRENCH, "L’eau", "fr/topics/water/", False),
        (ARABIC, "Water and the law", "ar/topics/water/", True),
    ],
)
def test_a_page_has_a_card_in_every_language(
    catalogue: Catalogue, reader: Language, title: str, url: str, foreign: bool
) -> None:
    found = card(catalogue.entries["topics/water"], reader)
    assert (found.title, found.url, found.foreign) == (title, url, foreign)


def test_a_card_says_which_language_its_words_are_in(catalogue: Catalogue) -> None:
    water = catalogue.entries["topics/water"]
    assert [card(water, reader).language for reader in (ENGLISH, FRENCH, ARABIC)] == [ENGLISH, FRENCH, ENGLISH]


def test_the_card_of_an_untranslated_article_leads_to_the_original(catalogue: Catalogue) -> None:
    found = card(catalogue.entries["news/2024/rain"], FRENCH)
    assert (found.title, found.url, found.language, found.foreign) == ("مطر", "ar/news/2024/rain/", ARABIC, True)


def test_a_card_has_the_short_title_of_its_language_alone(catalogue: Catalogue) -> None:
    water = catalogue.entries["topics/water"]
    assert [card(water, reader).label for reader in (ENGLISH, FRENCH)] == ["Water", "L’eau"]


def test_a_card_has_summary_kind_id_and_record(catalogue: Catalogue) -> None:
    found = card(catalogue.entries["news/2024/rain"], ARABIC)
    assert (found.summary, found.kind, found.id) == ("مطر.", "article", "news/2024/rain")
    assert found.record.topics == ("water",)


def test_cards_keep_the_order_of_their_pages(catalogue: Catalogue) -> None:
    pages = [catalogue.entries[name] for name in ("topics/water", "", "news/2024/rain")]
    assert [found.id for found in cards(pages, ENGLISH)] == ["topics/water", "", "news/2024/rain"]


def test_a_site_in_one_language_has_no_foreign_card(tmp_path: Path) -> None:
    found = sound(tmp_path, {"about/index.md": page("About", reviewed=REVIEWED)})
    assert not any(made.foreign for made in cards(found.entries.values(), ENGLISH))
