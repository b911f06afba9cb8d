"""The content folder is read file by file; names that cannot be addresses and files that cannot be read are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.drafts import LANGUAGES, Files, lay, told
from tests.site.writing import page

from knowledge.frontmatter import Refused
from knowledge.sources import Folder, decode, read


def read_files(folder: Path, files: Files) -> Folder:
    return read(lay(folder, files), LANGUAGES, "docs")


def test_a_page_is_read_with_its_language_fields_body_and_line(tmp_path: Path) -> None:
    text = "---\ntitle: A\n---\n\nText.\n"
    (source,) = read_files(tmp_path, {"about/team/index.fr.md": text}).sources
    assert (source.path, source.shown) == ("about/team/index.fr.md", "docs/about/team/index.fr.md")
    assert (source.page_id, source.language) == ("about/team", "fr")
    assert source.matter.values == {"title": "A"}
    assert (source.body, source.body_line) == ("\nText.\n", 4)


def test_a_problem_of_a_file_names_the_line_of_its_field(tmp_path: Path) -> None:
    (source,) = read_files(tmp_path, {"index.md": page("A")}).sources
    assert str(source.problem("summary", "what", "cure")) == "docs/index.md:3: summary: what: cure"
    assert source.problem("absent", "what", "cure").line == 1
    assert source.problem("link", "what", "cure", 9).line == 9


def test_files_come_in_the_same_order_everywhere(tmp_path: Path) -> None:
    names = ["zoo/index.md", "about/index.md", "index.md", "about/index.ar.md", "about-us/index.md"]
    found = read_files(tmp_path, {name: page("A") for name in names})
    assert [source.path for source in found.sources] == [
        "index.md",
        "about/index.ar.md",
        "about/index.md",
        "about-us/index.md",
        "zoo/index.md",
    ]


def test_everything_that_is_no_page_is_an_asset(tmp_path: Path) -> None:
    found = read_files(tmp_path, {"a-page/photo.jpg": b"", "a-page/map.fr.png": b"", "robots.txt": b""})
    assert found.assets == {"a-page/photo.jpg", "a-page/map.fr.png", "robots.txt"}
    assert found.problems == []


def test_hidden_files_and_the_facts_are_left_alone(tmp_path: Path) -> None:
    hidden: Files = {".DS_Store": b"", ".git/config": b"", "a-page/.hidden/index.md": b"", "facts.yml": b"a: 1"}
    found = read_files(tmp_path, hidden)
    assert (found.sources, found.assets, found.problems) == ([], set(), [])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("eu/index.md", "the folder 'eu' has two letters, like a language: give it a longer name"),
        ("news/fr/index.md", "the folder 'fr' has two letters, like a language"),
        ("my.page/index.md", "the folder 'my.page' cannot be an address: use small letters a to z"),
        ("my page/index.md", "the folder 'my page' cannot be an address"),
        ("MyPage/index.md", "the folder 'MyPage' cannot be an address"),
        ("été/index.md", "the folder 'été' cannot be an address"),
        ("صفحة/index.md", "the folder 'صفحة' cannot be an address"),
        ("my--page/index.md", "the folder 'my--page' cannot be an address"),
        ("my_page/index.md", "the folder 'my_page' cannot be an address"),
        ("news/page/index.md", "the folder 'page' is taken by the further pages of lists"),
        (
            "policies/gifts/history/index.md",
            "the folder 'history' is taken by the page of its history: give it another",
        ),
        ("ethics/compare/photo.jpg", "the folder 'compare' is taken by comparisons of its languages"),
        ("policies/gifts/v2/receipt/index.md", "the folder 'receipt' is taken by its receipt"),
        ("policies/v2/index.md", "the folder 'v2' is taken by former versions of documents, v1, v2 and so on below"),
        ("ethics/v0/index.md", "the folder 'v0' is taken by former versions of documents"),
        ("topics/water/v1/index.md", "the folder 'v1' is taken by former versions of documents"),
        ("v1/photo.jpg", "the folder 'v1' is taken by former versions of documents"),
        ("about/index.de.md", "'de' is not a language of this site: call it index.md, index.fr.md, index.ar.md"),
        ("about/index.FR.md", "'FR' is not a language of this site"),
        ("about/index.en.md", "'index.en.md' names the first language: call it index.md"),
        ("about/report.eu.md", "'report.eu.md' is not the name of a page: each page is a folder with index.md"),
        (
            "about/indx.fr.md",
            "'indx.fr.md' is not the name of a page: each page is a folder with index.md, index.fr.md",
        ),
        ("about/README.md", "'README.md' is not the name of a page"),
        ("about/Photo.jpg", "the file 'Photo.jpg' cannot be an address: use small letters a to z"),
        ("about/my photo.jpg", "the file 'my photo.jpg' cannot be an address"),
        ("about/photo", "the file 'photo' cannot be an address"),
        ("about/photo.old.copy.jpg", "the file 'photo.old.copy.jpg' cannot be an address"),
        ("about/photo.eu.jpg", "'eu' is not a language of this site: call it photo-eu.jpg, or name one that is"),
    ],
)
def test_a_name_that_cannot_be_an_address_is_told(tmp_path: Path, name: str, said: str) -> None:
    (problem,) = told(read_files(tmp_path, {name: page("A")}).problems)
    assert problem.startswith(f"docs/{name}:1: name: {said}")


@pytest.mark.parametrize(
    "name", ["ethics/v1/index.md", "policies/gifts/v12/map.png", "policies/history/index.md", "about/receipt/index.md"]
)
def test_versions_lie_below_documents_and_names_are_free_elsewhere(tmp_path: Path, name: str) -> None:
    assert told(read_files(tmp_path, {name: page("A")}).problems) == []


def test_a_misspelt_file_name_is_told_with_the_nearest(tmp_path: Path) -> None:
    (problem,) = told(read_files(tmp_path, {"about/indx.fr.md": page("A")}).problems)
    assert problem.endswith("did you mean index.fr.md?")


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"", 1, "the file is empty: write the page or delete the file"),
        (b" \n\n", 1, "the file is empty"),
        (b"Text.\n", 1, "it has no front matter: begin the file with ---"),
        (b"---\ntitle: A\n", 3, "the front matter is never closed"),
        (b"---\ntitle: A\n  ---\nb: {]}\n---\n", 4, "this is not YAML"),
        (b"---\na: &x 1\n---\n", 2, "& and * have a meaning of their own here"),
        (b"---\ntitle: A\n---\ncaf\xe9\n", 4, "it is not UTF-8 text: save the file again"),
        (b"\xff\xfe-\x00-\x00", 1, "it is not UTF-8 text"),
        ("---\ntitle: A\n---\n\nPay \u202e001\n".encode(), 5, "an invisible character (U+202E)"),
        ("---\ntitle: \u2066A\n---\n".encode(), 2, "an invisible character (U+2066)"),
        (b"---\ntitle: A\n---\nWords\x0bpasted\n", 4, "a control character (U+000B) stands in the text: delete it"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, data: bytes, line: int, said: str) -> None:
    found = read_files(tmp_path, {"about/index.md": data})
    (problem,) = told(found.problems)
    assert problem.startswith(f"docs/about/index.md:{line}: file: {said}")


def test_a_file_that_cannot_be_read_is_still_a_page_one_may_link_to(tmp_path: Path) -> None:
    (source,) = read_files(tmp_path, {"about/index.md": b""}).sources
    assert (source.page_id, source.matter.values, source.body) == ("about", {}, "")


def test_all_problems_of_all_files_are_told_together(tmp_path: Path) -> None:
    found = read_files(tmp_path, {"eu/index.md": b"", "about/index.de.md": page("A"), "Photo.jpg": b""})
    assert len(found.problems) == 4


@pytest.mark.parametrize("mark", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_every_character_that_hides_the_order_of_a_text_is_refused(mark: str) -> None:
    with pytest.raises(Refused, match=f"{ord(mark):04X}"):
        decode(f"A {mark} B".encode())


def test_marks_that_arabic_needs_are_read() -> None:
    text = "می\u200cخواهم \u200fنص\u200e مُدَوَّنة"
    assert decode(text.encode()) == text


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    assert decode("\ufeffone\r\ntwo\r\n".encode()) == "one\ntwo\n"
