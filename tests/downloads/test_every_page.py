"""A single page of a PDF, lost from the others, still says what it is, in the language of its text."""

from __future__ import annotations

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from tests.downloads.sight import HUGE, lettered, letters, lines, seen, sheet
from tests.downloads.specimens import made, printable

PAGES = (("en", 0), ("en", 1), ("en", 2), ("fr", 0), ("ar", 0), ("ar", 1), ("ar", 2))
"""Every page of each specimen, counted from 0."""


def count(code: str) -> int:
    return sum(1 for language, _ in PAGES if language == code)


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_no_page_is_left_out_here(code: str) -> None:
    assert len(pypdfium2.PdfDocument(made(code, "pdf"))) == count(code)


SAID = {
    "en": ("specimen", "Version 3", "Draft", "English", "Page {} of {}", "https://example.org/specimen/"),
    "fr": ("specimen", "Version 3", "Projet", "Français", "Page {} sur {}", "https://example.org/fr/specimen/"),
    "ar": ("specimen", "الإصدار 3", "مسودة", "العربية", "الصفحة {} من {}", "https://example.org/ar/specimen/"),
}
"""Identifier, version, state, language, which page of how many, and where it stands on the web."""


@pytest.mark.parametrize("item", range(6), ids="identifier version state language page address".split())
@pytest.mark.parametrize(("code", "number"), PAGES)
def test_every_page_says(code: str, number: int, item: int) -> None:
    words = SAID[code][item].format(number + 1, count(code))
    shown = "".join(words.split()) if words.isascii() else seen(code, words)
    assert shown in lines(code, number)[0 if item < 4 else -1]


@pytest.mark.parametrize(("code", "number"), PAGES)
def test_a_draft_says_so_across_every_page(code: str, number: int) -> None:
    huge = [letter for _, _, height, letter in letters(code, number) if height >= HUGE]
    assert sorted("".join(huge)) == sorted(printable(code).state)


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_a_text_in_force_has_nothing_across_any_page(code: str) -> None:
    pages = list(pypdfium2.PdfDocument(made(code, "pdf", draft=False)))
    heights = [[height for _, _, height, _ in lettered(page)] for page in pages]
    assert len(heights) == count(code)
    assert all(0 < max(page) < HUGE for page in heights)


@pytest.mark.parametrize(("code", "number"), PAGES)
def test_a_phone_reads_from_every_page_where_it_stands_on_the_web(code: str, number: int) -> None:
    picture: Image.Image = sheet(code, number).render(scale=2).to_pil()
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [printable(code).address]
