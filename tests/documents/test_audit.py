"""The checks of documents are all there, in one run, with nothing told that cannot be mended."""

from __future__ import annotations

from pathlib import Path

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


def test_two_documents_cannot_have_the_same_identifier(tmp_path: Path) -> None:
    other = page("Other", "Ask.", **FACTS)
    _, problems = draft(tmp_path, {f"{RULE}/index.md": page("Rule", "Ask.", **FACTS), "policies/zeal/index.md": other})
    assert [line.partition(": ")[2] for line in told(problems)] == [
        "identifier: 'rule' is the identifier of policies/rule too: give this document one of its own"
    ]
