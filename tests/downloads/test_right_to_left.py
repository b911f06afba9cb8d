"""An Arabic text is in order in every format: phones, addresses, brackets, clauses, lists, tables and footnotes."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.downloads.sight import XHTML, W, lines, paragraphs, seen
from tests.downloads.specimens import PHONE, made, printable

from knowledge import markup

PAGES = 3
"""Of the Arabic specimen."""

FORMATS = ("pdf", "docx", "epub")
ISLANDS = {
    "a phone": PHONE,
    "an address of the web": "https://www.example.org/report/",
    "an address for mail": "safe@example.org",
    "a day": "2026-03-01",
    "code": "code_x --flag",
}
"""What runs from left to right in a text that does not."""


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("words", ISLANDS.values(), ids=ISLANDS)
def test_what_runs_the_other_way_is_in_order(words: str, ending: str) -> None:
    assert any("".join(words.split()) in line for line in paragraphs("ar", ending))


@pytest.mark.parametrize("phone", [PHONE, "+961 3 123 456"])
def test_every_phone_of_a_pdf_is_in_order_wherever_it_stands(phone: str) -> None:
    """In the title, the summary, a paragraph, a cell of a table, a box, an English paragraph and a footnote."""
    item = printable("ar")
    written = item.title + item.summary + markup.parse(item.html).text_content()
    shown = "\n".join(line for number in range(PAGES) for line in lines("ar", number))
    assert shown.count("".join(phone.split())) == written.count(phone) > 0


def test_a_phone_in_a_cell_of_a_table_is_in_order() -> None:
    (row,) = (line for line in lines("ar", 0) + lines("ar", 1) if seen("ar", "أي شخص") in line)
    assert row.endswith("".join(PHONE.split()) + seen("ar", "الاتصال بالرقم"))


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("words", ["(أيام العمل)", "«الاقتباس»", "(نحو 12.5%)"])
def test_brackets_and_quotation_marks_open_to_the_words_they_hold(words: str, ending: str) -> None:
    assert any(seen("ar", words) in line for line in paragraphs("ar", ending))


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("number", ["1.1 تُطبَّق", "أ) أولًا", "1.2 وهذا", "2.1 نص"])
def test_numbers_of_clauses_stand_at_the_right(number: str, ending: str) -> None:
    label, word = number.split()
    found = [line for line in paragraphs("ar", ending) if line.endswith(seen("ar", label))]
    assert any(bare(seen("ar", word)) in bare(line) for line in found)


def bare(words: str) -> str:
    """Words without vowel marks, which stand where their letters stand."""
    return "".join(letter for letter in words if not "\u064b" <= letter <= "\u0652")


@pytest.mark.parametrize("ending", FORMATS)
def test_footnotes_have_their_phone_and_their_address_in_order(ending: str) -> None:
    (note,) = (line for line in paragraphs("ar", ending) if seen("ar", "حاشية") in line)
    phone, address = note.index("".join(PHONE.split())), note.index("https://example.org/ar/")
    assert address < phone < note.index(seen("ar", "حاشية"))


def test_numbered_lists_have_their_numbers_at_the_right_of_a_pdf() -> None:
    assert {seen("ar", words) for words in ("1. أول", "1. عميق", "2. ثان")} <= set(paragraphs("ar", "pdf"))


def value(above: etree._Element, name: str) -> str:
    """What an element of Word below another one says."""
    (found,) = above.iterfind(f"{W}{name}")
    return found.attrib[f"{W}val"]


def test_numbered_lists_of_word_count_in_digits_and_run_from_right_to_left() -> None:
    archive = ZipFile(BytesIO(made("ar", "docx")))
    document, numbering = (etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "numbering"))
    kinds = {node.get(f"{W}numId"): value(node, "abstractNumId") for node in numbering.iter(f"{W}num")}
    formats = {
        (node.get(f"{W}abstractNumId"), level.get(f"{W}ilvl")): value(level, "numFmt")
        for node in numbering.iter(f"{W}abstractNum")
        for level in node.iter(f"{W}lvl")
    }
    found = {}
    for item in document.iter(f"{W}p"):
        if (place := item.find(f"{W}pPr/{W}numPr")) is not None and item.find(f"{W}pPr/{W}bidi") is not None:
            level, kind = value(place, "ilvl"), value(place, "numId")
            found["".join(item.itertext()).strip()] = (level, formats[kinds[kind], level])
    assert [found[words] for words in ("أول", "عميق", "ثان")] == [("0", "decimal"), ("1", "decimal"), ("0", "decimal")]


def test_numbered_lists_of_an_e_book_count_in_digits() -> None:
    lists = [node for page in book() for node in page.iter(f"{XHTML}ol")]
    assert [node.get("type") for node in lists] == ["1", "1"]
    assert [(item.text or "").strip() for node in lists for item in node] == ["أول", "ثان", "عميق"]


def book() -> list[etree._Element]:
    archive = ZipFile(BytesIO(made("ar", "epub")))
    return [etree.fromstring(archive.read(name)) for name in sorted(archive.namelist()) if "/text/" in name]


HEADS = ["الخطوة", "من يتولاها", "المهلة"]


def test_columns_of_a_pdf_begin_at_the_right() -> None:
    (line,) = (line for line in paragraphs("ar", "pdf") if all(seen("ar", head) in line for head in HEADS))
    places = [line.index(seen("ar", head)) for head in HEADS]
    assert all(first > second for first, second in pairwise(places))


def test_columns_of_word_begin_at_the_right() -> None:
    document = etree.fromstring(ZipFile(BytesIO(made("ar", "docx"))).read("word/document.xml"))
    (table,) = document.iter(f"{W}tbl")
    assert table.find(f"{W}tblPr/{W}bidiVisual") is not None
    assert ["".join(cell.itertext()).strip() for cell in table.iter(f"{W}tc")][:3] == HEADS


def test_columns_of_an_e_book_begin_at_the_right() -> None:
    (table,) = (node for page in book() for node in page.iter(f"{XHTML}table"))
    assert [cell.text for cell in table.iter(f"{XHTML}th")] == HEADS
    above = [node.get("dir") for node in table.iterancestors() if node.get("dir")]
    assert (table.get("dir"), above) == (None, ["rtl"])
