"""Arabic keeps its own punctuation, digits and letters, and only what is certain is mended without a person."""

from __future__ import annotations

import pytest
from tests.editing.texts import fixed, told

MENDED = [
    ("مرحبا, يا عالم", "مرحبا، يا عالم"),
    ("مرحبا ,يا عالم", "مرحبا، يا عالم"),
    ("اتصلوا بمنظمة IMS, ثم انتظروا", "اتصلوا بمنظمة IMS، ثم انتظروا"),
    ("أولًا; ثانيًا", "أولًا؛ ثانيًا"),
    ("من أنت?", "من أنت؟"),
    ('قال "نعم" ومضى', "قال «نعم» ومضى"),
    ("هو ، وهي", "هو، وهي"),
    ("هو،وهي", "هو، وهي"),
    ("مـــرحبا", "مرحبا"),
    ("في عام ٢٠٢٦ و۱۲", "في عام 2026 و12"),
    ("کتاب", "كتاب"),
    ("یكتب", "يكتب"),
    ("ھذا", "هذا"),
]
LEFT = [
    "بلغ 3,5 و1،000",
    "هـ) البند الخامس",
    "عام 1447 هـ، ثم",
    "الـIMS وبـ15 يومًا",
    "«نعم»، قال",
    "على 2026-03-01 وهاتف +45 88-32-70",
    "النص `a,b ;` و[رابط](a,b.md) {{ a.b }}",
    "IMS, Copenhagen",
    "ماذا؟! (نعم؟)",
]


@pytest.mark.parametrize(("wrong", "right"), MENDED)
def test_what_is_certain_is_told_and_mended(wrong: str, right: str) -> None:
    assert told(wrong)
    assert fixed(wrong) == right
    assert told(right) == []


@pytest.mark.parametrize("text", LEFT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert told(text) == []
    assert fixed(text) == text


@pytest.mark.parametrize("text", ["علی الطاولة", "گوگل", "خانۀ", "من 5–7 أيام", "بين 10-12 سنة", "بين 5 – 7"])
def test_what_a_person_must_decide_is_told_and_not_mended(text: str) -> None:
    (line,) = told(text)
    assert line.startswith("4 ")
    assert fixed(text) == text
