"""What readers would stumble over is told with its line and the words around it."""

from __future__ import annotations

import pytest
from tests.editing.texts import HEAD, told

from knowledge.editing import remarks
from knowledge.editing.remarks import Page

FIRST, LAST = remarks.FIRST, remarks.LAST


@pytest.mark.parametrize(
    ("body", "code", "fault"),
    [
        ("the the end", "en", f"{FIRST}the{LAST} stands here twice in a row"),
        ("end of\nof it", "en", f"{FIRST}of{LAST} stands here twice in a row"),
        ("قال قال ومضى", "ar", f"{FIRST}قال{LAST} stands here twice in a row"),
        ("## A heading.", "en", "it ends with a full stop"),
        ("## A heading. {#one}", "en", "it ends with a full stop"),
        ("[Click here](a.md)", "en", f"{FIRST}Click here{LAST} says nothing of where it leads"),
        ("[**En savoir plus**](a.md)", "fr", f"{FIRST}**En savoir plus**{LAST} says nothing of where it leads"),
        ("[اضغط هنا](a.md)", "ar", f"{FIRST}اضغط هنا{LAST} says nothing of where it leads"),
        ("See https://example.org/a for it", "en", "an address stands here bare"),
        ("![IMG_2034](a.jpg)", "en", f"{FIRST}IMG_2034{LAST} is the name of a file"),
        ("![two-paths.png](two-paths.png)", "en", f"{FIRST}two-paths.png{LAST} is the name of a file"),
        ("![two-paths](two-paths.png)", "en", f"{FIRST}two-paths{LAST} is the name of a file"),
    ],
)
def test_it_is_told(body: str, code: str, fault: str) -> None:
    assert told(body, code) == [f"4 {fault}"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("He knew that that was it", "en"),
        ("Nous nous voyons", "fr"),
        ("خطوة خطوة", "ar"),
        ("the\n\nthe", "en"),
        ("`the` the", "en"),
        ("## And so on…", "en"),
        ("## 3. Reporting", "en"),
        ("[the report](https://example.org/a)", "en"),
        ("[https://example.org](https://example.org)", "en"),
        ("<https://example.org>", "en"),
        ("[one]: https://example.org", "en"),
        ("`https://example.org`", "en"),
        ("![A reporter at work](reporter.jpg)", "en"),
        ("[here is the code](a.md)", "en"),
        ("A straight ' and \" is a matter of taste", "en"),
    ],
)
def test_it_is_right(body: str, code: str) -> None:
    assert told(body, code) == []


def test_a_fault_is_told_once_a_line_with_whole_words_around_it_in_their_own_direction() -> None:
    page = Page("x.md", HEAD + "هذه جملة طويلة, فيها فواصل, كثيرة\n", "ar", ())
    (problem,) = remarks.check(page)
    assert str(problem) == (
        f"x.md:4: style: a Latin comma (,), in {FIRST}هذه جملة طويلة, فيها فواصل, كثيرة{LAST}: write ، (`make fix` does)"
    )


def test_front_matter_is_looked_through_too() -> None:
    assert told("", "fr", "---\ntitle: L'été\ndate: 2026-01-01\n---\n") == [
        f"2 a straight apostrophe ('), in {FIRST}title: L'été{LAST}"
    ]


def test_a_language_without_a_style_has_what_holds_everywhere() -> None:
    assert told("l'été, the the", "uk") == [f"4 {FIRST}the{LAST} stands here twice in a row"]
    assert told("l'été", "fr-CA") == [f"4 a straight apostrophe ('), in {FIRST}l'été{LAST}"]


@pytest.mark.parametrize(("size", "count"), [(remarks.HEAVY, 0), (remarks.HEAVY + 600_000, 1)])
def test_a_heavy_picture_is_told(size: int, count: int) -> None:
    found = list(remarks.heavy("docs/a.jpg", size))
    assert len(found) == count
    assert all("the picture has 2.6 MB" in str(problem) for problem in found)
