"""A Word or Excel file shows what it showed and says nothing of who made it; what cannot be cleaned is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypandoc import convert_file
from tests.attachments import makings
from tests.attachments.makings import OFFICE, RELATIONS, SECRET, packed, table, word

from knowledge.attachments import officefiles
from knowledge.downloads import parcels
from knowledge.fields import Unfit


@pytest.mark.parametrize("made", [word(), table()], ids=["word", "excel"])
def test_names_paths_printers_and_what_cameras_wrote_are_gone(made: bytes) -> None:
    before, after = parcels.unpacked(made), parcels.unpacked(officefiles.bare(made, "The <letter>", "en"))
    assert sum(SECRET in part for part in before.values()) >= 3
    assert [name for name, part in after.items() if SECRET in part] == []
    assert b"<dc:title>The &lt;letter&gt;</dc:title><dc:language>en</dc:language>" in after["docProps/core.xml"]


def test_no_relation_leads_to_what_is_gone() -> None:
    after = parcels.unpacked(officefiles.bare(word(), "", ""))
    assert not any("customXml" in name or "thumbnail" in name for name in after)
    assert b"customXml" not in after["word/_rels/document.xml.rels"] + after["[Content_Types].xml"]
    assert b"https://example.org/" in after["word/_rels/document.xml.rels"]
    assert b"r:id" not in parcels.unpacked(officefiles.bare(table(), "", ""))["xl/worksheets/sheet1.xml"]


def test_a_real_document_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    (tmp_path / "letter.md").write_text("---\nauthor: SECRET\n---\n# Head\n\nA *letter*.\n")
    convert_file(str(tmp_path / "letter.md"), "docx", outputfile=str(path))
    made = path.read_bytes()
    assert SECRET in parcels.unpacked(made)["docProps/core.xml"]
    path.write_bytes(officefiles.bare(made, "The letter", "en"))
    assert "A *letter*." in convert_file(str(path), "markdown")
    assert SECRET not in parcels.unpacked(path.read_bytes())["docProps/core.xml"]


def test_the_same_file_gives_the_same_bytes() -> None:
    assert officefiles.bare(word(), "T", "en") == officefiles.bare(word(), "T", "en")


CHANGE = f'<w:document {makings.W}><w:ins w:id="1" w:author="SECRET"><w:r/></w:ins></w:document>'
COMMENT = f'<w:comments {makings.W}><w:comment w:author="SECRET"/></w:comments>'


def elsewhere(kind: str, target: str) -> bytes:
    """A letter that names something outside it."""
    told = f'<Relationship Id="r" Type="{OFFICE}{kind}" Target="{target}" TargetMode="External"/>'
    return word(word___rels__document_xml_rels=RELATIONS.format(told))


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (word(word__comments_xml=COMMENT), "it carries comments"),
        (word(word__document_xml=CHANGE), "it carries tracked changes"),
        (word(word__vbaProject_bin=SECRET), "a program or an object"),
        (word(word__embeddings__oleObject1_bin=SECRET), "a program or an object"),
        (word(word__media__image3_tiff=SECRET), "can hold more than is shown"),
        (word(word__media__image3_png=b"broken"), "neither JPEG nor PNG"),
        (word(word__people_xml="<people"), "it is damaged"),
        (elsewhere("image", "https://example.org/pixel.png"), "it fetches something from elsewhere"),
        (elsewhere("hyperlink", "file:///C:/Users/SECRET/a.docx"), "a link in it leads to a disk"),
        (packed({"a.txt": "x"}), "it is no Office file"),
        (b"\xd0\xcf\x11\xe0 an old or locked file", "it cannot be opened"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_cleaned_is_refused(made: bytes, what: str) -> None:
    with pytest.raises(Unfit, match=what):
        officefiles.bare(made, "T", "en")


def test_a_table_inside_is_cleaned_too() -> None:
    made = word(word__embeddings__chart1_xlsx=table())
    inside = parcels.unpacked(officefiles.bare(made, "", ""))["word/embeddings/chart1.xlsx"]
    assert not any(SECRET in part for part in parcels.unpacked(inside).values())


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(officefiles, "MOST", 1000)
    with pytest.raises(Unfit, match="unpacks to more than"):
        officefiles.bare(word(), "", "")
