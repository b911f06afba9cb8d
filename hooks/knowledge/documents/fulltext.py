"""Everything that a document says, as readers see it: what stands before its clauses, the clauses, and what stands apart.

Digests, data and receipts are made of it, so nothing may escape: a footnote belongs to whatever refers to it, an annex under a
heading without a number is a part of its own, and what pictures say is among the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml.html import HtmlElement

from knowledge import markup
from knowledge.documents import digests, sections


class Annex(NamedTuple):
    """Words after the first clause that belong to none."""

    after: str
    """The number of the clause they follow."""

    words: str


@dataclass(frozen=True)
class Words:
    """What a text says; blocks are separated by an empty line."""

    start: str
    """Before its first clause."""

    clauses: Mapping[str, str]
    """By number, in order; each without its number and without the clauses below it, with the footnotes it uses."""

    annexes: tuple[Annex, ...] = ()
    """In order: each heading without a number and what follows it, then footnotes that nothing refers to."""

    def digest(self, title: str) -> str:
        """The digest of the whole text under its title (room `digests`)."""
        return digests.whole(title, self.start, self.clauses, self.annexes)


def read(fragment: str) -> Words:
    """The words of a document from its clean HTML."""
    root = markup.parse(fragment)
    found = sections.wrap(root, str)
    for image in root.iter("img"):
        image.tail = image.get("alt", "") + (image.tail or "")
    notes = _Notes(_taken(root))
    before, after = sections.outside(root)
    start = " ".join((root.text or "").split())
    clauses = {number: notes.words(sections.blocks(section), number) for number, section in found.items()}
    apart = [Annex(annex.after, notes.words(annex.blocks)) for annex in after]
    said = "\n\n".join(filter(None, (start, notes.words(before))))
    left = Annex(next(reversed(clauses), ""), notes.left())
    return Words(said, clauses, tuple(annex for annex in (*apart, left) if annex.words))


def _taken(root: HtmlElement) -> dict[str, HtmlElement]:
    """Takes the footnotes out of a text; they are known by their ids, of which only the first counts."""
    notes: dict[str, HtmlElement] = {}
    for item in list(root.iter("li")):
        name, around = item.get("id", ""), item.iterancestors("div")
        if name and name not in notes and any("footnote" in markup.classes(box) for box in around):
            notes[name] = item
            item.drop_tree()
    return notes


class _Notes:
    """The footnotes of a text, said with whatever refers to them."""

    def __init__(self, notes: Mapping[str, HtmlElement]) -> None:
        self.notes = notes
        self.told: set[str] = set()
        self.uses = {name: list(dict.fromkeys(self._marks(note))) for name, note in notes.items()}
        self.said = {name: list(_said([note])) for name, note in notes.items()}

    def words(self, blocks: Iterable[HtmlElement], number: str = "") -> str:
        """The words of some blocks without the `number` they begin with, then the footnotes they use."""
        found = list(blocks)
        names = [name for block in found for name in self._marks(block)]
        said = list(_said(found))
        if number:
            said[0] = said[0].partition(" ")[2]
        return "\n\n".join(filter(None, [*said, *self._used(names)]))

    def left(self) -> str:
        """The footnotes that nothing refers to."""
        return "\n\n".join(filter(None, self._used(name for name in self.notes if name not in self.told)))

    def _used(self, names: Iterable[str]) -> list[str]:
        """The words of footnotes, and of those that they refer to, each once."""
        waiting = list(dict.fromkeys(names))
        known = set(waiting)
        for name in waiting:
            more = [other for other in self.uses[name] if other not in known]
            waiting += more
            known.update(more)
        self.told.update(waiting)
        return [block for name in waiting for block in self.said[name]]

    def _marks(self, block: HtmlElement) -> list[str]:
        """Takes the marks that lead to footnotes and back out of a block; the footnotes they lead to."""
        found = []
        for link in list(block.iter("a")):
            kind, words = markup.classes(link), link.text_content()
            name = link.get("href", "").removeprefix("#")
            found += [name] if "footnote-ref" in kind and name in self.notes else []
            mark = "footnote-ref" in kind and name in self.notes and words.isdecimal()
            if mark or ("footnote-backref" in kind and not any(map(str.isalnum, words))):
                link.drop_tree()
        return found


def _said(blocks: Iterable[HtmlElement]) -> Iterator[str]:
    """The words of each block, and those that stand bare behind it."""
    for block in blocks:
        yield " ".join(block.text_content().split())
        yield " ".join((block.tail or "").split())
