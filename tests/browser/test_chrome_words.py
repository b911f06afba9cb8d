"""No English word of the chrome is left on a French or Arabic page, in its text or in what is read out or shown later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from babel.messages import Catalog
from lxml import html
from lxml.html import HtmlElement
from tests.conftest import ROOT, Built

from knowledge.strings import load

LOCALES = ROOT / "overrides/locales"
ATTRIBUTES = (
    "title",
    "alt",
    "aria-label",
    "placeholder",
    "value",
    "content",
    "data-none",
    "data-failed",
    "data-counts",
)
PLACE, SAID = re.compile(r"%\(\w+\)s"), re.compile(r"[a-z]", re.I)
"""Where something is filled in, and what a phrase has beside it that is English: “%(term)s: %(value)s” has nothing."""

LONG = 3
"""Words from which on a phrase is looked for inside a longer text too: shorter ones may be words of the other language."""


def english(code: str) -> list[str]:
    """The phrases of the templates that are written differently in a language."""
    template, ours = load(LOCALES / "messages.pot", "en"), load(LOCALES / f"{code}.po", code)
    pairs = [pair for message in template if message.id for pair in _pairs(message.id, ours)]
    return [phrase for phrase, translation in pairs if phrase != translation and SAID.search(PLACE.sub("", phrase))]


def _pairs(phrase: str | list[str] | tuple[str, ...], ours: Catalog) -> Iterator[tuple[str, str]]:
    """Each form of a phrase, with a translation of it."""
    forms = [phrase] if isinstance(phrase, str) else list(phrase)
    message = ours.get(forms[0])
    found = (message and message.string) or ""
    strings = [found] if isinstance(found, str) else list(found)
    return ((form, strings[min(place, len(strings) - 1)]) for place, form in enumerate(forms))


@dataclass(frozen=True)
class Phrase:
    """An English phrase of the templates."""

    longest: str
    """Its longest part between two places, which is looked for first: the pattern alone would take ten times as long."""

    pattern: re.Pattern[str]
    """What finds it, whatever stands in its places: a long phrase anywhere, a short one alone."""

    def __call__(self, text: str) -> bool:
        return self.longest in text and bool(self.pattern.search(text))


def phrases(code: str) -> list[Phrase]:
    """What must not be left on the pages of a language."""
    return [phrase(words) for words in english(code)]


def phrase(words: str) -> Phrase:
    parts = PLACE.split(words)
    found = ".+?".join(map(re.escape, parts))
    whole = found if len(words.split()) >= LONG else rf"^\W*{found}\W*$"
    return Phrase(max(parts, key=len), re.compile(whole))


def shown(element: HtmlElement, code: str, language: str) -> Iterator[str]:
    """Every text of an element, and of its attributes that somebody sees or hears, that is in the language `code`."""
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return
    language = element.get("lang", language)
    if language == code:
        yield element.text or ""
        yield from (element.get(name, "") for name in ATTRIBUTES)
    for child in element:
        yield from shown(child, code, language)
        if language == code:
            yield child.tail or ""


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_no_english_is_left_in_the_chrome(real: Built, code: str) -> None:
    pages = sorted((real.folder / code).rglob("*.html"))
    texts: dict[str, str] = {}
    for path in pages:
        root = html.document_fromstring(path.read_text("utf-8"))
        name = path.relative_to(real.folder).as_posix()
        for text in shown(root, code, root.get("lang", "")):
            texts.setdefault(re.sub(r"\s+", " ", text).strip(), name)
    assert len(pages) > 50
    left = phrases(code)
    assert [(name, text) for text, name in texts.items() if any(is_in(text) for is_in in left)] == []


@pytest.mark.parametrize(
    "left",
    [
        "<p>Skip to the text</p>",
        "<p>12 results</p>",
        "<input placeholder='Search'>",
        "<p>Voir : Last reviewed on 2 novembre 2026.</p>",
        "<p data-none='Nothing found for “{words}”.'>",
        """<p data-counts='{"one": "%(num)s result"}'>""",
    ],
)
def test_the_search_for_english_finds_it(left: str) -> None:
    page = html.document_fromstring(f"<html lang=fr><body><h1>Titre</h1>{left}</body></html>")
    wanted = [*phrases("fr"), phrase("Search")]
    assert [text for text in shown(page, "fr", "fr") if any(is_in(text.strip()) for is_in in wanted)]


def test_foreign_text_that_says_so_is_left_alone() -> None:
    page = html.document_fromstring("<html lang=fr><p lang=en>Search <b lang=fr>Chercher</b></p></html>")
    assert [text for text in shown(page, "fr", "fr") if text.strip()] == ["Chercher"]
