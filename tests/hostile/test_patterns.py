"""Every pattern that looks at what strangers wrote grows with the text, and not with its square."""

from __future__ import annotations

import importlib
import re
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from pkgutil import walk_packages

import pytest
from tests.hostile.bounds import bounded

import knowledge

SIZE = 50_000
"""Characters of the shorter text, in lines of a tenth; the longer one has twice as many."""

ENOUGH = 0.15
"""Seconds of the processor for the shorter text: so quick is linear work, and nobody waits for less."""

STEEP = 3.0
"""Twice the text takes twice the time; four times would be its square."""

OURS = {"knowledge.assets.ICON", "knowledge.assets.MAP"}
"""Patterns that read the stylesheet of the theme."""

SOURCE = "\n".join(path.read_text("utf-8") for path in (Path(knowledge.__path__[0])).rglob("*.py"))
PIECES = [
    "a",
    "1",
    " ",
    "\n",
    "[",
    "(",
    "<",
    "{",
    "`",
    '"',
    "a ",
    "1 ",
    "a.",
    "1.",
    "[a](",
    "<a ",
    "&#1",
    "\u00a0",
    "أ",
]


def patterns() -> Iterator[tuple[str, re.Pattern[str], str]]:
    """Every pattern of the rooms of a build: its name, itself, and whether it looks through a text or at its beginning."""
    seen = set()
    for module in walk_packages(knowledge.__path__, "knowledge."):
        for name, value in vars(importlib.import_module(module.name)).items() if "importer" not in module.name else ():
            for pattern in value.values() if isinstance(value, dict) else [value]:
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str) and pattern not in seen:
                    seen.add(pattern)
                    yield f"{module.name}.{name}", pattern, method(name)


def method(name: str) -> str:
    """How a pattern is used: `fullmatch` or `match` where that is the only way, else `finditer`."""
    used = set(re.findall(rf"\b{name}\.(match|fullmatch|search|finditer|findall|sub|split)\b", SOURCE))
    return used.pop() if used in ({"match"}, {"fullmatch"}) else "finditer"


def pieces(pattern: re.Pattern[str]) -> list[str]:
    """What a text for a pattern is made of: pieces of texts, and characters that it names itself, alone and in pairs."""
    own = list(dict.fromkeys(re.findall(r"[^\w\s\\|?+]|(?<=\\)[^\w]", pattern.pattern)))[:6]
    return [*PIECES, *own, *(mark + "a" for mark in own), *(one + other for one in own[:3] for other in own[:3])]


def text(piece: str, size: int) -> str:
    """Lines of a piece, again and again, and something that matches nothing."""
    line = piece * (SIZE // 10 // len(piece)) + "\n"
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


FOUND = [found for found in patterns() if found[0] not in OURS]


@pytest.mark.parametrize("place", range(len(FOUND)), ids=[name for name, *_ in FOUND])
def test_time_grows_with_the_text(place: int) -> None:
    _, pattern, method = FOUND[place]
    with bounded(seconds=10):
        assert steep(pattern, method) is None


def test_what_grows_with_the_square_is_seen() -> None:
    with bounded(seconds=20):
        assert steep(re.compile(r"\[[^\]]*\]"))
