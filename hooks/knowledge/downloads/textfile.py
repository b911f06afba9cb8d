"""A text as plain text: read by every program, sent in every message, and still in order where it runs from right to left.

Numbers hang, tables and footnotes become lines, links say where they lead, fields are drawn. Islands lie between the
invisible characters that keep them in order (room `plaintext`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from knowledge import bidi, markup
from knowledge.documents import plaintext
from knowledge.downloads import openings
from knowledge.downloads.destinations import HEADINGS
from knowledge.downloads.paper import Paper
from knowledge.downloads.paragraphs import WIDTH, Paragraph
from knowledge.downloads.printables import Printable

INLINE = set(
    "a abbr b bdi br cite code del dfn em i img ins kbd label mark q s samp small span strong sub sup time u var".split()
)
HANG, STEP = 6, 4
"""Columns that the number of a clause has for itself, and that a quotation, a box or an explanation is set in by."""

DRAWN = {"box": "[ ]", "rule": "_" * 32, "stop": " "}
"""What stands for fields to fill in, by class."""

RECIPE = "1"
"""The number counts changes to this file and to `paragraphs`."""


def made(printable: Printable, paper: Paper) -> bytes:
    """The file: UTF-8, lines ending in a line feed."""
    writer = _Writer(printable.language.direction, printable.words["fact"])
    paragraphs = [*_opening(printable, paper, writer), *writer.blocks(markup.parse(paper.html), 0)]
    text = "\n".join(line.rstrip() for paragraph in paragraphs for line in paragraph.lines())
    return (re.sub(r"\n{4,}", "\n\n\n", text).strip("\n") + "\n").encode()


def _opening(printable: Printable, paper: Paper, writer: _Writer) -> Iterator[Paragraph]:
    """What stands before the text."""
    yield from writer.paragraph(" · ".join(map(writer.isolated, printable.running)))
    for words in (printable.language.site_name, printable.title, printable.summary):
        yield from writer.paragraph(writer.isolated(words))
    for label, value in openings.facts(printable):
        shown = writer.address(value) if value == printable.address else writer.isolated(value)
        yield Paragraph(writer.fact % {"label": label, "value": shown}, writer.direction)
    yield from [writer.gap()] * 2
    if paper.long:
        yield from writer.paragraph(printable.words["contents"])
        for _, words in paper.sections:
            yield Paragraph(writer.isolated(words), writer.direction, 2)
        yield from [writer.gap()] * 2


@dataclass(frozen=True)
class _Writer:
    """Writes the blocks of a text that runs in one direction."""

    direction: str
    fact: str
    """The pattern of a label and its value."""

    def isolated(self, words: str) -> str:
        """Words, with their islands where the text runs from right to left."""
        return bidi.isolated_text(words) if self.direction == "rtl" else words

    def address(self, words: str) -> str:
        """An address as programs find it: nothing that cannot be seen stands right beside it."""
        return plaintext.address(words, self.direction) if self.direction == "rtl" else words

    def paragraph(self, words: str, indent: int = 0, lead: str = "", hang: int = 0) -> Iterator[Paragraph]:
        """Words as a paragraph and an empty line."""
        yield Paragraph("\n".join(map(_even, words.strip().split("\n"))), self.direction, indent, lead, hang)
        yield self.gap()

    def gap(self) -> Paragraph:
        """An empty line."""
        return Paragraph("", self.direction)

    def blocks(self, element: HtmlElement, indent: int, lead: str = "", hang: int = 0) -> Iterator[Paragraph]:
        """The blocks in an element; a lead hangs before the first of them."""
        within = indent + (max(hang, len(lead) + 1) if lead else 0)
        for piece in self.pieces(element):
            if isinstance(piece, str):
                yield from self.paragraph(piece, indent if lead else within, lead, hang)
            else:
                yield from [Paragraph("", self.direction, indent, lead, hang)] if lead else []
                yield from self.block(piece, within)
            lead = ""

    def pieces(self, element: HtmlElement) -> Iterator[str | HtmlElement]:
        """What an element holds: its paragraphs as words, whether they are marked as such or not, and its other blocks."""
        words = element.text or ""
        for child in [*element, None]:
            if child is not None and child.tag in INLINE:
                words += self.inline(child) + (child.tail or "")
                continue
            if words.strip():
                yield words
            if child is not None:
                yield self.words(child) if child.tag == "p" else child
                words = child.tail or ""

    def block(self, element: HtmlElement, indent: int) -> Iterator[Paragraph]:
        """One block, by what it is."""
        kind, classes = str(element.tag), markup.classes(element)
        if element.get("dir", self.direction) != self.direction:
            yield from replace(self, direction=element.attrib.pop("dir")).block(element, indent)
        elif "clause" in classes:
            yield from self.clause(element, indent)
        elif element.get("data-ruled"):
            line = [Paragraph("_" * (WIDTH - indent), self.direction, indent), self.gap()]
            yield from line * int(element.get("data-ruled", "1"))
        elif kind in BLOCKS:
            yield from BLOCKS[kind](self, element, indent)
        else:
            yield from self.blocks(element, indent + STEP * (kind in ("blockquote", "dd") or "panel" in classes))

    def clause(self, element: HtmlElement, indent: int) -> Iterator[Paragraph]:
        """A clause with its number hanging before it."""
        number = element.find("p/span[@class='number']")
        lead = "" if number is None else (number.text or "")
        if number is not None:
            number.drop_tree()
        yield from self.blocks(element, indent, lead, HANG if element.get("data-depth") == "1" else STEP)

    def heading(self, element: HtmlElement, indent: int) -> Iterator[Paragraph]:
        """A heading, with more room above it."""
        yield from [self.gap(), *self.paragraph(self.words(element), indent)]

    def items(self, element: HtmlElement, indent: int) -> Iterator[Paragraph]:
        """The items of a list, each behind its dash or number; notes behind theirs."""
        first = int(element.get("start") or 1)
        for place, item in enumerate(element.findall("li"), first):
            note = item.get("role") == "doc-endnote"
            lead = f"[{place}]" if note else f"{place}." if element.tag == "ol" else "-"
            said = list(self.blocks(item, indent if note else indent + 2, lead))
            yield from said if item.find("p") is not None else filter(lambda paragraph: paragraph.words, said)
        yield self.gap()

    def rows(self, table: HtmlElement, indent: int) -> Iterator[Paragraph]:
        """The rows of a table, each cell on a line with what its column is called."""
        rows = [[self.words(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]
        heads = rows[0] if table.find("thead") is not None and rows else []
        for first, *others in filter(None, rows[bool(heads) :]):
            yield Paragraph(_even(first), self.direction, indent + 2, "-")
            for place, words in enumerate(others, 1):
                said = (
                    self.fact % {"label": _even(heads[place]), "value": _even(words)} if place < len(heads) else words
                )
                yield Paragraph(_even(said), self.direction, indent + 4)
        yield self.gap()

    def literal(self, element: HtmlElement, indent: int) -> Iterator[Paragraph]:
        """Code, line by line as it is."""
        yield Paragraph(element.text_content().rstrip("\n"), "ltr", indent + STEP, literal=True)
        yield self.gap()

    def line(self, _: HtmlElement, indent: int) -> Iterator[Paragraph]:
        """A change of subject."""
        yield from self.paragraph("* * *", indent)

    def words(self, element: HtmlElement) -> str:
        """The words in an element, with what stands for what cannot be written."""
        return (element.text or "") + "".join(self.inline(child) + (child.tail or "") for child in element)

    def inline(self, element: HtmlElement) -> str:
        """The words of one element in a line."""
        kind, words = str(element.tag), self.words(element)
        if name := DRAWN.get(element.get("class", "")):
            return name
        if element.get("class") == "number":
            return f"{words} "
        if kind == "a":
            return self.link(element.get("href", ""), words, element)
        if kind in ("img", "br"):
            return f"[{self.isolated(element.get('alt', ''))}]" if kind == "img" else "\n"
        other = "ltr" if kind in ("code", "kbd", "samp") else element.get("dir", self.direction)
        return plaintext.isolate(words, other, self.direction)

    def link(self, href: str, words: str, element: HtmlElement) -> str:
        """Words that lead somewhere, and where; once, when the words say it already."""
        shown, plain = _even(words), plaintext.bare(_even(words))
        bare = re.sub(r"^(?:mailto|tel):", "", href)
        if element.get("role") == "doc-noteref":
            return f" [{plain}]"
        if href.startswith("#") or re.sub(r"\s", "", plain) == bare:
            return self.address(plain) if "://" in plain else shown
        return f"{shown} <{self.address(bare)}>"


BLOCKS = dict.fromkeys(HEADINGS, _Writer.heading) | {
    "ul": _Writer.items,
    "ol": _Writer.items,
    "table": _Writer.rows,
    "pre": _Writer.literal,
    "hr": _Writer.line,
}
"""How a block is written, by its element; all others are written block by block."""


def _even(words: str) -> str:
    """Words with single spaces; no-break spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", words).strip(" ")
