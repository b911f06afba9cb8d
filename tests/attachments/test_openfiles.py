"""An OpenDocument file shows what it showed and says nothing of who made it; what cannot be cleaned is refused."""

from __future__ import annotations

from xml.etree.ElementTree import canonicalize

import pytest
from tests.attachments.makings import OPEN, SECRET, opendocument, packed

from knowledge.attachments import openfiles
from knowledge.downloads import parcels
from knowledge.fields import Unfit


def test_names_printers_and_what_cameras_wrote_are_gone() -> None:
    made = opendocument()
    before, after = parcels.unpacked(made), parcels.unpacked(openfiles.bare(made, "The text", "ar", "odt"))
    assert sum(SECRET in part for part in before.values()) == 6
    assert [name for name, part in after.items() if SECRET in part] == []
    assert b"<dc:title>The text</dc:title><dc:language>ar</dc:language>" in after["meta.xml"]
    assert canonicalize(after["content.xml"]) == canonicalize(before["content.xml"])
    assert b"file-entry" not in after["META-INF/manifest.xml"]


def test_it_says_what_it_is_in_plain_letters_first() -> None:
    assert openfiles.bare(opendocument(), "", "", "odt")[30:].startswith(
        b"mimetypeapplication/vnd.oasis.opendocument.text"
    )


def content(inside: str, **more: str | bytes) -> bytes:
    """A text with something in it."""
    return opendocument(content_xml=f"<office:text {OPEN}>{inside}</office:text>", **more)


ELSEWHERE = "<o:text xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'><o:annotation/></o:text>"


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (content("<office:annotation office:name='1'>SECRET</office:annotation>"), "it carries comments"),
        (opendocument(content_xml=ELSEWHERE), "it carries comments"),
        (opendocument(content_xml=ELSEWHERE.encode("utf-16")), "not written as offices write it"),
        (content("<text:tracked-changes><text:changed-region/></text:tracked-changes>"), "it carries tracked changes"),
        (content('<draw:image xlink:href="https://example.org/a.png"/>'), "from elsewhere"),
        (opendocument(**{"META-INF__manifest_xml": f"<m {OPEN}><manifest:encryption-data/></m>"}), "with a password"),
        (opendocument(Basic__script_xml="x"), "programs"),
        (opendocument(**{"META-INF__documentsignatures_xml": "x"}), "it is signed"),
        (content('<text:a xlink:href="file:///home/SECRET/a.odt"/>'), "a link in it leads to a disk"),
        (content('<text:section-source xlink:href="../SECRET.odt"/>'), "from elsewhere"),
        (content('<style:background-image xlink:href="https://example.org/a.png"/>'), "from elsewhere"),
        (content('<draw:fill-image xlink:href="//example.org/a.png"/>'), "from elsewhere"),
        (content("<script:event-listener script:language='x'/>"), "programs"),
        (opendocument(VersionList_xml="<x/>"), "earlier versions"),
        (opendocument(Pictures__b_tiff=SECRET), "can hold more than is shown"),
        (opendocument(**{"Object 2": SECRET}), "can hold more than is shown"),
        (opendocument(content_xml="<office:text"), "it is damaged"),
        (opendocument(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "it is no .odt file"),
        (packed({"a.txt": "x"}), "it is no .odt file"),
    ],
)
def test_what_cannot_be_cleaned_is_refused(made: bytes, what: str) -> None:
    with pytest.raises(Unfit, match=what):
        openfiles.bare(made, "T", "en", "odt")
