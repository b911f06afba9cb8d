"""A PDF without what it says of those who made it: authors, programs, dates, hidden files, what cameras wrote.

What cannot be taken out without changing what readers see (comments) or what others rely on (signatures) is refused, and so
is what acts on its own.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from knowledge.attachments import snapshots
from knowledge.fields import Unfit

SPEAKING = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/AF", "/CreatorInfo")
"""What any part of a file can carry besides what it shows (ISO 32000-2, 14)."""

ROOTED = ("/OpenAction", "/Collection", "/Threads", "/SpiderInfo", "/Perms")
"""What the file as a whole can carry besides."""

HIDDEN = ("/JavaScript", "/EmbeddedFiles", "/Renditions", "/AlternatePresentations")
SHOWN = {"/Link", "/Widget"}
"""What lies on a page and is no comment: links, and fields of forms."""

ACTING = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute"}
"""Actions that run or send something."""

ELSEWHERE = {"/GoToR", "/GoToE"}
"""Links to other files on the same disk, or inside this one."""

DISK = re.compile(r"(?i)file:|[a-z]:[\\/]|\\\\")
"""The beginning of an address that leads to somebody's machine."""

PHOTOS = (Name.DCTDecode, Name.JPXDecode, Name.DCT)
"""Filters of photographs that stand in a file as cameras wrote them."""

WITHIN = re.compile(rb"/(?:D|#44)(?:C|#43)(?:T|#54)")
"""How a photograph is announced that stands amid the letters of a page, where nobody can clean it."""


DEEP = pikepdf.StreamDecodeLevel.specialized
ANEW = "print the file to a new PDF"


def bare(data: bytes, title: str, language: str) -> bytes:
    """The cleaned file, which says its own title and language; raises Unfit when it cannot be published."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            for fault in _faults(pdf):
                raise fault
            _strip(pdf)
            for fault in (fault for part in _parts(pdf) for fault in _acting(part)):
                raise fault
            _tell(pdf, title, language)
            out = BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, encryption=False)
            return out.getvalue()
    except pikepdf.PasswordError as fault:
        raise Unfit("it is locked with a password", "save it without one") from fault
    except (pikepdf.PdfError, zlib.error, AttributeError, TypeError) as fault:
        raise Unfit("it cannot be read as PDF", "save it anew") from fault


def _faults(pdf: Pdf) -> Iterator[Unfit]:
    if pdf.is_encrypted:
        yield Unfit("it is locked", "save it without protection")
    form = pdf.Root.get("/AcroForm", Dictionary())
    if int(form.get("/SigFlags", 0)) & 1:
        cure = "publish it unsigned: its fingerprint stands on the page"
        yield Unfit("it is signed, which names who signed, and cleaning would break it", cure)
    if "/XFA" in form:
        yield Unfit("it is a form of a kind that runs programs (XFA)", "save it as a common PDF form")
    if pdf.Root.get("/OCProperties", Dictionary()).get("/D", Dictionary()).get("/OFF", Array()):
        yield Unfit("a layer of it is hidden", "delete that layer, or print the file to a new PDF")
    for number, page in enumerate(pdf.pages, 1):
        if any(str(note.get("/Subtype")) not in SHOWN for note in page.get("/Annots", Array())):
            yield Unfit(f"a comment stands on its page {number}", "remove all comments, and save it again")


def _acting(part: Any) -> Iterator[Unfit]:
    """What happens by itself or by a click, wherever it stands: on a page, in bookmarks, behind another action."""
    kind = str(part.get("/S", ""))
    if kind in ACTING:
        yield Unfit(f"something in it runs or sends something ({kind[1:]})", "remove it, and save it again")
    if kind in ELSEWHERE or (kind == "/URI" and DISK.match(str(part.get("/URI", "")))):
        yield Unfit("a link in it leads to a disk", "remove that link, and save it again")


def _parts(pdf: Pdf) -> Iterator[Any]:
    """Every dictionary and stream that a file still leads to."""
    left: list[Any] = [pdf.trailer]
    seen = set()
    while left:
        part = left.pop()
        if not isinstance(part, Array):
            yield part
        for child in list(part) if isinstance(part, Array) else [part[key] for key in list(part.keys())]:
            if isinstance(child, Array | Dictionary | Stream) and child.objgen not in seen:
                left.append(child)
                if child.is_indirect:
                    seen.add(child.objgen)


def _strip(pdf: Pdf) -> None:
    for key in (*ROOTED, *SPEAKING):
        _drop(pdf.Root, key)
    for key in HIDDEN:
        _drop(pdf.Root.get("/Names", Dictionary()), key)
    _drop(pdf.trailer, "/Info")
    for part in _parts(pdf):
        for key in SPEAKING:
            _drop(part, key)
        if isinstance(part, Stream):
            _undress(part)


def _drop(part: Any, key: str) -> None:
    if key in part:
        del part[key]


def _undress(picture: Any) -> None:
    """A photograph as it stands in the file, without what the camera wrote; raises Unfit for one that is out of reach."""
    filters = _all(picture.get("/Filter"))
    if not set(filters) & set(PHOTOS):
        if picture.get("/Subtype") != Name.Image and WITHIN.search(bytes(picture.get_stream_buffer(DEEP))):
            raise Unfit("a photograph stands amid the letters of a page", ANEW)
        return
    *packing, kind = filters
    how = _all(picture.get("/DecodeParms")) or [None] * len(filters)
    if set(packing) & set(PHOTOS) or kind not in PHOTOS or len(how) != len(filters):
        raise Unfit("a photograph in it is packed in a way that nobody can open", ANEW)
    if packing:
        picture.write(picture.read_raw_bytes(), filter=Array(packing), decode_parms=Array(how[:-1]))
    data = bytes(picture.get_stream_buffer(DEEP)) if packing else picture.read_raw_bytes()
    picture.write(snapshots.bare(data), filter=kind, decode_parms=how[-1])


def _all(said: Any) -> list[Any]:
    return list(said) if isinstance(said, Array) else [] if said is None else [said]


def _tell(pdf: Pdf, title: str, language: str) -> None:
    if title:
        pdf.docinfo["/Title"] = title
    if language and "/Lang" not in pdf.Root:
        pdf.Root.Lang = language
