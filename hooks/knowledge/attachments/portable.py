"""A PDF without what it says of those who made it: authors, programs, dates, hidden files, what cameras wrote.

What cannot be taken out without changing what readers see (comments) or what others rely on (signatures) is refused, and so
is what acts on its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from knowledge.attachments import snapshots
from knowledge.fields import Unfit

FIRST = b"%PDF-"
SPEAKING = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/AF")
"""What any part of a file can carry besides what it shows (ISO 32000-2, 14)."""

ROOTED = ("/OpenAction", "/Collection", "/Threads", "/SpiderInfo", "/Perms")
"""What the file as a whole can carry besides."""

HIDDEN = ("/JavaScript", "/EmbeddedFiles")
SHOWN = {"/Link", "/Widget"}
"""What lies on a page and is no comment: links, and fields of forms."""

ACTING = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/GoToE"}


def bare(data: bytes, title: str, language: str) -> bytes:
    """The cleaned file, which says its own title and language; raises Unfit when it cannot be published."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            for fault in _faults(pdf):
                raise fault
            _strip(pdf)
            _tell(pdf, title, language)
            out = BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, encryption=False)
            return out.getvalue()
    except pikepdf.PasswordError as fault:
        raise Unfit("it is locked with a password", "save it without one") from fault
    except pikepdf.PdfError as fault:
        raise Unfit("it cannot be read as PDF", "save it anew") from fault


def _faults(pdf: Pdf) -> Iterator[Unfit]:
    if pdf.is_encrypted:
        yield Unfit("it is locked", "save it without protection")
    form = pdf.Root.get("/AcroForm", Dictionary())
    if int(form.get("/SigFlags", 0)) & 1:
        cure = "publish it unsigned: its fingerprint stands on the page"
        yield Unfit("it is signed, which names who signed, and cleaning would break it", cure)
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", Array()):
            if str(note.get("/Subtype")) not in SHOWN:
                yield Unfit(f"a comment stands on its page {number}", "remove all comments, and save it again")
            if str(note.get("/A", Dictionary()).get("/S")) in ACTING:
                yield Unfit(f"something on its page {number} runs a program", "remove it, and save it again")


def _strip(pdf: Pdf) -> None:
    for key in (*ROOTED, *SPEAKING):
        _drop(pdf.Root, key)
    for key in HIDDEN:
        _drop(pdf.Root.get("/Names", Dictionary()), key)
    _drop(pdf.trailer, "/Info")
    for part in pdf.objects:
        if isinstance(part, Dictionary | Stream):
            for key in SPEAKING:
                _drop(part, key)
            if isinstance(part, Stream) and part.get("/Filter") in (Name.DCTDecode, Array([Name.DCTDecode])):
                _undress(part)


def _drop(part: Any, key: str) -> None:
    if key in part:
        del part[key]


def _undress(picture: Any) -> None:
    """A photograph as it stands in the file, without what the camera wrote; a damaged one stays as it is."""
    with suppress(Unfit):
        picture.write(
            snapshots.bare(picture.read_raw_bytes()), filter=Name.DCTDecode, decode_parms=picture.get("/DecodeParms")
        )


def _tell(pdf: Pdf, title: str, language: str) -> None:
    if title:
        pdf.docinfo["/Title"] = title
    if language and "/Lang" not in pdf.Root:
        pdf.Root.Lang = language
