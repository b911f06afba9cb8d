"""Plain text that keeps its order wherever it is pasted: in a letter, a form, an editor, from left to right or right to left.

A page has markup for that; plain text has only the invisible characters of UAX 9 (the Unicode bidirectional algorithm).
Words of a left-to-right language need none as long as they begin and end with a letter or a bracket.
"""

from __future__ import annotations

import re

LRI, RLI, PDI, RLM = "\u2066", "\u2067", "\u2069", "\u200f"
OPENING = {"ltr": LRI, "rtl": RLI}

DIRECTING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Every character that only says in which order others stand."""


def isolate(words: str, direction: str, around: str) -> str:
    """Words of one direction as they can stand in a line of another; unchanged where both are the same."""
    return words if direction == around else f"{OPENING[direction]}{words}{PDI}"


def address(words: str, around: str) -> str:
    """A web address between spaces, which belong to it: write none beside it.

    From right to left it is isolated, with its spaces: programs that make links of addresses would take an invisible
    character right behind one for a part of it, and find nothing there.
    """
    return isolate(f" {words} ", "ltr", around)


def line(words: str, direction: str) -> str:
    """A line of its own. From right to left it is one isolate, so that an English letter does not tear it apart.

    The mark before it is for editors that ask the first strong character for the direction of a line: they look past isolates.
    """
    return words if direction == "ltr" else f"{RLM}{RLI}{words}{PDI}"


def bare(words: str) -> str:
    """The words without the invisible characters."""
    return DIRECTING.sub("", words)
