"""The file for Kiwix opens, is found by titles and by words in each language, and says what it is."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher
from lxml.html import HtmlElement
from tests.offline.conftest import Carried

from knowledge.offline import copies, zim


@pytest.fixture(scope="module")
def opened(carried: Carried) -> Archive:
    return Archive(carried.folder / "tiny-site_offline_all.zim")


def found(archive: Archive, words: str) -> list[str]:
    search = Searcher(archive).search(Query().set_query(words))
    return list(search.getResults(0, 9))


def test_it_is_whole_and_opens_at_the_first_page(opened: Archive) -> None:
    assert opened.check()
    item = opened.main_entry.get_item()
    assert (item.path, item.mimetype) == ("index.html", "text/html")
    assert b"Content-Security-Policy" in bytes(item.content)


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("delta", "news/2026/river/index.html"),
        ("règle", "fr/policies/gifts/index.html"),
        ("regle", "fr/policies/gifts/index.html"),
        ("القاعدة", "ar/policies/gifts/index.html"),
        ("قاعدة", "ar/policies/gifts/index.html"),
        ("الأنهار", "ar/topics/water/index.html"),
        ("انهار", "ar/topics/water/index.html"),
    ],
)
def test_pages_are_found_by_their_words(opened: Archive, words: str, path: str) -> None:
    assert path in found(opened, words)


def test_words_of_menus_and_pages_made_for_others_are_not_found(opened: Archive) -> None:
    assert found(opened, "cookies") == []
    assert not [path for path in found(opened, "gifts") if "history" in path or "receipt" in path]


@pytest.mark.parametrize(
    ("words", "path"), [("Gif", "policies/gifts/index.html"), ("نهر", "ar/news/2026/river/index.html")]
)
def test_pages_are_suggested_by_their_titles(opened: Archive, words: str, path: str) -> None:
    assert path in list(SuggestionSearcher(opened).suggest(words).getResults(0, 9))


def test_it_says_what_it_is(opened: Archive) -> None:
    said = {name: opened.get_metadata(name).decode() for name in ("Name", "Title", "Language", "Source")}
    assert said == {
        "Name": "tiny-site_offline_all",
        "Title": "Tiny site",
        "Language": "eng,fra,ara",
        "Source": "https://host/kb/",
    }
    icon = bytes(opened.get_illustration_item(48).content)
    assert struct.unpack(">II", icon[16:24]) == (48, 48)


def pages(archive: Archive) -> Iterator[tuple[str, HtmlElement]]:
    """Every page of the file, by its place."""
    for number in range(archive.entry_count):
        entry = archive._get_entry_by_id(number)
        if not entry.is_redirect and entry.get_item().mimetype == "text/html":
            yield entry.path, copies.parsed(bytes(entry.get_item().content).decode())


def test_nothing_comes_from_outside_and_links_that_lead_there_say_so(opened: Archive) -> None:
    outside, inside = 0, 0
    for path, root in pages(opened):
        assert root.xpath("//*[starts-with(@src, 'http') or starts-with(@action, 'http')]") == []
        assert {link.get("rel") for link in root.xpath("//link[starts-with(@href, 'http')]")} <= {"canonical"}
        for link in root.iter("a"):
            parts = urlsplit(link.get("href", ""))
            if parts.scheme in ("http", "https"):
                (mark,) = link.findall("span[@role='img']")
                assert mark.get("title") in {"Needs a connection", "Demande une connexion", "يحتاج إلى اتصال"}
                outside += 1
            elif parts.path and not parts.scheme:
                assert opened.has_entry_by_path(normpath(join(dirname(path), unquote(parts.path)))), (path, parts.path)
                inside += 1
    assert outside > 10
    assert inside > 100


def test_every_file_has_its_type(opened: Archive) -> None:
    kinds = {
        "ar/policies/gifts/gifts_v2_ar.epub": "application/epub+zip",
        "ar/policies/gifts/gifts_v2_ar.pdf": "application/pdf",
        "assets/offline/minisearch.js": "text/javascript",
    }
    assert {path: opened.get_entry_by_path(path).get_item().mimetype for path in kinds} == kinds


@pytest.mark.parametrize(("words", "shown"), [("One two three", "One two…"), ("Short", "Short")])
def test_long_names_end_with_a_whole_word(words: str, shown: str) -> None:
    assert zim._shortened(words, 10) == shown


@pytest.mark.parametrize(("code", "three"), [("de", "deu"), ("fa", "fas"), ("pt-BR", "por"), ("ar", "ara")])
def test_languages_have_three_letters(code: str, three: str) -> None:
    assert zim.three_letters(code) == three
