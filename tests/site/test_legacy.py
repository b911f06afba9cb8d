"""A language in which nothing changed is not built again, and what anybody did to the last site does not come along."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.site.test_unchanged import EDITS, built, clean, laid, unkept, written
from tests.site.writing import page

from knowledge import processes


def inodes(folder: Path) -> dict[str, int]:
    """Where the first pages of all languages lie on the disk."""
    return {code: (folder / "site" / code / "index.html").stat().st_ino for code in ("", "fr", "ar")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with a document in two languages that was built once."""
    home = laid(tmp_path / "home")
    written("ethics/index.fr.md", page("Code"), home / "docs")
    built(home)
    return home


@pytest.mark.parametrize(
    ("edit", "same"),
    [
        ("a text", {"fr", "ar"}),
        ("a note to translators", {"fr", "ar"}),
        ("a title that others show", set()),
        ("another picture", set()),
    ],
)
def test_languages_that_show_the_same_are_taken_over(folder: Path, edit: str, same: set[str]) -> None:
    before = inodes(folder)
    EDITS[edit](folder / "docs")
    built(folder)
    assert {code for code, place in inodes(folder).items() if before[code] == place} == (
        same if processes.able() else set()
    )


def test_files_to_take_away_come_along_whatever_has_become_of_the_cache(folder: Path, tmp_path: Path) -> None:
    unkept(folder)
    EDITS["a text"](folder / "docs")
    made = built(folder)
    assert "fr/ethics/code_v1_fr.pdf" in made
    assert made == clean(folder, tmp_path / "clean")


def test_what_somebody_wrote_into_a_site_is_gone_after_the_next_build(folder: Path, tmp_path: Path) -> None:
    (folder / "site/fr/index.html").write_text("not ours", "utf-8")
    EDITS["a text"](folder / "docs")
    made = built(folder)
    assert made == clean(folder, tmp_path / "clean")
