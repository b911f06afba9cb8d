"""Pandoc converts what it is given, and reads nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pypandoc
import pytest
from tests.downloads.specimens import TEMPLATES

from knowledge.downloads import pandoc
from knowledge.fields import Unfit

FILTER = TEMPLATES / "print.lua"


def test_html_becomes_another_format() -> None:
    made = pandoc.convert("<h2>a</h2><p>b</p>", "typst", FILTER, pandoc.RAISED)
    assert made.decode().split() == ["=", "a", "b"]


def test_a_fault_is_told_in_its_words() -> None:
    with pytest.raises(Unfit, match=r"Pandoc says: .*nonsense"):
        pandoc.convert("<p>b</p>", "nonsense", FILTER)


def test_files_beside_it_are_out_of_reach() -> None:
    with pytest.raises(Unfit, match=r"Pandoc says: .*passwd"):
        pandoc.convert('<p><img src="/etc/passwd" alt="x"></p>', "epub3", FILTER, "--metadata=title=x")


def test_another_pandoc_on_the_machine_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "pandoc"
    other.write_text("#!/bin/sh\necho pandoc 99.0\n", "utf-8")
    other.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("PYPANDOC_PANDOC", str(other))
    monkeypatch.setattr(pypandoc, "__pandoc_path", None)
    assert Path(pandoc.program.__wrapped__()).parent == Path(pypandoc.__file__).with_name("files")


def test_the_version_is_known() -> None:
    assert pandoc.version()[0].isdigit()
