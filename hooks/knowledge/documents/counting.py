"""Which number each place of a text gets: the next that was never used, or the one its source has there.

A number that is there stays. In a translation it is a landmark: what has no number between two landmarks gets the numbers that
the source has between them, in their order, and what the source does not have gets a free one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from knowledge.documents.letters import following
from knowledge.documents.places import Place

Outline = Mapping[str, Sequence[str]]
"""The numbers of a text in order: of its sections by `""`, of the clauses of section 3 by `3`."""


class Uncountable(Exception):
    """Why a place cannot get a number: `what` is wrong there, and the `cure`."""

    def __init__(self, place: Place, what: str, cure: str) -> None:
        super().__init__(what)
        self.place, self.what, self.cure = place, what, cure


class Stock:
    """The numbers that are used already, by anybody, ever."""

    def __init__(self, used: Iterable[str]) -> None:
        self.highest: dict[str, int] = {}
        for number in used:
            section, *below = re.split(r"[. ]", number)
            for above, part in (("", section), (section, below[0] if below else "")):
                if part.isdecimal():
                    self.highest[above] = max(self.highest.get(above, 0), int(part))

    def free(self, above: str) -> str:
        """The next free number of a section (`above` is `""`) or of a clause in the section `above`."""
        count = self.highest[above] = self.highest.get(above, 0) + 1
        return f"{above}.{count}" if above else str(count)


def counted(found: Sequence[Place], stock: Stock, source: Outline, gone: Collection[str]) -> list[str]:
    """The number of every place of a text, in order; raises Uncountable.

    `source` is empty for the source itself; `gone` has the numbers that were published and are in no text any more.
    """
    groups = _groups(found)
    sections = follow(_heads(groups), source.get("", ()), stock, "")
    numbers: list[str] = []
    for group, section in zip(groups, sections, strict=True):
        own = [place.number for place in group if place.sort == "clause"]
        clauses = follow(own, source.get(section, ()), stock, section)
        numbers += _walked(group, iter([section, *clauses]), gone)
    return numbers


def outline(found: Sequence[Place], numbers: Sequence[str]) -> Outline:
    """The numbers of a text as its translations follow them."""
    kept: dict[str, list[str]] = {"": []}
    for place, number in zip(found, numbers, strict=True):
        if place.sort == "section":
            section = number
            kept[""].append(number)
            kept.setdefault(section, [])
        elif place.sort == "clause":
            kept[section].append(number)
    return kept


def _groups(found: Sequence[Place]) -> list[list[Place]]:
    """The places of each section, its heading first; a number before the first heading belongs to none."""
    groups: list[list[Place]] = []
    for place in found:
        if place.sort == "section":
            groups.append([])
        if not groups:
            what = f"{place.number or 'a new clause'} stands before the first heading"
            raise Uncountable(place, what, "move it below one")
        groups[-1].append(place)
    return groups


def _heads(groups: Sequence[Sequence[Place]]) -> list[str]:
    """The number of each section: its own, or the one that its clauses name already and no other heading has."""
    heads = [group[0].number for group in groups]
    for count, group in enumerate(groups):
        first = next((place.number for place in group if place.number), "")
        section = re.split("[. ]", first)[0]
        heads[count] = heads[count] or (section if section not in heads else "")
    return heads


def follow(ours: Sequence[str], theirs: Sequence[str], stock: Stock, above: str) -> list[str]:
    """Our numbers, with those of the source where ours are missing, and free ones where the source has none."""
    taken, order = set(ours), {number: place for place, number in enumerate(theirs)}
    found, place = [], 0
    for own in ours:
        fits = place < len(theirs) and theirs[place] not in taken
        number = own or (theirs[place] if fits else stock.free(above))
        place = order.get(number, place - 1) + 1
        found.append(number)
    return found


def _walked(group: Sequence[Place], numbers: Iterator[str], gone: Collection[str]) -> Iterator[str]:
    """The numbers of a section and its clauses, with the letters of points between them."""
    last = ""
    for place in group:
        last = _point(place, last, gone) if place.sort == "point" else next(numbers)
        yield last


def _point(place: Place, last: str, gone: Collection[str]) -> str:
    """The number of a point after the number `last`."""
    clause, _, letter = last.partition(" ")
    if letter == "z":
        raise Uncountable(place, f"{clause} has more points than there are letters", "make two clauses of it")
    number = f"{clause} {following(letter)}"
    if place.number and place.number != number:
        cure = f"put the new point last: letters go in order, and {place.number} keeps its own"
        raise Uncountable(place, f"a new point before {place.number} would take its letter", cure)
    if not place.number and number in gone:
        cure = f"write {following(letter)}) [repealed in version …] here, then the new point"
        raise Uncountable(place, f"{number} was published before and is gone", cure)
    return number
