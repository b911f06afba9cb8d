"""Titles stand in the order of a printed index, under their first letters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.alphabet import key, letters


def indexed(*titles: str) -> list[tuple[str, list[str]]]:
    return letters(titles, str)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Éthique", "ethique"),
        ("À propos", "a propos"),
        ("Œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("أخلاق", "اخلاق"),
        ("إعلام", "اعلام"),
        ("آراء", "اراء"),
        ("مُدَوَّنة", "مدونة"),
        ("المساواة", "مساواة"),
        ("«Mot»", "mot"),
        ("  Two   words ", "two words"),
    ],
)
def test_what_does_not_count_in_an_index_does_not_count(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize("title", ["ألم", "ال", "الف", "ألمانيا", "إلغاء"])
def test_letters_that_belong_to_the_word_are_not_taken_for_the_article(title: str) -> None:
    assert key(title)[0] == "ا"


def test_titles_are_sorted_below_their_letters() -> None:
    assert indexed("Zoo", "école", "Ethics", "About", "Échange") == [
        ("A", ["About"]),
        ("E", ["Échange", "école", "Ethics"]),
        ("Z", ["Zoo"]),
    ]


def test_arabic_titles_stand_under_the_letter_after_the_article() -> None:
    found = indexed("المساواة بين الجنسين", "أخلاقيات", "مدونة", "إبلاغ")
    assert found == [("ا", ["إبلاغ", "أخلاقيات"]), ("م", ["مدونة", "المساواة بين الجنسين"])]


def test_titles_that_begin_with_a_digit_stand_together_first() -> None:
    assert indexed("About", "7 rules", "2026 in review") == [("0–9", ["2026 in review", "7 rules"]), ("A", ["About"])]


def test_the_script_that_most_titles_are_in_comes_first() -> None:
    mixed = indexed("Budget", "مدونة", "إبلاغ", "About", "سياسة")
    assert [letter for letter, _ in mixed] == ["ا", "س", "م", "A", "B"]
    assert [letter for letter, _ in indexed("Budget", "About", "سياسة")] == ["A", "B", "س"]


def test_without_titles_there_are_no_letters() -> None:
    assert indexed() == []


@settings(deadline=None)
@given(st.lists(st.text(max_size=8), max_size=8))
def test_every_title_stands_once(titles: list[str]) -> None:
    assert sorted(title for _, group in indexed(*titles) for title in group) == sorted(titles)


@settings(deadline=None)
@given(st.lists(st.text(max_size=8), max_size=8))
def test_the_order_does_not_depend_on_the_order_given(titles: list[str]) -> None:
    assert indexed(*titles) == indexed(*reversed(titles))
