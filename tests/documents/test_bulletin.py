"""What a terminal shows of the documents fits, is aligned, and tells translators what to do."""

from __future__ import annotations

import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from tests.documents.shelved import BODY, GIFTS, again, rewrite, shelve, stamped
from tests.documents.versions import text, translation
from tests.drafts import Files

from knowledge import languages
from knowledge.documents import bulletin, upkeep
from knowledge.documents.freshness import Change
from knowledge.documents.holdings import Holdings
from knowledge.documents.upkeep import Row

TODAY = date(2026, 11, 22)
SIX = ("anti-harassment", "gender-equality-and-diversity", "partner-guidelines", "partner-questionnaire", "travel")


def shown(books: Holdings, coloured: bool = False) -> str:
    return bulletin.bulletin(upkeep.rows(books.catalogue, books.ledgers, TODAY), TODAY, coloured)


def six(folder: Path) -> Holdings:
    """Six documents in three languages, in every state."""
    files: Files = {}
    for name in SIX:
        files = {**files, f"policies/{name}/index.md": text(identifier=name, next_review="2026-10-01")}
        files = {**files, f"policies/{name}/index.fr.md": translation(compared="2026-03-01")}
    shelve(folder, others=files)
    stamped(folder)
    stamped(folder, "ar")
    return rewrite(folder, BODY, BODY.replace("Refuse", "Return") + "\n1.3 Ask.\n")


def test_six_documents_in_three_languages_are_seen_at_a_glance(tmp_path: Path) -> None:
    lines = shown(six(tmp_path)).splitlines()
    assert lines[:7] == [
        "document                                en      fr           ar",
        "policies/anti-harassment                source  not stamped  missing",
        "policies/gender-equality-and-diversity  source  not stamped  missing",
        "policies/gifts                          source  2 stale      2 stale",
        "policies/partner-guidelines             source  not stamped  missing",
        "policies/partner-questionnaire          source  not stamped  missing",
        "policies/travel                         source  not stamped  missing",
    ]
    assert lines[8] == "6 documents. Translations: 5 not stamped, 5 missing, 2 stale."
    assert lines[9] == "Compared the longest time ago: docs/policies/anti-harassment/index.fr.md, 2026-03-01."
    assert max(map(len, lines)) <= bulletin.WIDTH


def test_what_is_overdue_and_what_to_do_next_is_told_with_its_command(tmp_path: Path) -> None:
    said = shown(six(tmp_path))
    assert "\n\nReviews overdue since:\n  2026-10-01  policies/anti-harassment\n" in said
    assert (
        f"\n\nTo bring up to date: {GIFTS}/index.fr.md\n"
        "  1.1      changed  “Refuse” → “Return”\n"
        "  1.3      added    + “Ask.”\n"
        f"  then: make translated FILE={GIFTS}/index.fr.md\n" in said
    )
    assert "\n\nTo translate:\n  docs/policies/anti-harassment/index.ar.md\n" in said
    assert "then write compared: 2026-11-22 in their front matter:\n" in said


def test_a_site_where_all_is_well_has_nothing_to_do(tmp_path: Path) -> None:
    well: Files = {
        f"policies/gifts/index.{code}.md": translation(body=BODY, compared="2026-03-01") for code in ("fr", "ar")
    }
    shelve(tmp_path, others=well)
    for code in ("fr", "ar"):
        stamped(tmp_path, code)
    said = shown(again(tmp_path))
    assert said.splitlines()[1] == "policies/gifts  source  ok  ok"
    assert said.count("\n\n") == 1


def test_many_changes_are_told_by_number(tmp_path: Path) -> None:
    body = "## 1. Rule\n\n" + "".join(f"1.{place} Words.\n\n" for place in range(1, 61))
    shelve(tmp_path, body)
    stamped(tmp_path)
    said = shown(shelve(tmp_path, body.replace("Words", "Others")))
    assert said.count("“Words.” → “Others.”") == bulletin.TOLD
    assert re.search(r"  and 52 more: 1\.9, 1\.10,[^:]* 1\.60\n  then: ", said)
    assert max(map(len, said.splitlines())) <= bulletin.WIDTH


def test_a_clause_that_only_moved_is_to_be_renumbered(tmp_path: Path) -> None:
    shelve(tmp_path)
    stamped(tmp_path)
    said = shown(shelve(tmp_path, BODY.replace("1.2 Report", "1.3 Report"), renumbered={"1.2": "1.3"}))
    assert said.splitlines()[1].split()[:4] == ["policies/gifts", "source", "1", "moved"]
    assert "\n  1.2      renumber it: it is 1.3 now\n" in said


def test_colours_surround_words_only_and_change_no_column(tmp_path: Path) -> None:
    books = six(tmp_path)
    coloured = shown(books, coloured=True)
    assert "\x1b[33m2 stale\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == shown(books)


def test_many_languages_and_long_names_make_several_tables_that_fit(tmp_path: Path) -> None:
    named = f"policies/{'very-' * 12}long"
    books = shelve(tmp_path, others={f"{named}/index.md": text(identifier="long")})
    spoken = [{"locale": f"en-{chr(65 + n)}{chr(90 - n)}", "name": "x", "default": n == 0} for n in range(12)]
    many = languages.read(spoken, "A site").all
    rows = upkeep.rows(books.catalogue, books.ledgers, TODAY)
    table = [Row(row.entry, language, "x.md", "uncompared", None, None) for row in rows[::3] for language in many]
    tables = bulletin.bulletin(table, TODAY).split("\n\n")[:4]
    assert [words for part in tables for words in part.splitlines()[0].split()[1:]] == [one.code for one in many]
    assert all(len(line) <= bulletin.WIDTH for part in tables for line in part.splitlines())
    assert {part.splitlines()[-1].split()[0] for part in tables} == {f"…{named[1 - bulletin.LONGEST :]}"}


def test_no_documents_are_told() -> None:
    assert bulletin.bulletin([], TODAY) == "There are no documents."


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Report at once.", "Report within 3 days, in writing.", "“at once” → “within 3 days, in writing”"),
        ("Staff must report.", "Staff must report to us.", "+ “to us”"),
        ("Staff must report to us.", "Staff must report.", "− “to us”"),
        ("You must.", "You **must**.", "its marks or spaces, none of its words"),
        ("", "word " * 20, "+ “word word word word word word word word…”"),
        ("See [how](a.md).", "See [how](b.md).", "“(a.md)” → “(b.md)”"),
        ("يبلغ والشريك المنظمة", "يبلغ الشريك المنظمة", "“والشريك” → “الشريك”"),
    ],
)
def test_a_change_is_told_in_its_words(before: str, after: str, said: str) -> None:
    assert bulletin.told(Change(before, after)) == said


def test_the_command_never_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "mkdocs.yml"
    assert bulletin.main([str(config)]) == 0
    assert "cannot be used" in capsys.readouterr().out
    shelve(tmp_path, others={"policies/broken/index.md": "---\ntitle: B\n---\n", "policies/gifts/.ledger/fr.json": "{"})
    assert bulletin.main([str(config)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("document        en      fr           ar\n")
    assert "\x1b" not in said
    assert "\n\nTo mend first:\ndocs/policies/broken/index.md:1: " in said
    assert "\ndocs/policies/gifts/.ledger/fr.json:1: file: this is not JSON" in said


class Closed(StringIO):
    """A pipe that nobody reads any more."""

    def write(self, _: str) -> int:
        raise BrokenPipeError


def test_whoever_stops_reading_sees_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelve(tmp_path)
    monkeypatch.setattr("sys.stdout", Closed())
    assert bulletin.main([str(tmp_path / "mkdocs.yml")]) == 0
