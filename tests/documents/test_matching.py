"""What two texts have in common is found whole, in order, and only as far as it helps a reader."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import matching
from knowledge.documents.wording import Token, tokens

WORDS = st.lists(st.sampled_from("the staff must report gifts . , a".split()), max_size=24)


def told(old: str, new: str) -> list[str]:
    """The words of each run."""
    left, right = tokens(old), tokens(new)
    runs = matching.runs(left, right)
    found = [" ".join(token.word for token in left[run.old : run.old + run.size]).strip() for run in runs]
    return [words for words in found if words]


def as_tokens(words: list[str]) -> list[Token]:
    return [*(Token(" ", word) for word in words), Token("", "")]


def longest(old: list[str], new: list[str]) -> int:
    """The length of the longest common sequence, found slowly."""
    rows = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, left in enumerate(old):
        for j, right in enumerate(new):
            rows[i + 1][j + 1] = rows[i][j] + 1 if left == right else max(rows[i][j + 1], rows[i + 1][j])
    return rows[-1][-1]


@given(WORDS, WORDS)
def test_no_longer_sequence_is_common_to_both(old: list[str], new: list[str]) -> None:
    pairs = matching._common(old, new)
    assert len(pairs) == longest(old, new)
    assert all(old[left] == new[right] for left, right in pairs)
    assert pairs == sorted(pairs)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)


@given(WORDS, WORDS)
def test_runs_follow_each_other_and_say_the_same_in_both(old: list[str], new: list[str]) -> None:
    left, right = as_tokens(old), as_tokens(new)
    ends = (0, 0)
    for run in matching.runs(left, right):
        assert run.size > 0
        assert (run.old, run.new) >= ends
        assert min(run.old - ends[0], run.new - ends[1]) >= 0
        assert [token.key for token in left[run.old :][: run.size]] == [
            token.key for token in right[run.new :][: run.size]
        ]
        ends = run.old + run.size, run.new + run.size
    assert ends == (len(left), len(right))


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("Staff must act.", "Staff must report. Staff must act.", ["Staff must act ."]),
        ("A rule. Staff must act.", "A rule. Staff must report. Staff must act.", ["A rule .", "Staff must act ."]),
        ("A rule. Staff must report. Staff must act.", "A rule. Staff must act.", ["A rule .", "Staff must act ."]),
        ("يجب. على الشريك الرد.", "يجب. على الشريك البحث. على الشريك الرد.", ["يجب .", "على الشريك الرد ."]),
    ],
)
def test_a_sentence_is_put_in_or_taken_out_whole(old: str, new: str, runs: list[str]) -> None:
    assert told(old, new) == runs


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The board keeps a list of gifts, and the staff write in it.",
            "Whoever travels asks, before the journey, for advice.",
        ),
        ("one, two; three.", "four, five; six."),
        ("يلتزم الشريك بحفظ سجل الهدايا في مقره.", "على كل مسافر أن يطلب المشورة قبل رحلته."),
    ],
)
def test_texts_with_little_in_common_share_nothing_worth_showing(old: str, new: str) -> None:
    assert told(old, new) == []


def test_a_word_between_two_rewritten_stretches_is_given_up_and_a_long_one_kept() -> None:
    old = "Partners shall inform the authorities promptly and keep the receipts of everything."
    new = "Everybody bound by this Code reports the matter and keep the receipts of everything."
    assert told(old, new) == ["and keep the receipts of everything ."]


@pytest.mark.parametrize("step", [2, 3, 10, 100])
def test_five_thousand_words_are_compared_at_once_however_they_changed(step: int) -> None:
    old = [f"word{place * place % 977}" for place in range(5000)]
    new = [f"new{place}" if place % step == 0 else word for place, word in enumerate(old)]
    start = process_time()
    matching.runs(as_tokens(old), as_tokens(new))
    assert process_time() - start < 0.8


def test_texts_beyond_all_measure_are_compared_at_their_ends_only() -> None:
    old, new = ["a", *(["b", "c"] * 15_000), "z"], ["a", *(["c", "d"] * 15_000), "z"]
    assert matching._common(old, new) == [(0, 0), (30_001, 30_001)]
