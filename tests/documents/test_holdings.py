"""The documents of a site are read for commands, whatever else is wrong with the site."""

from __future__ import annotations

from pathlib import Path

from tests.documents.shelved import GIFTS, ledger, shelve, stamped

from knowledge.documents import holdings


def test_only_documents_are_read_with_their_ledgers(tmp_path: Path) -> None:
    shelve(
        tmp_path, others={"about/index.md": "no front matter", "policies/gifts/v1/index.md": "---\ntitle: Old\n---\n"}
    )
    stamped(tmp_path)
    books = shelve(tmp_path)
    assert list(books.catalogue.entries) == ["policies/gifts"]
    assert list(books.ledgers["policies/gifts"].bases) == ["fr"]
    assert books.problems == []


def test_a_document_that_cannot_be_read_and_a_damaged_ledger_are_told(tmp_path: Path) -> None:
    books = shelve(
        tmp_path,
        others={
            "policies/broken/index.md": "---\ntitle: Broken\nversion: nought\n---\nText.\n",
            "policies/gifts/.ledger/clauses.txt": "?\n",
        },
    )
    assert [problem.path for problem in books.of("policies/gifts")] == [f"{GIFTS}/.ledger/clauses.txt"]
    assert {problem.field for problem in books.of("policies/broken")} >= {"version", "summary"}
    assert "policies/broken" not in books.catalogue.entries
    assert "policies/broken" in books.ledgers


def test_numbers_that_stand_twice_are_in_the_way(tmp_path: Path) -> None:
    books = shelve(tmp_path, "## 1. Rule\n\n1.1 One.\n\n1.1 Two.\n\n2.1 Three.\n")
    (entry,) = books.catalogue.entries.values()
    assert [problem.what for problem in holdings.numbering(entry.texts["en"])] == [
        "1.1 stands twice",
        "2.1 stands in section 1",
    ]
    assert ledger(tmp_path) == {}
