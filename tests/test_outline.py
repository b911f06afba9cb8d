"""Headings have ids that are the same in every language, and a translation has the headings of its source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

from knowledge.outline import Heading, check, compare, outline, slug, stamped, with_ids

WORDS = st.sampled_from(["العنوان", "Title", "Été", "3.2 Rule", "`code`", "A {#a}", "{.wide}", "[a](b)", "?", "A"])
BODIES = st.lists(WORDS.map(lambda words: f"## {words}\n"), min_size=1, max_size=6).map("\n".join)


def ids(body: str, source: str | None = None) -> list[str]:
    theirs = with_ids(outline(source)) if source is not None else None
    return [heading.id for heading in with_ids(outline(body), theirs)]


def checked(body: str) -> list[str]:
    return [str(problem) for problem in check("a.md", body, 1, outline(body))]


def compared(body: str, source: str) -> list[str]:
    found = compare("a.fr.md", outline(body), "a.md", with_ids(outline(source)))
    return [str(problem) for problem in found]


def test_headings_are_found_with_level_words_and_line() -> None:
    found = outline("Text\n\n## One\n### Two ##\n", first_line=10)
    assert found == [Heading(2, "One", "", 12), Heading(3, "Two", "", 13)]


@pytest.mark.parametrize("body", ["```\n## In code\n```", "`## code`", "<!--\n## Out\n-->", "Text ## not", "\\## Not"])
def test_what_only_looks_like_a_heading_is_none(body: str) -> None:
    assert outline(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Who reads it?", "who-reads-it"),
        ("## L’été à Québec", "lete-a-quebec"),
        ("## Use `make site`", "use-make-site"),
        ("## `make`", "make"),
        ("## [Report](../report/index.md) a concern", "report-a-concern"),
        ("## 3.2 Duties", "s3-2"),
        ("## 3. Duties", "s3"),
        ("## 12) واجبات", "s12"),
        ("## 3rd party", "3rd-party"),
        ("## من نحن", "section-1"),
        ("## 2026", "section-1"),
        ("## Wide {.wide}", "wide"),
        ("## Rules {#the-rules}", "the-rules"),
        ("## القواعد {: #rules .wide }", "rules"),
        ("## 3.2 Duties {#duties}", "duties"),
    ],
)
def test_an_id_is_written_numbered_or_made_from_latin_words(body: str, expected: str) -> None:
    assert ids(body) == [expected]


def test_arabic_words_alone_give_the_place_of_the_heading() -> None:
    assert ids("## من نحن\n\n## ما نفعل\n\n### أين") == ["section-1", "section-2", "section-3"]


def test_the_same_words_twice_give_two_ids() -> None:
    assert ids("## A\n\n## A\n\n## A") == ["a", "a-2", "a-3"]


def test_a_written_id_stays_its_own_wherever_it_stands() -> None:
    assert ids("## A\n\n## B {#a}") == ["a-2", "a"]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("## Who we are\n\n### What we do", "## من نحن\n\n### ما نفعل"),
        ("## من نحن\n\n### ما نفعل", "## Who we are\n\n### What we do"),
        ("## 1. Scope\n\n## 2. Rules", "## 1. النطاق\n\n## 2. القواعد"),
        ("## A\n\n## A", "## B\n\n## C"),
        ("## Scope {#what}\n\n## Rules", "## النطاق\n\n## القواعد"),
        ("## Scope {#what}", "## النطاق {#what}"),
    ],
)
def test_ids_are_equal_in_all_languages(source: str, translation: str) -> None:
    assert ids(translation, source) == ids(source)


@settings(deadline=None)
@given(BODIES, BODIES)
def test_ids_are_unique_and_never_made_by_a_machine(body: str, source: str) -> None:
    for found in (ids(body), ids(body, source)):
        derived = [name for name, heading in zip(found, outline(body), strict=True) if not heading.written]
        assert len(set(derived)) == len(derived)
        assert not any(name.startswith("_") or not name for name in found)


@pytest.mark.parametrize(
    "body",
    [
        "## A title\n\n## عنوان",
        "## 3.2 Duties\n\n### Closed ###",
        "## Wide {.wide}\n\n## Rules {#own .wide}",
        "## `code`\n\n## Use `x`\n\n## C#",
        "Text\n\n## A\nText\n\n```\n## code\n```\n\n## A",
        "## [A](b.md) and *c*",
    ],
)
def test_markdown_gives_every_heading_the_id_it_was_promised(body: str) -> None:
    headings = with_ids(outline(body))
    html = markdown(stamped(body, headings), extensions=["attr_list", "toc", "pymdownx.superfences"])
    assert [f'id="{heading.id}"' in html for heading in headings] == [True] * len(headings)
    assert "{" not in html
    assert 'id="_' not in html


def test_stamping_counts_lines_from_where_the_body_begins() -> None:
    headings = with_ids(outline("Text\n\n## A", first_line=7))
    assert stamped("Text\n\n## A", headings, first_line=7) == "Text\n\n## A {#a}"


@pytest.mark.parametrize("words", ["", "عنوان", "2026", "؟", "…"])
def test_words_without_latin_letters_have_no_slug(words: str) -> None:
    assert slug(words) == ""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("# Again", "a.md:1: heading: # 'Again' would be a second title: write ## and more"),
        ("## A\n\n#### B", "a.md:3: heading: #### 'B' skips a level: write ###"),
        ("Words\n=====", "a.md:1: heading: it is underlined: write ## before the words instead"),
        ("Text\n\n**Words**\n---", "a.md:3: heading: it is underlined: write ## before the words instead"),
        ("## ", "a.md:1: heading: it has no words: write some after the #, or delete it"),
        (
            "## A {#x}\n\n## B {#x}",
            "a.md:3: heading: #x is the id of another heading too: give it one of its own, or none",
        ),
    ],
)
def test_a_heading_that_would_not_work_is_told(body: str, said: str) -> None:
    assert checked(body) == [said]


@pytest.mark.parametrize(
    "body", ["!!! note\n\n    ## In a box", "> ### Quoted", "- # Listed", "1. ## Listed", "  ## In"]
)
def test_a_heading_that_does_not_begin_its_line_is_told(body: str) -> None:
    (problem,) = checked(body)
    assert "does not begin its line: take it out of the box, list or quotation" in problem


@pytest.mark.parametrize(
    "body",
    [
        "## A\n\n### B\n\n## C\n\n### D",
        "### Starting deep is fine",
        "Text\n\n---\n\nText",
        "| a | b |\n| --- | --- |\n| # | 1 |",
        "a | b\n--- | ---\n1 | 2",
        "```\n# comment\nWords\n=====\n```",
        "`code` # and more",
        "- item\n- item\n\n---",
        "> quoted",
    ],
)
def test_nothing_is_told_of_a_sound_text(body: str) -> None:
    assert checked(body) == []


@pytest.mark.parametrize(
    ("body", "source", "line", "said"),
    [
        ("## Un\n\n### Deux", "## One\n\n## Two", 3, "here stands ### 'Deux', in a.md ## 'Two' in line 3"),
        ("## Un", "## One\n\n## Two", 1, "here stands no heading, in a.md ## 'Two' in line 3"),
        ("", "## One", 1, "here stands no heading, in a.md ## 'One' in line 1"),
        ("## Un\n\n## Deux", "## One", 3, "here stands ## 'Deux', in a.md no heading"),
        ("## 1.2 Un", "## 1.3 One", 1, "here stands ## '1.2 Un', in a.md ## '1.3 One' in line 1"),
        ("## 1. Un", "## One", 1, "here stands ## '1. Un', in a.md ## 'One' in line 1"),
        ("## Un {#un}", "## One", 1, "its id is #un, in a.md it is #one: drop it, or write {#one}"),
    ],
)
def test_the_first_difference_is_told_with_both_sides(body: str, source: str, line: int, said: str) -> None:
    (problem,) = compared(body, source)
    assert problem.startswith(f"a.fr.md:{line}: heading: {said}")


def test_a_translation_with_the_same_headings_has_no_problem() -> None:
    assert compared("## Un\n\n### 1.1 Deux", "## One\n\n### 1.1 Two") == []
