"""A Word or Excel file shows what it showed and says nothing of who made it; what cannot be cleaned is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document
from pypandoc import convert_file
from tests.attachments import makings
from tests.attachments.makings import OFFICE, RELATIONS, SECRET, packed, photo, slides, table, word

from knowledge.attachments import officefiles
from knowledge.downloads import parcels
from knowledge.fields import Unfit


@pytest.mark.parametrize(
    ("made", "ending"), [(word(), "docx"), (table(), "xlsx"), (slides(), "pptx")], ids=["word", "excel", "powerpoint"]
)
def test_names_paths_printers_and_what_cameras_wrote_are_gone(made: bytes, ending: str) -> None:
    before, after = parcels.unpacked(made), parcels.unpacked(officefiles.bare(made, "The <letter>", "en", ending))
    assert sum(SECRET in part for part in before.values()) >= 3
    assert [name for name, part in after.items() if SECRET in part] == []
    assert b"<dc:title>The &lt;letter&gt;</dc:title><dc:language>en</dc:language>" in after["docProps/core.xml"]


def test_no_relation_leads_to_what_is_gone() -> None:
    after = parcels.unpacked(officefiles.bare(word(), "", "", "docx"))
    assert not any("customXml" in name or "thumbnail" in name for name in after)
    assert b"customXml" not in after["word/_rels/document.xml.rels"] + after["[Content_Types].xml"]
    assert b"https://example.org/" in after["word/_rels/document.xml.rels"]
    assert b"r:id" not in parcels.unpacked(officefiles.bare(table(), "", "", "xlsx"))["xl/worksheets/sheet1.xml"]


def test_a_real_document_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    (tmp_path / "letter.md").write_text("---\nauthor: SECRET\n---\n# Head\n\nA *letter*.\n")
    convert_file(str(tmp_path / "letter.md"), "docx", outputfile=str(path))
    made = path.read_bytes()
    assert SECRET in parcels.unpacked(made)["docProps/core.xml"]
    path.write_bytes(officefiles.bare(made, "The letter", "en", "docx"))
    assert "A *letter*." in convert_file(str(path), "markdown")
    assert SECRET not in parcels.unpacked(path.read_bytes())["docProps/core.xml"]


def test_the_same_file_gives_the_same_bytes() -> None:
    assert officefiles.bare(word(), "T", "en", "docx") == officefiles.bare(word(), "T", "en", "docx")


FETCHED = (
    f"<w:document {makings.W}><w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\\\SECRET</w:instrText></w:document>"
)
CHANGE = f'<w:document {makings.W}><w:ins w:id="1" w:author="SECRET"><w:r/></w:ins></w:document>'
COMMENT = f'<w:comments {makings.W}><w:comment w:author="SECRET"/></w:comments>'
RENAMED = CHANGE.replace("w:", "a:").replace("xmlns:w", "xmlns:a")
REMARK = f'<comments {makings.X}><commentList><comment authorId="0"/></commentList></comments>'
STRICT = CHANGE.replace(makings.W, 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"')
DISK = f"<w:document {makings.W}><w:instrText>HYPERLINK file:///C:\\\\SECRET</w:instrText></w:document>"
ENTITY = f"<!DOCTYPE w:document [<!ENTITY a 'SECRET'>]><w:document {makings.W}>&a;</w:document>"


def elsewhere(kind: str, target: str) -> bytes:
    """A letter that names something outside it."""
    told = f'<Relationship Id="r" Type="{OFFICE}{kind}" Target="{target}" TargetMode="External"/>'
    return word(**{"word/_rels/document.xml.rels": RELATIONS.format(told)})


def related(kind: str, folder: str = "word/") -> bytes:
    """A letter with a part of some kind under a name that says nothing."""
    told = f'<Relationship Id="r" Type="{OFFICE}{kind}" Target="odd.xml"/>'
    return word(
        **{f"{folder}_rels/{'document.xml' if folder else ''}.rels": RELATIONS.format(told), f"{folder}odd.xml": "<a/>"}
    )


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (word(word__comments_xml=COMMENT), "it carries comments"),
        (word(word__document_xml=CHANGE), "it carries tracked changes"),
        (word(word__document_xml=RENAMED), "it carries tracked changes"),
        (word(word__document_xml=STRICT), "it carries tracked changes"),
        (word(word__document_xml=CHANGE.encode("utf-16")), "not written as offices write it"),
        (word(word__document_xml=f'<?xml version="1.0" encoding="utf-7"?>{CHANGE}'), "not written as offices write it"),
        (word(word__document_xml=ENTITY), "not written as offices write it"),
        (word(word__remarks_xml=COMMENT.replace("w:", "a:").replace("xmlns:w", "xmlns:a")), "it carries comments"),
        (word(word__remarks_xml=REMARK), "it carries comments"),
        (word(word__document_xml=DISK), "a link in it leads to a disk"),
        (related("vbaProject"), "a program or an object"),
        (related("aFChunk"), "a program or an object"),
        (related("digital-signature/origin", ""), "it is signed"),
        (word(word__odd_dat=SECRET), "can hold more than is shown"),
        (word(word__vbaProject_bin=SECRET), "a program or an object"),
        (word(word__embeddings__oleObject1_bin=SECRET), "a program or an object"),
        (word(word__media__image3_tiff=SECRET), "can hold more than is shown"),
        (word(word__media__film_mp4=SECRET), "can hold more than is shown"),
        (word(word__embeddings__letter_docm=SECRET), "a program or an object"),
        (word(word__document_xml=FETCHED), "a field in it fetches or runs"),
        (word(word__media__image3_png=b"broken"), "neither JPEG nor PNG"),
        (word(word__people_xml="<people"), "it is damaged"),
        (elsewhere("image", "https://example.org/pixel.png"), "it fetches something from elsewhere"),
        (elsewhere("hyperlink", "file:///C:/Users/SECRET/a.docx"), "a link in it leads to a disk"),
        (packed({"a.txt": "x"}), "it is no .docx file"),
        (b"\xd0\xcf\x11\xe0 an old or locked file", "it cannot be opened"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_cleaned_is_refused(made: bytes, what: str) -> None:
    with pytest.raises(Unfit, match=what):
        officefiles.bare(made, "T", "en", "docx")


def test_a_table_inside_is_cleaned_too() -> None:
    made = word(word__embeddings__chart1_xlsx=table())
    inside = parcels.unpacked(officefiles.bare(made, "", "", "docx"))["word/embeddings/chart1.xlsx"]
    assert not any(SECRET in part for part in parcels.unpacked(inside).values())


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(officefiles, "MOST", 1000)
    with pytest.raises(Unfit, match="unpacks to more than"):
        officefiles.bare(word(), "", "", "docx")


def test_a_table_that_fetches_its_figures_is_refused() -> None:
    with pytest.raises(Unfit, match="a program or an object"):
        officefiles.bare(table(xl__connections_xml="<connections/>"), "T", "en", "xlsx")


def test_what_is_glued_to_it_or_named_nowhere_in_it_is_not_published() -> None:
    """A file can be two things at once, one at its front and one at its end."""
    made = b"<script>SECRET</script>" + word() + SECRET
    bare = officefiles.bare(made, "T", "en", "docx")
    assert bare.startswith(b"PK")
    assert SECRET not in bare


def test_a_drawing_in_it_is_only_drawing() -> None:
    said = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>SECRET</script><path d="M0 0h9"/></svg>'
    bare = parcels.unpacked(officefiles.bare(word(word__media__image3_svg=said), "", "", "docx"))
    assert b"SECRET" not in bare["word/media/image3.svg"]
    assert b"M0 0h9" in bare["word/media/image3.svg"]


ELSEWHERE: dict[str, str | bytes] = {
    "package/services/metadata/core-properties/a1.psmdcp": makings.CORE,
    "docProps/core0.xml": makings.CORE,
    "docProps/about.xml": "<about><Company>SECRET</Company></about>",
    "docProps/picture.jpeg": photo(),
}
"""What says who made a file, under names of its own; the second is read by nobody."""


KINDS = (f"{makings.PACKAGE}core-properties", "", f"{OFFICE}extended-properties", f"{makings.PACKAGE}thumbnail")
TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def moved(made: bytes) -> bytes:
    """A real document whose properties lie elsewhere, as its relations say."""
    files = {name: part for name, part in parcels.unpacked(made).items() if not name.startswith("docProps")}
    told = [
        f'<Relationship Id="q{kind}" Type="{kind}" Target="/{name}"/>'
        for kind, name in zip(KINDS, ELSEWHERE, strict=True)
    ]
    root = re.sub("<Relationship [^>]*docProps[^>]*>", "", files["_rels/.rels"].decode())
    types = (
        files["[Content_Types].xml"]
        .decode()
        .replace("</Types>", f'<Default Extension="psmdcp" ContentType="{TYPE}"/></Types>')
    )
    lists = {"_rels/.rels": root.replace("</Rel", f"{''.join(told)}</Rel"), "[Content_Types].xml": types}
    return packed(files | lists | ELSEWHERE)


def test_who_made_a_file_is_found_wherever_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    Document().save(str(path))
    made = moved(path.read_bytes())
    path.write_bytes(made)
    assert Document(str(path)).core_properties.author == "SECRET"
    path.write_bytes(officefiles.bare(made, "The letter", "en", "docx"))
    assert [name for name, part in parcels.unpacked(path.read_bytes()).items() if SECRET in part] == []
    assert Document(str(path)).core_properties.title == "The letter"
    assert "docProps/picture.jpeg" not in parcels.unpacked(path.read_bytes())
