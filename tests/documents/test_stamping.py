"""A translator says what is up to date, for a whole text or some clauses, and only that is remembered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.documents.shelved import BODY, GIFTS, again, ledger, rewrite, shelve, stamped
from tests.documents.versions import text

from knowledge.documents import freshness, stamping
from knowledge.documents.commands import Refusal


def base(folder: Path) -> dict[str, Any]:
    return json.loads(ledger(folder)["fr.json"])  # type: ignore[no-any-return]


def test_a_stamp_holds_the_words_of_the_source_in_its_order(tmp_path: Path) -> None:
    shelve(tmp_path)
    assert stamped(tmp_path) == f"{GIFTS}/index.fr.md: 5 clauses as in version 1"
    assert base(tmp_path) == {
        "source": "en",
        "version": 1,
        "title": "Gifts",
        "summary": "Gifts.",
        "start": "Read this.",
        "clauses": {"1": "Rule", "1.1": "Refuse gifts:", "1.1 a": "money;", "1.1 b": "things.", "1.2": "Report them."},
    }
    assert list(base(tmp_path)["clauses"]) == ["1", "1.1", "1.1 a", "1.1 b", "1.2"]
    assert list(ledger(tmp_path)) == ["fr.json"]


def test_a_second_stamp_changes_nothing_and_a_later_one_brings_it_up_to_date(tmp_path: Path) -> None:
    shelve(tmp_path)
    stamped(tmp_path)
    first = ledger(tmp_path)
    stamped(tmp_path)
    assert ledger(tmp_path) == first
    rewrite(tmp_path, "Report them", "Tell us")
    stamped(tmp_path)
    assert base(tmp_path)["clauses"]["1.2"] == "Tell us."


def test_only_the_clauses_named_are_brought_up_to_date(tmp_path: Path) -> None:
    shelve(tmp_path)
    stamped(tmp_path)
    before = base(tmp_path)
    rewrite(tmp_path, BODY, "Read that.\n\n## 1. Rule\n\n1.3 New.\n\n1.1 Refuse all:\n\na) cash;\n\n1.2 Tell us.\n")
    assert stamped(tmp_path, named="1.3, 1.1 a") == (
        f"{GIFTS}/index.fr.md: 3 of 5 clauses as in version 1\nStill out of date: start, 1.1, 1.1 b, 1.2"
    )
    assert base(tmp_path) == before | {
        "clauses": {
            "1": "Rule",
            "1.3": "New.",
            "1.1": "Refuse gifts:",
            "1.1 a": "cash;",
            "1.1 b": "things.",
            "1.2": "Report them.",
        }
    }
    assert stamped(tmp_path, named="start 1.1 1.1b 1.2") == f"{GIFTS}/index.fr.md: 5 clauses as in version 1"
    assert "1.1 b" not in base(tmp_path)["clauses"]


def test_the_version_is_the_new_one_only_when_everything_is_up_to_date(tmp_path: Path) -> None:
    shelve(tmp_path)
    stamped(tmp_path)
    shelve(tmp_path, BODY.replace("money", "coins").replace("Report", "Tell"), version=2)
    stamped(tmp_path, named="1.1 a")
    assert base(tmp_path)["version"] == 1
    stamped(tmp_path, named="1.2")
    assert base(tmp_path)["version"] == 2


@pytest.mark.parametrize("named", ["1.3", "1.2"])
def test_a_clause_that_moved_can_be_named_by_either_number(tmp_path: Path, named: str) -> None:
    shelve(tmp_path)
    stamped(tmp_path)
    shelve(
        tmp_path, BODY.replace("1.2 Report them", "1.3 Tell us").replace("money", "coins"), renumbered={"1.2": "1.3"}
    )
    stamped(tmp_path, named="1.1 a")
    assert list(base(tmp_path)["clauses"])[-1] == "1.2"
    assert base(tmp_path)["clauses"]["1.2"] == "Report them."
    stamped(tmp_path, named=named)
    assert list(base(tmp_path)["clauses"])[-1] == "1.3"
    assert base(tmp_path)["clauses"]["1.3"] == "Tell us."


def test_a_clause_that_only_moved_is_open_until_it_is_stamped(tmp_path: Path) -> None:
    shelve(tmp_path)
    stamped(tmp_path)
    shelve(tmp_path, BODY.replace("1.2 Report", "1.3 Report").replace("money", "coins"), renumbered={"1.2": "1.3"})
    assert stamped(tmp_path, named="1.1 a").endswith("\nStill out of date: 1.2 (now 1.3)")


def test_annexes_are_stamped_by_their_name(tmp_path: Path) -> None:
    shelve(tmp_path, BODY + "\n## Annex\n\nA form.\n")
    stamped(tmp_path)
    shelve(tmp_path, BODY.replace("money", "coins") + "\n## Annex\n\nA list.\n")
    assert stamped(tmp_path, named="annexes").endswith("\nStill out of date: 1.1 a")
    assert "A list." in ledger(tmp_path)["fr.json"]
    assert "money" in ledger(tmp_path)["fr.json"]


@pytest.mark.parametrize(
    "written", [f"{GIFTS}/index.fr.md", f"./{GIFTS}/index.fr.md", f"docs/../{GIFTS}/index.fr.md", None]
)
def test_a_path_may_be_written_in_any_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str | None) -> None:
    books = shelve(tmp_path)
    assert stamping.stamp(books, Path(written or tmp_path / GIFTS / "index.fr.md")).startswith(
        f"{GIFTS}/index.fr.md: 5"
    )
    monkeypatch.chdir(tmp_path / GIFTS)
    assert stamping.stamp(books, Path("index.fr.md")).startswith(f"{GIFTS}/index.fr.md: 5")


@pytest.mark.parametrize(
    ("path", "named", "said"),
    [
        ("docs/policies/gifts/index.md", "", "docs/policies/gifts/index.md is the source itself"),
        ("docs/policies/gifts/index.fr", "", "did you mean docs/policies/gifts/index.fr.md?"),
        ("docs/index.fr.md", "", "is no translation of a document"),
        ("docs/policies/gifts/v1/index.fr.md", "", "belongs to a former version, which never changes"),
        ("docs/policies/broken/index.fr.md", "", "index.fr.md cannot be read: docs/policies/broken/index.fr.md:1: "),
        ("docs/policies/twice/index.fr.md", "", "clause: 1.1 stands twice: give it"),
        ("mkdocs.yml", "", "mkdocs.yml is no translation of a document"),
        ("docs", "", "there is no file"),
        (
            "docs/policies/gifts/index.fr.md",
            "1.1",
            "nothing says which text docs/policies/gifts/index.fr.md was made from",
        ),
        ("docs/policies/gifts/index.ar.md", "9.9", "there is no clause 9.9 in docs/policies/gifts/index.md"),
        ("docs/policies/gifts/index.ar.md", "1.1 c", "there is no clause 1.1 c in docs/policies/gifts/index.md"),
        ("docs/policies/gifts/index.ar.md", "1.1 all", "'all' is no number of a clause: write CLAUSES=\"3.2 4.1 a\""),
        ("docs/policies/gifts/index.ar.md", "1.1.", "'1.1.' is no number of a clause"),
    ],
)
def test_what_cannot_be_stamped_is_refused_in_one_line_and_nothing_is_written(
    tmp_path: Path, path: str, named: str, said: str
) -> None:
    twice = text(body="## 1. Rule\n\n1.1 One.\n\n1.1 Two.\n", identifier="twice")
    others = {
        "index.fr.md": "---\ntitle: T\n---\n",
        "policies/gifts/v1/index.fr.md": "---\ntitle: T\n---\n",
        "policies/broken/index.fr.md": "---\ntitle: T\n---\n",
        "policies/twice/index.md": twice,
        "policies/twice/index.fr.md": "---\ntitle: T\nsummary: S.\n---\n## 1. R\n",
    }
    shelve(tmp_path, others=others)
    stamped(tmp_path, "ar")
    before = ledger(tmp_path)
    with pytest.raises(Refusal) as refused:
        stamping.stamp(again(tmp_path), tmp_path / path, named)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert ledger(tmp_path) == before
    assert not (tmp_path / "docs/policies/twice/.ledger").exists()


def test_a_damaged_stamp_is_replaced_whole_but_not_mended_in_part(tmp_path: Path) -> None:
    shelve(tmp_path, others={"policies/gifts/.ledger/fr.json": "{"})
    with pytest.raises(Refusal, match="nothing says"):
        stamped(tmp_path, named="1.1")
    assert stamped(tmp_path).endswith("5 clauses as in version 1")
    assert not again(tmp_path).problems


def test_one_changed_clause_is_stale_in_every_translation_until_each_is_stamped(tmp_path: Path) -> None:
    shelve(tmp_path)
    for code in ("fr", "ar"):
        stamped(tmp_path, code)
    books = rewrite(tmp_path, "Report them.", "Tell us.")
    source = books.catalogue.entries["policies/gifts"].texts["en"]
    late = {
        code: list(freshness.stale(found, source).clauses)
        for code, found in books.ledgers["policies/gifts"].bases.items()
    }
    assert late == {"ar": ["1.2"], "fr": ["1.2"]}


def test_the_command_tells_what_it_did_or_why_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shelve(tmp_path)
    config, file = str(tmp_path / "mkdocs.yml"), f"{GIFTS}/index.fr.md"
    assert stamping.main([file, config, ""]) == 0
    assert capsys.readouterr().out == f"{file}: 5 clauses as in version 1\n"
    for arguments in ([], ["", config], [file, str(tmp_path / "none.yml")], ["mkdocs.md", config], [file, config, "x"]):
        assert stamping.main(arguments) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 5
    assert all(line.startswith("Nothing was stamped: ") for line in said)
