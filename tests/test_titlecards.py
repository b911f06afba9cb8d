"""Every article has a card in each language it is written in, and machines without the means have none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, features
from tests.conftest import ROOT
from tests.drafts import Files, sound
from tests.site.writing import REVIEWED, page

from knowledge import press, titlecards
from knowledge.catalogue import Catalogue
from knowledge.entries import Text
from knowledge.titlecards import Missing, card, cards, palette, words

assert features.check("raqm"), titlecards.HELP

FILES: Files = {
    "topics/water/index.md": page("Water", reviewed=REVIEWED),
    "news/2026/boat/index.md": page("The boat", date="2026-03-05", topics=["water"]),
    "news/2026/boat/index.fr.md": page("Le bateau : « pourquoi ? »"),
    "news/2026/boat/index.ar.md": page("القارب"),
    "news/2026/far/index.md": page("漢字", date="2026-03-06", topics=["water"]),
}
CSS = ":root { --ink: #1c2326; --soft: #505c63; --paper: #fdfcf9; --accent: #0b5563; } @media x { --ink: #fff; }"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("titlecards"), FILES)


def texts(catalogue: Catalogue) -> list[Text]:
    return [text for entry in catalogue.of_kind("article") for text in entry.texts.values()]


def test_a_card_says_title_site_and_day_in_the_language_of_the_text(catalogue: Catalogue) -> None:
    boat = catalogue.entries["news/2026/boat"].texts
    assert words(boat["en"]) == press.Words("The boat", "A site", "5 March 2026", "en", "ltr")
    assert words(boat["ar"]) == press.Words("القارب", "A site", "5 مارس 2026", "ar", "rtl")


def test_spaces_that_the_typeface_lacks_are_replaced_by_others_that_do_not_break(catalogue: Catalogue) -> None:
    french = words(catalogue.entries["news/2026/boat"].texts["fr"]).title
    assert french == "Le bateau\u00a0: «\u00a0pourquoi\u00a0?\u00a0»"


def test_every_text_has_a_card_below_its_language(catalogue: Catalogue, tmp_path: Path) -> None:
    made = cards(texts(catalogue), palette(CSS), tmp_path)
    assert [found.address for found, _ in made] == [
        "assets/cards/news/2026/boat.png",
        "assets/cards/ar/news/2026/boat.png",
        "assets/cards/fr/news/2026/boat.png",
    ]
    for found, path in made:
        with Image.open(path) as image:
            assert image.size == (found.width, found.height)


def test_a_title_in_letters_that_the_typeface_lacks_has_no_card(catalogue: Catalogue) -> None:
    assert card(catalogue.entries["news/2026/far"].texts["en"]) is None


def test_a_machine_that_cannot_set_arabic_makes_no_card_at_all(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(features, "check", lambda feature: feature != "raqm")
    assert cards(texts(catalogue), palette(CSS), tmp_path) == []


def test_a_card_is_drawn_again_only_when_its_words_or_colours_change(catalogue: Catalogue, tmp_path: Path) -> None:
    first = cards(texts(catalogue), palette(CSS), tmp_path)
    for _, path in first:
        path.write_bytes(b"kept")
    assert {path.read_bytes() for _, path in cards(texts(catalogue), palette(CSS), tmp_path)} == {b"kept"}
    other = cards(texts(catalogue), palette(CSS.replace("#0b5563", "#630b55")), tmp_path)
    assert not {path for _, path in other} & {path for _, path in first}


def test_the_colours_are_those_of_the_stylesheet() -> None:
    assert palette(CSS) == ((0xFD, 0xFC, 0xF9), (0x1C, 0x23, 0x26), (0x0B, 0x55, 0x63), (0x50, 0x5C, 0x63))
    assert palette(CSS.replace("#fdfcf9", "#fed"))[0] == (0xFF, 0xEE, 0xDD)
    assert len(palette((ROOT / "overrides/assets/site.css").read_text("utf-8"))) == 4


@pytest.mark.parametrize("css", ["", CSS.replace("--soft", "--hard"), CSS.replace("#505c63", "oklch(50% 0 0)")])
def test_a_stylesheet_without_a_colour_is_told(css: str) -> None:
    with pytest.raises(Missing, match=r"site\.css does not say --"):
        palette(css)
