"""A Word, Excel or PowerPoint file without what it says of those who made it.

Such a file is a ZIP archive of XML (ECMA-376). Names stand in its properties, in lists of people, in the path it was saved
under; those are emptied. Comments and tracked changes are part of what readers see, and are refused, as are programs.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import BadZipFile, ZipFile

from lxml import etree

from knowledge import drawings
from knowledge.attachments import snapshots
from knowledge.downloads import parcels
from knowledge.fields import Unfit

FOLDERS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
"""Where the parts of each type lie."""

TYPES, CORE, APP = "[Content_Types].xml", "docProps/core.xml", "docProps/app.xml"
PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
PROGRAM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
LISTS = re.compile(r"(?:^docProps/custom|/people|/persons/person\d*|/commentAuthors|/authors)\.xml$")
"""Parts that say who took part; they are emptied."""

GONE = re.compile(
    r"(?:^|/)(?:customXml/|printerSettings/|docProps/thumbnail\.|changesInfos/|revisionInfo\.|docMetadata/)"
)
"""Parts that are left out: what servers keep with a file, printers, a picture of an earlier state, who changed a slide."""

COMMENTS = re.compile(r"(?:/comments\d*|/threadedComments?/.*|/comments/.*)\.xml$")
REMARK = re.compile(rb"<(?:\w+:)?(?:comment|cm|threadedComment)[ />]")
CHANGES = re.compile(rb"<w:\w+\s[^>]*\bw:author=|<revisions\b")
PROGRAMS = re.compile(
    r"vbaProject|/activeX/|\.bin$|/macrosheets/|/externalLinks/|/revisions/|/connections\.xml|/model/|"
    r"/embeddings/(?!.*\.(?:docx|xlsx|pptx)$)"
)
"""Programs, objects of other programs, and data that are fetched from elsewhere."""

FIELD = re.compile(rb'<w:instrText[^>]*>([^<]*)|\bw:instr="([^"]*)"')
FETCHING = re.compile(rb"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\b")
"""What a field of Word says, and those that run something or fetch something from a disk or from elsewhere."""

PICTURE = re.compile(r"\.(?:jpe?g|png)$", re.I)
MEDIA = re.compile(r"(?:/media/|^Pictures/|^media/)(?!.*\.(?:jpe?g|png|svg)$)", re.I)
"""Pictures, sounds and films of a kind that nobody cleans."""

INSIDE = re.compile(r"/embeddings/.*\.(docx|xlsx|pptx)$")
PLACES = re.compile(
    rb"<w:attachedTemplate\b[^>]*/>|<w:rsids>.*?</w:rsids>|<w:docVars>.*?</w:docVars>|<w:mailMerge>.*?</w:mailMerge>|"
    rb'<x15ac:absPath\b[^>]*/>|<fileSharing\b[^>]*/>|\s(?:w:rsid\w*|refreshedBy)="[^"]*"',
    re.S,
)
"""From what template it was made, in which sessions, what programs keep in it, where it was saved, by whom it is open."""

PRINTER = re.compile(rb'(<pageSetup\b[^>]*?)\s+r:id="[^"]*"')
MOST = 200_000_000
"""Bytes that an archive may unpack to."""


def bare(data: bytes, title: str, language: str, ending: str) -> bytes:
    """The cleaned file, which says its own title and language; raises Unfit when it cannot be published."""
    files = opened(data)
    if TYPES not in files or not any(name.startswith(FOLDERS[ending]) for name in files):
        raise Unfit(f"it is no .{ending} file", "save it anew, as what it is")
    for fault in _faults(files):
        raise fault
    kept = {name: _part(name, held) for name, held in files.items() if not GONE.search(name)}
    kept[TYPES] = _without(kept[TYPES], "PartName")
    told = f"<dc:title>{escape(title)}</dc:title><dc:language>{escape(language)}</dc:language>" if title else ""
    own = {CORE: PROPERTIES.format(told).encode(), APP: PROGRAM.encode()}
    return parcels.packed(kept | {name: held for name, held in own.items() if name in kept})


def opened(data: bytes) -> dict[str, bytes]:
    """What is in a file that is an archive; raises Unfit when it is none, or far too large."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST:
                raise Unfit(f"it unpacks to more than {MOST // 10**6} MB", "make it smaller")
        return parcels.unpacked(data)
    except (BadZipFile, RuntimeError, zlib.error) as fault:
        raise Unfit("it cannot be opened", "save it anew, without a password") from fault


def _faults(files: dict[str, bytes]) -> Iterator[Unfit]:
    for name, held in files.items():
        if PROGRAMS.search(name) and not GONE.search(name):
            yield Unfit(f"a program or an object of another program is in it ({name})", "save it without")
        if COMMENTS.search(name) and REMARK.search(held):
            yield Unfit("it carries comments, which name their authors", "delete all comments, and save it again")
        if name.endswith(".xml") and CHANGES.search(held):
            yield Unfit("it carries tracked changes, which name their authors", "accept or reject them all")
        if FETCHING.search(b"".join(code or whole for code, whole in FIELD.findall(held))):
            yield Unfit("a field in it fetches or runs something when it is opened", "replace it by what it shows")
        if MEDIA.search(name):
            yield Unfit(f"{name} in it can hold more than is shown", "put it in anew as JPEG or PNG")
        if name.endswith(".rels"):
            yield from _foreign(held)


def _foreign(relations: bytes) -> Iterator[Unfit]:
    """What a file would fetch when it is opened, or a path on somebody's machine."""
    for relation in _tree(relations):
        target, kind = relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
        if relation.get("TargetMode") == "External" and kind != "attachedTemplate":
            if kind != "hyperlink":
                yield Unfit(
                    f"it fetches something from elsewhere when it is opened ({kind})", "put it into the file itself"
                )
            elif re.match(r"(?i)file:|[a-z]:\\|\\\\", target):
                yield Unfit(f"a link in it leads to a disk: {target}", "remove that link")


def _part(name: str, held: bytes) -> bytes:
    if PICTURE.search(name):
        return snapshots.bare(held)
    if name.endswith(".svg"):
        return drawings.make(held)[0][2]
    if inside := INSIDE.search(name):
        return bare(held, "", "", inside[1])
    if LISTS.search(name):
        root = _tree(held)
        root[:] = []
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    if name.endswith(".rels"):
        return _without(held, "Target")
    return PRINTER.sub(rb"\1", PLACES.sub(b"", held)) if name.endswith(".xml") else held


def _without(held: bytes, attribute: str) -> bytes:
    """A list of parts or relations without those that are left out, and without templates on somebody's machine."""
    root = _tree(held)
    for item in list(root):
        if GONE.search(item.get(attribute, "")) or item.get("Type", "").endswith("/attachedTemplate"):
            root.remove(item)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _tree(held: bytes) -> etree._Element:
    try:
        return etree.fromstring(held, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as fault:
        raise Unfit("it is damaged", "save it anew") from fault
