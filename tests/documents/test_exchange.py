"""A folder takes the place of another whole, or everything stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.site.writing import files

from knowledge.documents.exchange import ASIDE, exchange, fresh, recover


class Stopped(BaseException):
    """What interrupts a program: no Exception."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document's folder, with what is to take its place beside it."""
    document = tmp_path / "docs/gifts"
    document.mkdir(parents=True)
    (document / "index.md").write_text("old", "utf-8")
    new = fresh(document)
    new.mkdir()
    (new / "index.md").write_text("new", "utf-8")
    return document


def new(folder: Path) -> Path:
    return next(path for path in folder.parent.iterdir() if path.name.endswith("-after"))


def nothing() -> None:
    """What finds nothing wrong."""


def test_the_new_folder_takes_the_place_of_the_old_and_nothing_else_is_left(folder: Path) -> None:
    exchange(new(folder), folder, nothing)
    assert files(folder.parent) == {"gifts/index.md": b"new"}


def test_the_old_folder_is_back_when_a_check_fails_or_is_interrupted(folder: Path) -> None:
    seen = []

    def stop() -> None:
        seen.append((folder / "index.md").read_text("utf-8"))
        raise Stopped

    with pytest.raises(Stopped):
        exchange(new(folder), folder, stop)
    assert seen == ["new"]
    assert (folder / "index.md").read_text("utf-8") == "old"
    assert not list(folder.parent.glob(f".*{ASIDE}"))


def test_the_old_folder_is_back_when_the_new_one_cannot_be_moved(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exchange(folder.with_name("nowhere"), folder, nothing)
    assert (folder / "index.md").read_text("utf-8") == "old"


def test_what_lay_aside_when_the_computer_went_off_is_put_back(folder: Path) -> None:
    folder.rename(folder.with_name(f".gifts{ASIDE}"))
    recover(folder.parent)
    assert (folder / "index.md").read_text("utf-8") == "old"
    assert not list(folder.parent.glob(f".*{ASIDE}"))


def test_a_new_folder_that_is_in_place_stays_whoever_worked_in_it_since(folder: Path) -> None:
    folder.rename(folder.with_name(f".gifts{ASIDE}"))
    new(folder).rename(folder)
    recover(folder.parent)
    assert files(folder.parent) == {"gifts/index.md": b"new"}
