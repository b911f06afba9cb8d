"""Titles in the order of the alphabet, under their first letters, for the A–Z site map.

Accents, hamza carriers, vowel marks and the Arabic article do not count, as in a printed index: المساواة stands under م.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

ARTICLE = re.compile(r"^[اٱ]ل(?=\w\w)")
"""Never with a hamza: ألمانيا stands under ا."""

APART = str.maketrans({"œ": "oe", "æ": "ae", "ٱ": "ا"})


def key(title: str) -> str:
    """What a title is sorted by."""
    words = re.findall(r"\w+", _unmarked(unicodedata.normalize("NFC", title.casefold())))
    return _unmarked(unicodedata.normalize("NFKD", ARTICLE.sub("", " ".join(words)).translate(APART)))


def _unmarked(text: str) -> str:
    return "".join(mark for mark in text if not unicodedata.combining(mark))


Thing = TypeVar("Thing")


def letters(things: Iterable[Thing], title: Callable[[Thing], str]) -> list[tuple[str, list[Thing]]]:
    """Things under the first letter of their title, sorted; titles that begin with a digit stand under `0–9`.

    The letters of the script that most titles are in come first: a reader of Arabic looks for ا, not for B.
    """
    groups: dict[str, list[Thing]] = defaultdict(list)
    for thing in sorted(things, key=lambda thing: (key(title(thing)), title(thing))):
        first = key(title(thing))[:1].upper()
        groups["0–9" if first.isdigit() else first].append(thing)
    scripts = Counter(_script(letter) for letter, group in groups.items() for _ in group)
    own = max(scripts, key=scripts.__getitem__, default="")
    return sorted(groups.items(), key=lambda group: _script(group[0]) not in ("DIGIT", own))


def _script(letter: str) -> str:
    """The first word of a character's name: LATIN, ARABIC, DIGIT …"""
    return unicodedata.name(letter[:1] or " ", "OTHER").partition(" ")[0]
