"""What a build remembers is right or gone: damage, strangers and two builds at once included."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import memory
from knowledge.memory import Memory


def remembering(path: Path, **said: bytes) -> Path:
    """A file that remembers something."""
    made = Memory(path)
    for key, data in said.items():
        made.keep(key, data)
    made.close()
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that remembers two things."""
    return remembering(tmp_path / ".memory/site-en.sqlite", one=b"first", two="الثاني".encode())


def heard(path: Path) -> tuple[Memory, list[str]]:
    """A memory, and what it tells."""
    said: list[str] = []
    return Memory(path, said.append), said


def test_it_gives_back_what_was_kept(file: Path) -> None:
    opened, said = heard(file)
    assert (opened.get("one"), opened.get("two"), opened.get("three")) == (b"first", "الثاني".encode(), None)
    assert said == []


def test_what_is_remembered_is_not_made_again(file: Path) -> None:
    opened = Memory(file)
    assert opened.kept("one", lambda: b"again") == b"first"
    assert opened.kept("three", lambda: b"third") == b"third"
    assert opened.kept("three", lambda: b"again") == b"third"


def test_what_was_not_asked_for_is_forgotten_at_the_end(file: Path) -> None:
    opened = Memory(file)
    opened.get("two")
    opened.keep("three", b"third")
    opened.close()
    assert [Memory(file).get(key) for key in ("one", "two", "three")] == [None, "الثاني".encode(), b"third"]


def test_a_build_that_fails_leaves_it_as_it_was(file: Path) -> None:
    opened = Memory(file)
    opened.get("two")
    opened.keep("three", b"third")
    del opened
    assert [Memory(file).get(key) for key in ("one", "three")] == [b"first", None]


def changed(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as base:
        base.execute(statement)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "garbage": lambda path: path.write_bytes(b"<html>" * 999),
    "other data": lambda path: changed(path, "UPDATE remembered SET data = x'00' WHERE key = 'one'"),
    "data of another key": lambda path: changed(
        path, "UPDATE remembered SET (data, seal) = (SELECT data, seal FROM remembered WHERE key = 'two')"
    ),
    "no data": lambda path: changed(path, "UPDATE remembered SET data = 7 WHERE key = 'one'"),
    "another program's": lambda path: changed(path, "PRAGMA application_id = 1"),
    "another table": lambda path: changed(path, "ALTER TABLE remembered RENAME TO things"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_told_in_one_line_and_made_anew(file: Path, damage: str) -> None:
    DAMAGES[damage](file)
    opened, said = heard(file)
    assert opened.kept("one", lambda: b"again") == b"again"
    opened.close()
    assert said == ["What was kept in .memory/site-en.sqlite is damaged: it is made anew."]
    assert Memory(file).get("one") == b"again"


def test_two_builds_at_once_do_each_other_no_harm(file: Path) -> None:
    first, (second, said) = Memory(file), heard(file)
    first.keep("three", b"third")
    second.keep("four", b"fourth")
    assert second.kept("five", lambda: b"fifth") == b"fifth"
    second.close()
    first.close()
    assert (Memory(file).get("three"), said) == (b"third", [])


def test_what_another_build_is_writing_is_left_alone(file: Path) -> None:
    first = Memory(file)
    for number in range(400):  # more than fits into SQLite's own memory, so that it locks the file
        first.keep(f"more {number}", b"x" * 9000)
    second, said = heard(file)
    assert second.kept("one", lambda: b"again") == b"again"
    second.close()
    first.close()
    assert (Memory(file).get("more 399"), said) == (b"x" * 9000, [])


def test_each_configuration_has_a_place_of_its_own(tmp_path: Path) -> None:
    assert memory.place(tmp_path / "mkdocs.yml", "site-en") == tmp_path / ".memory/mkdocs-site-en.sqlite"
