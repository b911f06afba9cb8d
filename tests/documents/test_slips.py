"""Slips: what looks like the number of a clause and is none is told with what to write instead."""

from __future__ import annotations

import pytest
from tests.documents.hostile import ENOUGH, TEXTS, seconds
from tests.documents.test_clauses import ARABIC, ENGLISH

from knowledge.documents import slips

HEAD = "## 3. Duties\n\n3.1 One\n\n"


def told(text: str, head: str = HEAD) -> list[str]:
    return [f"{problem.line}: {problem.what}" for problem in slips.check("a.md", head + text)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("3.2. Two", "5: 3.2. is not read as a clause"),
        ("3.2) Two", "5: 3.2) is not read as a clause"),
        ("(3.2) Two", "5: (3.2) is not read as a clause"),
        ("3.2: Two", "5: 3.2: is not read as a clause"),
        ("**3.2** Two", "5: **3.2** is not read as a clause"),
        ("**3.2 Two**", "5: **3.2 is not read as a clause"),
        ("- 3.2 Two", "5: - 3.2 is not read as a clause"),
        ("3.2", "5: 3.2 is not read as a clause"),
        ("3.02 Two", "5: 3.02 is not read as a clause"),
        ("٣.٢ اثنان", "5: ٣.٢ is not read as a clause"),
        ("### 3.2 Two", "5: a heading cannot be clause 3.2"),
        ("## 3.2 Two", "5: a heading cannot be clause 3.2"),
        ("b) Two", "5: b) does not follow 3.1"),
        ("a) x\n\nc) y", "7: c) does not follow 3.1 a"),
        ("a) x\n\na) y", "7: a) does not follow 3.1 a"),
        ("أ) س\n\nج) ص", "7: ج) does not follow 3.1 a"),
        ("(a) x", "5: (a) is not read as a clause"),
        ("أ- س", "5: أ- is not read as a clause"),
        ("a – x", "5: a – is not read as a clause"),
        ("3.2 Two\n3.3 Three", "6: 3.3 begins in the middle of a paragraph"),
        ("3.2 Two:\na) x", "6: 3.2 a begins in the middle of a paragraph"),
        ("a) x\nb) y", "6: 3.1 b begins in the middle of a paragraph"),
        ("? Two", "5: a clause waits for its number"),
        ("3.? Two", "5: a clause waits for its number"),
        ("؟ اثنان", "5: a clause waits for its number"),
        ("## ? Another", "5: a clause waits for its number"),
        ("?) two", "5: a clause waits for its number"),
    ],
)
def test_a_slip_is_told_with_its_line(text: str, what: str) -> None:
    assert told(text) == [what]


def test_numbers_with_a_full_stop_are_told_below_headings_without_numbers_too() -> None:
    assert told("1.1. One", "## Scope\n\n") == ["3: 1.1. is not read as a clause"]


@pytest.mark.parametrize(
    "text",
    [
        "3.2 Two",
        "3.2–3.4 are gone.",
        "3.2-year terms",
        "4.2. is elsewhere",
        "**1.5** million",
        "a) x\n\ni) Roman\n\nii) Roman\n\nb) y",
        "3.2 As clause\n3.1 says, and clause\n5.4 too",
        "```\n3.2. code\n```",
        "Is it? Yes",
        "?",
        "A. Author",
        "### 1. Step",
        "| 3.2. | x |\n|---|---|",
    ],
)
def test_what_is_meant_so_is_let_be(text: str) -> None:
    assert told(text) == []


def test_letters_below_a_heading_without_a_number_are_let_be() -> None:
    assert told("## Annex\n\nb) x\n\n(a) y") == []


def test_sound_texts_have_no_slips() -> None:
    assert told(ENGLISH, "") + told(ARABIC, "") == []


def test_the_cure_says_what_to_write() -> None:
    cures = [problem.cure for problem in slips.check("a.md", f"{HEAD}٣.٠٢. اثنان\n\n? Three")]
    assert cures == [
        "write 3.2, a space and its words, with nothing before it",
        "run `make numbers FILE=a.md`",
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_takes_no_longer_than_its_length(name: str) -> None:
    assert seconds(lambda: list(slips.check("a.md", TEXTS[name]))) < ENOUGH
