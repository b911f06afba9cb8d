"""Figures: the same whatever the language writes them like, and never equal when they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents.figures import figures


def values(text: str, code: str = "") -> list[str]:
    return [figure.value for figure in figures(text, code) if not figure.month]


def months(text: str, code: str) -> list[str]:
    return [figure.value for figure in figures(text, code) if figure.month]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within 30 days", ["30"]),
        ("1,000 or 1 000 or 1.000 or 1000", ["1000"] * 4),
        ("1,234,567.89 1.234.567,89 1 234 567,89", ["1234567.89"] * 3),
        ("1.5 and 1,5", ["1.5", "1.5"]),
        ("1.5 is not 15", ["1.5", "15"]),
        ("0.125 is not 125", ["0.125", "125"]),
        ("clauses 4.1 and 4.10, 5.1.2", ["4.1", "4.10", "5.1.2"]),
        ("3, 4 and 5.", ["3", "4", "5"]),
        ("5 to 7, 5-7, 5–7", ["5", "7"] * 3),
        ("50 %, 50%, 50 per cent", ["50"] * 3),
        ("le 1er, the 3rd, COVID-19", ["1", "3", "19"]),
        ("007", ["7"]),
        ("0", ["0"]),
        ("in 2024 12 people", ["2024", "12"]),
        ("", []),
    ],
)
def test_a_figure_has_one_form(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17:00", ["17"]),
        ("5 pm", ["17"]),
        ("5 p.m.", ["17"]),
        ("17 h", ["17"]),
        ("17h", ["17"]),
        ("17 heures", ["17"]),
        ("5 heures du soir", ["17"]),
        ("الساعة 5 مساءً", ["17"]),
        ("17:30", ["17", "30"]),
        ("5.30 pm", ["17", "30"]),
        ("5:30 p.m.", ["17", "30"]),
        ("17 h 30", ["17", "30"]),
        ("17h30", ["17", "30"]),
        ("9 am", ["9"]),
        ("9:05 صباحًا", ["9", "05"]),
        ("12 am", ["0"]),
        ("12 pm", ["12"]),
        ("within 24 hours", ["24"]),
        ("sous 24 h", ["24"]),
        ("5.30", ["5.30"]),
        ("99:30", ["99", "30"]),
    ],
)
def test_a_time_is_its_hour_on_the_clock_of_24_and_its_minutes(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "expected", "month"),
    [
        ("1 March 2026", "en", ["1", "2026"], ["3"]),
        ("March 1, 2026", "en", ["1", "2026"], ["3"]),
        ("1er mars 2026", "fr", ["1", "2026"], ["3"]),
        ("Mars 2026", "fr", ["2026"], ["3"]),
        ("1 مارس 2026", "ar", ["1", "2026"], ["3"]),
        ("1 آذار 2026", "ar", ["1", "2026"], ["3"]),
        ("1 من كانون الثاني 2026", "ar", ["1", "2026"], ["1"]),
        ("2026-03-01", "en", ["2026", "1"], ["3"]),
        ("01.03.2026", "de", ["1", "3", "2026"], []),
        ("01/03/2026", "fr", ["1", "3", "2026"], []),
        ("clauses 4 and 5 may differ", "en", ["4", "5"], []),
        ("in May or on Mars", "en", [], []),
        ("1 March", "", ["1"], []),
        ("1 March", "xx", ["1"], []),
    ],
)
def test_a_day_is_its_figures_and_its_month(text: str, code: str, expected: list[str], month: list[str]) -> None:
    assert (values(text, code), months(text, code)) == (expected, month)


@pytest.mark.parametrize("text", ["01 23 45 67 89", "0123 456 789", "012-345-6789"])
def test_a_phone_number_is_one_figure_however_grouped(text: str) -> None:
    assert values(text) == ["0123456789"]


def test_a_figure_knows_where_it_stands() -> None:
    text = "On 1 March at 5 pm"
    assert [text[figure.start : figure.end] for figure in figures(text, "en")] == ["1", "5 pm", "March"]


@given(st.integers(0, 10**9), st.sampled_from([",", " ", "."]))
def test_separators_of_thousands_never_change_a_number(number: int, mark: str) -> None:
    assert values(f"{number:,}".replace(",", mark)) == [str(number)]


@given(st.integers(1, 999), st.integers(0, 99))
def test_a_decimal_sign_is_never_lost(whole: int, part: int) -> None:
    assert values(f"{whole},{part}") == values(f"{whole}.{part}") != values(f"{whole}{part}")
