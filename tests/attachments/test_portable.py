"""A PDF shows what it showed and says nothing of who made it; what cannot be cleaned is refused with a reason."""

from __future__ import annotations

import base64 as b64
import zlib
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.attachments.makings import JPEG_2000, SECRET, pdf, photo, word

from knowledge.attachments import portable
from knowledge.fields import Unfit


def plain(data: bytes) -> bytes:
    """All of a PDF, unpacked."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        opened.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            static_id=True,
        )
    return out.getvalue()


def test_names_hidden_files_and_what_the_camera_wrote_are_gone() -> None:
    made = pdf({"/OpenAction": Dictionary(S=Name.JavaScript, JS=String("SECRET"))})
    bare = portable.bare(made, "The report", "fr")
    assert plain(made).count(SECRET) >= 5
    assert SECRET not in plain(bare)
    with pikepdf.open(BytesIO(bare)) as opened:
        assert (str(opened.docinfo["/Title"]), str(opened.Root.Lang)) == ("The report", "fr")
        assert list(opened.docinfo) == ["/Title"]
        assert opened.pages[0].Resources.XObject.P.read_raw_bytes().startswith(b"\xff\xd8")
        assert opened.pages[0].Contents.read_bytes() == b"q 100 0 0 100 0 0 cm /P Do Q"


def test_a_file_that_is_something_else_too_is_only_a_pdf_afterwards() -> None:
    """Programs look for an archive at the end of a file, and for a page of the web at its front."""
    bare = portable.bare(b"<script>SECRET</script>\n" + pdf() + word(), "T", "en")
    assert bare.startswith(b"%PDF-")
    assert b"PK\x03\x04" not in bare
    assert SECRET not in bare


def changed_afterwards() -> bytes:
    """A file to which a program has added a page without the words; those before it stand in it still."""
    out = BytesIO()
    with pikepdf.open(BytesIO(portable.bare(pdf(), "", ""))) as opened:
        opened.pages[0].Contents = opened.make_stream(b"% SECRET")
        opened.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    made = out.getvalue()
    with pikepdf.open(BytesIO(made)) as opened:
        page, root, size = opened.pages[0].Contents.objgen[0], opened.Root.objgen[0], int(opened.trailer.Size)
    before, now = int(made.split(b"startxref")[1].split()[0]), len(made) + 1
    anew = f"\n{page} 0 obj\n<</Length 1>>\nstream\nq\nendstream\nendobj\n"
    table = f"xref\n{page} 1\n{now:010} 00000 n \ntrailer\n<</Size {size}/Root {root} 0 R/Prev {before}>>\n"
    return made + f"{anew}{table}startxref\n{len(made) + len(anew)}\n%%EOF\n".encode()


def test_what_was_taken_out_of_a_file_before_is_taken_out_of_its_bytes_too() -> None:
    made = changed_afterwards()
    with pikepdf.open(BytesIO(made)) as opened:
        assert opened.pages[0].Contents.read_bytes().strip() == b"q"
    assert SECRET in made
    assert SECRET not in plain(portable.bare(made, "", ""))


ASCII = b64.a85encode(photo()) + b"~>"


def showing(data: bytes, *filters: Name) -> bytes:
    """A page with a photo that is packed in a way of its own."""
    with pikepdf.open(BytesIO(pdf())) as opened:
        opened.pages[0].Resources.XObject.P.write(data, filter=Array(filters))
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "made",
    [
        showing(photo(), Name.DCTDecode),
        showing(JPEG_2000, Name.JPXDecode),
        showing(zlib.compress(photo()), Name.FlateDecode, Name.DCTDecode),
        showing(ASCII, Name.ASCII85Decode, Name.DCTDecode),
        showing(zlib.compress(ASCII), Name.FlateDecode, Name.ASCII85Decode, Name.DCTDecode),
        showing(photo().hex().encode() + b">", Name.ASCIIHexDecode, Name.DCTDecode),
    ],
    ids=["plain", "JPEG 2000", "Flate", "ASCII 85", "both", "hexadecimal"],
)
def test_photographs_in_whatever_packing_lose_what_the_camera_wrote(made: bytes) -> None:
    with pikepdf.open(BytesIO(portable.bare(made, "", ""))) as bare:
        picture = bare.pages[0].Resources.XObject.P
        dots = picture.read_raw_bytes()
    assert picture.Filter in (Name.DCTDecode, Name.JPXDecode)
    assert dots.startswith((b"\xff\xd8", JPEG_2000[:12]))
    assert SECRET not in dots


def amid() -> bytes:
    """A page whose photo stands in what it says, as small pictures may."""
    with pikepdf.open(BytesIO(pdf())) as opened:
        said = b"BI /W 256 /H 256 /BPC 8 /CS /RGB /F /DCT ID " + photo() + b" EI"
        opened.pages[0].Contents = opened.make_stream(said)
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


def test_the_same_file_gives_the_same_bytes() -> None:
    made = pdf()
    assert portable.bare(made, "T", "en") == portable.bare(made, "T", "en")


def test_links_and_fields_of_forms_stay() -> None:
    note = link(S=Name.URI, URI=String("https://example.org/"))
    with pikepdf.open(BytesIO(portable.bare(pdf(note=note), "", ""))) as opened:
        assert str(opened.pages[0].Annots[0].A.URI) == "https://example.org/"


PROGRAM = Dictionary(S=Name.JavaScript, JS=String("SECRET"))


def link(**action: Any) -> Dictionary:
    """A link that does something."""
    return Dictionary(Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(**action))


NOTE = Dictionary(Subtype=Name.Text, T=String("SECRET"), Rect=[0, 0, 9, 9])


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (pdf(note=NOTE), "a comment stands on its page 1"),
        (pdf(note=link(S=Name.Launch)), "something in it runs or sends"),
        (pdf(note=link(S=Name.URI, URI=String("https://a.example/"), Next=PROGRAM)), "something in it runs or sends"),
        (pdf({"/Outlines": Dictionary(First=Dictionary(A=PROGRAM))}), "something in it runs or sends"),
        (pdf(note=link(S=Name.GoToR, F=String("C:\\SECRET\\a.pdf"))), "a link in it leads to a disk"),
        (pdf(note=link(S=Name.URI, URI=String("file:///home/SECRET/a.pdf"))), "a link in it leads to a disk"),
        (pdf({"/AcroForm": Dictionary(XFA=String("x"), Fields=[])}), "runs programs"),
        (pdf({"/OCProperties": Dictionary(D=Dictionary(OFF=[Dictionary(Type=Name.OCG)]))}), "a layer of it is hidden"),
        (pdf({"/AcroForm": Dictionary(SigFlags=3, Fields=[])}), "it is signed"),
        (amid(), "amid the letters of a page"),
        (showing(photo(), Name.DCTDecode, Name.FlateDecode), "packed in a way that nobody can open"),
        (b"%PDF-1.7\nnothing", "it cannot be read as PDF"),
        (b"MZ", "it cannot be read as PDF"),
    ],
    ids="comment program next bookmark file address form layer signature inline backwards damaged other".split(),
)
def test_what_cannot_be_cleaned_is_refused(made: bytes, what: str) -> None:
    with pytest.raises(Unfit, match=what):
        portable.bare(made, "T", "en")


@pytest.mark.parametrize(("user", "what"), [("x", "it is locked with a password"), ("", "it is locked")])
def test_a_locked_file_is_refused(user: str, what: str) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="y", user=user))
    with pytest.raises(Unfit, match=what):
        portable.bare(out.getvalue(), "T", "en")
