"""Paragraphs of plain text as lines that keep their order, from left to right or right to left, and end before a margin.

A line is all that some programs see of a text at once, so each says its own direction; an address or a phone number never
ends up on two lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import TextWrapper

from knowledge import bidi
from knowledge.documents import plaintext

WIDTH = 76
"""Columns, as in letters."""

FIXED = "\ue000"
"""A space that no line may end at, until the lines are made; Unicode gives this character to nobody."""

ISLAND = re.compile(f"[{bidi.OPEN}\u2067][^{bidi.CLOSE}]*{bidi.CLOSE}")


@dataclass(frozen=True)
class Paragraph:
    """Words that stand together; empty ones are an empty line."""

    words: str
    """A line feed in them ends a line."""

    direction: str
    indent: int = 0
    """Columns from the edge that the text begins at."""

    lead: str = ""
    """What hangs before the first line: a number, a dash."""

    hang: int = 0
    """Columns that the lead has for itself, if it is not longer."""

    literal: bool = False
    """Whether its lines stay as they are, however long."""

    def lines(self) -> Iterator[str]:
        """The paragraph as lines, with the characters that keep them in order."""
        for line in self._broken():
            yield plaintext.line(line, self.direction) if line.strip() else ""

    def _broken(self) -> Iterator[str]:
        room = max(self.hang, len(self.lead) + 1) if self.lead else 0
        first = " " * self.indent + self.lead.ljust(room)
        rest = " " * (self.indent + room)
        for place, part in enumerate(self.words.split("\n")):
            start = rest if place else first
            if self.literal:
                yield start + part
            else:
                yield from self._wrapped(part, start, rest)

    def _wrapped(self, part: str, start: str, rest: str) -> Iterator[str]:
        held = ISLAND.sub(lambda island: island[0].replace(" ", FIXED), part)
        wrapper = TextWrapper(WIDTH, start, rest, break_long_words=False, break_on_hyphens=False)
        for line in wrapper.wrap(held) or [start.rstrip()]:
            yield line.replace(FIXED, " ")
