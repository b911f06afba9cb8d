"""A summary as Markdown and for a terminal: strangers' words do nothing there, and empty parts are left out."""

from __future__ import annotations

import pytest
from markdown import Markdown
from tests.reviews.changes import Project

from knowledge.problems import Problem
from knowledge.reviews.account import MOST, Code, Item, Link, Part, Quote, markdown, text, told
from knowledge.reviews.signposts import Signposts


def written(*pieces: str | Link | Code | Quote) -> str:
    """One line of a summary as Markdown."""
    return markdown("Title", [Part("Part", [Item(pieces)])]).rstrip().rpartition("\n")[2]


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "[words](https://evil.example)",
    "![](https://evil.example/pixel.png)",
    "**loud** _soft_ `code` ~~gone~~ | cell",
    "# heading",
    "&lt;b&gt;",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("sort", [Quote, Link, Code, str])
def test_words_of_strangers_are_shown_and_do_nothing(words: str, sort: type[Quote | Link | Code | str]) -> None:
    page = Markdown(extensions=["tables"]).convert(written(sort(words)))
    for sign in ("<img", "<a ", "<strong", "<em", "<h1", "<table", "<b>", "<del"):
        assert sign not in page


def test_a_code_span_ends_where_it_should() -> None:
    assert written(Code("a `b` ``c")) == "- ```a `b` ``c```"
    assert written(Code("`x")) == "- `` `x ``"


def test_a_link_cannot_be_left(changed: Project) -> None:
    assert written(Link("Page", "http://h.example/a b>)/")) == "- [Page](<http://h.example/a%20b%3E%29/>)"


def test_words_from_right_to_left_stay_together_and_invisible_ones_are_shown() -> None:
    assert written(Quote("أمان الهاتف"), ": new") == "- \u2068أمان الهاتف\u2069: new"
    assert written(Quote("a\u202eb")) == "- a\\[U+202E\\]b"
    assert "\u2068أمان\u2069 <http://h.example/>" in text("T", [Part("P", [Item([Link("أمان", "http://h.example/")])])])


def test_what_other_rooms_isolate_or_give_to_the_letter_stays_so() -> None:
    assert told("a, in \u2068نص\u2069: run `make fix`") == ["a, in ", Quote("نص"), ": run ", Code("make fix")]


def test_parts_without_items_are_left_out() -> None:
    assert markdown("Nothing.", [Part("Pages", [])]) == "## Nothing.\n"
    assert text("Nothing.", [Part("Pages", [], "First.")]) == "Nothing."


def test_a_loud_part_is_a_box_on_the_host_and_in_capitals_in_a_terminal() -> None:
    part = Part("Ways changed", [Item(["one"], [Item(["two"])])], "Ask.", loud=True)
    assert markdown("T", [part]) == "## T\n\n> [!CAUTION]\n> **Ways changed**\n> Ask.\n>\n> - one\n>   - two\n"
    assert text("T", [part]) == "T\n\nWAYS CHANGED: Ask.\n  one\n    two"


def test_many_items_are_counted() -> None:
    said = text("T", [Part("P", [Item([f"item {place}"]) for place in range(MOST + 3)])])
    assert said.endswith(f"item {MOST - 1}\n  and 3 more")


def test_a_problem_leads_to_its_line_on_the_host(changed: Project) -> None:
    _, after, _ = changed.states()
    problem = Problem("docs/about/index.md", 12, "link", "…", "…")
    host = "https://host.example/o/r/blob/abc/"
    assert Signposts(after, host=host).line(problem).address == f"{host}docs/about/index.md?plain=1#L12"
    assert Signposts(after).line(problem) == Link("docs/about/index.md:12")


def test_names_lead_to_the_preview_in_their_language(changed: Project) -> None:
    _, after, _ = changed.states()
    signs = Signposts(after, "http://p.example/")
    assert signs.titled("about", "fr") == Link("À propos", "http://p.example/fr/about/")
    assert signs.titled("about") == Link("About", "http://p.example/about/")
    assert signs.names(["en", "fr", "ar"]) == "English, French and Arabic"
