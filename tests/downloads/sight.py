"""What eyes meet in the files of the specimens: words in the order they stand in on the page, from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
from bidi.algorithm import get_display
from lxml import etree
from tests.downloads.specimens import made
from tests.drafts import LANGUAGES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HUGE = 60
"""Points: no letter of a text is so high."""

APART = 5
"""Points between two lines at least; letters of one may stand a little higher or lower."""

UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c"))
"""Marks of direction."""

Letter = tuple[float, float, float, str]
"""Left edge, middle, height in points, and the letter."""


@cache
def sheet(code: str, number: int) -> pypdfium2.PdfPage:
    """A page of the PDF, counted from 0."""
    return pypdfium2.PdfDocument(made(code, "pdf"))[number]


@cache
def letters(code: str, number: int) -> tuple[Letter, ...]:
    """Every letter of a page of the PDF."""
    return lettered(sheet(code, number))


def lettered(page: pypdfium2.PdfPage) -> tuple[Letter, ...]:
    """Every letter of a page."""
    found, text = [], page.get_textpage()
    for place in range(text.count_chars()):
        left, bottom, _, top = text.get_charbox(place, loose=True)
        if letter := text.get_text_range(place, 1).translate(UNSEEN).strip():
            found.append((left, (bottom + top) / 2, top - bottom, letter))
    return tuple(found)


@cache
def lines(code: str, number: int) -> tuple[str, ...]:
    """The lines of a page of the PDF."""
    return lined(letters(code, number))


def lined(letters: tuple[Letter, ...]) -> tuple[str, ...]:
    """Lines, without spaces and without what lies behind the text."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: -letter[1]):
        if letter[2] < HUGE and rows and rows[-1][0][1] - letter[1] < APART:
            rows[-1].append(letter)
        elif letter[2] < HUGE:
            rows.append([letter])
    return tuple("".join(letter for *_, letter in sorted(row)) for row in rows)


def seen(code: str, words: str) -> str:
    """Words of a language, without spaces."""
    base = "R" if LANGUAGES[code].direction == "rtl" else "L"
    return "".join(str(get_display(words, base_dir=base)).split())


@cache
def paragraphs(code: str, ending: str) -> tuple[str, ...]:
    """The paragraphs and cells of a file, or the lines of a PDF, without spaces and signs nobody sees."""
    if ending == "pdf":
        return (*lines(code, 0), *lines(code, 1))
    found = _word(code) if ending == "docx" else _book(code)
    return tuple(seen(code, words).translate(UNSEEN) for words in found)


def _word(code: str) -> Iterator[str]:
    archive = ZipFile(BytesIO(made(code, "docx")))
    for name in ("word/document.xml", "word/footnotes.xml"):
        for paragraph in etree.fromstring(archive.read(name)).iter(f"{W}p"):
            yield "".join(mark.text or " " for mark in paragraph.iter(f"{W}t", f"{W}tab"))


def _book(code: str) -> Iterator[str]:
    archive = ZipFile(BytesIO(made(code, "epub")))
    for name in sorted(name for name in archive.namelist() if "/text/" in name):
        for block in etree.fromstring(archive.read(name)).iter(*(f"{XHTML}{tag}" for tag in ("p", "td", "th", "h1"))):
            yield "".join(_isolated(block))


def _isolated(element: etree._Element) -> Iterator[str]:
    """Words with marks around each element that says its direction, as readers of e-books see it."""
    mark = {"ltr": "\u202a", "rtl": "\u202b"}.get(element.get("dir", ""), "")
    yield mark + (element.text or "")
    for child in element:
        yield from _isolated(child)
        yield child.tail or ""
    yield "\u202c" if mark else ""
