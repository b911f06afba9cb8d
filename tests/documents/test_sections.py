"""Each clause is a section with its number as its address, whatever stands inside it."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, builder

from knowledge import markup
from knowledge.documents import sections
from knowledge.documents.sections import Sections

DOCUMENT = """
<p>Words before.</p>
<h2 id="aim">1. Aim of <em>this</em> text</h2>
<p>1.1 It binds:</p>
<p>a) staff;</p>
<p>b) <strong>partners</strong>.</p>
<p>1.2 Answer by table.</p>
<table><tr><td>Yes</td></tr></table>
<h2 id="s2">2. Scope</h2>
<p>2.1 [repealed in version 4]</p>
<p>2.2.1 Deeper.</p>
<div class="footnote"><p>1.9 A note.</p></div>
"""


def wrapped(document: str = DOCUMENT) -> tuple[HtmlElement, Sections]:
    root = markup.parse(document)
    return root, sections.wrap(root, lambda number: f"Clause {number}")


def ids(root: HtmlElement) -> list[str]:
    return [section.get("id", "") for section in root.iter("section")]


def test_each_number_is_a_section_in_the_order_of_the_text() -> None:
    root, found = wrapped()
    assert list(found) == ["1", "1.1", "1.1 a", "1.1 b", "1.2", "2", "2.1", "2.2.1"]
    assert ids(root) == ["s1", "s1-1", "s1-1-a", "s1-1-b", "s1-2", "s2", "s2-1", "s2-2-1"]
    assert found["1.1 b"].get("data-clause") == "1.1 b"


def test_clauses_lie_inside_what_they_belong_to() -> None:
    _, found = wrapped()
    assert found["1.1 a"].getparent() is found["1.1"]
    assert found["1.1"].getparent() is found["1"]
    assert found["1.2"].find("table") is not None


def test_footnotes_and_words_before_the_first_number_belong_to_no_clause() -> None:
    root, _ = wrapped()
    assert [child.tag for child in root] == ["p", "section", "section", "div"]


def test_a_heading_without_a_number_ends_the_clause_before_it() -> None:
    root, _ = wrapped("<h2>1. A</h2><p>1.1 b</p><h2>Annex</h2><p>words</p>")
    assert [child.tag for child in root] == ["section", "h2", "p"]


def test_the_written_number_is_a_link_that_says_what_it_is() -> None:
    _, found = wrapped()
    link = found["1.1 a"][0][0]
    assert (link.text, link.get("href"), link.get("aria-label")) == ("a)", "#s1-1-a", "Clause 1.1 a")
    assert link.tail == "\u00a0staff;"
    assert found["1"][0].get("id") is None


def test_arabic_letters_give_the_same_ids() -> None:
    root, _ = wrapped("<h2>1. نطاق</h2><p>1.1 يسري على:</p><p>أ) العاملين؛</p><p>ب) الشركاء.</p>")
    assert ids(root) == ["s1", "s1-1", "s1-1-a", "s1-1-b"]


def test_nothing_of_the_text_is_lost() -> None:
    root, _ = wrapped()
    assert "".join(root.text_content().split()) == "".join(markup.parse(DOCUMENT).text_content().split())


def test_a_repealed_clause_can_be_told_apart() -> None:
    _, found = wrapped()
    assert [number for number, section in found.items() if "repealed" in section.get("class", "")] == ["2.1"]


def test_a_clause_alone_is_without_the_clauses_below_it() -> None:
    _, found = wrapped()
    assert [block.text_content() for block in sections.blocks(found["1.1"])] == ["1.1\u00a0It binds:"]
    assert [block.tag for block in sections.blocks(found["1.2"])] == ["p", "table"]


def test_sections_of_the_author_are_no_clauses() -> None:
    root, found = wrapped("<h2>1. A</h2><p>1.1 b</p><section>said</section><h2>Annex</h2><section>more</section>")
    assert [block.tag for block in sections.blocks(found["1.1"])] == ["p", "section"]
    sections.note(found["1.1"], builder.E.aside("changed"))
    assert [child.tag for child in found["1.1"]] == ["p", "section", "aside"]
    assert [block.tag for block in sections.outside(root)[1][0].blocks] == ["h2", "section"]


def test_what_belongs_to_no_clause_stands_before_them_or_in_annexes() -> None:
    text = "<p>x</p><h2>Why</h2><h2>1. A</h2><p>1.1 b</p><h2>B</h2><p>c</p><h2>D</h2><h2>2. E</h2><p>f</p><h2>G</h2>"
    root, _ = wrapped(f'{text}<div class="footnote">n</div>')
    start, annexes = sections.outside(root)
    assert [block.text for block in start] == ["x", "Why"]
    assert [(annex.after, [block.text for block in annex.blocks]) for annex in annexes] == [
        ("1.1", ["B", "c"]),
        ("1.1", ["D"]),
        ("2", ["G"]),
        ("2", ["n"]),
    ]


def test_a_number_that_stands_twice_begins_one_section() -> None:
    root, found = wrapped("<h2>1. A</h2><p>1.1 b</p><p>a) c</p><p>1.1 d</p><p>b) e</p>")
    assert list(found) == ["1", "1.1", "1.1 a"]
    assert found["1.1 a"].text_content() == "a)\u00a0c1.1 db) e"
    assert len(root) == 1


def test_a_link_to_a_former_number_leads_to_the_clause_and_says_so() -> None:
    _, found = wrapped()
    sections.formerly(found, [("1.7", "1.2"), ("9", "8")], lambda old: f"(formerly {old})")
    assert found["1.2"].xpath("p/small/@id") == ["s1-7"]
    assert found["1.2"][0].text_content().split() == "1.2 (formerly 1.7) Answer by table.".split()


def test_a_note_stands_after_the_words_of_a_clause_and_before_the_clauses_below() -> None:
    _, found = wrapped()
    sections.note(found["1.1"], builder.E.aside("changed"))
    assert [child.tag for child in found["1.1"]] == ["p", "aside", "section", "section"]


ORDER = ["0", "1", "1.1", "1.1 a", "1.1 b", "1.1 c", "1.2", "1.3", "2", "2.1", "2.2.1", "3", "3.1"]


@pytest.mark.parametrize(
    ("number", "after"),
    [("1.1 c", "s1-1-b"), ("1.3", "s1-2"), ("3", "s2"), ("2.2", "s2-1")],
)
def test_a_clause_that_is_missing_gets_its_place(number: str, after: str) -> None:
    root, found = wrapped()
    order = ORDER if number in ORDER else [*ORDER[:10], number, *ORDER[10:]]
    sections.insert(root, dict(found), number, order, builder.E.section(id="new"))
    before = root.get_element_by_id("new").getprevious()
    assert before is not None
    assert before.get("id") == after


def test_a_first_clause_that_is_missing_stands_behind_what_opens_the_text() -> None:
    root, found = wrapped()
    sections.insert(root, dict(found), "0", ORDER, builder.E.section(id="new"))
    assert [child.get("id") for child in root][:3] == [None, "new", "s1"]
    empty = markup.parse("<p>Words.</p>")
    sections.insert(empty, {}, "0", ORDER, builder.E.section(id="new"))
    assert [child.tag for child in empty] == ["p", "section"]


def test_a_first_clause_of_a_section_that_is_missing_stands_before_its_others() -> None:
    _, found = wrapped()
    order = ["1", "1.4", *ORDER[2:]]
    sections.insert(found["1"], dict(found), "1.4", order, builder.E.section(id="new"))
    assert [child.get("id") for child in found["1"]] == [None, "new", "s1-1", "s1-2"]


def test_clauses_of_a_section_that_is_missing_too_go_into_it() -> None:
    root, found = wrapped()
    known = dict(found)
    for number in ("3", "3.1"):
        sections.insert(root, known, number, ORDER, builder.E.section(id=f"new-{number}"))
    assert root.get_element_by_id("new-3.1").getparent() is root.get_element_by_id("new-3")
