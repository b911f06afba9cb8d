"""What is drawn under a question is a place for an answer, in every language the same, or somebody is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drafts import draft
from tests.site.writing import REVIEWED, page

from knowledge.catalogue import Catalogue
from knowledge.documents.clauses import Clause, clauses
from knowledge.documents.forms import Field, check, compare, field, fields


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("[____]", Field("text", lines=1)),
        ("[_]", Field("text", lines=1)),
        ("Where: [____]", Field("text", "Where:", lines=1)),
        ("**Where:** [____]", Field("text", "**Where:**", lines=1)),
        ("[____ ____ ____] with one example", Field("text", hint="with one example", lines=3)),
        ("[____ ____\n____]", Field("text", lines=3)),
        ("Women: [# ____]", Field("number", "Women:")),
        ("Date: [__ / __ / ____] if yes", Field("date", "Date:", "if yes")),
        ("[____ @ ____]", Field("email")),
        ("( ) Yes ( ) No", Field("one", options=("Yes", "No"))),
        ("( ) Yes\n( ) No, never", Field("one", options=("Yes", "No, never"))),
        ("Trained: ( ) Yes ( ) No", Field("one", "Trained:", options=("Yes", "No"))),
        ("[ ] Staff [ ] Managers\n[ ] Others", Field("several", options=("Staff", "Managers", "Others"))),
        ("[ ] The text is attached", Field("several", options=("The text is attached",))),
        ("Où\u00a0: [____] l’année suffit", Field("text", "Où :", "l’année suffit", 1)),
        ("عدد النساء: [# ____]", Field("number", "عدد النساء:")),
        ("( ) نعم ( ) لا", Field("one", options=("نعم", "لا"))),
    ],
)
def test_a_field_is_drawn(paragraph: str, found: Field) -> None:
    assert field(paragraph) == found


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "Words.",
        "A [link](page.md) and a note[^1].",
        "He said […] and [...] no more.",
        "[](page.md)",
        "A function() has no space.",
        "the_long_name and __init__",
        "* a * b *",
        "Clause 3 (a) and (x) apply; see [3.2].",
    ],
)
def test_words_are_no_field_and_no_fault(paragraph: str) -> None:
    assert field(paragraph) is None
    assert told(paragraph) == []


def told(*paragraphs: str, question: str = "1.1 Who?") -> list[str]:
    """What an editor is told about paragraphs under a question, from its line 5 on."""
    body = "\n\n".join(["## 1. Start", question, *paragraphs])
    return [str(problem) for problem in check("f.md", body, 1, clauses(body))]


@pytest.mark.parametrize(
    ("paragraph", "what", "cure"),
    [
        ("- [ ] Staff", "a list", "leave out the dash"),
        ("| Women |\n| --- |\n| [# ____] |", "a table", "paragraph of its own"),
        ("    [____]", "a box", "paragraph of its own"),
        ("> [____]", "a box", "paragraph of its own"),
        ("[x] Yes [ ] No", "chosen already", "write [ ] before it"),
        ("() Yes () No", "no space", "write ( ) or [ ]"),
        ("[] Staff", "no space", "write ( ) or [ ]"),
        ("( ) Yes [ ] No", "stand together", "( ) for one answer"),
        ("[ ] Other: [____]", "among options", "empty line"),
        ("( ) Yes ( )", "no words", "behind its brackets"),
        ("( ) ( ) No", "no words", "behind its brackets"),
        ("( ) Yes", "no choice", "another ( )"),
        ("Women: [# ____] Men: [# ____]", "two blanks", "empty line"),
        ("**Name: [____]**", "bold", "out of the asterisks"),
        ("Name: ____", "____ is not drawn", "write [____]"),
        ("[....]", "[....] is not drawn", "write [____]"),
        ("[----]", "[----] is not drawn", "write [____]"),
        ("[#____]", "[#____] is not drawn", "[# ____]"),
        ("[__/__/____]", "[__/__/____] is not drawn", "[__ / __ / ____]"),
        ("[__.__.____]", "[__.__.____] is not drawn", "[__ / __ / ____]"),
        ("[____@____]", "[____@____] is not drawn", "[____ @ ____]"),
        ("[____](if yes)", "[____] is not drawn", "write [____]"),
    ],
)
def test_a_misspelt_field_is_told_with_its_line_and_its_cure(paragraph: str, what: str, cure: str) -> None:
    assert field(paragraph) is None
    (problem,) = told(paragraph)
    assert problem.startswith("f.md:7: " if paragraph.startswith("|") else "f.md:5: ")
    said = problem.partition(": form: ")[2]
    assert what in said
    assert cure in said


def test_the_line_is_that_of_the_field() -> None:
    assert told("Words.\n\n[ ] A\n[ ] B\n( ) C")[0].startswith("f.md:7: ")
    assert told("Words first\nand then () Yes")[0].startswith("f.md:6: ")


@pytest.mark.parametrize("example", ["`[....]`", "```\n[....]\n```", "<!-- [....] -->"])
def test_examples_in_code_are_no_fields(example: str) -> None:
    assert told(example) == []
    assert fields([example.replace("....", "____")]) == []


def test_a_field_needs_a_paragraph_below_its_question() -> None:
    assert "in the words of its question" in told(question="1.1 Name: [____]")[0]
    assert "in the words of its question" in told(question="1.1 Name?\n( ) Yes ( ) No")[0]


def test_a_field_needs_a_question_with_a_number() -> None:
    body = "Name: [____]\n\n## Annex\n\nName: [____]"
    assert [problem.line for problem in check("f.md", body, 1, clauses(body))] == [1, 5]
    assert told("## Annex", "[____]")[0].startswith("f.md:7: form: this field stands under no question")


@pytest.mark.parametrize("blank", ["[____]", "[# ____]", "( ) Yes ( ) No"])
def test_one_field_of_a_question_needs_no_words_of_its_own_and_a_second_does(blank: str) -> None:
    assert told("( ) Yes ( ) No", "Since: [____]") == []
    assert told("( ) Yes ( ) No", "Words between.", blank) == [
        "f.md:9: form: readers could not tell this field from the one above it: write words before it: Since: [____]"
    ]


def test_boxes_to_tick_speak_for_themselves() -> None:
    assert told("( ) Yes ( ) No", "[ ] The text is attached", "[ ] It is public") == []


def clause(number: str, *more: str, line: int = 9) -> Clause:
    return Clause(number, "Question?", line, more)


BASE = {"1.2": "Question?\n\n( ) Yes ( ) No\n\nSince: [____]"}


@pytest.mark.parametrize(
    "more",
    [
        ("( ) Oui ( ) Non", "Depuis : [____] l’année suffit"),
        ("( ) نعم\n( ) لا", "منذ: [____]"),
        ("( ) Oui ( ) Non", "Des mots.", "Depuis : [__]"),
    ],
)
def test_a_translation_may_have_other_words_and_other_line_breaks(more: tuple[str, ...]) -> None:
    assert list(compare("f.fr.md", [clause("1.2", *more)], BASE, "f.md", [])) == []


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("( ) Oui ( ) Non",),
        ("Depuis : [____]", "( ) Oui ( ) Non"),
        ("( ) Oui ( ) Non", "[____]"),
        ("( ) Oui ( ) Non", "Depuis : [____ ____]"),
        ("( ) Oui ( ) Non", "Depuis : [__ / __ / ____]"),
        ("( ) Oui ( ) Non ( ) En partie", "Depuis : [____]"),
        ("[ ] Oui [ ] Non", "Depuis : [____]"),
        ("( ) Oui ( ) Non", "Depuis : [____]", "Lieu : [____]"),
    ],
)
def test_a_translation_has_the_same_fields_in_the_same_order(more: tuple[str, ...]) -> None:
    (problem,) = compare("f.fr.md", [clause("1.2", *more)], BASE, "f.md", [clause("1.2", line=4)])
    assert (problem.path, problem.line) == ("f.fr.md", 9)
    assert "f.md, line 4, has one of 2 options; 1 line with a label" in problem.what


def test_a_difference_names_the_question_and_both_lists_of_fields() -> None:
    (problem,) = compare("f.fr.md", [clause("1.2", "( ) Oui ( ) Non")], BASE, "f.md", [])
    assert problem.what == "1.2 has one of 2 options, but f.md has one of 2 options; 1 line with a label"


def test_questions_that_the_source_did_not_have_are_not_compared() -> None:
    assert list(compare("f.fr.md", [clause("1.3", "[____]")], BASE, "f.md", [])) == []


DRAWN = st.lists(
    st.sampled_from(["[____]", "( )", "[ ]", "[", "]", "(", ")", "_", "#", "*", "|", "-", "a", "Yes", " ", "\n"])
)


@given(DRAWN.map("".join))
def test_nothing_that_looks_like_a_field_passes_in_silence(paragraph: str) -> None:
    body = f"## 1. A\n\n1.1 B?\n\nwords {paragraph}"
    found = clauses(body)
    silent = not list(check("f.md", body, 1, found)) and not fields(found[-1].more)
    assert not (silent and re.search(r"\[____\]|\( \)|\[ \](?!\()", paragraph))


def test_fields_are_checked_whenever_the_site_is_read(tmp_path: Path) -> None:
    facts = {"identifier": "ask", "version": 1, "status": "draft", "reviewed": REVIEWED}
    body = "## 1. A\n\n1.1 B?\n\n"
    base = {"source": "en", "version": 1, "title": "Ask", "summary": "A page.", "start": ""}
    ledger = base | {"clauses": {"1": "A", "1.1": "B?\n\n[____]"}}
    _, problems = draft(
        tmp_path,
        {
            "policies/ask/index.md": page("Ask", body + "[____]\n\nName: ____\n", **facts),
            "policies/ask/index.fr.md": page("Demande", body + "[# ____]\n"),
            "policies/ask/.ledger/clauses.txt": "1\n1.1\n",
            "policies/ask/.ledger/fr.json": json.dumps(ledger),
        },
    )
    found = [(Path(problem.path).name, problem.line, problem.what) for problem in problems if problem.field == "form"]
    assert found == [
        ("index.fr.md", 7, "1.1 has a number, but docs/policies/ask/index.md, line 11, has 1 line"),
        ("index.md", 15, "____ is not drawn like any field"),
    ]


def test_the_questions_of_the_real_site_have_the_same_fields_in_every_language(catalogue: Catalogue) -> None:
    asked = 0
    for entry in catalogue.of_kind("document"):
        source = entry.texts[entry.original]
        base = {found.number: found.whole for found in source.clauses}
        asked += sum(len(fields(found.more)) for found in source.clauses)
        for text in entry.texts.values():
            assert list(check(text.source.shown, text.source.body, text.source.body_line, text.clauses)) == []
            assert list(compare(text.source.shown, text.clauses, base, source.source.shown, source.clauses)) == []
    assert asked > 80
