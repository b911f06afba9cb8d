"""A Word, Excel or PowerPoint file without what it says of those who made it.

Such a file is a ZIP archive of XML (ECMA-376) whose parts may have any name: what one is, the relations to it say. Names stand
in its properties, in lists of people, in the path it was saved under; those are emptied. Comments and tracked changes are part
of what readers see, and are refused, as are programs and whatever cannot be looked into.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.sax.saxutils import escape
from zipfile import BadZipFile, ZipFile

from lxml import etree

from knowledge import drawings
from knowledge.attachments import officeparts, parts, snapshots
from knowledge.downloads import parcels
from knowledge.fields import Unfit

FOLDERS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
"""Where the parts of each type lie."""

TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PROPERTIES = {
    "coreproperties": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>',
    "extendedproperties": f'<Properties xmlns="{OFFICE}/extended-properties"/>',
    "customproperties": f'<Properties xmlns="{OFFICE}/custom-properties"/>',
}
"""What a file says of itself when it has been cleaned, by the kind of the part."""

LEFT = {
    *("customxml", "thumbnail", "printersettings", "changesinfo", "revisioninfo", "classificationlabels"),
    *("extensibility", "webextension", "webextensiontaskpanes"),
}
"""Kinds of parts that are left out: what servers keep with a file, a picture of an earlier state, printers, who changed a slide,
what changes the program it is opened in."""

GONE = re.compile(
    r"(?:^|/)(?:customXml/|printerSettings/|docProps/thumbnail\.|changesInfos/|revisionInfo\.|docMetadata/)", re.I
)
"""Where such parts lie, whether a relation leads to them or not."""

ACTING = {
    *("vbaproject", "wordvbadata", "attachedtoolbars", "activexcontrolbinary", "control", "oleobject", "afchunk"),
    *("externallink", "externallinkpath", "connections", "xlmacrosheet", "xlintlmacrosheet", "powerpivotdata"),
}
PROGRAMS = re.compile(
    r"vbaProject|/activeX/|\.bin$|/macrosheets/|/externalLinks/|/revisions/|/connections\.xml|/model/|"
    r"/embeddings/(?!.*\.(?:docx|xlsx|pptx)$)",
    re.I,
)
"""Programs, objects of other programs, and data that are fetched from elsewhere: the kinds of such parts, and their names."""

SIGNED = {"origin", "signature"}
PICTURE = re.compile(r"\.(?:jpe?g|png)$", re.I)
MEDIA = re.compile(r"(?:/media/|^Pictures/|^media/)(?!.*\.(?:jpe?g|png|svg)$)", re.I)
"""Pictures, sounds and films of a kind that nobody cleans."""

LETTERS = re.compile(r"/fonts/[^/]+\.(?:odttf|fntdata|ttf|otf)$", re.I)
"""Typefaces."""

INSIDE = re.compile(r"/embeddings/.*\.(docx|xlsx|pptx)$", re.I)
MOST = 200_000_000
"""Bytes that an archive may unpack to."""


def bare(data: bytes, title: str, language: str, ending: str) -> bytes:
    """The cleaned file, which says its own title and language; raises Unfit when it cannot be published."""
    files = opened(data)
    if TYPES not in files or not any(name.startswith(FOLDERS[ending]) for name in files):
        raise Unfit(f"it is no .{ending} file", "save it anew, as what it is")
    kinds = _kinds(files)
    gone = {name.lower() for name in files if GONE.search(name) or kinds[name.lower()] & LEFT}
    kept = {name: held for name, held in files.items() if name.lower() not in gone}
    for fault in _faults(kept, kinds):
        raise fault
    told = f"<dc:title>{escape(title)}</dc:title><dc:language>{escape(language)}</dc:language>" if title else ""
    return parcels.packed({name: _part(name, held, kinds[name.lower()], gone, told) for name, held in kept.items()})


def opened(data: bytes) -> dict[str, bytes]:
    """What is in a file that is an archive; raises Unfit when it is none, or far too large."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST:
                raise Unfit(f"it unpacks to more than {MOST // 10**6} MB", "make it smaller")
        return parcels.unpacked(data)
    except (BadZipFile, RuntimeError, zlib.error) as fault:
        raise Unfit("it cannot be opened", "save it anew, without a password") from fault


def _kinds(files: Mapping[str, bytes]) -> dict[str, set[str]]:
    """What each part is to others, by its name in small letters: in such a file, large and small ones are alike."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, held in files.items():
        for relation in parts.tree(held, name) if name.lower().endswith(".rels") else ():
            found[_target(name, relation)].add(_kind(relation))
    return found


def _kind(relation: etree._Element) -> str:
    """The end of what a relation says of its kind: `core-properties` in one edition is `coreProperties` in another."""
    return (relation.get("Type") or "").rpartition("/")[2].replace("-", "").lower()


def _target(relations: str, relation: etree._Element) -> str:
    """Where a relation leads that stands in the list of that name (`word/_rels/document.xml.rels`)."""
    said = unquote(relation.get("Target") or "")
    return normpath(join("/", dirname(dirname(relations)), said)).lstrip("/").lower()


def _faults(files: Mapping[str, bytes], kinds: Mapping[str, set[str]]) -> Iterator[Unfit]:
    for name in files:
        if PROGRAMS.search(name) or kinds[name.lower()] & ACTING:
            yield Unfit(f"a program or an object of another program is in it ({name})", "save it without")
        if kinds[name.lower()] & SIGNED:
            cure = "publish it unsigned: its fingerprint stands on the page"
            yield Unfit("it is signed, which names who signed, and cleaning would break it", cure)
        if MEDIA.search(name):
            yield Unfit(f"{name} in it can hold more than is shown", "put it in anew as JPEG or PNG")


def _part(name: str, held: bytes, kinds: set[str], gone: set[str], told: str) -> bytes:
    if PICTURE.search(name):
        return snapshots.bare(held)
    if name.lower().endswith(".svg"):
        return drawings.make(held)[0][2]
    if inside := INSIDE.search(name):
        return bare(held, "", "", inside[1].lower())
    if LETTERS.search(name):
        return held
    root = parts.tree(held, name)
    for kind in (kinds | {_rooted(root)}) & PROPERTIES.keys():
        return parts.written(etree.fromstring(PROPERTIES[kind].format(told)))
    for fault in (*officeparts.faults(root), *(_foreign(root) if name.lower().endswith(".rels") else ())):
        raise fault
    officeparts.strip(root)
    _forget(root, name, gone)
    return parts.written(root)


def _rooted(root: etree._Element) -> str:
    """The kind of a part with properties to which no relation leads."""
    owner, name = parts.names(root)
    custom = "customproperties" if "custom" in owner else "extendedproperties"
    return {"coreProperties": "coreproperties", "Properties": custom}.get(name, "")


def _foreign(relations: etree._Element) -> Iterator[Unfit]:
    """What a file would fetch when it is opened, or a path on somebody's machine."""
    for relation in relations:
        kind = _kind(relation)
        if relation.get("TargetMode") == "External" and kind != "attachedtemplate":
            if kind != "hyperlink":
                what = f"it fetches something from elsewhere when it is opened ({kind})"
                yield Unfit(what, "put it into the file itself")
            elif officeparts.DISK.match(relation.get("Target") or ""):
                yield Unfit(f"a link in it leads to a disk: {relation.get('Target')}", "remove that link")


def _forget(root: etree._Element, name: str, gone: set[str]) -> None:
    """A list of parts or relations is without those that are left out, and without templates on somebody's machine."""
    for item in list(root) if name == TYPES or name.lower().endswith(".rels") else ():
        place = (item.get("PartName") or "").lstrip("/").lower() if name == TYPES else _target(name, item)
        if place in gone or _kind(item) in LEFT | {"attachedtemplate"}:
            root.remove(item)
