"""HTML fragments as trees: parse, walk over the text readers see, write back.

lxml does the work; this room keeps its conventions (text and tail, fragments without a root) in one place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from lxml import html
from lxml.html import HtmlElement

Skip = frozenset[str] | set[str]
"""Names of elements to leave alone, with all they hold."""

LITERAL = {"code", "pre", "kbd", "samp", "script", "style", "textarea", "title"}
"""Elements whose text is shown as it is: no typography, no isolation inside."""


def parse(fragment: str) -> HtmlElement:
    """A fragment as the children of one `div`."""
    return html.fragment_fromstring(fragment, create_parent="div")


def serialise(root: HtmlElement) -> str:
    """The children of the root as HTML, character for character UTF-8."""
    whole: str = html.tostring(root, encoding="unicode")
    return whole[whole.index(">") + 1 : whole.rindex("<")]


def elements(root: HtmlElement, skip: Skip = frozenset()) -> Iterator[HtmlElement]:
    """The root and every element below it in document order; elements named in `skip` and what they hold are left out."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in reversed(element) if isinstance(child.tag, str) and child.tag not in skip]


def classes(element: HtmlElement) -> set[str]:
    """The classes of an element."""
    return set((element.get("class") or "").split())


def change_text(root: HtmlElement, change: Callable[[str], str], skip: Skip) -> None:
    """Changes every text a reader sees, outside the elements named in `skip`."""
    for element in list(elements(root, skip)):
        if element.text:
            element.text = change(element.text)
        for child in element:
            if child.tail:
                child.tail = change(child.tail)


def wrap_matches(
    root: HtmlElement, pattern: re.Pattern[str], make: Callable[[str], HtmlElement], skip: Skip, unless: str = ""
) -> None:
    """Puts every match of a pattern in the text into an element of its own, outside the elements named in `skip`.

    Elements whose `dir` is `unless` keep their own text as it is.
    """
    for element in list(elements(root, skip)):
        if unless and element is not root and element.get("dir") == unless:
            continue
        for child in list(element):
            pieces = split(child.tail or "", pattern)
            if len(pieces) > 1:
                child.tail = pieces[0]
                _insert(child.addnext, pieces[1:], make)
        pieces = split(element.text or "", pattern)
        if len(pieces) > 1:
            element.text = pieces[0]
            _insert(partial(element.insert, 0), pieces[1:], make)


def split(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Text and matches in turn, beginning and ending with text."""
    pieces, end = [], 0
    for match in pattern.finditer(text):
        pieces += [text[end : match.start()], match[0]]
        end = match.end()
    return [*pieces, text[end:]]


def _insert(add: Callable[[HtmlElement], None], pieces: list[str], make: Callable[[str], HtmlElement]) -> None:
    """Adds the matches, each with the text after it, one behind the other: places in the parent would be counted anew."""
    for match, tail in zip(pieces[::2], pieces[1::2], strict=True):
        island = make(match)
        island.tail = tail
        add(island)
        add = island.addnext
