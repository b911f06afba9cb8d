"""An OpenDocument file (text, table, slides) without what it says of those who made it.

Such a file is a ZIP archive of XML (ISO/IEC 26300). Names stand in its properties; settings name printers. Comments and
tracked changes are part of what readers see, and are refused, as are programs and signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from lxml import etree

from knowledge import drawings
from knowledge.attachments import parts, snapshots
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
REFUSED: Mapping[str, tuple[str, str]] = {
    "encryption-data": ("it is locked with a password", "save it without one"),
    "annotation": ("it carries comments, which name their authors", "delete them"),
    **dict.fromkeys(
        ("changed-region", "tracked-changes", "change-info"),
        ("it carries tracked changes, which name their authors", "accept or reject them all"),
    ),
    **dict.fromkeys(("event-listener", "script"), ("programs (macros) are in it", "save it without")),
    "dde-source": ("it fetches something from elsewhere when it is opened", "put it into the file itself"),
}
"""Elements that must not stand in any part, why, and the cure."""

CLICKED = {"a", "bookmark"}
"""Elements whose link leads on when somebody chooses it; every other element shows at once what its link leads to."""

HREF = "{http://www.w3.org/1999/xlink}href"
AWAY = re.compile(r"\s*(?:\w+:|/|\.\./|\\)")
DISK = re.compile(r"(?i)\s*(?:file:|/|\.\./|[a-z]:[\\/]|\\)")
GONE = re.compile(r"^(?:Thumbnails|Configurations2)/")
"""A picture of an earlier state and the bars of somebody's program are left out."""

PROGRAMS = re.compile(r"^(?:Basic|Scripts)/")
FORMER = re.compile(r"^Version")
SIGNATURES = re.compile(r"^META-INF/\w*signatures\.xml$")
PLAIN = re.compile(r"^mimetype$|(?:^|/)layout-cache$|^Fonts/[^/]+\.(?:ttf|otf)$")
"""Parts that are no XML and say nothing: the type, where lines were broken, typefaces."""

DRAWN = (re.compile(r"(?:^|/)ObjectReplacements/[^/]+$"), b"VCLMTF")
"""What stands for a diagram in programs that cannot draw it, and how it begins when LibreOffice made it."""


def bare(data: bytes, title: str, language: str, ending: str) -> bytes:
    """The cleaned file, which says its own title and language; raises Unfit when it cannot be published."""
    files = opened(data)
    if files.get("mimetype", b"").decode("ascii", "replace") != KIND + KINDS[ending]:
        raise Unfit(f"it is no .{ending} file", "save it anew, as what it is")
    kept = {name: held for name, held in files.items() if not GONE.match(name)}
    for fault in _named(kept):
        raise fault
    told = f"<dc:title>{escape(title)}</dc:title><dc:language>{escape(language)}</dc:language>" if title else ""
    own = PROPERTIES.format(told).encode()
    return parcels.packed({name: own if name.endswith("meta.xml") else _part(name, kept[name]) for name in kept})


def _named(files: Mapping[str, bytes]) -> Iterator[Unfit]:
    """What cannot be published, as the names of its parts tell."""
    for name in filter(MEDIA.search, files):
        yield Unfit(f"{name} in it can hold more than is shown", "put it in anew as JPEG or PNG")
    if any(map(PROGRAMS.match, files)):
        yield Unfit("programs (macros) are in it", "save it without")
    if any(map(FORMER.match, files)):
        yield Unfit("it carries earlier versions of itself", "delete them (File, Versions), and save it again")
    if any(map(SIGNATURES.match, files)):
        yield Unfit("it is signed, which names who signed", "publish it unsigned: its fingerprint stands on the page")


def _part(name: str, held: bytes) -> bytes:
    if PICTURE.search(name) or held.startswith((snapshots.PNG, snapshots.JPEG)):
        return snapshots.bare(held)
    if name.lower().endswith(".svg"):
        return drawings.make(held)[0][2]
    if PLAIN.search(name) or (DRAWN[0].search(name) and held.startswith(DRAWN[1])):
        return held
    root = parts.tree(held, name)
    for fault in _faults(root):
        raise fault
    _strip(root)
    return parts.written(root)


def _faults(root: etree._Element) -> Iterator[Unfit]:
    for element in root.iter():
        owner, name = parts.names(element)
        leads = element.get(HREF) or ""
        if name in REFUSED and "opendocument" in owner:
            yield Unfit(*REFUSED[name])
        if name not in CLICKED and AWAY.match(leads):
            yield Unfit("it fetches something from elsewhere when it is opened", "put it into the file itself")
        if DISK.match(leads):
            yield Unfit("a link in it leads to a disk", "remove that link")


def _strip(root: etree._Element) -> None:
    """Takes out sessions, printers, and the names of parts that are left out."""
    for element in list(root.iter()):
        said = {key.rpartition("}")[2]: key for key in element.attrib}
        for session in {"rsid", "paragraph-rsid"} & said.keys():
            del element.attrib[said[session]]
        name = element.get(said.get("name", "name")) or ""
        path = element.get(said.get("full-path", "full-path")) or ""
        above = element.getparent()
        printer = parts.names(element)[1] == "config-item" and name.startswith("Printer")
        if above is not None and (printer or GONE.match(path)):
            above.remove(element)
