"""The checks of documents are all there, in one run, with nothing told that cannot be mended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.documents.versions import sealed
from tests.drafts import draft, told
from tests.site.writing import REVIEWED, page

RULE = "policies/rule"
FACTS = {"identifier": "rule", "version": 1, "status": "draft", "reviewed": REVIEWED}
BODY = "## 1. Rule\n\n1.1 Ask in 3 days.\n"
NUMBERS = "1\n1.1\n"


def said(folder: Path, **files: str) -> list[str]:
    """What is told of a document in English, with other files beside it."""
    beside = {f"{RULE}/{name.replace('__', '.')}": text for name, text in files.items()}
    _, problems = draft(folder, {f"{RULE}/index.md": page("Rule", BODY, **FACTS)} | beside)
    return [line.partition(": ")[2] for line in told(problems)]


def test_a_sound_document_has_nothing_to_mend(tmp_path: Path) -> None:
    (tmp_path / RULE / ".ledger").mkdir(parents=True)
    (tmp_path / RULE / ".ledger/clauses.txt").write_text(NUMBERS)
    assert said(tmp_path) == []


def test_clauses_must_be_registered(tmp_path: Path) -> None:
    (line,) = said(tmp_path)
    assert line.startswith("clause: no clause of this document is registered: run `make register`")


def test_a_translation_must_say_what_it_was_made_from(tmp_path: Path) -> None:
    lines = said(tmp_path, index__fr__md=page("Règle", BODY))
    assert [line for line in lines if line.startswith("translation: ")] == [
        "translation: nothing says which text it was made from: run `make translated FILE=docs/policies/rule/index.fr.md`"
    ]


def test_a_document_without_numbers_needs_no_ledger(tmp_path: Path) -> None:
    files = {f"{RULE}/index.md": page("Rule", "Ask.", **FACTS), f"{RULE}/index.fr.md": page("Règle", "Demander.")}
    assert told(draft(tmp_path, files)[1]) == []


def test_a_damaged_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / RULE / ".ledger").mkdir(parents=True)
    (tmp_path / RULE / ".ledger/clauses.txt").write_text(NUMBERS + "one point two\n")
    (line,) = said(tmp_path)
    assert "'one point two' is not a clause number" in line


def test_what_cannot_be_so_in_a_version_is_told(tmp_path: Path) -> None:
    _, problems = draft(tmp_path, {f"{RULE}/index.md": page("Rule", "Ask.", **FACTS | {"status": "in-force"})})
    assert {line.split(": ")[1] for line in told(problems)} == {"effective", "adopted_by"}


def test_a_clause_of_a_former_version_cannot_disappear_with_its_line_in_the_register(tmp_path: Path) -> None:
    adopted = FACTS | {"adopted_by": "The board", "status": "in-force", "effective": "2026-01-01"}
    files = {
        f"{RULE}/v1/index.md": page("Rule", BODY + "\n1.2 Tell.\n", **adopted),
        f"{RULE}/v1/.ledger/clauses.txt": NUMBERS + "1.3\n",
        f"{RULE}/index.md": page("Rule", BODY, **FACTS | {"version": 2}),
        f"{RULE}/.ledger/clauses.txt": NUMBERS,
    }
    gone = [problem.what for problem in draft(tmp_path, sealed(files, f"{RULE}/v1"))[1]]
    assert gone == [f"{number} was published in version 1 and is no longer here" for number in ("1.2", "1.3")]


def test_the_number_of_a_clause_that_was_repealed_or_moved_is_not_given_to_another(tmp_path: Path) -> None:
    adopted = FACTS | {"adopted_by": "The board", "status": "in-force", "effective": "2026-01-01"}
    former = BODY + "\n1.2 [repealed in version 1]\n\n1.4 Tell.\n\n1.5 [repealed in version 1]\n"
    files = {
        f"{RULE}/v1/index.md": page("Rule", former, **adopted, renumbered={"1.3": "1.4"}),
        f"{RULE}/v1/.ledger/clauses.txt": NUMBERS + "1.2\n1.3\n1.4\n1.5\n",
        f"{RULE}/index.md": page(
            "Rule", former.replace("1.2 [repealed in version 1]", "1.2 New.\n\n1.3 New."), **FACTS | {"version": 2}
        ),
        f"{RULE}/.ledger/clauses.txt": NUMBERS + "1.2\n1.3\n1.4\n1.5\n",
    }
    reused = [problem.what for problem in draft(tmp_path, sealed(files, f"{RULE}/v1"))[1]]
    said = "is a clause again: whoever cited it would find another"
    assert reused == [f"1.2 was repealed in version 1, and {said}", f"1.3 moved to 1.4 in version 1, and {said}"]


@pytest.mark.parametrize("made", [{"source": "ar"}, {"source": "en", "annexes": "Ask in 4 days."}])
def test_a_translation_is_checked_against_what_it_was_made_from(tmp_path: Path, made: dict[str, str]) -> None:
    base = {
        "version": 1,
        "title": "Rule",
        "summary": "Rule.",
        "start": "",
        "clauses": {"1": "Rule", "1.1": "Ask in 3 days."},
    }
    files = {
        f"{RULE}/index.md": page("Rule", BODY, **FACTS),
        f"{RULE}/index.fr.md": page("Règle", BODY),
        f"{RULE}/.ledger/clauses.txt": NUMBERS,
        f"{RULE}/.ledger/fr.json": json.dumps(base | made),
    }
    assert [problem.field for problem in draft(tmp_path, files)[1]] == [
        "translated_from" if made["source"] == "ar" else "annexes"
    ]


@pytest.mark.parametrize(
    ("words", "told"), [("<s>not</s>", True), ("<DEL >not</DEL>", True), ("<small>not</small>", False)]
)
def test_words_that_are_struck_out_are_told_because_they_count(tmp_path: Path, words: str, told: bool) -> None:
    file = page("Rule", f"Ask.\n\nYou must {words} `<del>` pay.", **FACTS)
    found = [problem for problem in draft(tmp_path, {f"{RULE}/index.md": file})[1] if problem.field == "text"]
    line = file.split("\n").index(f"You must {words} `<del>` pay.") + 1
    assert [problem.line for problem in found] == [line] * told


def test_two_documents_cannot_have_the_same_identifier(tmp_path: Path) -> None:
    other = page("Other", "Ask.", **FACTS)
    _, problems = draft(tmp_path, {f"{RULE}/index.md": page("Rule", "Ask.", **FACTS), "policies/zeal/index.md": other})
    assert [line.partition(": ")[2] for line in told(problems)] == [
        "identifier: 'rule' is the identifier of policies/rule too: give this document one of its own"
    ]
