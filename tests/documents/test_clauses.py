"""Clauses: what has a number is cited by it, and everything that belongs to a clause is found with it."""

from __future__ import annotations

import pytest
from tests.documents.hostile import ENOUGH, TEXTS, seconds

from knowledge.documents.clauses import Clause, Parts, check, clause_id, clauses, depth, parts

ENGLISH = (
    "Words before.\n\n## 1. Scope\n\n1.1 It binds:\n\na) staff;\n\nb) all.\n\n1.2 Always.\n\n## 2. Duties\n\n2.1 Act.\n"
)
ARABIC = (
    "كلمات.\n\n## 1. النطاق\n\n1.1 تلزم:\n\nأ) العاملين؛\n\nب) الشركاء.\n\n1.2 دائمًا.\n\n## 2. الواجبات\n\n2.1 تصرّف.\n"
)


def numbers(body: str) -> list[str]:
    return [clause.number for clause in clauses(body)]


def told(body: str) -> list[str]:
    return [str(problem) for problem in check("a.md", clauses(body))]


def below(text: str) -> list[str]:
    """The numbers after `3` and `3.1` in a section that goes on so."""
    found = numbers(f"## 3. Duties\n\n3.1 First\n\n{text}\n")
    assert found[:2] == ["3", "3.1"]
    return found[2:]


def test_headings_paragraphs_and_letters_are_clauses_in_every_language_alike() -> None:
    assert numbers(ENGLISH) == ["1", "1.1", "1.1 a", "1.1 b", "1.2", "2", "2.1"]
    assert numbers(ARABIC) == numbers(ENGLISH)


def test_a_clause_knows_its_words_its_line_its_id_and_its_section() -> None:
    clause = clauses("## 3. Duties\n\n3.2 Staff\nmust act.\n", first_line=10)[1]
    assert clause == Clause("3.2", "Staff\nmust act.", 12)
    assert (clause.id, clause.section, clause.heads, clause.whole) == ("s3-2", "3", False, "Staff must act.")


@pytest.mark.parametrize(
    ("number", "name", "deep"), [("3", "s3", 1), ("3.2", "s3-2", 2), ("3.2 a", "s3-2-a", 3), ("3.2.1", "s3-2-1", 3)]
)
def test_an_id_and_a_depth_follow_from_the_number(number: str, name: str, deep: int) -> None:
    assert (clause_id(number), depth(number)) == (name, deep)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("## 3. Duties", "Duties"),
        ("## 3) Duties", "Duties"),
        ("## 3 Duties", "Duties"),
        ("##3. Duties", "Duties"),
        ("## 3. Duties ##", "Duties"),
        ("## 3. Duties {#duties}", "Duties"),
        ("## 3. Duties {: .wide #duties } ", "Duties"),
        ("## 3. At {{ organisation.short }}", "At {{ organisation.short }}"),
        ("## 3. Sets {a, b}", "Sets {a, b}"),
    ],
)
def test_the_heading_of_a_section_is_a_clause_without_marks_and_attributes(heading: str, words: str) -> None:
    assert [(clause.number, clause.text, clause.heads) for clause in clauses(heading)] == [("3", words, True)]


@pytest.mark.parametrize(
    "text", ["### 3.2 Deeper", "## 3.2 Deeper", "### 4. Deeper", "## Bare", "## 2026 in review", "# 4. X"]
)
def test_other_headings_are_no_clauses(text: str) -> None:
    assert below(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.2 Act", ["3.2"]),
        ("   3.2 Act", ["3.2"]),
        ("3.2\u00a0Act", ["3.2"]),
        ("3.2\nAct", ["3.2"]),
        ("3.2.1 Act", ["3.2.1"]),
        ("3.10 Act\n\n3.9 Act", ["3.10", "3.9"]),
        ("    3.2 Act", []),
        ("3.2", []),
        ("3.2. Act", []),
        ("3.2) Act", []),
        ("3.02 Act", []),
        ("0.5 per cent", []),
        ("2026.5 is no clause", []),
        ("**3.2** Act", []),
        ("- 3.2 Act", []),
        ("> 3.2 Act", []),
        ("٣.٢ تصرّف", []),
        ("3.2 Act | Who\n--- | ---", []),
        ('!!! note "3.2 Act"\n    3.3 Act', []),
        ("Text\n3.2 Act", []),
        ("```\n3.2 Act\n```", []),
        ("<!-- 3.2 Act -->", []),
    ],
)
def test_a_paragraph_that_begins_with_a_number_and_a_space_is_a_clause(text: str, expected: list[str]) -> None:
    assert below(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a) x\n\nb) y", ["3.1 a", "3.1 b"]),
        ("أ) س\n\nب) ص\n\nج) ع", ["3.1 a", "3.1 b", "3.1 c"]),
        ("ا) س\n\nب) ص", ["3.1 a", "3.1 b"]),
        ("a) x\n\n3.2 y\n\na) z", ["3.1 a", "3.2", "3.2 a"]),
        ("a) x\n\nFree words.\n\nb) y", ["3.1 a", "3.1 b"]),
        ("3.1.1 x\n\na) y", ["3.1.1", "3.1.1 a"]),
        ("b) x", []),
        ("a) x\n\nc) y", ["3.1 a"]),
        ("a) x\n\na) y", ["3.1 a"]),
        ("i) x\n\nii) y", []),
        ("a) x\n\ni) Roman\n\nii) Roman\n\nb) y", ["3.1 a", "3.1 b"]),
        ("à) x", []),
        ("A) x", []),
        ("a)x", []),
        ("a. x", []),
        ("ت) س", []),
    ],
)
def test_a_letter_is_a_sub_clause_where_it_begins_or_continues_the_sequence(text: str, expected: list[str]) -> None:
    assert below(text) == expected


def test_a_letter_below_no_clause_is_a_paragraph() -> None:
    assert numbers("a) x\n\n## Bare\n\na) y") == []


def test_what_follows_without_a_number_belongs_to_the_clause() -> None:
    inside = "- at once\n- alone\n\n| a |\n|---|\n\n```\nx\n\ny\n```\n\n!!! note\n    n\n\n    m\n"
    heading, clause = clauses(f"## 3. D\n\nIntroduction.\n\n3.1 Act:\n\n{inside}")
    assert heading.more == ("Introduction.",)
    assert clause.more == ("- at once", "- alone", "| a |\n|---|", "```\nx\n\ny\n```", "!!! note\n    n", "    m")
    assert clause.whole.split("\n\n")[1:3] == ["- at once", "- alone"]


def test_a_heading_without_a_number_ends_the_clause_and_what_follows_is_not_lost() -> None:
    body = "Before.\n\n## 3. D\n\n3.1 Act.\n\n## Annex\n\nFree.\n\na) free too\n\n## 4. E\n\n4.1 Go.\n"
    found = parts(body)
    assert (found.start, found.annexes) == ("Before.", "## Annex\n\nFree.\n\na) free too")
    assert [(clause.number, clause.more) for clause in found.clauses] == [
        ("3", ()),
        ("3.1", ()),
        ("4", ()),
        ("4.1", ()),
    ]


def test_a_heading_of_a_deeper_level_belongs_to_the_clause_before_it() -> None:
    assert clauses("## 3. D\n\n3.1 Act.\n\n### Aside\n\nMore.")[1].more == ("### Aside", "More.")


def test_footnotes_belong_to_the_clauses_that_refer_to_them_wherever_they_stand() -> None:
    notes = "[^1]: Note one\n    goes on.\n\n    And on.\n\n[^2]: Note two.\n"
    first, second, last = clauses(f"## 3. D\n\n3.1 One.[^1]\n\n3.2 Two.\n\n{notes}")
    assert (first.more, last.more) == ((), ())
    assert second.more == ("[^1]: Note one\n    goes on.", "    And on.")


def test_addresses_of_links_belong_to_the_clauses_that_use_them() -> None:
    body = "## 3. D\n\n3.1 [A][Home] and [b].\n\n3.2 Two [c].\n\n[home]: https://a.org\n[b]: b.md\n[x]: never.md\n"
    assert [clause.more for clause in clauses(body)] == [(), ("[home]: https://a.org", "[b]: b.md"), ()]


def test_a_footnote_brings_the_addresses_it_uses_and_one_that_uses_itself_ends() -> None:
    body = "## 3. D\n\n3.1 One.[^1]\n\n[b]: b.md\n\n[^1]: See [b] and [^1].\n"
    assert clauses(body)[1].more == ("[^1]: See [b] and [^1].", "[b]: b.md")


def test_abbreviations_belong_to_nobody() -> None:
    assert clauses("## 3. D\n\n3.1 One.\n\n*[D]: Duties\n")[1].more == ()


def test_comments_are_no_words_of_a_clause() -> None:
    assert clauses("## 3. D\n\n3.1 One <!-- why -->two.\n\n<!-- and\n\nhow -->\n")[1].whole == "One two."


def test_breaking_lines_anew_changes_nothing_that_is_compared() -> None:
    assert clauses("## 3. D\n\n3.1 One two\u202fthree.")[1].whole == clauses("## 3. D\n\n3.1  One\ntwo three.")[1].whole


def test_a_clause_of_which_only_its_number_is_left_is_repealed() -> None:
    found = clauses("## 3. D\n\n3.1 [repealed in version 4]\n\n3.2 Act.\n")
    assert [clause.repealed for clause in found] == [False, True, False]


def test_lines_are_those_of_the_file() -> None:
    body = "\n<!-- a\n\nb -->\n## 3. D\n3.1 One\n\n```\n\n```\n\n3.2 Two\n"
    assert [(clause.number, clause.line) for clause in clauses(body, 5)] == [("3", 9), ("3.1", 10), ("3.2", 16)]


def test_a_text_without_numbers_has_no_clauses_and_is_all_outside() -> None:
    assert parts("Words.\n\n## Heading\n\n- point\n") == Parts("Words.\n\n## Heading\n\n- point", [], "")


def test_footnotes_that_nothing_refers_to_are_not_lost() -> None:
    body = "See.[^1]\n\n## 3. D\n\n3.1 One.\n\n## Annex\n\nMore.[^2]\n\n[^1]: A.\n\n[^2]: B.\n\n[^3]: C.\n\n[x]: y.md\n"
    found = parts(body)
    assert found.start == "See.[^1]\n\n[^1]: A."
    assert found.annexes == "## Annex\n\nMore.[^2]\n\n[^2]: B.\n\n[^3]: C."


def test_a_sound_text_has_no_problems() -> None:
    assert told(ENGLISH) + told(ARABIC) == []


def test_a_number_that_stands_twice_is_told_once_and_not_for_its_letters() -> None:
    body = "## 3. D\n\n3.1 One:\n\na) x\n\n3.1 Two:\n\na) y\n"
    assert told(body) == [
        "a.md:7: clause: 3.1 stands twice: give it the next free number: a number once published is never used again"
    ]


def test_a_number_outside_its_section_is_told() -> None:
    assert told("1.1 Early\n\n## 3. D\n\n4.1 Astray\n") == [
        "a.md:1: clause: 1.1 stands in no section: move it below heading 1, or renumber it",
        "a.md:5: clause: 4.1 stands in section 3: move it below heading 4, or renumber it",
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_takes_no_longer_than_its_length(name: str) -> None:
    assert seconds(lambda: [(clause.whole, clause.repealed) for clause in clauses(TEXTS[name])]) < ENOUGH
