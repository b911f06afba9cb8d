"""Two languages of a document side by side, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.documents.clauses import clause_id, depth


@dataclass(frozen=True)
class Row:
    """One clause in two languages."""

    number: str
    left: str | None
    """As HTML; None when that language lacks the clause: an honest gap."""

    right: str | None

    @property
    def id(self) -> str:
        """The id the clause has in every language."""
        return clause_id(self.number)

    @property
    def depth(self) -> int:
        """1 for the heading of a section, 2 for a clause, more for what lies below it."""
        return depth(self.number)


def align(left: Mapping[str, str], right: Mapping[str, str]) -> list[Row]:
    """The rows of a comparison: the left side's order, and what only the right side has after the numbers below its own."""
    order = list(left)
    for number in right:
        if number not in left:
            lower = [place for place, other in enumerate(order, 1) if _rank(other) < _rank(number)]
            order.insert(max(lower, default=0), number)
    return [Row(number, left.get(number), right.get(number)) for number in order]


def _rank(number: str) -> list[tuple[int, str]]:
    """A number as something to sort by: 3 before 3.2 before 3.2 a before 3.10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"[. ]", number)]
