"""The files of our own pages are what their pages say: the same bytes, the same clauses, on the pages their contents name."""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from lxml import etree
from tests.conftest import Built
from tests.downloads.sight import lettered, lined, seen
from tests.site.writing import words

from knowledge.catalogue import Catalogue
from knowledge.downloads.printables import ENDINGS

POLICY = "policies/anti-harassment/"
ROOTS = {"en": "", "fr": "fr/", "ar": "ar/"}
LABEL = r"(\d+\.(?:\d+)?|\w{1,3}\))"
IN_WORD = re.compile(rf"{LABEL}\t")
IN_TEXT = re.compile(rf"\n\n[\u2066-\u2069\u200f]*(?: {{6,}})?{LABEL} ")
"""Where the number of a clause stands in a Word document, and in plain text: after a blank line, and not in the contents."""

EACH = pytest.mark.parametrize(("code", "root"), ROOTS.items(), ids=ROOTS)


def listing(real: Built) -> dict[str, list[dict[str, object]]]:
    """What programs are told of the files of each page, by its address."""
    found = sorted(real.folder.rglob("downloads.json"))
    return {
        path.parent.relative_to(real.folder).as_posix() + "/": json.loads(path.read_text("utf-8")) for path in found
    }


def test_size_and_fingerprint_on_the_page_and_in_its_list_are_those_of_the_bytes(real: Built) -> None:
    lists = listing(real)
    assert len(lists) > 14
    for url, rows in lists.items():
        data = {str(row["file"]): (real.folder / url / str(row["file"])).read_bytes() for row in rows}
        assert [(row["size"], row["sha256"]) for row in rows] == [
            (len(held), sha256(held).hexdigest()) for held in data.values()
        ]
        page = real.page(url)
        shown = {str(item.xpath(".//a/@href")[0]): item for item in page.xpath("//li[.//summary='SHA-256']")}
        assert {name: shown[name].xpath(".//code")[0].text for name in data} == {
            name: sha256(held).hexdigest() for name, held in data.items()
        }
        for name, held in data.items():
            assert len(held) < 10**6
            assert re.search(rf"\b{max(1, round(len(held) / 1000))}\W", words(shown[name])), (url, name)


def numbers(real: Built, url: str) -> list[str]:
    """The numbers of the clauses of a page, as readers see them."""
    return [words(link) for link in real.page(url).xpath("//article//a[contains(@class, 'number')]")]


def file(real: Built, url: str, ending: str) -> Path:
    (found,) = (path for path in (real.folder / url).glob(f"*_v*.{ending}"))
    return found


def in_book(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        pages = [etree.fromstring(archive.read(name)) for name in sorted(archive.namelist()) if "/text/" in name]
    return [
        "".join(map(str, each.itertext()))
        for page in pages
        for each in page.iter("{*}span")
        if each.get("class") == "number"
    ]


def in_word(path: Path) -> list[str]:
    text = docx.Document(str(path)).paragraphs
    marked = [
        each for each in text if each.style is not None and str(each.style.name).startswith(("Clause", "Heading"))
    ]
    return [found[1] for each in marked if (found := IN_WORD.match(each.text))]


def in_text(path: Path) -> list[str]:
    return IN_TEXT.findall(path.read_text("utf-8"))


READINGS = {"docx": in_word, "epub": in_book, "txt": in_text}


@EACH
@pytest.mark.parametrize("ending", READINGS)
def test_clauses_have_the_numbers_of_the_page(real: Built, code: str, root: str, ending: str) -> None:
    counted = 0
    for url in [url for url in listing(real) if url.startswith((f"{root}policies/", f"{root}ethics/"))]:
        on_page = numbers(real, url)
        assert READINGS[ending](file(real, url, ending)) == on_page, url
        counted += len(on_page)
    assert counted > 300


@cache
def lines(path: Path) -> tuple[tuple[str, ...], ...]:
    """The lines of each page of a PDF as they are seen, from left to right, without spaces."""
    return tuple(lined(lettered(page)) for page in pypdfium2.PdfDocument(path))


def headed(code: str, line: str, label: str) -> bool:
    """Whether a line as it is seen begins with the number of a clause."""
    shown = seen(code, label)
    before = line[len(shown) :][:1] if code != "ar" else line[: -len(shown)][-1:]
    return (line.endswith(shown) if code == "ar" else line.startswith(shown)) and not before.isdigit()


def unmet(code: str, path: Path, labels: list[str]) -> list[str]:
    """Numbers that no line of a PDF begins with, behind the line of the number before."""
    left = list(labels)
    for line in (line for page in lines(path) for line in page if "...." not in line):
        if left and headed(code, line, left[0]):
            left.pop(0)
    return left


@EACH
def test_clauses_of_a_pdf_have_the_numbers_of_the_page_in_their_order(real: Built, code: str, root: str) -> None:
    path, labels = file(real, root + POLICY, "pdf"), numbers(real, root + POLICY)
    assert len(labels) > 150
    assert unmet(code, path, labels) == []
    assert unmet(code, path, [*labels[:9], "1.99", *labels[9:]])


@EACH
def test_the_contents_of_a_pdf_name_the_page_of_every_section(real: Built, code: str, root: str) -> None:
    path = file(real, root + POLICY, "pdf")
    rows = [line for line in lines(path)[0] if "...." in line]
    sections = [label for label in numbers(real, root + POLICY) if label.endswith(".")]
    assert len(rows) == len(sections)
    for row, label in zip(rows, sections, strict=True):
        assert headed(code, row, label)
        number = re.search(r"^\d+" if code == "ar" else r"\d+$", row)
        heading = row[-len(label) - 4 :] if code == "ar" else row[: len(label) + 4]
        assert number
        on = [line for line in lines(path)[int(number[0]) - 1] if headed(code, line, label)]
        assert any(heading in line for line in on), (row, on)


@EACH
def test_articles_that_do_not_ask_for_files_have_none(real: Built, code: str, root: str, catalogue: Catalogue) -> None:
    articles = [entry.id for entry in catalogue.of_kind("article") if not entry.record.downloads]
    silent = [page_id for page_id in articles if real.has(f"{root}{page_id}/")]
    assert len(silent) > 5
    for page_id in silent:
        folder = real.folder / root / page_id
        assert [path for ending in ENDINGS for path in folder.glob(f"*_v*_*.{ending}")] == []
        assert real.page(f"{root}{page_id}/").xpath("//section[@aria-labelledby='downloads']") == []
