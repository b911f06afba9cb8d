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

from lxml import etree

from knowledge import bidi, markup
from knowledge.downloads import openings, pandoc, parcels, plates
from knowledge.downloads.paper import Paper
from knowledge.downloads.printables import Printable

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
"""Where the format defines its kinds of relations, and what a package is."""

NEEDLESS = (
    "docProps/custom.xml",
    "word/comments.xml",
    "word/webSettings.xml",
    "word/theme/theme1.xml",
    "word/fontTable.xml",
)
"""Parts of Pandoc's document that say nothing about ours."""

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
FIELDS = {"%(number)s": "PAGE", "%(pages)s": "NUMPAGES"}
"""What Word counts, and where it stands in the words around it."""

PAGE = (
    f'<w:sectPr xmlns:w="{NAMESPACES["w"]}" xmlns:r="{NAMESPACES["r"]}"><w:headerReference w:type="default" r:id="rIdHeader"/>'
    '<w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1700" w:right="1644" w:bottom="1600" w:left="1644" w:header="800" w:footer="700" w:gutter="0"/>'
    "$direction</w:sectPr>"
)
"""A4, in twentieths of a point, with margins of 29 mm beside the text."""

BEFORE_BIDI = {"pStyle", "keepNext", "keepLines", "numPr", "pBdr", "shd", "tabs"}
"""What stands before w:bidi in a paragraph's properties; the schema minds the order."""

HANGING, STEP = 567, 360
"""How far the words of a clause stand from the edge, as styles.xml says too, and how far each level of a list."""

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
        files = {name: data for name, data in parcels.unpacked(written).items() if name not in NEEDLESS}
        files |= self._parts(printable)
        for name in ("word/document.xml", "word/footnotes.xml"):
            files[name] = set_right(files[name], printable)
        for name in ("[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"):
            files[name] = registered(name, files[name])
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


def set_right(part: bytes, printable: Printable) -> bytes:
    """A part of the text with its page, and with everything that makes it run in its direction."""
    opened = f'xmlns:w14="{NAMESPACES["w14"]}" xmlns:mc="{NAMESPACES["mc"]}" mc:Ignorable="w14" xmlns:w='.encode()
    root = etree.fromstring(part.replace(b"xmlns:w=", opened, 1))
    for section in root.iter(_w("sectPr")):
        page = Template(PAGE).substitute(direction="<w:bidi/>" if printable.mirrored else "")
        section.getparent().replace(section, etree.fromstring(page))
    _indent(root)
    if printable.mirrored:
        _mirror(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _mirror(root: etree._Element) -> None:
    """Tables run from right to left, code and what Pandoc leaves unmarked do not, whatever the styles say."""
    for table in root.iter(_w("tblPr")):
        style = table.find(_w("tblStyle"))
        table.insert(0 if style is None else 1, etree.Element(_w("bidiVisual")))
    for paragraph in root.iter(_w("p")):
        properties = paragraph.find(_w("pPr"))
        if properties is None:
            properties = etree.Element(_w("pPr"))
            paragraph.insert(0, properties)
        _direct(properties, _style(properties, "pStyle") == "SourceCode")
    for run in root.iter(_w("rPr")):
        if _style(run, "rStyle") == "VerbatimChar":
            _drop(run, "rtl")


def _direct(properties: etree._Element, code: bool) -> None:
    """A paragraph that does not say that it runs from right to left says that it does not."""
    if code:
        _drop(properties, "bidi")
    if properties.find(_w("bidi")) is None:
        before = [child for child in properties if etree.QName(child).localname in BEFORE_BIDI]
        properties.insert(len(before), etree.Element(_w("bidi"), {_w("val"): "0"}))


def _indent(root: etree._Element) -> None:
    """Lists stand below the words of the clause they belong to, not at the edge of the page."""
    offset = 0
    for properties in root.iter(_w("pPr")):
        style, level = _style(properties, "pStyle"), properties.find(f"{_w('numPr')}/{_w('ilvl')}")
        if begun := re.match(r"Clause(\d)|Heading", style):
            offset = HANGING * int(begun[1] or 0)
        if style == "Contents":
            _plain(properties.getparent())
        if level is not None:
            left = offset + STEP * (int(level.get(_w("val"), "0")) + 1)
            etree.SubElement(properties, _w("ind"), {_w("left"): str(left), _w("hanging"): str(STEP)})


def _plain(paragraph: etree._Element) -> None:
    """A list of contents is all links: they need no lines below them."""
    for run in paragraph.iter(_w("rPr")):
        _drop(run, "rStyle")


def _style(properties: etree._Element, name: str) -> str:
    style = properties.find(_w(name))
    return "" if style is None else style.get(_w("val"), "")


def _drop(properties: etree._Element, name: str) -> None:
    for mark in properties.findall(_w(name)):
        properties.remove(mark)


def registered(name: str, part: bytes) -> bytes:
    """A list of the document's parts without those we leave out, and with header and footer."""
    root = etree.fromstring(part)
    for entry in list(root):
        if (entry.get("PartName") or entry.get("Target", "")).endswith(
            tuple(path.rpartition("/")[2] for path in NEEDLESS)
        ):
            root.remove(entry)
    for kind in ("header", "footer"):
        if name.startswith("[Content"):
            said = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            etree.SubElement(
                root, f"{{{PACKAGE}/content-types}}Override", PartName=f"/word/{kind}.xml", ContentType=said
            )
        elif name.startswith("word/"):
            said = {"Id": f"rId{kind.title()}", "Type": f"{OFFICE}/{kind}", "Target": f"{kind}.xml"}
            etree.SubElement(root, f"{{{PACKAGE}/relationships}}Relationship", said)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _w(name: str) -> str:
    return f"{{{NAMESPACES['w']}}}{name}"
