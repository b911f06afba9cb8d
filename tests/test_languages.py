"""Languages follow from the configuration: directions, addresses, file names, dates and numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.drafts import ARABIC, ENGLISH, FRENCH, LANGUAGES

from knowledge.languages import Language, read


def test_the_default_language_comes_first_and_the_others_keep_their_order() -> None:
    settings: list[dict[str, Any]] = [
        {"locale": "fr", "name": "Français"},
        {"locale": "ar", "name": "العربية"},
        {"locale": "en", "name": "English", "default": True},
    ]
    assert [language.code for language in read(settings, "Site").all] == ["en", "fr", "ar"]


def test_a_language_that_is_not_built_is_left_out() -> None:
    persian = {"locale": "fa", "name": "فارسی", "build": False}
    assert "fa" not in read([{"locale": "en", "name": "English", "default": True}, persian], "Site")


def test_a_language_has_the_name_of_the_site_unless_it_has_its_own() -> None:
    own = {"locale": "ar", "name": "العربية", "site_name": "موقع", "site_description": "وصف"}
    found = read([{"locale": "en", "name": "English", "default": True}, own], "Site", "About it")
    assert (found["en"].site_name, found["en"].site_description) == ("Site", "About it")
    assert (found["ar"].site_name, found["ar"].site_description) == ("موقع", "وصف")


@pytest.mark.parametrize(
    ("code", "direction"),
    [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl"), ("fa", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("pt-BR", "ltr")],
)
def test_the_direction_follows_from_the_language(code: str, direction: str) -> None:
    assert Language(code, code, default=False).direction == direction


@pytest.mark.parametrize(
    ("language", "page_id", "url"),
    [
        (ENGLISH, "", ""),
        (ENGLISH, "news/2026", "news/2026/"),
        (FRENCH, "", "fr/"),
        (FRENCH, "news/2026", "fr/news/2026/"),
        (ARABIC, "ethics", "ar/ethics/"),
    ],
)
def test_a_page_lies_below_the_root_of_its_language(language: Language, page_id: str, url: str) -> None:
    assert language.url(page_id) == url


def test_only_files_of_other_languages_carry_a_suffix() -> None:
    assert [language.file_name() for language in LANGUAGES.all] == ["index.md", "index.fr.md", "index.ar.md"]
    assert LANGUAGES.file_names() == "index.md, index.fr.md, index.ar.md"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("index.md", "en"),
        ("index.fr.md", "fr"),
        ("index.en.md", "en"),
        ("index.de.md", "de"),
        ("index.pt-BR.md", "pt-BR"),
        ("index.FR.md", "FR"),
        ("report.md", None),
        ("index.fr.ar.md", None),
        ("index.f.md", None),
        ("index.html", None),
        ("myindex.md", None),
    ],
)
def test_a_file_name_claims_a_language(name: str, code: str | None) -> None:
    assert LANGUAGES.of_file(name) == code


@pytest.mark.parametrize(
    ("code", "shown"),
    [("en", "1 March 2026"), ("fr", "1er mars 2026"), ("ar", "1 مارس 2026"), ("es", "1 marzo 2026")],
)
def test_a_day_is_written_in_words_with_european_digits(code: str, shown: str) -> None:
    assert Language(code, code, default=False).date(date(2026, 3, 1)) == shown


@pytest.mark.parametrize("code", ["fa", "ur", "ar-EG", "bn"])
def test_days_and_numbers_have_european_digits_in_every_script(code: str) -> None:
    language = Language(code, code, default=False)
    for shown in (language.date(date(2026, 3, 1)), language.number(2026)):
        assert [mark for mark in shown if mark.isdigit() and not mark.isascii()] == []


@pytest.mark.parametrize(("language", "shown"), [(ENGLISH, "12,345"), (FRENCH, "12\u202f345"), (ARABIC, "12,345")])
def test_a_number_has_the_separators_of_its_language(language: Language, shown: str) -> None:
    assert language.number(12345) == shown


def test_a_language_can_name_another() -> None:
    assert (ENGLISH.name_of(ARABIC), FRENCH.name_of(ENGLISH), ARABIC.name_of(FRENCH)) == (
        "Arabic",
        "anglais",
        "الفرنسية",
    )


def test_a_language_without_a_name_in_another_keeps_its_own() -> None:
    assert ENGLISH.name_of(Language("qaa", "Ours", default=False)) == "Ours"


@pytest.mark.parametrize(
    ("code", "wanted"),
    [("en", "en_US"), ("fr", "fr_FR"), ("fr-CA", "fr_CA"), ("ar", "ar_EG"), ("zh-Hant", "zh_TW"), ("es", "es_ES")],
)
def test_open_graph_gets_a_territory_too(code: str, wanted: str) -> None:
    (language,) = read([{"locale": code, "name": code, "default": True}], "Site").all
    assert language.with_territory == wanted
