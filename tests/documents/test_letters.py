"""Sub-clauses have letters in order, and those of Arabic stand for the same as a, b, c."""

from __future__ import annotations

from itertools import pairwise

from knowledge.documents.letters import ABJAD, lettered


def test_all_letters_follow_each_other_in_both_alphabets_the_fifth_with_and_without_a_stroke() -> None:
    latin = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    assert len(ABJAD) == len(latin)
    for arabic, (before, after) in zip(ABJAD[1:], pairwise(latin), strict=True):
        assert lettered(f"3.2 {before}", arabic) == lettered(f"3.2 {before}", after) == f"3.2 {after}"
    assert lettered("3.2 d", "هـ") == lettered("3.2 d", "ه") == "3.2 e"
    assert lettered("3.2 z", "a") == ""
