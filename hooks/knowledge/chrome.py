"""Everything around the text of a page: menu, path, languages to switch to, what search engines are told.

A template reads a `View` and computes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge import leave, news
from knowledge.cards import Card, cards
from knowledge.catalogue import Catalogue
from knowledge.entries import Entry, Text
from knowledge.languages import Language, Languages
from knowledge.pictures import Album, Picture


@dataclass(frozen=True)
class Switch:
    """One language in the switcher."""

    language: Language
    url: str | None
    """Where it leads; None for an article that has no text in that language."""

    written: bool
    """Whether the page has a text in that language."""

    current: bool


@dataclass(frozen=True)
class Alternate:
    """One translation as search engines are told of it."""

    hreflang: str
    url: str
    """Absolute."""


@dataclass(frozen=True)
class View:
    """One page as one reader sees it."""

    entry: Entry
    text: Text
    reader: Language
    """The language of the chrome."""

    switcher: list[Switch]
    alternates: list[Alternate]
    canonical: str
    """Absolute; of an untranslated page, that of its original."""

    path: list[Card]
    """The pages above this one, from the home page down."""

    picture: Picture | None
    """The lead picture of an article: the language's own if it has one."""

    @property
    def untranslated(self) -> bool:
        """Whether the text is not in the reader's language."""
        return self.text.language != self.reader

    @property
    def leaves(self) -> bool:
        """Whether the page has the button that leaves the site at once."""
        return leave.shown(self.entry)

    @property
    def repeats(self) -> bool:
        """Whether the text begins with its own summary."""
        return news.repeats(self.text.record.summary, self.text.source.body)

    @property
    def minutes(self) -> int:
        """How long the text takes to read."""
        return news.minutes(self.text.source.body, self.text.language.code)


def view(
    entry: Entry, reader: Language, catalogue: Catalogue, site_url: str, below: Callable[[Language], str] = lambda _: ""
) -> View:
    """A page for readers of a language; `site_url` is the absolute address of the site, ending in a slash.

    `below` names a page made for the entry, such as `history/`, for readers of each language: the switcher leads there.
    """
    text = entry.text(reader.code)
    return View(
        entry=entry,
        text=text,
        reader=reader,
        switcher=[_switch(entry, language, reader, below(language)) for language in catalogue.languages.all],
        alternates=alternates(entry, catalogue.languages, site_url) if text.language == reader else [],
        canonical=site_url + text.language.url(entry.id),
        path=cards([*_above(entry, catalogue), *([entry] if below(reader) else [])], reader),
        picture=_picture(entry, text, catalogue.album),
    )


def _picture(entry: Entry, text: Text, album: Album) -> Picture | None:
    image = getattr(text.record, "image", "")
    return album.of(f"{entry.id}/{image}", text.language.code) if image else None


def _switch(entry: Entry, language: Language, reader: Language, below: str) -> Switch:
    written = language.code in entry.texts
    url = language.url(entry.id) + below if written or entry.kind.copied else None
    return Switch(language, url, written, language == reader)


def alternates(entry: Entry, languages: Languages, site_url: str) -> list[Alternate]:
    """The real translations of a page, itself included, and `x-default`: the first language's, else the original."""
    written = [language for language in languages.all if language.code in entry.texts]
    fallback = languages.default if languages.default in written else languages[entry.original]
    links = [Alternate(language.code, site_url + language.url(entry.id)) for language in written]
    return [*links, Alternate("x-default", site_url + fallback.url(entry.id))]


def _above(entry: Entry, catalogue: Catalogue) -> Iterator[Entry]:
    parts = entry.id.split("/") if entry.id else []
    for depth in range(len(parts)):
        if above := catalogue.entries.get("/".join(parts[:depth])):
            yield above
