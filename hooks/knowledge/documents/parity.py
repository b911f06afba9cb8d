"""Parity: a translation has the clauses of the text it was made from, in their order, with the same figures, days and addresses.

Compared is the text a translation was made from, as the ledger keeps it, not the source as it is today: what the source changed
since makes a translation out of date, what a translation lost makes it wrong. A difference is told with both texts side by
side, and is accepted only in writing: `differs` in the front matter names the clause and the reason.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from knowledge.documents import freshness
from knowledge.documents.clauses import Clause
from knowledge.documents.ledgers import Base
from knowledge.documents.particulars import Particular, differences, particulars, plain
from knowledge.documents.passages import ADDRESS
from knowledge.documents.repeals import repealed
from knowledge.entries import Text
from knowledge.problems import Problem

SHOWN = 120
"""How many characters of a clause a message shows."""

OPENING = ("title", "summary", "start")
APART = (*OPENING, "annexes")
"""What is compared besides clauses: `start` and `annexes` are the words before and after the first that belong to none."""

WORDS = {"footnote": "a footnote", "passage": "a passage without a number", "cell": "a cell of a table"}
"""What has no words of its own to be told by."""


def check(text: Text, base: Base, source_path: str) -> Iterator[Problem]:
    """Everything in which a translation differs from what it was made from: title, summary and opening words too."""
    said, source = freshness.said(text), text.source
    lines = source.matter.lines | {"start": source.body_line}
    ours = {name: (getattr(said, name), lines.get(name, 1)) for name in OPENING} | _lines(text.clauses)
    ours["annexes"] = (said.annexes, max(line for _, line in ours.values()))
    theirs = {name: getattr(base, name) for name in OPENING} | dict(base.clauses) | {"annexes": base.annexes}
    sides = _Sides(source.shown, ours, source_path, theirs, (said.source, base.source))
    yield from sides.problems(dict(text.record.differs), lines.get("differs", 1))


def _lines(found: Sequence[Clause]) -> dict[str, tuple[str, int]]:
    """Clauses by number; of two with the same number, which is a problem of its own, the first."""
    lines: dict[str, tuple[str, int]] = {}
    for clause in found:
        lines.setdefault(clause.number, (clause.whole, clause.line))
    return lines


@dataclass(frozen=True)
class _Sides:
    """A translation beside the text it was made from."""

    path: str
    ours: Mapping[str, tuple[str, int]]
    """The words of each clause and its line."""

    source_path: str
    theirs: Mapping[str, str]
    codes: tuple[str, str]
    """Our language and theirs, `""` where it is unknown."""

    def problems(self, accepted: Mapping[str, str], line: int) -> Iterator[Problem]:
        """What differs and is not accepted, and what is accepted (at `line`) though it does not differ."""
        faults = [*self._strangers(), *self._unlike(), *self._moved()]
        yield from (problem for number, problem in faults if number not in accepted)
        for number in accepted:
            if number not in {number for number, _ in faults}:
                yield Problem(self.path, line, "differs", *self._idle(number))

    def _strangers(self) -> Iterator[tuple[str, Problem]]:
        """Clauses that only one of the two has."""
        before = ""
        for number, words in self.theirs.items():
            if number in self.ours:
                before = number
                continue
            after = f" after {before}" if before and before not in APART else ""
            what = f"{number} is missing{after}: {self.source_path} has {excerpt(words)}"
            yield number, self._problem(number, self.ours.get(before, ("", 1))[1], what, "translate it there")
        for number, (words, line) in self.ours.items():
            if number not in self.theirs:
                what = f"{number} is here alone: {excerpt(words)}; {self.source_path} has no such clause"
                yield number, self._problem(number, line, what, "take it out, or write it in the source too")

    def _unlike(self) -> Iterator[tuple[str, Problem]]:
        """Clauses that both have and that say other things."""
        for number, (words, line) in self.ours.items():
            fault = self._fault(words, self.theirs[number]) if number in self.theirs else None
            if fault:
                said, here, there = fault
                what = f"{number} {said}: here {here}, in {self.source_path} {there}"
                yield number, self._problem(number, line, what, "mend the one that is wrong")

    def _fault(self, ours: str, theirs: str) -> tuple[str, str, str] | None:
        """In what two texts of a clause differ, and where each shows it."""
        gone = [repealed(words) for words in (ours, theirs)]
        if gone[0] != gone[1]:
            return "is repealed in one text only", excerpt(ours), excerpt(theirs)
        sides = [particulars(words, code) for words, code in zip((ours, theirs), self.codes, strict=True)]
        more, less = differences(*sides)
        if not (more or less):
            return None
        said = " and ".join(part for part in (_listed("has", more), _listed("lacks", less)) if part)
        share = more[0].place / max(len(ours), 1) if more else less[0].place / max(len(theirs), 1)
        places = [side[0].place if side else int(share * len(words)) for side, words in ((more, ours), (less, theirs))]
        return said, excerpt(ours, places[0]), excerpt(theirs, places[1])

    def _moved(self) -> Iterator[tuple[str, Problem]]:
        """The fewest clauses that would have to move for the order to be that of the source."""
        order = {number: place for place, number in enumerate(self.theirs)}
        shared = [number for number in self.ours if number in order]
        wanted = sorted(shared, key=lambda number: order[number])
        still = steady([order[number] for number in shared])
        before = dict(pairwise(reversed(wanted)))
        for place, number in enumerate(shared):
            if place not in still:
                words, line = self.ours[number]
                after = before.get(number, "")
                where = f"after {after}" if after and after not in APART else "first"
                what = f"{number} is out of order: here {excerpt(words)}; in {self.source_path} it stands {where}"
                yield number, self._problem(number, line, what, "put it there")

    def _idle(self, number: str) -> tuple[str, str]:
        """Why an accepted difference is none, and its cure."""
        if number in self.ours:
            return f"{number} does not differ from its source", f"take {number} out of differs"
        known = [*self.ours, *self.theirs]
        near = get_close_matches(number, known, 1, 0.5)
        cure = f"did you mean {near[0]}?" if near else "name a clause as 3.2 or 3.2 a"
        return f"there is no clause {number}", cure

    def _problem(self, number: str, line: int, what: str, cure: str) -> Problem:
        more = (
            f"{cure}; once this text follows the source as it is now, run `make translated FILE={self.path}`; "
            f'where both are meant so, write in its front matter differs: {{"{number}": "the reason"}}'
        )
        return Problem(self.path, line, number if number in APART else "clause", what, more)


def steady(places: Sequence[int]) -> set[int]:
    """The positions of the longest part of a sequence that is in order."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for position, place in enumerate(places):
        length = bisect_right(ends, place)
        before.append(tails[length - 1] if length else -1)
        ends[length : length + 1], tails[length : length + 1] = [place], [position]
    found, position = set(), tails[-1] if tails else -1
    while position >= 0:
        found.add(position)
        position = before[position]
    return found


def _listed(verb: str, items: Sequence[Particular]) -> str:
    counts = Counter(WORDS.get(item.kind) or item.written for item in items)
    words = [f"{name} ({count} times)" if count > 1 else name for name, count in counts.items()]
    return f"{verb} {', '.join(words[:5])}{' …' * (len(words) > 5)}" if words else ""


def excerpt(words: str, place: int = 0) -> str:
    """The words of a clause around a place, in quotation marks; whole words, so that an address there is shown whole."""
    text = plain(" ".join(block for block in words.split("\n\n") if not ADDRESS.fullmatch(block)))
    start = text.rfind(" ", 0, max(place - SHOWN // 2, 0)) + 1 if place > SHOWN // 2 else 0
    end = text.find(" ", start + SHOWN)
    end = min(len(text) if end < 0 else end, start + 3 * SHOWN)
    return f"«{'…' * (start > 0)}{text[start:end]}{'…' * (end < len(text))}»"
