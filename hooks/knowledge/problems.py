"""A problem tells an editor where something is wrong, what it is and how to mend it.

Rooms return lists of problems instead of raising at the first one, so that one run shows everything there is to mend.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend in one file."""

    path: str
    """The file, as the editor sees it: relative to the root of the project."""

    line: int
    """Where to look, counted from 1."""

    field: str
    """The front-matter field, or the part of the page (`link`, `heading`, `image`…)."""

    what: str
    """What is wrong, in words an editor knows."""

    cure: str
    """How to mend it."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.field}: {self.what}: {self.cure}"


def report(problems: Iterable[Problem]) -> str:
    """All problems, one a line, in the order of files and lines, each told once."""
    lines = [str(problem) for problem in sorted(set(problems))]
    count = "1 problem" if len(lines) == 1 else f"{len(lines)} problems"
    return "\n".join([f"{count} to mend before the site can be published:", *lines])
