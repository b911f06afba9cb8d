"""The places of a text that have a number or are to get one: headings of sections, clauses, points of a clause.

The rule: in a text without numbers every heading `##` is a section; once one has a number, a heading without one begins an
annex, in which nothing gets a number, and `## ? Title` asks for a new section. In a section where nothing has a number yet,
every paragraph and every point of a list is a clause, except in a list below a paragraph that ends with a colon: its points get
letters. In a section that has numbers, what has none belongs to the clause above it and stays so; a `?` instead of a number asks
for one (`? Staff must …`, `?) at once`). Text before the first heading, tables, boxes, quotations and code get none anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.documents.clauses import SECTION, begun
from knowledge.documents.letters import LETTERED, following, lettered
from knowledge.documents.passages import ITEM, Passage, passages
from knowledge.documents.slips import ASKING, WAITING

COLONS = (":", "：")


@dataclass
class Place:
    """A passage that has a number or is to get one."""

    sort: str
    """`section`, `clause` or `point`."""

    passage: Passage
    number: str = ""
    """The number it has, as cited; `""` when it is to get one."""

    lead: int = 0
    """How many characters of it make room for the number: the mark of a list, a question mark."""

    inside: list[Passage] = field(default_factory=list)
    """What is indented below a point of a list and belongs to it."""

    kept: bool = False
    """Whether it has its letter already, and only the clause above it has no number yet."""


def places(body: str, first_line: int = 1) -> list[Place]:
    """The places of a body that starts at `first_line` of its file, in order."""
    sections: list[list[Passage]] = [[]]
    for passage in passages(body, first_line):
        if passage.kind == "heading" and SECTION.match(passage.text):
            sections.append([])
        sections[-1].append(passage)
    numbered = any(begun(section[0], "") for section in sections[1:])
    return [place for section in sections if not (numbered and _is_annex(section)) for place in _section(section)]


def _is_annex(section: Sequence[Passage]) -> bool:
    """Whether its heading has no number and asks for none, in a text where others have one."""
    headed = bool(section) and SECTION.match(section[0].text)
    return bool(headed) and not begun(section[0], "") and not ASKING.match(section[0].text)


def _section(section: Sequence[Passage]) -> Iterator[Place]:
    """The places from one heading to the next."""
    headed = bool(section) and bool(SECTION.match(section[0].text))
    last = begun(section[0], "") if headed else ""
    if headed:
        asking = ASKING.match(section[0].text)
        yield Place("section", section[0], last, asking.end() if asking else 0)
    below = section[headed:]
    numbers = []
    for passage in below:
        numbers.append(begun(passage, last))
        last = numbers[-1] or last
    if any(numbers) or not headed:
        yield from _numbered(below, numbers)
    else:
        yield from _bare(below)


def _numbered(below: Sequence[Passage], numbers: Sequence[str]) -> Iterator[Place]:
    """The places of a section that has numbers, and of what stands before all sections: those, and what asks for one."""
    for passage, number in zip(below, numbers, strict=True):
        if number:
            yield Place("point" if " " in number else "clause", passage, number)
        elif passage.kind == "paragraph" and (match := WAITING.match(passage.text)):
            yield Place("point" if match["letter"] else "clause", passage, lead=match.end())


def _bare(below: Sequence[Passage]) -> Iterator[Place]:
    """The places of a section without numbers."""
    above: Place | None = None
    """The point of a list that what is indented belongs to."""
    last, listed = "1", False
    for passage in below:
        if passage.kind == "inner" and above:
            above.inside.append(passage)
            continue
        above = None
        if passage.kind in ("paragraph", "item"):
            place = _place(passage, last, listed)
            last = _after(place, last)
            listed = (listed and place.sort == "point") or _introduces(passage)
            above = place if passage.kind == "item" else None
            yield place
        elif passage.kind not in ("note", "address"):
            listed = False


def _place(passage: Passage, last: str, listed: bool) -> Place:
    """The place of a paragraph or a point after the clause `last`, where a list for letters may be going on."""
    if passage.kind == "item":
        match = ITEM.match(passage.text)
        return Place("point" if listed else "clause", passage, lead=match.end() if match else 0)
    if match := WAITING.match(passage.text):
        return Place("point" if match["letter"] else "clause", passage, lead=match.end())
    match = LETTERED.fullmatch(passage.text)
    if match and lettered(last, match["number"]):
        return Place("point", passage, kept=True)
    return Place("clause", passage)


def _after(place: Place, last: str) -> str:
    """What the next letter continues; the number of the clause does not matter for that."""
    if place.sort == "clause":
        return "1.1"
    clause, _, letter = last.partition(" ")
    return f"{clause} {following(letter)}"


def _introduces(passage: Passage) -> bool:
    """Whether a paragraph ends with a colon, inside bold words or not."""
    return passage.kind == "paragraph" and passage.text.rstrip("*_ \t\n").endswith(COLONS)
