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


def test_the_words_of_a_clause_are_its_own_without_its_number() -> None:
    _, found = wrapped()
    said = sections.words(found)
    assert said["1"] == "Aim of this text"
    assert said["1.1"] == "It binds:"
    assert said["1.2"] == "Answer by table.\n\nYes"


def test_the_html_of_a_clause_alone_keeps_its_number_and_carries_no_second_id() -> None:
    _, found = wrapped()
    own = sections.own(found)
    assert own["1.1 b"].startswith('<p><a class="number" href="#s1-1-b"')
    assert own["1.1 b"].endswith("<strong>partners</strong>.</p>")
    assert "staff" not in own["1.1"]
    assert not any(" id=" in html for html in own.values())
    assert found["1.1 b"].getparent() is found["1.1"]


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
    [("1.1 c", "s1-1-b"), ("1.3", "s1-2"), ("3", "s2"), ("0", None), ("2.2", "s2-1")],
)
def test_a_clause_that_is_missing_gets_its_place(number: str, after: str | None) -> None:
    root, found = wrapped()
    order = ORDER if number in ORDER else [*ORDER[:10], number, *ORDER[10:]]
    sections.insert(root, dict(found), number, order, builder.E.section(id="new"))
    before = root.get_element_by_id("new").getprevious()
    assert (before.get("id") if before is not None else None) == after


def test_clauses_of_a_section_that_is_missing_too_go_into_it() -> None:
    root, found = wrapped()
    known = dict(found)
    for number in ("3", "3.1"):
        sections.insert(root, known, number, ORDER, builder.E.section(id=f"new-{number}"))
    assert root.get_element_by_id("new-3.1").getparent() is root.get_element_by_id("new-3")
