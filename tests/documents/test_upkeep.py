"""How far each translation can be relied on, and what to do about it, follows from texts and ledgers alone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.documents.shelved import ARABIC, BODY, FRENCH, GIFTS, again, rewrite, shelve, stamped
from tests.documents.versions import text, translation

from knowledge.documents import upkeep
from knowledge.documents.holdings import Holdings
from knowledge.documents.upkeep import Row

TODAY = date(2026, 11, 22)


def rows(books: Holdings, today: date = TODAY) -> list[Row]:
    return upkeep.rows(books.catalogue, books.ledgers, today)


def states(books: Holdings) -> dict[str, str]:
    """The state of each text of the document by its language."""
    return {row.language.code: row.state for row in rows(books) if row.entry.id == "policies/gifts"}


def steps(books: Holdings) -> list[tuple[str, str, str]]:
    return [(step.row.language.code, step.action, step.part) for step in upkeep.steps(rows(books))]


def test_a_translation_that_nobody_stamped_or_compared_says_so(tmp_path: Path) -> None:
    shelve(tmp_path)
    assert states(again(tmp_path)) == {"en": "source", "fr": "unstamped", "ar": "unstamped"}
    stamped(tmp_path)
    assert states(again(tmp_path)) == {"en": "source", "fr": "uncompared", "ar": "unstamped"}
    assert steps(again(tmp_path)) == [("fr", "compare", ""), ("ar", "stamp", "")]


def test_a_translation_that_was_compared_and_is_up_to_date_is_well(tmp_path: Path) -> None:
    shelve(tmp_path, others={"policies/gifts/index.fr.md": translation(body=FRENCH, compared="2026-03-01")})
    stamped(tmp_path)
    (row,) = [row for row in rows(again(tmp_path)) if row.language.code == "fr"]
    assert (row.state, row.compared, row.fresh, row.whole) == ("ok", date(2026, 3, 1), 5, 5)


def test_exactly_what_changed_is_stale_in_each_language(tmp_path: Path) -> None:
    shelve(tmp_path)
    for code in ("fr", "ar"):
        stamped(tmp_path, code)
    books = rewrite(tmp_path, "Report them.", "Tell us.\n\n1.3 Ask.")
    late = [row for row in rows(books) if row.state == "stale"]
    assert [(row.language.code, list(row.staleness.clauses), row.fresh, row.whole) for row in late] == [
        ("fr", ["1.2", "1.3"], 4, 6),
        ("ar", ["1.2", "1.3"], 4, 6),
    ]
    assert steps(books)[:3] == [("fr", "update", "1.2"), ("fr", "update", "1.3"), ("fr", "compare", "")]


def test_a_clause_that_is_gone_is_stale_but_no_clause_of_the_source(tmp_path: Path) -> None:
    shelve(tmp_path)
    stamped(tmp_path)
    (row,) = [row for row in rows(rewrite(tmp_path, "1.2 Report them.", "")) if row.language.code == "fr"]
    assert (list(row.staleness.clauses), row.fresh, row.whole) == (["1.2"], 4, 4)


def test_a_clause_that_moved_is_to_be_renumbered(tmp_path: Path) -> None:
    shelve(tmp_path)
    stamped(tmp_path)
    books = shelve(tmp_path, BODY.replace("1.2 Report", "1.3 Report"), renumbered={"1.2": "1.3"})
    assert states(books)["fr"] == "stale"
    (step,) = [step for step in upkeep.steps(rows(books)) if step.action == "renumber"]
    assert (step.part, step.number, step.row.staleness.clauses) == ("1.2", "1.3", {})


def test_a_language_without_a_text_is_missing_and_its_file_is_named(tmp_path: Path) -> None:
    shelve(tmp_path)
    (tmp_path / GIFTS / "index.ar.md").unlink()
    row = rows(again(tmp_path))[-1]
    assert (row.state, row.file, row.fresh) == ("missing", f"{GIFTS}/index.ar.md", 0)
    assert ("ar", "translate", "") in steps(again(tmp_path))


def test_a_stamp_of_another_source_is_none(tmp_path: Path) -> None:
    shelve(tmp_path)
    stamped(tmp_path)
    rewrite(tmp_path, "summary: Cadeaux.\n", "summary: Cadeaux.\ntranslated_from: ar\n", "index.fr.md")
    facts = (tmp_path / GIFTS / "index.md").read_text("utf-8").split("---")[1]
    (tmp_path / GIFTS / "index.ar.md").write_text(f"---{facts}---\n{ARABIC}", "utf-8")
    (tmp_path / GIFTS / "index.md").unlink()
    assert states(again(tmp_path)) == {"en": "missing", "fr": "unstamped", "ar": "source"}


@pytest.mark.parametrize(
    ("fields", "late"),
    [
        ({"next_review": "2026-11-21"}, {"policies/gifts": date(2026, 11, 21)}),
        ({"next_review": "2026-11-22"}, {}),
        ({}, {}),
        ({"next_review": "2026-01-01", "status": "withdrawn", "until": "2026-05-05"}, {}),
    ],
)
def test_a_review_is_overdue_when_its_day_has_passed(
    tmp_path: Path, fields: dict[str, Any], late: dict[str, date]
) -> None:
    assert upkeep.overdue(rows(shelve(tmp_path, **fields))) == late


def test_the_longest_overdue_comes_first_and_the_oldest_comparison_is_known(tmp_path: Path) -> None:
    others = {
        "policies/late/index.md": text(identifier="late", next_review="2024-01-01"),
        "policies/late/index.fr.md": translation(compared="2025-02-02"),
        "policies/gifts/index.fr.md": translation(body=FRENCH, compared="2025-02-01"),
    }
    table = rows(shelve(tmp_path, others=others, next_review="2025-01-01"))
    assert list(upkeep.overdue(table)) == ["policies/late", "policies/gifts"]
    last = upkeep.oldest(table)
    assert last
    assert last.file == f"{GIFTS}/index.fr.md"
    assert upkeep.oldest([]) is None


def test_everything_is_plain_for_programs(tmp_path: Path) -> None:
    shelve(tmp_path, next_review="2026-01-01")
    stamped(tmp_path)
    shelve(
        tmp_path,
        BODY.replace("Report", "Tell").replace("1.2", "1.3"),
        next_review="2026-01-01",
        renumbered={"1.2": "1.3"},
    )
    said = json.loads(json.dumps(upkeep.plain(rows(again(tmp_path)), TODAY)))
    (document,) = said["documents"]
    assert (document["id"], document["version"], document["overdue"]) == ("policies/gifts", 1, True)
    assert document["languages"]["fr"] == {
        "file": f"{GIFTS}/index.fr.md",
        "state": "stale",
        "clauses": 5,
        "fresh": 4,
        "compared": None,
        "stale": {"1.3": "changed"},
        "renumbered": {"1.2": "1.3"},
    }
    assert (said["day"], said["overdue"]) == ("2026-11-22", [{"id": "policies/gifts", "next_review": "2026-01-01"}])
    assert said["oldest_comparison"] is None
    assert said["steps"][:2] == [
        {"file": f"{GIFTS}/index.fr.md", "action": "renumber", "part": "1.2", "number": "1.3"},
        {
            "file": f"{GIFTS}/index.fr.md",
            "action": "update",
            "part": "1.3",
            "change": "changed",
            "before": "Report them.",
            "after": "Tell them.",
        },
    ]
