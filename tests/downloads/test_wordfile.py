"""A Word document is opened by another library, and runs in the direction of its text down to the last table."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from lxml import etree
from tests.downloads.specimens import PHONE, made, printable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LRM = "\u200e"
CODES = ("en", "fr", "ar")


def opened(code: str, draft: bool = True) -> Document:
    return docx.Document(BytesIO(made(code, "docx", draft)))


def part(code: str, name: str) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(made(code, "docx"))).read(name))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("code", CODES)
def test_another_library_reads_title_headings_and_table(code: str) -> None:
    document = opened(code)
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Title", "Subtitle", "Heading 1", "Clause 1 lead"} <= styles
    title = next(each for each in document.paragraphs if each.style and each.style.name == "Title")
    assert title.text.replace(LRM, "") == printable(code).title
    assert len(document.tables) == 1
    assert len(document.tables[0].columns) == 3


def test_clauses_bear_their_numbers_and_hang() -> None:
    document = opened("en")
    clause = next(each for each in document.paragraphs if each.text.startswith("1.1\t"))
    letter = next(each for each in document.paragraphs if each.text.startswith("a)\t"))
    assert clause.style is not None
    assert letter.style is not None
    assert clause.style.name == "Clause 1 lead"
    assert letter.style.name == "Clause 2 lead"
    assert "Clause 1\n" not in "\n".join(texts(document))


def test_every_style_that_is_used_is_defined() -> None:
    defined = {style.get(f"{W}styleId") for style in part("en", "word/styles.xml").iter(f"{W}style")}
    for name in ("word/document.xml", "word/footnotes.xml", "word/header.xml", "word/footer.xml"):
        root = part("en", name)
        used = {mark.get(f"{W}val") for kind in ("pStyle", "rStyle", "tblStyle") for mark in root.iter(f"{W}{kind}")}
        assert used <= defined


def test_a_long_label_reaches_neither_its_fact_nor_the_line_that_is_written_on() -> None:
    fact = next(
        style for style in part("ar", "word/styles.xml").iter(f"{W}style") if style.get(f"{W}styleId") == "Fact"
    )
    indent, tab = fact.find(f".//{W}ind"), fact.find(f".//{W}tab")
    assert indent is not None
    assert tab is not None
    assert (
        int(indent.get(f"{W}hanging", "0")) >= 3400
    )  # 60 mm: “the text that prevails when they differ” in Arabic has 49
    assert (tab.get(f"{W}val"), tab.get(f"{W}pos")) == ("clear", "8600")


@pytest.mark.parametrize("code", CODES)
def test_every_page_says_what_it_is(code: str) -> None:
    section = opened(code).sections[0]
    header, footer = section.header.paragraphs[0].text, section.footer.paragraphs[0].text.replace(LRM, "")
    item = printable(code)
    assert all(words in header for words in item.running)
    assert item.address in footer
    fields = [(mark.text or "").strip() for mark in part(code, "word/footer.xml").iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_draft_says_so_across_the_page_and_another_text_does_not() -> None:
    assert 'string="Draft"' in opened("en").sections[0].header._element.xml
    assert "textpath" not in opened("en", draft=False).sections[0].header._element.xml


def test_an_arabic_text_runs_from_right_to_left() -> None:
    document = part("ar", "word/document.xml")
    assert all(table.find(f"{W}bidiVisual") is not None for table in document.iter(f"{W}tblPr"))
    paragraphs = [each.find(f"{W}pPr/{W}bidi") for each in document.iter(f"{W}p")]
    assert all(mark is not None for mark in paragraphs)
    turned = [mark for mark in paragraphs if mark is not None and mark.get(f"{W}val") == "0"]
    assert len(turned) == 2  # code, and a paragraph in English
    assert document.find(f"{W}body/{W}sectPr/{W}bidi") is not None
    assert part("ar", "word/styles.xml").find(f".//{W}style[@{W}styleId='Normal']/{W}pPr/{W}bidi") is not None


@pytest.mark.parametrize("name", ["word/document.xml", "word/footnotes.xml"])
def test_phones_stand_between_marks_in_runs_from_left_to_right(name: str) -> None:
    mirrored = [each for each in part("ar", name).iter(f"{W}p") if each.find(f"{W}pPr/{W}bidi[@{W}val='0']") is None]
    runs = [run for each in mirrored for run in each.iter(f"{W}r") if PHONE in "".join(run.itertext())]
    assert runs
    for run in runs:
        assert f"{LRM}{PHONE}{LRM}" in "".join(run.itertext())
        assert run.find(f"{W}rPr/{W}rtl") is None


def test_arabic_is_never_slanted() -> None:
    assert part("ar", "word/document.xml").find(f".//{W}i") is None
    assert part("en", "word/document.xml").find(f".//{W}i") is not None


def test_an_english_text_has_nothing_of_that() -> None:
    source = etree.tostring(part("en", "word/document.xml")).decode()
    assert "bidiVisual" not in source
    assert LRM not in source


def test_the_properties_name_the_text_and_nobody() -> None:
    properties = opened("fr").core_properties
    assert (properties.title, properties.language, properties.version) == (printable("fr").title, "fr", "3")
    assert properties.author == ""
    assert properties.last_modified_by == ""
    assert properties.created is not None
    assert properties.created.date() == printable("fr").day
    assert not {"docProps/custom.xml", "word/comments.xml"} & set(ZipFile(BytesIO(made("fr", "docx"))).namelist())


def test_fields_can_be_ticked_and_written_on() -> None:
    document = part("en", "word/document.xml")
    boxes = list(document.iter("{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"))
    lines = [mark for mark in document.iter(f"{W}pStyle") if mark.get(f"{W}val") == "Answerline"]
    assert (len(boxes), len(lines)) == (5, 3)


def test_pictures_have_their_words_and_are_dots() -> None:
    names = [name for name in ZipFile(BytesIO(made("en", "docx"))).namelist() if name.startswith("word/media/")]
    assert len(names) == 2
    assert {name.rpartition(".")[2] for name in names} <= {"jpg", "png"}
    assert "A photograph" in etree.tostring(part("en", "word/document.xml")).decode()
