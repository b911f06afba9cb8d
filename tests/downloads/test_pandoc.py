"""Pandoc converts what it is given, and reads nothing else."""

from __future__ import annotations

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


def test_the_version_is_known() -> None:
    assert pandoc.version()[0].isdigit()
