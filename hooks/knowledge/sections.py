"""Clauses as readers meet them: each a section of its own with its number as its permanent address.

`<section id="s3-2" data-clause="3.2">` holds the paragraph and whatever belongs to it, and lies inside the section of its
heading, so that links, style, citations and screen readers find whole clauses.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.html import HtmlElement, builder

from knowledge.clauses import LETTERED, NUMBERED, clause_id, letter

HEADED = re.compile(r"(?P<number>\d+)\.?\s+(?P<text>\S.*)", re.S)


def wrap(root: HtmlElement, label: Callable[[str], str]) -> None:
    """Gathers the children of a document's root into sections; `label` names the link of a clause by its number."""
    open_sections: list[HtmlElement] = []
    number = ""
    for child in list(root):
        depth, own = _begins(child, number)
        if depth:
            number = own if depth < 3 else number
            del open_sections[depth - 1 :]
            section = builder.E.section({"id": clause_id(own), "data-clause": own, "class": "clause"})
            _number(child, own, depth, label)
            (open_sections[-1] if open_sections else root).append(section)
            open_sections.append(section)
        elif child.tag == "h2" or "footnote" in child.get("class", ""):
            open_sections, number = [], ""
        if open_sections:
            open_sections[-1].append(child)
        else:
            root.append(child)


def _begins(child: HtmlElement, number: str) -> tuple[int, str]:
    """How deep the clause lies that an element begins (1 heading, 2 paragraph, 3 letter; 0 none), and its number."""
    text = child.text or ""
    if child.tag == "h2" and (match := HEADED.match(text)):
        return 1, match["number"]
    if child.tag == "p" and (match := NUMBERED.match(text)):
        return 2, match["number"]
    if child.tag == "p" and number and (match := LETTERED.match(text)):
        return 3, f"{number} {letter(match['letter'])}"
    return 0, ""


def _number(child: HtmlElement, number: str, depth: int, label: Callable[[str], str]) -> None:
    """Takes the written number out of the text and puts it before it as a link to the clause."""
    written, rest = re.match(r"(\S+)\s+(.*)", child.text or "", re.S).groups()  # type: ignore[union-attr]
    link = builder.E.a(written, {"class": "number", "href": f"#{clause_id(number)}", "aria-label": label(number)})
    if depth < 3:
        link.set("dir", "ltr")
    link.tail = "\u00a0" + rest
    child.attrib.pop("id", None)
    child.text = None
    child.insert(0, link)
