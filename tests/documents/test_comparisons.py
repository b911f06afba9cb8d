"""Two languages stand side by side by number, and a gap stays a gap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents.comparisons import Row, align


def test_clauses_meet_by_their_numbers() -> None:
    assert align({"1": "A", "1.1": "b"}, {"1": "أ", "1.1": "ب"}) == [Row("1", "A", "أ"), Row("1.1", "b", "ب")]


def test_what_one_language_lacks_is_a_gap_at_its_place() -> None:
    assert align({"1": "A", "1.1": "b", "2": "C"}, {"1": "أ", "1.2": "ب", "2": "ج"}) == [
        Row("1", "A", "أ"),
        Row("1.1", "b", None),
        Row("1.2", None, "ب"),
        Row("2", "C", "ج"),
    ]


def test_rows_know_their_address_and_their_depth() -> None:
    rows = align({"3": "", "3.2": "", "3.2 a": ""}, {})
    assert [(row.id, row.depth) for row in rows] == [("s3", 1), ("s3-2", 2), ("s3-2-a", 3)]


NUMBERS = st.lists(st.sampled_from([f"{section}.{place}" for section in range(4) for place in range(4)]), unique=True)


@given(NUMBERS, NUMBERS)
def test_every_clause_of_both_stands_once(left: list[str], right: list[str]) -> None:
    rows = align(dict.fromkeys(left, "l"), dict.fromkeys(right, "r"))
    assert sorted(row.number for row in rows) == sorted({*left, *right})
    assert [row.number for row in rows if row.left] == left
