"""A PDF looks as approved, reads in order, and says to machines what it is."""

from __future__ import annotations

import json
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import ImageOps
from tests.downloads.approval import PAGES, alike, approved, page
from tests.downloads.specimens import PHONE, made, printable, text, workshop

from knowledge.downloads import pdf
from knowledge.downloads.paper import paper
from knowledge.fields import Unfit

CODES = ("en", "fr", "ar")


def opened(code: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(made(code, "pdf")))


def words(code: str) -> list[str]:
    """The text of each page, with common spaces."""
    pages = pypdfium2.PdfDocument(made(code, "pdf"))
    return [" ".join(found.get_textpage().get_text_range().split()) for found in pages]


def kinds(node: pikepdf.Object) -> list[str]:
    """The kinds of all structure elements below one."""
    if isinstance(node, pikepdf.Array):
        return [kind for child in node for kind in kinds(child)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    return [str(node.S), *kinds(node.get("/K", pikepdf.Array()))]


@pytest.mark.parametrize(("code", "number"), [(code, number) for code in CODES for number in PAGES[code]])
def test_a_page_looks_as_it_was_approved(code: str, number: int) -> None:
    """tests/downloads/approval.py says how to approve a new look."""
    assert alike(page(made(code, "pdf"), number), approved(code, number))


def test_a_page_that_looks_otherwise_is_noticed() -> None:
    seen = approved("ar", 1)
    assert not alike(seen, ImageOps.mirror(seen))
    assert not alike(seen, approved("ar", 0))
    assert not alike(page(made("en", "pdf", draft=False), 0), approved("en", 0))


@pytest.mark.parametrize("code", CODES)
def test_machines_are_told_language_direction_and_title(code: str) -> None:
    document = opened(code)
    root = document.Root
    assert str(root.Lang) == code
    assert str(root.ViewerPreferences.Direction) == ("/R2L" if code == "ar" else "/L2R")
    assert root.ViewerPreferences.DisplayDocTitle
    assert str(document.docinfo["/Title"]) == printable(code).title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root.Metadata.read_bytes()


@pytest.mark.parametrize("code", CODES)
def test_everything_is_tagged(code: str) -> None:
    document = opened(code)
    root = document.Root
    assert root.MarkInfo.Marked
    found = kinds(root.StructTreeRoot.K)
    assert {"/Title", "/H1", "/P", "/Table", "/TH", "/TD", "/Link", "/Note", "/Figure"} <= set(found)


def test_lists_and_quotations_are_tagged_too() -> None:
    document = opened("ar")
    assert {"/L", "/LI", "/Lbl", "/LBody", "/BlockQuote", "/Code"} <= set(kinds(document.Root.StructTreeRoot.K))


@pytest.mark.parametrize("code", CODES)
def test_our_typeface_lies_inside_and_no_name_of_a_person_does(code: str) -> None:
    document = opened(code)
    fonts = [font for sheet in document.pages for font in sheet.resources.Font.values()]
    descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts]
    assert all("/FontFile2" in each or "/FontFile3" in each for each in descriptors)
    assert {"KnowledgeSans-Regular", "KnowledgeSans-Bold"} <= {str(font.BaseFont).partition("+")[2] for font in fonts}
    assert "/Author" not in document.docinfo


def test_sections_are_bookmarks() -> None:
    with opened("fr").open_outline() as outline:
        assert [item.title.replace("\u00a0", " ") for item in outline.root] == [
            "1. Objet et champ d’application",
            "2. Délais",
        ]


def test_french_spaces_are_narrow_and_are_there() -> None:
    said = pypdfium2.PdfDocument(made("fr", "pdf"))[0].get_textpage().get_text_range()
    assert "«\u202fVoici\u202f»" in said
    assert "vraiment\u202f?" in said


def test_every_sign_is_the_one_that_was_written() -> None:
    assert "a -- b … 'x' \"y\" ~ @ref # $x \\ * _ <b> [c] + = - // /* `q` = 5 €" in words("en")[0]
    assert "l’organisation" in words("fr")[0]


def test_a_long_text_has_a_list_of_contents() -> None:
    clause = '<section class="clause" id="s{0}-1" data-clause="{0}.1"><p><a class="number">{0}.1</a>&nbsp;Words.</p></section>'
    section = (
        '<section class="clause" id="s{0}" data-clause="{0}"><h2><a class="number">{0}.</a>&nbsp;Part</h2>{1}</section>'
    )
    html = "".join(section.format(number, clause.format(number) * 8) for number in range(1, 7))
    item = printable("en", html=html, title="Long")
    first = pypdfium2.PdfDocument(workshop().makers["pdf"](item, paper(item)))[0].get_textpage().get_text_range()
    assert "Contents" in first
    assert "Words." not in first


def test_what_the_template_is_told_is_plain_data() -> None:
    said = pdf.said(printable("ar"), text("<p>x</p>", "ar"))
    assert json.loads(json.dumps(said)) == said
    assert said["title"] == ["عينة من كل شيء (", PHONE, ")"]
    assert not said["hyphenate"]
    assert pdf.said(printable("fr"), text("<p>x</p>", "fr"))["hyphenate"]


def test_a_sign_that_no_typeface_has_is_refused_and_named() -> None:
    item = printable("en", html="<p>\U0001fbc5 a sign</p>")
    with pytest.raises(Unfit, match="Typst says"):
        workshop().makers["pdf"](item, paper(item))
