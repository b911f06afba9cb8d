"""What a preview draws around pages: in the reader's language and direction, safe, and never hiding the page for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from tests.conftest import ROOT
from tests.drafts import ARABIC, FRENCH, LANGUAGES

from knowledge.editing.overlays import Surroundings
from knowledge.faults import Failure
from knowledge.problems import Problem

PAGE = '<!doctype html><html lang="{0}"><head><title>T</title></head><body><main>Text.</main></body></html>'
FAILURE = Failure([Problem("docs/a/index.md", 3, "titel", "there is <b>no</b> such field", "did you mean title?")])
AROUND = Surroundings(ROOT / "overrides", LANGUAGES)
ALONE = Surroundings(ROOT / "overrides", LANGUAGES, ARABIC, "/site/")


def dressed(code: str, failure: Failure | None, around: Surroundings = AROUND) -> html.HtmlElement:
    """A page of a language as a preview shows it."""
    return html.document_fromstring(around.dressed(PAGE.format(code).encode(), 7, failure).decode())


@pytest.mark.parametrize(
    ("code", "direction", "heading"),
    [("en", "ltr", "1 problem to mend"), ("fr", "ltr", "1 problème à corriger"), ("ar", "rtl", "مشكلة")],
)
def test_what_is_to_be_mended_stands_above_the_page_in_its_language(code: str, direction: str, heading: str) -> None:
    root = dressed(code, FAILURE)
    (aside,) = root.xpath("//body/aside[@role='alert']")
    assert (aside.get("lang"), aside.get("dir")) == (code, direction)
    assert heading in aside.xpath("string(.//h2)")
    (problems,) = aside.xpath(".//ol[@lang='en' and @dir='ltr']")
    said = " ".join(problems.text_content().split())
    assert said == "docs/a/index.md:3 titel there is <b>no</b> such field did you mean title?"
    assert aside.xpath(".//details[@open]/summary/h2")
    assert "Text." in root.text_content()


def test_every_page_follows_and_a_sound_one_has_nothing_above_it() -> None:
    root = dressed("en", None)
    (script,) = root.xpath("//head/script")
    assert (script.get("src"), script.get("data-epoch"), script.text) == ("/livereload/preview.js", "7", None)
    assert not root.xpath("//aside")


def test_what_has_no_place_is_told_as_it_is() -> None:
    said = dressed("en", Failure(lead="x", lines=["index.ar.md: a <number>"])).text_content()
    assert "The preview could not be renewed" in said
    assert "index.ar.md: a <number>" in said


def test_a_page_of_a_language_that_is_left_out_says_how_to_see_it() -> None:
    assert ALONE.absent("/site/fr/news/") == FRENCH
    assert ALONE.absent("/site/news/") == LANGUAGES.default
    assert ALONE.absent("/site/ar/news/") is None
    assert AROUND.absent("/fr/news/") is None
    root = html.document_fromstring(ALONE.instead("/site/fr/news/", None).decode())
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert "make serve LANG=fr" in root.text_content()
    assert root.xpath("//a/@href") == ["/site/ar/"]
    (script,) = dressed("ar", None, ALONE).xpath("//head/script")
    assert (script.get("data-only"), script.get("data-roots")) == ("/site/ar/", "/site/fr/ /site/ar/")


def test_a_broken_catalogue_of_words_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "preview").symlink_to(ROOT / "overrides/preview")
    (tmp_path / "locales").mkdir()
    assert "1 problem to mend" in dressed("ar", FAILURE, Surroundings(tmp_path, LANGUAGES)).text_content()
    (tmp_path / "locales/ar.po").write_text('msgid "half', "utf-8")
    assert "1 problem to mend" in dressed("ar", FAILURE, Surroundings(tmp_path, LANGUAGES)).text_content()


def test_only_its_own_style_and_script_are_given() -> None:
    assert AROUND.own("preview.css")
    assert AROUND.own("../main.html") is None
