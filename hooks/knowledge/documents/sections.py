"""Clauses as readers meet them: each a section of its own, with its number as its permanent address.

`<section id="s3-2" data-clause="3.2">` holds the paragraph and whatever belongs to it, and lies inside the section of its
heading, so that links, styles, citations and screen readers find whole clauses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement, builder

from knowledge import markup
from knowledge.documents import digests
from knowledge.documents.clauses import HEADED, LETTERED, NUMBERED, REPEALED, clause_id, depth, lettered

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
        if number := _begins(child, before):
            before = number
            del open_sections[depth(number) - 1 :]
            section = found[number] = _section(child, number, named)
            (open_sections[-1] if open_sections else root).append(section)
            open_sections.append(section)
        elif child.tag == "h2" or APART & set(child.get("class", "").split()):
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
    written, rest = re.match(r"(\S+)\s+(.*)", child.text or "", re.S).groups()  # type: ignore[union-attr]
    link = builder.E.a(written, {"class": "number", "href": f"#{clause_id(number)}", "aria-label": named(number)})
    link.tail = "\u00a0" + rest
    child.attrib.pop("id", None)
    child.text = None
    child.insert(0, link)
    gone = " repealed" if REPEALED.fullmatch(rest.strip()) else ""
    return builder.E.section({"id": clause_id(number), "data-clause": number, "class": "clause" + gone})


@dataclass(frozen=True)
class Words:
    """What a text says."""

    start: str
    """Before its first clause."""

    clauses: Mapping[str, str]
    """By number, in order; each without its number and without the clauses below it."""

    def digest(self, title: str) -> str:
        """The digest of the whole text under its title (room `digests`)."""
        return digests.whole(title, self.start, self.clauses)


def read(fragment: str) -> Words:
    """The words of a document from its clean HTML."""
    root = markup.parse(fragment)
    found = wrap(root, str)
    first = next(iter(found.values()), None)
    start = [root.text or "", *(child.text_content() for child in _before(root, first))]
    return Words("\n\n".join(filter(None, (" ".join(block.split()) for block in start))), words(found))


def _before(root: HtmlElement, first: HtmlElement | None) -> Iterator[HtmlElement]:
    """The blocks before the first clause; what stands at the foot of the text is not among them."""
    for child in root:
        if child is first or APART & set(child.get("class", "").split()):
            return
        yield child


def words(sections: Sections) -> dict[str, str]:
    """The words of each clause as readers see them, without its number and without the clauses below it."""
    return {number: _words(section) for number, section in sections.items()}


def _words(section: HtmlElement) -> str:
    blocks = [child.text_content() for child in section if child.tag != "section"]
    plain = [" ".join(block.split()) for block in blocks]
    return "\n\n".join([plain[0].partition(" ")[2], *plain[1:]])


def own(sections: Sections) -> dict[str, str]:
    """Each clause as HTML, with its number and without the clauses below it."""
    return {number: _own(section) for number, section in sections.items()}


def _own(section: HtmlElement) -> str:
    copies = [deepcopy(child) for child in section if child.tag != "section"]
    for copy in copies:
        copy.tail = None
        for element in copy.iter():
            element.attrib.pop("id", None)
    return "".join(html.tostring(copy, encoding="unicode") for copy in copies)


def formerly(sections: Sections, renumbered: Sequence[tuple[str, str]], said: Callable[[str], str]) -> None:
    """Links to a number that a clause had before still lead to it; `said` tells readers of the old number."""
    for old, new in renumbered:
        if (section := sections.get(new)) is not None:
            note = builder.E.small(said(old), {"id": clause_id(old), "class": "formerly"})
            section[0].insert(1, note)
            note.tail, section[0][0].tail = section[0][0].tail, "\u00a0"


def note(section: HtmlElement, element: HtmlElement) -> None:
    """Puts a note after the words of a clause, before the clauses below it."""
    below = next((child for child in section if child.tag == "section"), None)
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
    else:
        root.insert(0, section)
    sections[number] = section


def _above(number: str) -> str:
    """The number of the clause that one stands in: 3 for 3.2, 3.2 for 3.2 a; `""` for a section."""
    return re.sub(r"(?:^|[. ])[^. ]+$", "", number)
