"""Changes, comments and names are found by what an element is, whatever it is called and wherever it stands."""

from __future__ import annotations

import pytest
from lxml import etree

from knowledge.attachments import officeparts

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def part(inside: str, owner: str = WORD) -> etree._Element:
    """A part whose elements have a prefix of their own."""
    return etree.fromstring(f'<q:part xmlns:q="{owner}">{inside}</q:part>')


def faults(inside: str, owner: str = WORD) -> str:
    """What is wrong with a part."""
    return " ".join(fault.what for fault in officeparts.faults(part(inside, owner)))


@pytest.mark.parametrize("owner", [WORD, STRICT])
@pytest.mark.parametrize(
    "inside",
    [
        '<q:ins q:author="SECRET"/>',
        "<q:del/>",
        '<q:rPr><q:rPrChange q:id="1"/></q:rPr>',
        "<q:moveFromRangeStart/>",
        "<q:cellMerge/>",
        "<q:delText>x</q:delText>",
        '<q:anything q:author="SECRET"/>',
    ],
)
def test_changes_of_every_kind_are_found(inside: str, owner: str) -> None:
    assert "tracked changes" in faults(inside, owner)


def test_comments_are_found_and_what_is_left_of_deleted_ones_is_no_comment() -> None:
    assert "comments" in faults('<q:commentList><q:comment authorId="0"/></q:commentList>', SHEET)
    assert faults("<q:commentRangeStart/><q:commentReference/>") == ""


@pytest.mark.parametrize("root", ["revisions", "headers", "users"])
def test_what_excel_keeps_of_changes_is_found(root: str) -> None:
    assert "tracked changes" in faults(f"<q:{root}/>", SHEET)


@pytest.mark.parametrize(
    ("field", "what"),
    [
        ("DDE<q:x/>", "fetches or runs"),
        ("INCLUDEPICTURE a", "fetches or runs"),
        ("LINK Excel.Sheet", "fetches or runs"),
        (" includepicture http://x/y.png", "fetches or runs"),
        ("IncludeText a", "fetches or runs"),
        ('HYPERLINK "C:\\a"', "leads to a disk"),
        ("HYPERLINK file:a", "leads to a disk"),
        ("PAGE", ""),
        ("HYPERLINK https://example.org/LINKS", ""),
    ],
)
def test_fields_that_reach_outside_are_found(field: str, what: str) -> None:
    found = faults(f"<q:instrText>{field}</q:instrText>")
    assert what in found
    assert bool(found) == bool(what)


@pytest.mark.parametrize(
    ("inside", "owner"),
    [
        ("<q:rsids><q:rsid q:val='SECRET'/></q:rsids>", WORD),
        ("<q:permStart q:ed='OFFICE\\SECRET'/>", WORD),
        ("<q:p q:rsidR='SECRET'/>", STRICT),
        ("<q:authors><q:author>SECRET</q:author></q:authors>", SHEET),
        ("<q:customWorkbookViews><q:customWorkbookView name='SECRET'/></q:customWorkbookViews>", SHEET),
        ("<docPr descr='C:\\Users\\SECRET\\a.jpg'/>", WORD),
        ("<docPr descr=' file:///home/SECRET/a.jpg'/>", WORD),
    ],
)
def test_names_sessions_and_places_on_a_disk_are_taken_out(inside: str, owner: str) -> None:
    root = part(inside, owner)
    assert b"SECRET" in etree.tostring(root)
    officeparts.strip(root)
    assert b"SECRET" not in etree.tostring(root)


def test_lists_of_people_are_emptied_and_words_stay() -> None:
    people = etree.fromstring("<people><person>SECRET</person></people>")
    officeparts.strip(people)
    assert len(people) == 0
    text = part("<q:p><q:t>An author writes to file: a.</q:t></q:p>")
    before = etree.tostring(text)
    officeparts.strip(text)
    assert etree.tostring(text) == before
