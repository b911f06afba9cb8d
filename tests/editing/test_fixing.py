"""What is mechanical is mended in the files, each change is shown, and what follows from it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.documents.shelved import GIFTS, again, ledger, rewrite, shelve, stamped
from tests.site.writing import REVIEWED, page

from knowledge.documents.freshness import stale
from knowledge.documents.stamping import stamp
from knowledge.editing import fixing
from knowledge.editing.remarks import FIRST, LAST


def lines(folder: Path, file: str = "") -> list[str]:
    """What the command tells."""
    return fixing.fix(again(folder).site, file).split("\n")


def words(folder: Path, name: str) -> str:
    """A file of the document."""
    return (folder / GIFTS / name).read_text("utf-8")


def test_each_change_is_shown_with_its_place_and_in_its_own_direction(tmp_path: Path) -> None:
    shelve(tmp_path)
    rewrite(tmp_path, "اقرأ هذا.", "اقرأ, هذا.", "index.ar.md")
    line = words(tmp_path, "index.ar.md").split("\n").index("اقرأ, هذا.") + 1
    assert lines(tmp_path) == [
        f"{GIFTS}/index.ar.md:{line}: {FIRST}اقرأ, هذا.{LAST} → {FIRST}اقرأ، هذا.{LAST}",
    ]
    assert "اقرأ، هذا." in words(tmp_path, "index.ar.md")


def test_a_second_time_there_is_nothing_to_mend(tmp_path: Path) -> None:
    shelve(tmp_path)
    rewrite(tmp_path, "Règle", 'l\'été: "oui"', "index.fr.md")
    assert len(lines(tmp_path)) == 1
    assert lines(tmp_path) == [fixing.FINE]


def test_a_stamped_translation_stays_up_to_date(tmp_path: Path) -> None:
    shelve(tmp_path)
    stamped(tmp_path, "fr")
    before = ledger(tmp_path)
    rewrite(tmp_path, "Refuser les", "Refuser, s'il le faut, les", "index.fr.md")
    (line,) = lines(tmp_path)
    assert "s’il" in line
    assert ledger(tmp_path) == before
    books = again(tmp_path)
    entry = books.catalogue.entries["policies/gifts"]
    assert not stale(books.ledgers[entry.id].bases["fr"], entry.texts["en"])


def test_a_changed_source_is_told_with_the_languages_it_puts_out_of_date(tmp_path: Path) -> None:
    arabic = page(
        "الهدايا", "## 1. ق\n\n1.1 ارفض, دائما.\n", identifier="g", version=1, status="draft", reviewed=REVIEWED
    )
    shelve(
        tmp_path,
        others={
            "policies/gifts/index.ar.md": arabic,
            "policies/gifts/index.md": page("Gifts", "## 1. R\n\n1.1 Refuse.\n", translated_from="ar"),
        },
    )
    (tmp_path / GIFTS / "index.fr.md").unlink()
    stamp(again(tmp_path), tmp_path / GIFTS / "index.md")
    assert lines(tmp_path)[1:] == [
        f"{GIFTS}/index.ar.md is a source: what changed in it is out of date in en: "
        "`make status` names the clauses, `make translated` says that they are right"
    ]


def test_spaces_in_a_source_put_nothing_out_of_date(tmp_path: Path) -> None:
    shelve(tmp_path)
    stamped(tmp_path, "fr")
    rewrite(tmp_path, "Read this.", "Read  this.")
    assert len(lines(tmp_path)) == 1


def test_one_file_alone_can_be_mended(tmp_path: Path) -> None:
    shelve(tmp_path)
    rewrite(tmp_path, "Règle", "L'ordre", "index.fr.md")
    rewrite(tmp_path, "Read this.", "Read  this.")
    assert len(lines(tmp_path, f"{GIFTS}/index.fr.md")) == 1
    assert "Read  this." in words(tmp_path, "index.md")


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shelve(tmp_path)
    assert fixing.main([str(tmp_path / "mkdocs.yml"), "docs/nowhere.md"]) == 1
    assert capsys.readouterr().err == "Nothing was mended: there is no file docs/nowhere.md\n"


def test_a_former_version_stays_as_it_is(tmp_path: Path) -> None:
    old = page("Old", "two  words", identifier="g", version=1, status="draft", reviewed=REVIEWED)
    shelve(tmp_path, others={"policies/gifts/v1/index.md": old})
    assert lines(tmp_path) == [fixing.FINE]
