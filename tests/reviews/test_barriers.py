"""Each barrier that can be found without a browser is found, and nothing is that is none."""

from __future__ import annotations

import pytest
from lxml import html
from tests.conftest import Built

from knowledge.reviews.barriers import barriers

SOUND = '<html lang="en"><body><h1>Title</h1>{}</body></html>'

FOUND = [
    ('<img src="a/pump.jpg">', "the picture pump.jpg has no words (alt)"),
    ("<h3>Deep</h3>", "the heading “Deep” is of level 3 and follows one of level 1"),
    ("<h1>Again</h1>", "the page has 2 headings of the first level, not one"),
    ("<h2> </h2>", "a heading of level 2 has no words"),
    ('<a href="/x"><img src="x.png" alt=""></a>', "the link to /x has no words"),
    ("<button><svg></svg></button>", "a button has no words"),
    ('<input name="q">', "the field q has no label"),
    ("<table><tr><td>One</td></tr></table>", "the table “One” has no headings"),
    ('<p id="a"></p><p id="a"></p>', "the id a stands 2 times"),
]
FINE = [
    '<img src="line.png" alt="">',
    "<h2>Two</h2><h3>Three</h3><h2>Two</h2>",
    '<a href="/x"><img src="x.png" alt="Home"></a><a href="/y" aria-label="Home"></a><a id="place"></a>',
    '<label>Name <input name="n"></label><label for="m">M</label><input id="m"><input type="hidden" name="h">',
    "<table><tr><th>One</th></tr></table>",
]


@pytest.mark.parametrize(("fragment", "words"), FOUND, ids=[words for _, words in FOUND])
def test_a_barrier_is_told(fragment: str, words: str) -> None:
    assert list(barriers(html.document_fromstring(SOUND.format(fragment)))) == [words]


@pytest.mark.parametrize("fragment", FINE)
def test_what_is_no_barrier_is_not(fragment: str) -> None:
    assert not barriers(html.document_fromstring(SOUND.format(fragment)))


def test_a_page_without_its_language_is_told() -> None:
    page = html.document_fromstring("<html><body><h1>Title</h1></body></html>")
    assert list(barriers(page)) == ["the page does not say its language"]


def test_the_real_site_has_none(real: Built) -> None:
    found = {
        str(path.relative_to(real.folder)): list(barriers(html.document_fromstring(path.read_text("utf-8"))))
        for path in sorted(real.folder.rglob("index.html"))
    }
    assert found
    assert {page: words for page, words in found.items() if words} == {}
