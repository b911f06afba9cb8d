"""A text as a Word document: to be edited, filled in and reused, with real headings, footnotes and tables.

Pandoc writes the text. Styles, header, footer and properties are ours, from the parts in `word/`; what Pandoc leaves undone
for texts that run from right to left (tables in particular) is done here. Nobody's name gets into the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from knowledge import bidi, markup
from knowledge.downloads import openings, pandoc, parcels, plates, wordparts
from knowledge.downloads.paper import Paper
from knowledge.downloads.printables import Printable

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
FIELDS = {"%(number)s": "PAGE", "%(pages)s": "NUMPAGES"}
"""What Word counts, and where it stands in the words around it."""

LRM = "\u200e"
"""Makes digits and signs between two of it run from left to right, in programs that look at nothing else."""

RECIPE = "1"
"""The number counts changes to this file."""


@dataclass(frozen=True)
class Setter:
    """Makes Word documents with one set of parts, read once."""

    templates: Path

    @cached_property
    def parts(self) -> dict[str, Template]:
        """Our parts of a document by name, to be filled in."""
        return {path.stem: Template(path.read_text("utf-8")) for path in (self.templates / "word").glob("*.xml")}

    def made(self, printable: Printable, paper: Paper) -> bytes:
        """The file; raises Unfit when Pandoc cannot make it."""
        body = plates.inlaid(paper.html, [plates.dotted(plate) for plate in paper.plates])
        html = openings.opening(printable) + openings.contents(printable, paper) + body
        language = printable.language
        options = [pandoc.RAISED, f"--metadata=lang:{language.code}", f"--metadata=dir:{language.direction}"]
        written = pandoc.convert(html, "docx", self.templates / "print.lua", *options)
        files = {name: data for name, data in parcels.unpacked(written).items() if name not in wordparts.NEEDLESS}
        files |= self._parts(printable)
        for name in ("word/document.xml", "word/footnotes.xml"):
            files[name] = wordparts.set_right(files[name], printable.mirrored)
        for name in ("[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"):
            files[name] = wordparts.registered(name, files[name])
        return parcels.packed(files)

    def _parts(self, printable: Printable) -> dict[str, bytes]:
        language = printable.language
        direction = "<w:bidi/>" if printable.mirrored else ""
        said = {
            "latin": "en" if printable.mirrored else language.code,
            "complex": language.code if printable.mirrored else "ar",
            "direction": direction,
            "title": escape(printable.title),
            "summary": escape(printable.summary),
            "urn": printable.urn,
            "language": language.code,
            "version": escape(printable.version),
            "day": f"{printable.day.isoformat()}T00:00:00Z",
        }
        header = {"part": "hdr", "style": "Header", "runs": self._watermark(printable) + _header(printable)}
        footer = {"part": "ftr", "style": "Footer", "runs": _footer(printable)}
        return {
            "word/styles.xml": self._filled("styles", said),
            "word/settings.xml": self._filled("settings", said),
            "word/header.xml": self._filled("margin", said | header),
            "word/footer.xml": self._filled("margin", said | footer),
            "docProps/core.xml": self._filled("core", said),
            "docProps/app.xml": self._filled("app", said),
        }

    def _filled(self, name: str, said: dict[str, str]) -> bytes:
        return self.parts[name].substitute(said).encode()

    def _watermark(self, printable: Printable) -> str:
        if not printable.draft:
            return ""
        word = escape(printable.state, {'"': "&quot;"})
        return self.parts["watermark"].substitute(word=word, turn="45" if printable.mirrored else "315")


def _header(printable: Printable) -> str:
    first, *others = printable.running
    return _runs(printable, first, "<w:b/><w:bCs/>") + "".join(_runs(printable, f" · {words}") for words in others)


def _footer(printable: Printable) -> str:
    pieces = re.split(r"(%\(\w+\)s)", printable.words["page"])
    counted = [FIELD.format(FIELDS[piece]) if piece in FIELDS else _runs(printable, piece) for piece in pieces if piece]
    return "".join(counted) + _runs(printable, " · ") + _runs(printable, printable.address)


def _runs(printable: Printable, words: str, look: str = "") -> str:
    """Words as runs of text; islands between marks, in runs that do not run from right to left."""
    if not printable.mirrored:
        return _run(words, look)
    pieces = markup.split(words, bidi.ISLAND)
    return "".join(
        _run(f"{LRM}{piece}{LRM}", look) if place % 2 else _run(piece, f"{look}<w:rtl/>")
        for place, piece in enumerate(pieces)
        if piece
    )


def _run(words: str, look: str) -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
