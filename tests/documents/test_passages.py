"""Passages: cut where Markdown cuts them, in time that grows with the text."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.documents.hostile import ENOUGH, TEXTS, seconds

from knowledge.documents.passages import passages


def kinds(body: str) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in passages(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One\ntwo\n\nThree", [("paragraph", "One\ntwo"), ("paragraph", "Three")]),
        ("One\n## Two\nThree", [("paragraph", "One"), ("heading", "## Two"), ("paragraph", "Three")]),
        ("##Two", [("heading", "##Two")]),
        ("- a\n  b\n- c", [("item", "- a\n  b"), ("item", "- c")]),
        ("* a\n1. b", [("item", "* a"), ("item", "1. b")]),
        ("Text\n- no list", [("paragraph", "Text\n- no list")]),
        ("- a\n\n    inside", [("item", "- a"), ("inner", "    inside")]),
        ("1) no list", [("paragraph", "1) no list")]),
        ("*bold* words", [("paragraph", "*bold* words")]),
        ("* * *", [("aside", "* * *")]),
        ("---", [("aside", "---")]),
        ("   Spaced", [("paragraph", "Spaced")]),
        ("\tTab", [("inner", "\tTab")]),
        ('!!! note "T"\n    in', [("aside", '!!! note "T"\n    in')]),
        ('??? note "T"', [("aside", '??? note "T"')]),
        ("> said", [("aside", "> said")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", [("aside", "| a | b |\n|---|---|\n| 1 | 2 |")]),
        ("3.2 a | b\n--- | ---", [("aside", "3.2 a | b\n--- | ---")]),
        ("3.2 Term\n: what it means", [("aside", "3.2 Term\n: what it means")]),
        ("<div>x</div>", [("aside", "<div>x</div>")]),
        ("<https://a.org> is it", [("paragraph", "<https://a.org> is it")]),
        ("[a]: b\n[c]: d\nText", [("address", "[a]: b"), ("address", "[c]: d"), ("paragraph", "Text")]),
        ('[a]: <b> "Title"', [("address", '[a]: <b> "Title"')]),
        ("[Note]: many words", [("paragraph", "[Note]: many words")]),
        ("Text\n[^1]: Note\nmore", [("paragraph", "Text"), ("note", "[^1]: Note\nmore")]),
        ("*[HTML]: Hyper Text", [("abbreviation", "*[HTML]: Hyper Text")]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_a_body_is_cut_into_passages(body: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(body) == expected


def test_code_is_one_passage_with_its_empty_lines_whatever_it_looks_like() -> None:
    code = "```\n## no\n\n3.2 no\n<!-- no\n```"
    assert kinds(f"Text\n\n{code}\n\n3.2 yes") == [("paragraph", "Text"), ("code", code), ("paragraph", "3.2 yes")]


def test_code_without_an_empty_line_before_it_belongs_to_the_paragraph_as_in_markdown() -> None:
    assert kinds("Text\n```\na\n\nb\n```\nmore") == [("paragraph", "Text\n```\na\n\nb\n```\nmore")]


def test_a_fence_closes_with_its_own_sign_and_length() -> None:
    assert len(kinds("````\n```\n\n~~~\n````\n\nText")) == 2


def test_a_fence_that_is_never_closed_hides_nothing() -> None:
    assert kinds("~~~\n\n## Yes") == [("paragraph", "~~~"), ("heading", "## Yes")]


def test_comments_are_left_out_and_every_line_keeps_its_place() -> None:
    found = list(passages("One <!-- no --> two\n<!-- no\n\nno -->\nThree", 10))
    assert [(passage.text, passage.line, passage.end) for passage in found] == [("One  two", 10, 11), ("Three", 14, 15)]


def test_a_comment_that_is_never_closed_hides_the_rest_as_it_does_for_readers() -> None:
    assert kinds("One\n\n<!-- two\n\nThree") == [("paragraph", "One")]


LINES = st.lists(
    st.sampled_from(["", "x y", "- a", "  b", "    c", "## H", "1. n", "> q", "3.2 t", "[a]: b", "[^1]: n", "!!! n"])
)


@given(LINES)
def test_every_line_that_is_not_empty_lies_in_one_passage(lines: list[str]) -> None:
    found = list(passages("\n".join(lines), 1))
    covered = [place for passage in found for place in range(passage.line, passage.end)]
    assert covered == [place for place, line in enumerate(lines, 1) if line]


@given(st.lists(st.sampled_from(["", "x y", "z", "## H", "```\nc\n\n## d\n```", "~~~\n~~~", "3.2 t", "a) t"])))
def test_paragraphs_and_headings_are_those_that_markdown_makes(lines: list[str]) -> None:
    made = html.fragment_fromstring(markdown.markdown("\n".join(lines), extensions=["pymdownx.superfences"]), "div")
    shown = [child.text_content().split()[:1] for child in made if child.tag == "h2" or (child.text or "").strip()]
    ours = [passage for passage in passages("\n".join(lines)) if passage.kind in ("paragraph", "heading")]
    assert shown == [passage.text.removeprefix("##").split()[:1] for passage in ours]


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_takes_no_longer_than_its_length(name: str) -> None:
    assert seconds(lambda: list(passages(TEXTS[name]))) < ENOUGH
