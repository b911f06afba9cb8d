"""An OpenDocument file (text, table, slides) without what it says of those who made it.

Such a file is a ZIP archive of XML (ISO/IEC 26300). Names stand in its properties; settings name printers. Comments and
tracked changes are part of what readers see, and are refused, as are programs and signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from knowledge.attachments import snapshots
from knowledge.attachments.officefiles import PICTURE, opened
from knowledge.downloads import parcels
from knowledge.fields import Unfit

KIND = b"application/vnd.oasis.opendocument."
PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta office:version="1.3"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<office:meta>{}</office:meta></office:document-meta>"
)
REFUSED = (
    ("META-INF/manifest.xml", re.compile(rb"encryption-data"), "it is locked with a password", "save it without one"),
    (
        "content.xml",
        re.compile(rb"<office:annotation[ >]"),
        "it carries comments, which name their authors",
        "delete them",
    ),
    (
        "content.xml",
        re.compile(rb"<text:changed-region\b|<table:tracked-changes\b"),
        "it carries tracked changes, which name their authors",
        "accept or reject them all",
    ),
    (
        "content.xml",
        re.compile(rb"<draw:(?:image|object|plugin)\b[^>]*xlink:href=\"(?:\w+:)?//"),
        "it fetches something from elsewhere when it is opened",
        "put it into the file itself",
    ),
)
"""Part, what must not stand in it, why, and the cure."""

PROGRAMS = re.compile(r"^(?:Basic|Scripts)/")
PRINTERS = re.compile(rb'<config:config-item config:name="Printer\w*"[^>]*>.*?</config:config-item>', re.S)


def bare(data: bytes, title: str, language: str) -> bytes:
    """The cleaned file, which says its own title and language; raises Unfit when it cannot be published."""
    files = opened(data)
    if not files.get("mimetype", b"").startswith(KIND):
        raise Unfit("it is no OpenDocument file", "save it anew")
    for fault in _faults(files):
        raise fault
    told = f"<dc:title>{escape(title)}</dc:title><dc:language>{escape(language)}</dc:language>" if title else ""
    kept = {name: _part(name, held) for name, held in files.items()}
    if "meta.xml" in kept:
        kept["meta.xml"] = PROPERTIES.format(told).encode()
    return parcels.packed(kept)


def _faults(files: dict[str, bytes]) -> Iterator[Unfit]:
    for part, pattern, what, cure in REFUSED:
        if pattern.search(files.get(part, b"")):
            yield Unfit(what, cure)
    if any(map(PROGRAMS.match, files)):
        yield Unfit("programs (macros) are in it", "save it without")
    if "META-INF/documentsignatures.xml" in files:
        yield Unfit("it is signed, which names who signed", "publish it unsigned: its fingerprint stands on the page")


def _part(name: str, held: bytes) -> bytes:
    if PICTURE.search(name):
        return snapshots.bare(held)
    return PRINTERS.sub(b"", held) if name == "settings.xml" else held
