"""Columns are as wide as what stands in them asks for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge import markup
from knowledge.downloads import columns


@given(st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), min_size=1, max_size=6))
def test_shares_are_all_of_the_width_and_none_is_empty(rows: list[list[str]]) -> None:
    found = columns.shares(rows)
    assert abs(sum(found) - 100) < 0.01
    assert min(found) > 2


def test_long_cells_get_more_but_less_than_their_due() -> None:
    narrow, wide = columns.shares([["6.2", "A sentence that is rather long for a cell of a table"]])
    assert wide > 2 * narrow
    assert wide < 10 * narrow


def test_a_long_word_gets_what_it_needs() -> None:
    word, words = columns.shares([["Rindfleischetikettierungsgesetz", "a b c d e f g h i j k l m n o p"]])
    assert word > words


def test_a_table_says_its_widths_once_and_one_with_merged_cells_does_not() -> None:
    root = markup.parse(
        "<table><caption>c</caption><tr><td>a</td><td>b</td></tr></table>"
        '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>'
    )
    columns.fit(root)
    columns.fit(root)
    assert [len(table.findall("colgroup/col")) for table in root.iter("table")] == [2, 0]
    assert [child.tag for child in root[0]][:2] == ["caption", "colgroup"]
