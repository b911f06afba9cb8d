"""Every pattern that looks at what strangers wrote grows with the text, and not with its square."""

from __future__ import annotations

import importlib
import inspect
import re
import time
from collections import deque
from collections.abc import Iterator
from pkgutil import walk_packages
from typing import Any

import pytest
from tests.hostile.bounds import bounded

import knowledge
from knowledge.editing.rules import Style

SIZE = 20_000
"""Characters of the shorter text, in lines of a tenth; the longer one has twice as many."""

ENOUGH = 0.05
"""Seconds of the processor for the shorter text: so quick is linear work, and nobody waits for less."""

STEEP = 3.0
"""Twice the text takes twice the time; four times would be its square."""

SHORT = {
    "knowledge.assets.ICON": "reads the stylesheet of the theme",
    "knowledge.documents.forms.FAULTS": "looks at the first 2,000 characters of a paragraph that has a field",
    "knowledge.downloads.paragraphs.ISLAND": "looks for characters that the site sets and no text may hold",
    "knowledge.news.UNSAID": "looks at the first words of an article, at most 3,000 characters",
}
"""Patterns that never look at a long text that a stranger wrote, and why."""

PIECES = [" ", "\n", *"a|1|[|(|<|{|`|a |1 |a.|1.|[a](|<a |&#1|\u00a0|أ".split("|")]


def patterns() -> Iterator[tuple[str, re.Pattern[str], str]]:
    """Every pattern of the rooms of a build: its name, itself, and whether it looks through a text or at its beginning."""
    seen = set()
    for found in walk_packages(knowledge.__path__, "knowledge."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items() if "importer" not in found.name else ():
            for pattern in inside(value):
                if isinstance(pattern.pattern, str) and pattern not in seen:
                    seen.add(pattern)
                    yield f"{found.name}.{name}", pattern, method(name, inspect.getsource(module))


def inside(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns that a name of a room stands for, alone, in a table or in the style of a language."""
    if isinstance(value, re.Pattern):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ():
        yield from inside(inner)
    for rule in value.rules if isinstance(value, Style) else ():
        yield rule.pattern


def method(name: str, source: str) -> str:
    """How a room uses a pattern: `fullmatch` or `match` where that is the only way, else `finditer`."""
    used = set(re.findall(rf"\b{name}\.(match|fullmatch|search|finditer|findall|sub|split)\b", source))
    return used.pop() if used in ({"match"}, {"fullmatch"}) else "finditer"


def pieces(pattern: re.Pattern[str]) -> list[str]:
    """What a text for a pattern is made of: pieces of texts, and characters that it names itself, alone and in pairs."""
    own = list(dict.fromkeys(re.findall(r"[^\w\s\\|?+]|(?<=\\)[^\w]", pattern.pattern)))[:6]
    return [*PIECES, *own, *(mark + "a" for mark in own), *(one + other for one in own[:3] for other in own[:3])]


def text(piece: str, size: int) -> str:
    """Lines of a piece, again and again, and something that matches nothing."""
    line = piece * (size // 10 // len(piece)) + "\n"
    return line * (size // len(line)) + "\x01"


def seconds(pattern: re.Pattern[str], method: str, text: str) -> float:
    """The processor's time that looking at a text takes."""
    start = time.process_time()
    deque(getattr(pattern, method)(text) or (), maxlen=0) if method == "finditer" else getattr(pattern, method)(text)
    return time.process_time() - start


def steep(pattern: re.Pattern[str], method: str = "finditer") -> str | None:
    """A piece that makes a pattern slow when there are many of them."""
    for piece in pieces(pattern):
        short = seconds(pattern, method, text(piece, SIZE))
        if short > ENOUGH and seconds(pattern, method, text(piece, 2 * SIZE)) > STEEP * short:
            return piece
    return None


FOUND = [found for found in patterns() if found[0] not in SHORT]


@pytest.mark.parametrize("place", range(len(FOUND)), ids=[name for name, *_ in FOUND])
def test_time_grows_with_the_text(place: int) -> None:
    _, pattern, method = FOUND[place]
    with bounded(seconds=10):
        assert steep(pattern, method) is None


def test_what_grows_with_the_square_is_seen() -> None:
    with bounded(seconds=20):
        assert steep(re.compile(r"\[[^\]\n]*\]"))


def test_exceptions_still_exist() -> None:
    assert {name for name, *_ in patterns()} >= set(SHORT)
