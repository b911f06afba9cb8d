"""Two languages of a document side by side: what opens them, clause by clause, their annexes and their notes.

Both texts stand on one page, so whatever one of them names by an id (footnotes, headings) is named anew: a mark of the
French text leads to the French note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from knowledge import markup
from knowledge.documents import sections
from knowledge.documents.clauses import clause_id, depth
from knowledge.documents.sections import Sections

START, NOTES = "*start", "*notes"
"""What stands before the first clause, and the footnotes: parts that nobody can have called so."""

NUMBER = re.compile(r"[1-9][0-9]*(?:\.[0-9]+)*(?: [a-z])?")
REFERENCES = ("for", "aria-labelledby", "aria-describedby")
"""Attributes that name an element of the same text by its id."""

Parts = dict[str, str]
"""A text as HTML, part by part in its order: clauses by their numbers, annexes by the ids of their headings."""


@dataclass(frozen=True)
class Row:
    """One part in two languages."""

    part: str
    """The number of a clause, the id of an annex, START or NOTES."""

    left: str | None
    """As HTML; None when that language lacks it: an honest gap."""

    right: str | None

    @property
    def number(self) -> str:
        """The number of a clause; `""` for what is none."""
        return self.part if NUMBER.fullmatch(self.part) else ""

    @property
    def id(self) -> str:
        """The id it has in every language; `""` where nothing leads."""
        return clause_id(self.part) if self.number else "" if self.part in (START, NOTES) else self.part

    @property
    def depth(self) -> int:
        """1 for the heading of a section and for what is no clause, 2 for a clause, more for what lies below it."""
        return depth(self.number) if self.number else 1


def parts(root: HtmlElement, found: Sections, moved: Mapping[str, str], code: str) -> Parts:
    """The parts of a finished text with its sections; clauses that moved since it was translated by their new numbers."""
    _rename(root, code, moved)
    start, annexes = sections.outside(root)
    told = {START: _html(start)} if start else {}
    for number, section in found.items():
        new = moved.get(number, number)
        told[number if new in found else new] = _html(sections.blocks(section))
        for annex in annexes:
            if annex.after == number:
                told[_named(annex.blocks[0], code)] = _html(annex.blocks)
    return told


def _rename(root: HtmlElement, code: str, moved: Mapping[str, str]) -> None:
    """Every id gets the language of the text in front, but for those of clauses: these are the rows' own."""
    own = [element for element in root.iter("*") if "id" in element.attrib and "data-clause" not in element.attrib]
    names = {clause_id(old): clause_id(new) for old, new in moved.items()}
    names |= {element.get("id", ""): f"{code}-{element.get('id')}" for element in own}
    for element in own:
        element.set("id", names[element.get("id", "")])
    for element in root.iter("*"):
        address = element.get("href", "")
        if address.startswith("#") and address[1:] in names:
            element.set("href", f"#{names[address[1:]]}")
        for name in REFERENCES:
            if name in element.attrib:
                element.set(name, " ".join(names.get(word, word) for word in element.get(name, "").split()))
        if element.tag == "input" and "name" in element.attrib:
            element.set("name", f"{code}-{element.get('name')}")


def _named(block: HtmlElement, code: str) -> str:
    """What an annex is called in every language."""
    if sections.APART & markup.classes(block):
        return NOTES
    return block.get("id", "").removeprefix(f"{code}-")


def _html(blocks: Sequence[HtmlElement]) -> str:
    """Blocks and the words that stand bare behind them."""
    bare = (bool((block.tail or "").strip()) for block in blocks)
    return "".join(
        html.tostring(block, encoding="unicode", with_tail=tail) for block, tail in zip(blocks, bare, strict=True)
    )


def align(left: Mapping[str, str], right: Mapping[str, str]) -> list[Row]:
    """The rows of a comparison: the left side's order, and what only the right side has where it belongs."""
    order, before = list(left), ""
    for part in right:
        if part not in left:
            order.insert(_place(part, before, order), part)
        before = part
    return [Row(part, left.get(part), right.get(part)) for part in order]


def _place(part: str, before: str, order: Sequence[str]) -> int:
    """Where a part goes: a clause after the numbers below its own, anything else after what stands before it."""
    lower: list[int] = []
    if NUMBER.fullmatch(part):
        lower = [
            place for place, other in enumerate(order, 1) if NUMBER.fullmatch(other) and _rank(other) < _rank(part)
        ]
    return max(lower) if lower else order.index(before) + 1 if before else 0


def _rank(number: str) -> list[tuple[int, str]]:
    """A number as something to sort by: 3 before 3.2 before 3.2 a before 3.10."""
    return [(int(number), "") if number.isdecimal() else (0, number) for number in re.split(r"[. ]", number)]
