"""An OpenDocument file (text, table, slides) without what it says of those who made it.

Such a file is a ZIP archive of XML (ISO/IEC 26300). Names stand in its properties; settings name printers. Comments and
tracked changes are part of what readers see, and are refused, as are programs and signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from knowledge import drawings
from knowledge.attachments import snapshots
from knowledge.attachments.officefiles import MEDIA, PICTURE, opened
from knowledge.downloads import parcels
from knowledge.fields import Unfit

KIND = "application/vnd.oasis.opendocument."
KINDS = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
"""How the kind of each type ends."""

PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta office:version="1.3"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<office:meta>{}</office:meta></office:document-meta>"
)
AWAY = rb"<(?:draw:image|draw:object|draw:plugin|text:section-source|table:table-source|table:cell-range-source)\b"
REFUSED = (
    (rb"encryption-data", "it is locked with a password", "save it without one"),
    (rb"<office:annotation[ >]", "it carries comments, which name their authors", "delete them"),
    (
        rb"<text:changed-region\b|<table:tracked-changes\b",
        "it carries tracked changes, which name their authors",
        "accept or reject them all",
    ),
    (
        AWAY + rb"[^>]*\bxlink:href=\"(?:\w+:|/|\.\./)|<office:dde-source\b",
        "it fetches something from elsewhere when it is opened",
        "put it into the file itself",
    ),
    (rb'xlink:href="(?:file:|/|\.\./)', "a link in it leads to a disk", "remove that link"),
    (rb"<script:event-listener\b|<office:script\b", "programs (macros) are in it", "save it without"),
)
"""What must not stand in any part, why, and the cure."""

GONE = re.compile(r"^Thumbnails/")
"""A picture of an earlier state is left out."""

PROGRAMS = re.compile(r"^(?:Basic|Scripts)/")
FORMER = re.compile(r"^Version")
LISTED = re.compile(rb'<manifest:file-entry\b[^>]*"Thumbnails/[^>]*/>')
SESSIONS = re.compile(rb'\sofficeooo:(?:paragraph-)?rsid="[^"]*"')
PRINTERS = re.compile(rb'<config:config-item config:name="Printer\w*"[^>]*>.*?</config:config-item>', re.S)


def bare(data: bytes, title: str, language: str, ending: str) -> bytes:
    """The cleaned file, which says its own title and language; raises Unfit when it cannot be published."""
    files = opened(data)
    if files.get("mimetype", b"").decode("ascii", "replace") != KIND + KINDS[ending]:
        raise Unfit(f"it is no .{ending} file", "save it anew, as what it is")
    for fault in _faults(files):
        raise fault
    told = f"<dc:title>{escape(title)}</dc:title><dc:language>{escape(language)}</dc:language>" if title else ""
    own = PROPERTIES.format(told).encode()
    kept = {name: held for name, held in files.items() if not GONE.match(name)}
    return parcels.packed({name: own if name.endswith("meta.xml") else _part(name, kept[name]) for name in kept})


def _faults(files: dict[str, bytes]) -> Iterator[Unfit]:
    for name, held in files.items():
        for pattern, what, cure in REFUSED if name.endswith(".xml") else ():
            if re.search(pattern, held):
                yield Unfit(what, cure)
        if MEDIA.search(name):
            yield Unfit(f"{name} in it can hold more than is shown", "put it in anew as JPEG or PNG")
    if any(map(PROGRAMS.match, files)):
        yield Unfit("programs (macros) are in it", "save it without")
    if any(map(FORMER.match, files)):
        yield Unfit("it carries earlier versions of itself", "delete them (File, Versions), and save it again")
    if "META-INF/documentsignatures.xml" in files:
        yield Unfit("it is signed, which names who signed", "publish it unsigned: its fingerprint stands on the page")


def _part(name: str, held: bytes) -> bytes:
    if PICTURE.search(name):
        return snapshots.bare(held)
    if name.endswith(".svg"):
        return drawings.make(held)[0][2]
    if name == "META-INF/manifest.xml":
        return LISTED.sub(b"", held)
    return SESSIONS.sub(b"", PRINTERS.sub(b"", held)) if name.endswith(".xml") else held
