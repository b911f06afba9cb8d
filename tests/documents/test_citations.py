"""A citation says in the language of the text what was cited, and keeps its order wherever it is pasted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT
from tests.documents.binding import edition, speaking, text
from tests.documents.shown import from_right, shown

from knowledge import strings
from knowledge.catalogue import Catalogue
from knowledge.documents import citations, plaintext

PAGE = "https://host/kb/ar/policies/look/"
CLAUSE = f"{PAGE}#s1-1-a"


def cited(bound: Catalogue, code: str, number: str = "", **fields: Any) -> str:
    found = edition(bound, **fields)
    words = speaking(code)
    if not number:
        return citations.citation(found, text(found, code), PAGE, words)
    pattern = citations.pattern(found, text(found, code), words)
    return citations.fill(pattern, citations.spoken(number, code, words), CLAUSE)


def test_a_clause_is_cited_with_everything_that_tells_it_from_others(bound: Catalogue) -> None:
    assert cited(bound, "en", "1.1 a") == (
        f"Looking out, version 2, effective 1 March 2026, clause 1.1 a, {CLAUSE} (in English)"
    )


def test_french_says_article_and_names_its_days(bound: Catalogue) -> None:
    assert cited(bound, "fr", "1.1 a") == (
        f"La vigilance, version 2, applicable à compter du 1er mars 2026, article 1.1 a, {CLAUSE} (en français)"
    )


def test_arabic_has_its_own_letters_and_commas(bound: Catalogue) -> None:
    found = cited(bound, "ar", "1.1 a")
    said = "«سياسة اليقظة»، الإصدار 2 الساري اعتبارًا من 1 مارس 2026، البند 1.1 أ،"
    assert plaintext.bare(found) == f"{said} {CLAUSE} (باللغة العربية)"
    assert "," not in found


@pytest.mark.parametrize(
    ("fields", "version"),
    [
        ({"state": "draft", "since": None}, "version 2 (draft)"),
        ({"state": "adopted"}, "version 2, effective 1 March 2026"),
        ({"state": "withdrawn", "until": date(2026, 3, 1)}, "version 2 (withdrawn)"),
        (
            {"state": "superseded", "until": date(2027, 7, 1)},
            "version 2, effective 1 March 2026, no longer in force from 1 July 2027",
        ),
    ],
)
def test_a_document_is_cited_as_it_stands(bound: Catalogue, fields: dict[str, Any], version: str) -> None:
    assert cited(bound, "en", **fields) == f"Looking out, {version}, {PAGE} (in English)"


@pytest.mark.parametrize("base", ["L", "R"])
def test_an_arabic_citation_shows_in_order_in_either_direction(bound: Catalogue, base: str) -> None:
    version = ("«سياسة اليقظة»، الإصدار ", "2", " الساري اعتبارًا من ", "1", " مارس ", "2026")
    clause = ("، البند ", "1.1", " أ، ", CLAUSE, " (باللغة العربية)")
    assert shown(cited(bound, "ar", "1.1 a"), base) == from_right(*version, *clause)


def test_an_arabic_citation_is_one_block_in_an_english_sentence(bound: Catalogue) -> None:
    found = shown(f"See {cited(bound, 'ar')}, please.", "L")
    assert found == f"See {shown(cited(bound, 'ar'), 'L')}, please."


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("number", ["", "1.1 a"])
def test_other_citations_keep_their_order_in_an_arabic_letter(bound: Catalogue, code: str, number: str) -> None:
    found = cited(bound, code, number)
    assert shown(f"انظر {found} من فضلك", "R") == from_right("انظر ", " من فضلك").replace("  ", f" {found} ")


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_the_words_of_the_site_cite_every_part_once(bound: Catalogue, code: str) -> None:
    """Whatever translators make of the template."""
    translate = strings.translations(ROOT / "overrides/locales", code).gettext
    found = edition(bound)
    said = citations.spoken("7.9", code, translate)
    line = citations.fill(citations.pattern(found, text(found, code), translate), said, CLAUSE)
    parts = (text(found, code).record.title, " 7.9", f" {CLAUSE} ", "2026")
    assert [part for part in parts if line.count(part) != 1] == []
    for base in ("L", "R"):
        assert CLAUSE in shown(line, base)
        assert "7.9" in shown(line, base)


TITLES = st.text(st.sampled_from("اليقظة ًABC 12.-/()«»\"'،؟!:"), min_size=1, max_size=30).map(str.strip).filter(bool)


@given(title=TITLES)
def test_no_title_tears_an_arabic_citation_or_what_is_around_it_apart(bound: Catalogue, title: str) -> None:
    found = edition(bound)
    arabic = text(found, "ar")
    named = replace(arabic, record=replace(arabic.record, title=title))
    line = citations.citation(found, named, PAGE, speaking("ar"))
    alone = shown(line, "R")
    assert f" {PAGE} " in alone
    assert shown(f"see {line} now", "L") == f"see {alone} now"


@pytest.mark.parametrize(
    ("number", "code", "shown_as"),
    [
        ("3", "ar", "3"),
        ("3.2", "ar", "3.2"),
        ("3.2 a", "ar", "3.2 أ"),
        ("3.2 e", "ar", "3.2 هـ"),
        ("3.2 n", "ar", "3.2 ن"),
        ("3.2 o", "ar", "3.2 س"),
        ("3.2 a", "ar-EG", "3.2 أ"),
        ("3.2 a", "fr", "3.2 a"),
    ],
)
def test_a_number_is_named_as_its_readers_write_it(number: str, code: str, shown_as: str) -> None:
    assert citations.named(number, code) == shown_as


def test_a_section_is_called_a_section_as_in_the_texts() -> None:
    assert [citations.spoken("3", code, speaking(code)) for code in ("en", "ar")] == ["section 3", "القسم 3"]


def test_a_clause_is_spoken_in_words() -> None:
    assert [citations.spoken("3.2 a", code, speaking(code)) for code in ("en", "fr", "ar")] == [
        "clause 3.2 a",
        "article 3.2 a",
        "البند 3.2 أ",
    ]
