"""The parts of a Word document that Pandoc writes, brought into order: page, direction, lists, the table of its parts.

Office Open XML (ECMA-376) minds the order of elements; where something is put in, it goes where the schema wants it.
"""

from __future__ import annotations

import re
from string import Template

from lxml import etree

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


def set_right(part: bytes, mirrored: bool) -> bytes:
    """A part of the text with its page, and with everything that makes it run in its direction."""
    opened = f'xmlns:w14="{NAMESPACES["w14"]}" xmlns:mc="{NAMESPACES["mc"]}" mc:Ignorable="w14" xmlns:w='.encode()
    root = etree.fromstring(part.replace(b"xmlns:w=", opened, 1))
    for section in root.iter(_w("sectPr")):
        page = Template(PAGE).substitute(direction="<w:bidi/>" if mirrored else "")
        section.addprevious(etree.fromstring(page))
        _remove(section)
    _indent(root)
    _plain(root)
    if mirrored:
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
        if level is not None:
            left = offset + STEP * (int(level.get(_w("val"), "0")) + 1)
            etree.SubElement(properties, _w("ind"), {_w("left"): str(left), _w("hanging"): str(STEP)})


def _plain(root: etree._Element) -> None:
    """A list of contents is all links: they need no lines below them."""
    for paragraph in root.iter(_w("p")):
        properties = paragraph.find(_w("pPr"))
        if properties is not None and _style(properties, "pStyle") == "Contents":
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
    needless = tuple(path.rpartition("/")[2] for path in NEEDLESS)
    for entry in list(root):
        if (entry.get("PartName") or entry.get("Target") or "").endswith(needless):
            root.remove(entry)
    for kind in ("header", "footer"):
        if name.startswith("[Content"):
            said = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            added = {"PartName": f"/word/{kind}.xml", "ContentType": said}
            etree.SubElement(root, f"{{{PACKAGE}/content-types}}Override", added)
        elif name.startswith("word/"):
            added = {"Id": f"rId{kind.title()}", "Type": f"{OFFICE}/{kind}", "Target": f"{kind}.xml"}
            etree.SubElement(root, f"{{{PACKAGE}/relationships}}Relationship", added)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _w(name: str) -> str:
    return f"{{{NAMESPACES['w']}}}{name}"
