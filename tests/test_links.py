"""Links and pictures are found however they are written, and told when they lead nowhere."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from tests.drafts import LANGUAGES

from knowledge.links import Link, Place, Target, check, links, relative, target

PLACE = Place(
    LANGUAGES,
    anchors={
        "": {"en": {"welcome"}},
        "ethics": {"en": {"s3-2", "scope"}, "fr": {"s3-2", "scope"}},
        "report": {"ar": {"section-1"}},
        "broken": {"en": None},
        "news/2026/a": {"en": set()},
        "news/2026/later": {"en": set()},
    },
    assets={"news/2026/a/photo.jpg", "ethics/map.fr.png", "press-card.jpg"},
    held={"news/2026/later": date(2026, 12, 1)},
)


def faults(body: str, page_id: str = "news/2026/a", language: str = "en") -> list[str]:
    found = links(body, first_line=4)
    return [str(problem) for problem in check("a.md", page_id, language, found, PLACE)]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("[words](a.md)", Link("a.md", "words", False, 1)),
        ("[words]( a.md )", Link("a.md", "words", False, 1)),
        ('[words](a.md "A title")', Link("a.md", "words", False, 1)),
        ("[words](a.md 'A title')", Link("a.md", "words", False, 1)),
        ("[words](<a b.md>)", Link("a b.md", "words", False, 1)),
        ("[words](a_(b).md)", Link("a_(b).md", "words", False, 1)),
        ("[two\nlines](a.md)", Link("a.md", "two\nlines", False, 1)),
        (r"[a \] bracket](a.md)", Link("a.md", r"a \] bracket", False, 1)),
        ("[with [more] inside](a.md)", Link("a.md", "with [more] inside", False, 1)),
        ("[](a.md)", Link("a.md", "", False, 1)),
        ("[empty]()", Link("", "empty", False, 1)),
        ("[كلمات](a.md)", Link("a.md", "كلمات", False, 1)),
        ("![A reporter](a.jpg)", Link("a.jpg", "A reporter", True, 1)),
        ("![](a.jpg)", Link("a.jpg", "", True, 1)),
        ("[ref]: a.md", Link("a.md", "", False, 1)),
        ("   [ref]: <a b.md> 'T'", Link("a b.md", "", False, 1)),
        ('<a href="a.md">words</a>', Link("a.md", "", False, 1)),
        ("<A class=x HREF='a.md'>words</a>", Link("a.md", "", False, 1)),
        ("<a\n  href = a.md>words</a>", Link("a.md", "", False, 1)),
        ('<img src="a.jpg" alt="A reporter">', Link("a.jpg", "A reporter", True, 1)),
        ('<img alt="A reporter" src="a.jpg"/>', Link("a.jpg", "A reporter", True, 1)),
        ('<img src="a.jpg">', Link("a.jpg", "", True, 1)),
    ],
)
def test_a_link_is_found_in_every_form(written: str, found: Link) -> None:
    assert list(links(written)) == [found]


def test_a_picture_inside_a_link_is_found_beside_the_link() -> None:
    found = list(links("[![A card](a.jpg)](b.md)"))
    assert [(link.destination, link.text, link.picture) for link in found] == [
        ("b.md", "![A card](a.jpg)", False),
        ("a.jpg", "A card", True),
    ]


@pytest.mark.parametrize("written", ["![A card][p]", "![A card][P ]", "![P][]", "![p]"])
def test_a_picture_is_found_by_its_reference(written: str) -> None:
    found = [link for link in links(f"{written}\n\n[p]: a.jpg") if link.picture]
    assert [link.destination for link in found] == ["a.jpg"]
    assert all(link.text for link in found)


@pytest.mark.parametrize(
    "body",
    [
        "`[a](nowhere.md)`",
        "```\n[a](nowhere.md)\n![](nowhere.jpg)\n```",
        "<!-- [a](nowhere.md) -->",
        "[^1]: A note",
        "[a] (b)",
        "*[HTML]: A language",
    ],
)
def test_what_only_looks_like_a_link_is_none(body: str) -> None:
    assert list(links(body)) == []


def test_links_have_the_line_of_their_file() -> None:
    found = links("[a](a.md)\n\n`x`\n[b](b.md)\n\n[c]: c.md", first_line=10)
    assert [(link.destination, link.line) for link in found] == [("a.md", 10), ("b.md", 13), ("c.md", 15)]


@pytest.mark.parametrize(
    "hostile", ["[" + "![x](y)" * 400, "[" * 2000, "![a][b" * 1000, "<a " * 2000, "[x](" + "(a" * 2000]
)
def test_hostile_brackets_take_no_time(hostile: str) -> None:
    start = process_time()
    list(links(hostile))
    assert process_time() - start < 2


@pytest.mark.parametrize(
    ("from_id", "path", "found"),
    [
        ("", "ethics/index.md", Target("ethics", None)),
        ("news/2026/a", "../../../index.md", Target("", None)),
        ("report", "../ethics/index.fr.md", Target("ethics", "fr")),
        ("report", "../ethics/index.en.md", Target("ethics", "en")),
        ("report", "index.ar.md", Target("report", "ar")),
        ("report", "../ethics/index.de.md", Target("ethics", "de")),
        ("", "../outside/index.md", None),
        ("", "ethics/notes.md", None),
        ("", "ethics/index.html", None),
    ],
)
def test_a_path_names_a_page_and_perhaps_a_language(from_id: str, path: str, found: Target | None) -> None:
    assert target(from_id, path, LANGUAGES) == found


@pytest.mark.parametrize(
    ("from_id", "page_id", "path"),
    [
        ("", "ethics", "ethics/index.md"),
        ("ethics", "", "../index.md"),
        ("news/2026/a", "news/2026/b", "../b/index.md"),
        ("news/2026/a", "ethics", "../../../ethics/index.md"),
        ("ethics", "ethics", "index.md"),
    ],
)
def test_the_path_from_page_to_page_leads_there(from_id: str, page_id: str, path: str) -> None:
    assert relative(from_id, page_id) == path
    assert target(from_id, path, LANGUAGES) == Target(page_id, None)


@pytest.mark.parametrize(
    "body",
    [
        "[a](../../../ethics/index.md)",
        "[a](../../../ethics/index.md#s3-2)",
        "[a](../../../ethics/index.fr.md#scope)",
        "[a](../../../ethics/index.en.md#scope)",
        "[a](../../../report/index.md#section-1)",
        "[a](../../../broken/index.md#anything)",
        "[a](../../../index.md#welcome)",
        "[a](#fn:1)",
        "[a](https://example.org/)",
        "[a](mailto:info@example.org)",
        "[a](tel:+4588327000)",
        "[a](photo.jpg)",
        "![A photo](photo.jpg)",
        "![A map](../../../ethics/map.png)",
        "![A map](../../../ethics/map.fr.png)",
        "![A card](../../../press%2Dcard.jpg)",
    ],
)
def test_a_link_that_leads_somewhere_has_no_problem(body: str) -> None:
    assert faults(body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("[a](../../../etihcs/index.md)", "link: there is no page ../../../etihcs/index.md: did you mean ../../../eth"),
        ("[a](zz/quux.md)", "link: there is no page zz/quux.md: check the path from this file"),
        ("[a](../../../ethics/index.ar.md)", "is not written: drop the language from the link, or write that text (en"),
        ("[a](../../../ethics/index.md#scoep)", "has no place called #scoep: did you mean #scope?"),
        ("[a](../../../ethics/index.fr.md#zzz)", "has no place called #zzz: link to the page alone"),
        ("[a](../../../report/index.md#zzz)", "has no place called #zzz"),
        ("[a](#nowhere)", "link: this page has no place called #nowhere: link to the page alone"),
        ("[a](../later/index.md)", "link: ../later/index.md is held back until 2026-12-01"),
        ("[a](/ethics/)", "link: /ethics/ starts at the root: write the path from this file"),
        ("[a](../../../ethics/)", "link: ../../../ethics/ is not a file: name the file itself"),
        ("[a](https://[x)", "link: https://[x is not an address"),
        ("[a](javascript:alert)", "link: javascript:alert is not a kind of link this site has"),
        ("[a](JAVASCRIPT:alert)", "is not a kind of link this site has: link to https://, mailto: or tel:"),
        ("[a](data:text/html,x)", "is not a kind of link this site has"),
        ("<a href='vbscript:x'>a</a>", "is not a kind of link this site has"),
        ("![A](phoot.jpg)", "image: there is no file phoot.jpg: did you mean photo.jpg?"),
        ("![A](zzz.png)", "image: there is no file zzz.png: put it beside the page"),
        ("[a](zzz.pdf)", "link: there is no file zzz.pdf: put it beside the page"),
        ("![](photo.jpg)", "image: photo.jpg has no alt text: write in the brackets what it shows"),
        ('<img src="photo.jpg" alt="">', "image: photo.jpg has no alt text"),
        ("![A](https://example.org/a.jpg)", "image: https://example.org/a.jpg lies on another site"),
        ("![A](//example.org/a.jpg)", "image: //example.org/a.jpg lies on another site"),
        ("![A](data:image/png;base64,x)", "lies on another site"),
        ("![A][p]\n\n[p]: https://example.org/a.jpg", "image: https://example.org/a.jpg lies on another site"),
        ('<img alt="A" src="https://example.org/a.jpg">', "image: https://example.org/a.jpg lies on another site"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_a_cure(body: str, said: str) -> None:
    (problem,) = faults(body)
    assert problem.startswith("a.md:4: ")
    assert said in problem


def test_a_place_is_looked_for_in_the_language_of_the_text() -> None:
    place = Place(LANGUAGES, {"a": {"en": {"one"}, "fr": {"un"}}}, assets=())
    for language, sound in (("en", "one"), ("fr", "un"), ("ar", "one")):
        assert check("b.md", "b", language, links(f"[x](../a/index.md#{sound})"), place) == []
    assert len(check("b.md", "b", "fr", links("[x](../a/index.md#one)"), place)) == 1
