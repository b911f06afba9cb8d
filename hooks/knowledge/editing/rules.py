"""A rule of style: what to look for, what is wrong with it, how to mend it, and what `make fix` writes instead.

Rules are data, so that somebody who knows a language can add one without knowing the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Edit = tuple[int, int, str]
"""Where something begins and ends, and what is to stand there."""


@dataclass(frozen=True)
class Rule:
    """One thing that readers would stumble over."""

    pattern: re.Pattern[str]
    """What to look for in the surface of a text."""

    what: str
    """What is wrong, in words an editor knows."""

    cure: str
    """How to mend it."""

    put: Mapping[str, str] = field(default_factory=dict)
    """Named groups of the pattern and what belongs there; empty where only a person can mend it."""

    def edits(self, surface: str) -> Iterator[Edit]:
        """What is to be written where, in the order of the text."""
        for match in self.pattern.finditer(surface):
            for name, words in self.put.items():
                if match[name] is not None:
                    yield *match.span(name), words


@dataclass(frozen=True)
class Style:
    """What is good style in one language."""

    rules: tuple[Rule, ...] = ()

    vague: frozenset[str] = frozenset()
    """Words of links that say nothing about where they lead, in small letters."""

    doubled: frozenset[str] = frozenset()
    """Words that may stand twice in a row, in small letters."""


def quotes(opening: str, closing: str, cure: str) -> Rule:
    """Straight quotation marks that belong to each other, for those of the language."""
    inside = r"(?=[^\s\"])(?:[^\"\n]|\n(?![ \t]*\n))*?(?<=[^\s\"])"
    pattern = re.compile(rf"(?<![\w\"])(?P<opening>\"){inside}(?P<closing>\")(?![\w\"])")
    return Rule(pattern, 'straight quotation marks (")', cure, {"opening": opening, "closing": closing})
