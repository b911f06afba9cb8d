"""An OpenDocument file shows what it showed and says nothing of who made it; what cannot be cleaned is refused."""

from __future__ import annotations

import pytest
from tests.attachments.makings import SECRET, opendocument, packed

from knowledge.attachments import openfiles
from knowledge.downloads import parcels
from knowledge.fields import Unfit


def test_names_printers_and_what_cameras_wrote_are_gone() -> None:
    made = opendocument()
    before, after = parcels.unpacked(made), parcels.unpacked(openfiles.bare(made, "The text", "ar", "odt"))
    assert sum(SECRET in part for part in before.values()) == 6
    assert [name for name, part in after.items() if SECRET in part] == []
    assert b"<dc:title>The text</dc:title><dc:language>ar</dc:language>" in after["meta.xml"]
    assert after["content.xml"] == before["content.xml"]
    assert after["META-INF/manifest.xml"] == b"<manifest:manifest></manifest:manifest>"


def test_it_says_what_it_is_in_plain_letters_first() -> None:
    assert openfiles.bare(opendocument(), "", "", "odt")[30:].startswith(
        b"mimetypeapplication/vnd.oasis.opendocument.text"
    )


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (opendocument(content_xml="<office:annotation office:name='1'>SECRET"), "it carries comments"),
        (opendocument(content_xml="<text:tracked-changes><text:changed-region/>"), "it carries tracked changes"),
        (opendocument(content_xml='<draw:image xlink:href="https://example.org/a.png"/>'), "from elsewhere"),
        (opendocument(**{"META-INF__manifest_xml": "<manifest:encryption-data/>"}), "it is locked with a password"),
        (opendocument(Basic__script_xml="x"), "programs"),
        (opendocument(**{"META-INF__documentsignatures_xml": "x"}), "it is signed"),
        (opendocument(content_xml='<text:a xlink:href="file:///home/SECRET/a.odt">'), "a link in it leads to a disk"),
        (opendocument(content_xml='<text:section-source xlink:href="../SECRET.odt"/>'), "from elsewhere"),
        (opendocument(content_xml="<script:event-listener script:language='x'/>"), "programs"),
        (opendocument(VersionList_xml="<x/>"), "earlier versions"),
        (opendocument(Pictures__b_tiff=SECRET), "can hold more than is shown"),
        (opendocument(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "it is no .odt file"),
        (packed({"a.txt": "x"}), "it is no .odt file"),
    ],
)
def test_what_cannot_be_cleaned_is_refused(made: bytes, what: str) -> None:
    with pytest.raises(Unfit, match=what):
        openfiles.bare(made, "T", "en", "odt")
