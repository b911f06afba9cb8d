"""Lines of plain text end before the margin and keep their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge import bidi
from knowledge.documents import plaintext
from knowledge.downloads.paragraphs import WIDTH, Paragraph

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=60).map(" ".join)


@given(WORDS, st.integers(0, 12))
def test_no_line_is_too_long_and_no_word_is_lost(words: str, indent: int) -> None:
    lines = list(Paragraph(words, "ltr", indent).lines())
    assert max(map(len, lines)) <= WIDTH
    assert " ".join(line.strip() for line in lines) == words


def test_a_lead_hangs_before_the_first_line() -> None:
    lines = list(Paragraph("word " * 40, "ltr", 2, "1.1", 6).lines())
    assert lines[0].startswith("  1.1   word")
    assert lines[1].startswith("        word")


def test_an_island_stays_on_one_line_and_every_line_says_its_direction() -> None:
    island = f"{bidi.OPEN}+45 88 32 70 00{bidi.CLOSE}"
    lines = list(Paragraph("كلمة " * 13 + island + " كلمة" * 9, "rtl").lines())
    assert len([line for line in lines if island in line]) == 1
    assert all(line.startswith(plaintext.RLM + plaintext.RLI) and line.endswith(plaintext.PDI) for line in lines)
    assert all(line.count(bidi.OPEN) + 1 == line.count(bidi.CLOSE) for line in lines)


def test_code_stays_as_it_is() -> None:
    code = "x" * 90 + "\n  y"
    assert list(Paragraph(code, "ltr", 4, literal=True).lines()) == ["    " + "x" * 90, "      y"]


def test_an_empty_paragraph_is_an_empty_line() -> None:
    assert list(Paragraph("", "rtl").lines()) == [""]
