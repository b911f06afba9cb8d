"""A number that was published leads somewhere for ever, and the register is only ever added to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.documents.shelved import GIFTS, ledger, shelve
from tests.documents.versions import DOCUMENT, catalogue, text, translation

from knowledge.documents import register

BODY = "## 1. Rule\n\n1.1 Refuse gifts:\n\na) money;\n\nb) things.\n\n1.2 Report them.\n"
ALL = ("1", "1.1", "1.1 a", "1.1 b", "1.2")


def told(
    body: str,
    published: tuple[str, ...] = ALL,
    french: str = "",
    frozen: Mapping[str, int] | None = None,
    left: Mapping[str, str] | None = None,
    **fields: Any,
) -> list[str]:
    """The problems of a document, without the folder it lies in, with lines counted from the first of the body."""
    files = {"index.md": text(body=body, version=2, **fields), "index.fr.md": translation(body=french or body)}
    entry = catalogue({f"{DOCUMENT}/{name}": file for name, file in files.items()}).entries[DOCUMENT]
    folder, above = f"docs/{DOCUMENT}", entry.texts["en"].source.body_line - 1
    checked = register.check(folder, published, entry, frozen or {}, left or {})
    found = [replace(problem, line=problem.line - above) for problem in checked]
    return [str(problem).replace(f"{folder}/", "") for problem in found]


def test_a_document_whose_numbers_are_registered_is_sound() -> None:
    assert told(BODY) == []


def test_a_text_without_numbers_has_nothing_to_register() -> None:
    assert told("Just words.", ()) == []


@pytest.mark.parametrize(
    ("body", "number", "line", "left"),
    [
        (BODY.replace("\n\n1.2 Report them.", ""), "1.2", 7, "1.2 [repealed in version 2]"),
        (BODY.replace("\n\nb) things.", ""), "1.1 b", 5, "b) [repealed in version 2]"),
        (BODY.replace("## 1. Rule\n\n", ""), "1", 1, "## 1. [repealed in version 2]"),
    ],
)
def test_a_number_that_disappeared_is_told_where_it_stood_with_three_cures(
    body: str, number: str, line: int, left: str
) -> None:
    assert told(body) == [
        f"index.md:{line}: clause: {number} was published and is no longer here: bring it back, "
        f'leave "{left}" in its place, or name the number it has now: renumbered: {{"{number}": "…"}}'
    ]


def test_each_of_the_three_cures_cures() -> None:
    gone = BODY.replace("1.2 Report them.", "")
    assert told(gone)
    assert told(gone + "1.2 [repealed in version 2]\n") == []
    assert told(gone + "1.3 Report them.\n", (*ALL, "1.3"), renumbered={"1.2": "1.3"}) == []


def test_a_clause_of_a_former_version_counts_even_when_its_line_in_the_register_went_with_it() -> None:
    gone = BODY.replace("\n\n1.2 Report them.", "")
    (problem,) = told(gone, ALL[:-1], frozen=dict.fromkeys(ALL, 1))
    assert problem.startswith("index.md:7: clause: 1.2 was published in version 1 and is no longer here: bring it back")
    assert told(gone + "\n1.3 Tell.\n", (*ALL[:-1], "1.3"), frozen={"1.2": 1}, renumbered={"1.2": "1.3"}) == []


def test_a_number_that_a_former_version_gave_up_is_not_used_again() -> None:
    (problem,) = told(BODY, left={"1.2": "was repealed in version 1"})
    assert problem.startswith("index.md:9: clause: 1.2 was repealed in version 1, and is a clause again: ")
    assert (
        told(BODY.replace("Report them.", "[repealed in version 1]"), left={"1.2": "was repealed in version 1"}) == []
    )


def test_a_number_counts_as_gone_when_only_a_translation_still_has_it() -> None:
    assert len(told(BODY.replace("1.2 Report them.", ""), french=BODY)) == 1


def test_a_clause_that_is_new_is_told_with_the_line_to_add() -> None:
    assert told(BODY + "\n1.3 Ask.\n") == [
        "index.md:11: clause: 1.3 is not registered yet: "
        'run `make register`, or add the line "1.3" to .ledger/clauses.txt'
    ]


def test_a_document_without_a_register_is_told_in_one_line() -> None:
    (problem,) = told(BODY, ())
    assert problem.startswith("index.md:1: clause: no clause of this document is registered: run `make register`")


@pytest.mark.parametrize(
    ("renumbered", "said"),
    [
        ({"1.3": "1.9"}, "1.3 leads to 1.9, which is no clause: name one that is"),
        ({"1.3": "1.4", "1.4": "1.9"}, "1.3 leads to 1.9, which is no clause: name one that is"),
        ({"1.3": "1.4", "1.4": "1.3"}, "1.3 leads to 1.3, which is no clause: name one that is"),
        (
            {"1.2": "1.1"},
            "1.2 moved to 1.1 and is still a clause: take it out here, or give that clause another number",
        ),
        ({"7.1": "1.1"}, "7.1 was never published: write the number as it was, in quotes"),
    ],
)
def test_a_move_that_cannot_be_is_told(renumbered: dict[str, str], said: str) -> None:
    problems = told(BODY, (*ALL, "1.3", "1.4"), renumbered=renumbered)
    assert [problem for problem in problems if problem.endswith(f": renumbered: {said}")]


def test_a_number_may_move_more_than_once() -> None:
    assert told(BODY, (*ALL, "1.3", "1.4"), renumbered={"1.3": "1.4", "1.4": "1.2"}) == []


def test_the_command_adds_what_is_new_and_never_takes_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = str(tmp_path / "mkdocs.yml")
    shelve(tmp_path)
    assert register.main([config]) == 0
    first = ledger(tmp_path)["clauses.txt"]
    assert first.splitlines()[-5:] == list(ALL)
    assert register.main([config]) == 0
    assert ledger(tmp_path)["clauses.txt"] == first
    shelve(tmp_path, "## 1. Rule\n\n1.3 New.\n\n1.2 Report them.\n")
    assert register.main([config]) == 0
    assert ledger(tmp_path)["clauses.txt"] == first + "1.3\n"
    assert capsys.readouterr().out.splitlines() == [
        f"{GIFTS}: 5 new clauses registered, 5 in all",
        f"{GIFTS}: nothing new, 5 in all",
        f"{GIFTS}: 1 new clause registered, 6 in all",
    ]


def test_what_cannot_be_registered_is_told_and_the_others_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    others = {
        "policies/twice/index.md": text(body="## 1. Rule\n\n1.1 One.\n\n1.1 Two.\n", identifier="twice"),
        "policies/broken/index.md": "---\ntitle: Broken\n---\nText.\n",
        "policies/damaged/index.md": text(body=BODY, identifier="damaged"),
        "policies/damaged/.ledger/clauses.txt": "<<<<<<<\n",
    }
    shelve(tmp_path, others=others)
    assert register.main([str(tmp_path / "mkdocs.yml")]) == 1
    done = capsys.readouterr()
    assert done.out == f"{GIFTS}: 5 new clauses registered, 5 in all\n"
    assert done.err.startswith("Not registered:\ndocs/policies/")
    assert "clause: 1.1 stands twice" in done.err
    assert "\ndocs/policies/broken/index.md:1: " in done.err
    assert "\ndocs/policies/damaged/.ledger/clauses.txt:1: line: '<<<<<<<'" in done.err
    assert not (tmp_path / "docs/policies/twice/.ledger").exists()


def test_a_configuration_that_cannot_be_used_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.yml").write_text("site_name: x\n")
    assert register.main([str(tmp_path / "none.yml")]) == register.main([str(tmp_path / "empty.yml")]) == 1
    assert capsys.readouterr().err.count("\n") == 2
