"""Spaces that nobody sees are told in every language, those that mean something are not."""

from __future__ import annotations

import pytest
from tests.editing.texts import fixed, told


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("two  words", "two words"), ("a\tb", "a b"), ("end \n", "end\n"), ("- a point   \n", "- a point\n")],
)
def test_spaces_too_many_are_told_and_mended(wrong: str, right: str) -> None:
    assert len(told(wrong, "de")) == 1
    assert fixed(wrong, "de") == right


@pytest.mark.parametrize(
    "text",
    [
        "a line  \nand the next\n",
        "-   a point\n",
        "| a   | b |\n|-----|---|\n| c   | d |\n",
        "```\na  b \n```\n",
        "`a  b`  \nc\n",
        "    indented\n",
        "3.2  Staff must\n",
        "[____ ____]\n",
    ],
)
def test_spaces_that_mean_something_stay(text: str) -> None:
    assert told(text, "en") == []
    assert fixed(text, "en") == text
