"""Two languages stand side by side by number, and a gap stays a gap."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import markup
from knowledge.documents import comparisons, sections
from knowledge.documents.comparisons import NOTES, START, Parts, Row, align

TEXT = """
<p>Words before.</p>
<h2 id="s1">1. Rule</h2>
<p>1.1 Report it.<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
<p>a) See <a href="#s1-2">1.2</a> and <a href="#form">the form</a>.</p>
<p>1.2 Keep a list.</p> Words that stand bare.
<h2 id="form">Form</h2>
<p><label for="day">Day</label> <input id="day" name="days"></p>
<div class="footnote"><ol><li id="fn:1"><p>At once. <a class="footnote-backref" href="#fnref:1">↩</a></p></li></ol></div>
"""


def parts(code: str = "fr", **moved: str) -> Parts:
    root = markup.parse(TEXT)
    found = sections.wrap(root, str)
    return comparisons.parts(root, found, {old.replace("_", "."): new for old, new in moved.items()}, code)


def test_nothing_of_a_text_is_left_out() -> None:
    said = parts()
    assert list(said) == [START, "1", "1.1", "1.1 a", "1.2", "form", NOTES]
    shown = "".join(markup.parse(html).text_content() for html in said.values())
    assert "".join(shown.split()) == "".join(markup.parse(TEXT).text_content().split())


def test_a_mark_leads_to_the_note_of_its_own_language_and_back() -> None:
    for code in ("fr", "ar"):
        said = parts(code)
        assert f'href="#{code}-fn:1"' in said["1.1"]
        assert f'id="{code}-fn:1"' in said[NOTES]
        assert f'href="#{code}-fnref:1"' in said[NOTES]
        assert f'id="{code}-fnref:1"' in said["1.1"]


def test_every_link_inside_leads_somewhere_and_no_id_stands_twice() -> None:
    rows = align(parts("fr"), parts("ar"))
    page = "".join(f'<p id="{row.id}"></p>{row.left}{row.right}' for row in rows if row.id)
    page += "".join(f"{row.left}{row.right}" for row in rows if not row.id)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_what_belongs_together_by_id_still_does() -> None:
    assert '<label for="fr-day">Day</label> <input id="fr-day" name="fr-days">' in parts()["form"]


def test_a_clause_that_moved_since_stands_beside_what_it_became() -> None:
    said = parts(**{"1_2": "1.5"})
    assert list(said)[4] == "1.5"
    assert 'href="#s1-5"' in said["1.5"]
    assert 'href="#s1-5">1.2</a>' in said["1.1 a"]


def test_a_clause_stays_where_another_has_its_new_number() -> None:
    assert list(parts(**{"1_2": "1.1"})) == list(parts())


def test_clauses_meet_by_their_numbers() -> None:
    assert align({"1": "A", "1.1": "b"}, {"1": "أ", "1.1": "ب"}) == [Row("1", "A", "أ"), Row("1.1", "b", "ب")]


def test_what_one_language_lacks_is_a_gap_at_its_place() -> None:
    assert align({"1": "A", "1.1": "b", "2": "C"}, {"1": "أ", "1.2": "ب", "2": "ج"}) == [
        Row("1", "A", "أ"),
        Row("1.1", "b", None),
        Row("1.2", None, "ب"),
        Row("2", "C", "ج"),
    ]


@pytest.mark.parametrize(
    ("right", "order"),
    [
        (["3", "3.2", "3.10"], ["3", "3.2", "3.9", "3.10", "4", "annex", NOTES]),
        (["3", "3.2", "3.2 a"], ["3", "3.2", "3.2 a", "3.9", "4", "annex", NOTES]),
        (["3", "4", "5"], ["3", "3.2", "3.9", "4", "5", "annex", NOTES]),
        (["3", "4", "other", NOTES], ["3", "3.2", "3.9", "4", "other", "annex", NOTES]),
        ([START, "3"], [START, "3", "3.2", "3.9", "4", "annex", NOTES]),
        (["2", "3"], ["2", "3", "3.2", "3.9", "4", "annex", NOTES]),
    ],
)
def test_what_only_the_second_language_has_stands_where_it_belongs(right: list[str], order: list[str]) -> None:
    left = dict.fromkeys(["3", "3.2", "3.9", "4", "annex", NOTES], "l")
    assert [row.part for row in align(left, dict.fromkeys(right, "r"))] == order


def test_what_only_the_other_side_has_stands_by_its_number_not_by_its_digits() -> None:
    left, right = dict.fromkeys(["3", "3.2", "3.9", "3.11", "4"], ""), dict.fromkeys(["3.2 a", "3.10"], "")
    assert [row.number for row in align(left, right)] == ["3", "3.2", "3.2 a", "3.9", "3.10", "3.11", "4"]


def test_rows_know_their_address_and_their_depth() -> None:
    rows = align({"3": "", "3.2": "", "3.2 a": "", "annex": "", NOTES: ""}, {})
    assert [(row.id, row.number, row.depth) for row in rows] == [
        ("s3", "3", 1),
        ("s3-2", "3.2", 2),
        ("s3-2-a", "3.2 a", 3),
        ("annex", "", 1),
        ("", "", 1),
    ]


NUMBERS = st.lists(
    st.sampled_from([f"{section}.{place}" for section in range(1, 5) for place in range(4)] + ["annex", START]),
    unique=True,
)


@given(NUMBERS, NUMBERS)
def test_every_part_of_both_stands_once(left: list[str], right: list[str]) -> None:
    rows = align(dict.fromkeys(left, "l"), dict.fromkeys(right, "r"))
    assert sorted(row.part for row in rows) == sorted({*left, *right})
    assert [row.part for row in rows if row.left] == left
