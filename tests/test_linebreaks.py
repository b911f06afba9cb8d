"""A title takes as few lines as it can, none much longer than the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.linebreaks import balanced


def lines(text: str, limit: float) -> list[str]:
    """A text of letters that are all one wide."""
    parts = text.split(" ")
    return balanced(parts, [len(part) for part in parts], 1, limit)


@pytest.mark.parametrize(
    ("text", "limit", "wanted"),
    [
        ("one", 10, ["one"]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("one two three four five", 20, ["one two three", "four five"]),
        ("a b c d e f g h", 13, ["a b c d", "e f g h"]),
        ("interminable a", 5, ["interminable", "a"]),
    ],
)
def test_lines_are_few_and_much_the_same(text: str, limit: float, wanted: list[str]) -> None:
    assert lines(text, limit) == wanted


WORDS = st.lists(st.text("abc", min_size=1, max_size=12), min_size=1, max_size=14).map(" ".join)


@given(WORDS, st.integers(1, 40))
def test_no_word_is_lost_and_no_line_too_long(text: str, limit: int) -> None:
    broken = lines(text, limit)
    assert " ".join(broken) == text
    assert all(len(line) <= limit or " " not in line for line in broken)


@given(WORDS, st.integers(12, 40))
def test_no_other_way_needs_fewer_lines(text: str, limit: int) -> None:
    greedy = 1
    room = limit + 1
    for word in text.split(" "):
        if len(word) + 1 > room:
            greedy, room = greedy + 1, limit + 1
        room -= len(word) + 1
    assert len(lines(text, limit)) == greedy
