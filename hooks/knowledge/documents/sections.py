"""Clauses as readers meet them: each a section of its own, with its number as its permanent address.

`<section id="s3-2" data-clause="3.2">` holds the paragraph and whatever belongs to it, and lies inside the section of its
heading, so that links, styles, citations and screen readers find whole clauses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement, builder

from knowledge import markup
from knowledge.documents.clauses import HEADED, NUMBERED, clause_id, depth
from knowledge.documents.letters import LETTERED, lettered
from knowledge.documents.repeals import repealed

Sections = Mapping[str, HtmlElement]
"""The sections of a text by the number of their clause, in order."""

APART = {"footnote", "footnotes"}
"""Classes of what stands at the foot of a text and belongs to no clause."""


def wrap(root: HtmlElement, named: Callable[[str], str]) -> dict[str, HtmlElement]:
    """Gathers the children of a finished text into sections; `named` says a number in words, for whoever hears the link."""
    found: dict[str, HtmlElement] = {}
    open_sections: list[HtmlElement] = []
    before = ""
    for child in list(root):
        number = _begins(child, before)
        before = number or before
        if number and number not in found:
            del open_sections[depth(number) - 1 :]
            section = found[number] = _section(child, number, named)
            (open_sections[-1] if open_sections else root).append(section)
            open_sections.append(section)
        elif child.tag == "h2" or APART & markup.classes(child):
            open_sections, before = [], ""
        (open_sections[-1] if open_sections else root).append(child)
    return found


def _begins(child: HtmlElement, before: str) -> str:
    """The number of the clause that an element begins where the clause `before` is going on; `""` when it begins none."""
    text = child.text or ""
    if child.tag == "h2":
        match = HEADED.fullmatch(child.text_content())
        return match["number"] if match and HEADED.match(text + "x") else ""
    if child.tag != "p":
        return ""
    if match := NUMBERED.match(text + "x"):
        return match["number"]
    if before and (match := LETTERED.match(text + "x")):
        return lettered(before, match["number"])
    return ""


def _section(child: HtmlElement, number: str, named: Callable[[str], str]) -> HtmlElement:
    """The section of a clause; its written number becomes the link to it."""
    written, *words = (child.text or "").split(maxsplit=1)
    rest = "".join(words)
    link = builder.E.a(written, {"class": "number", "href": f"#{clause_id(number)}", "aria-label": named(number)})
    link.tail = "\u00a0" + rest
    child.attrib.pop("id", None)
    child.text = None
    child.insert(0, link)
    gone = " repealed" if repealed(rest) else ""
    return builder.E.section({"id": clause_id(number), "data-clause": number, "class": "clause" + gone})


@dataclass(frozen=True)
class Annex:
    """Blocks after the first clause that belong to none: a heading without a number and what follows it, or footnotes."""

    after: str
    """The number of the clause they follow."""

    blocks: list[HtmlElement]


def titles(root: HtmlElement) -> list[tuple[str, str]]:
    """The headings without a number in a finished text: id and words."""
    found = ((heading.get("id", ""), heading.text_content()) for heading in root.iter("h2"))
    return [(name, words) for name, words in found if name and not HEADED.fullmatch(words)]


def outside(root: HtmlElement) -> tuple[list[HtmlElement], list[Annex]]:
    """What of a text with its sections belongs to no clause: the blocks before the first one, and the annexes."""
    start: list[HtmlElement] = []
    annexes: list[Annex] = []
    place, last = start, ""
    for child in root:
        if _clause(child):
            last = [section.get("data-clause", "") for section in child.iter("section") if _clause(section)][-1]
        elif last and (child.tag == "h2" or APART & markup.classes(child)):
            annexes.append(Annex(last, [child]))
            place = annexes[-1].blocks
        else:
            place.append(child)
    return start, annexes


def _clause(element: HtmlElement) -> bool:
    """Whether an element is the section of a clause; an author's own sections never are."""
    return "data-clause" in element.attrib


def blocks(section: HtmlElement) -> list[HtmlElement]:
    """What stands in a clause, without the clauses below it."""
    return [child for child in section if not _clause(child)]


def formerly(sections: Sections, renumbered: Sequence[tuple[str, str]], said: Callable[[str], str]) -> None:
    """Links to a number that a clause had before still lead to it; `said` tells readers of the old number."""
    for old, new in renumbered:
        if (section := sections.get(new)) is not None:
            note = builder.E.small(said(old), {"id": clause_id(old), "class": "formerly"})
            section[0].insert(1, note)
            note.tail, section[0][0].tail = section[0][0].tail, "\u00a0"


def note(section: HtmlElement, element: HtmlElement) -> None:
    """Puts a note after the words of a clause, before the clauses below it."""
    below = next((child for child in section if _clause(child)), None)
    if below is None:
        section.append(element)
    else:
        below.addprevious(element)


def insert(
    root: HtmlElement, sections: dict[str, HtmlElement], number: str, order: Sequence[str], section: HtmlElement
) -> None:
    """Puts the section of a clause that the text lacks where it belongs; `order` has all numbers in the order of the source."""
    parent = sections.get(_above(number))
    earlier = [other for other in order[: order.index(number)] if other in sections]
    beside = next((other for other in reversed(earlier) if _above(other) == _above(number)), None)
    if beside:
        sections[beside].addnext(section)
    elif parent is not None:
        note(parent, section)
    elif earlier:
        sections[earlier[-1].split(".")[0].split(" ")[0]].addnext(section)
    elif sections:
        next(iter(sections.values())).addprevious(section)
    else:
        root.append(section)
    sections[number] = section


def _above(number: str) -> str:
    """The number of the clause that one stands in: 3 for 3.2, 3.2 for 3.2 a; `""` for a section."""
    return re.sub(r"(?:^|[. ])[^. ]+$", "", number)
