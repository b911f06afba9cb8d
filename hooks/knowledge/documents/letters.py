"""The letters of sub-clauses: a), b), c) and, in Arabic, أ), ب), ج), which stand for the same."""

from __future__ import annotations

import re

ABJAD = tuple("أبجدهوزحطيكلمنسعفصقرشتثخذض")
"""The letters of Arabic sub-clauses in the order lawyers count with, for a, b, c … z."""

LETTERED = re.compile(rf"(?P<number>[a-z]|[ا{''.join(ABJAD)}]ـ?)\)\s+(?P<text>\S.*)", re.S)
"""A letter begins a sub-clause only where it continues the sequence: `lettered` says."""


def lettered(before: str, written: str) -> str:
    """The number of a sub-clause after the clause `before`: أ) after 3.2 is `3.2 a`, and so is a).

    `""` when the letter does not continue the sequence: then it is a way of writing, as i) in a list of Roman numbers.
    """
    stem, _, letter = before.partition(" ")
    plain = written.removesuffix("ـ").replace("ا", "أ")
    latin = chr(ord("a") + ABJAD.index(plain)) if plain in ABJAD else plain
    return f"{stem} {latin}" if latin == following(letter) else ""


def following(letter: str) -> str:
    """The letter after a letter, `a` after none."""
    return chr(ord(letter) + 1) if letter else "a"
