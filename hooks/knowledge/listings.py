"""A listing: the articles one page lists for readers of one language, a few on the page itself, all of them on further pages.

The further pages are plain HTML that anybody can walk through; the script of the site takes its cards from them when a
reader asks for more. So there is one form of the data, no page grows with the archive, and nothing needs a script.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.cards import Card, cards
from knowledge.entries import Entry
from knowledge.languages import Language, Languages

FIRST = 6
"""Cards on the page itself, and how many are added each time a reader asks for more."""

EACH = 24
"""Cards on a further page: about 3 KB compressed."""

NAMED = 3
"""Titles in another language that a list names before it leads on to the list in that language."""


@dataclass(frozen=True)
class Elsewhere:
    """Articles that a reader can only have in another language."""

    language: Language
    count: int
    cards: list[Card]
    """The newest of them."""

    url: str
    """The same list in that language, from the root of the site."""


@dataclass(frozen=True)
class Listing:
    """The articles one page lists for one reader."""

    owner: Entry
    reader: Language
    entries: Sequence[Entry]
    """Those that have a text in the reader's language, newest first."""

    elsewhere: Sequence[Elsewhere]
    """Those that have none, by the language they were first written in."""

    @property
    def count(self) -> int:
        """How many there are in the reader's language."""
        return len(self.entries)

    @property
    def first(self) -> list[Card]:
        """The cards on the page itself."""
        return cards(self.entries[:FIRST], self.reader)

    @property
    def last(self) -> int:
        """The place of the last card on the page itself."""
        return min(FIRST, self.count)

    @property
    def each(self) -> int:
        """Cards on a further page, for the script."""
        return EACH

    @property
    def more(self) -> str:
        """The first further page, from the root of the site; `""` when everything is shown already."""
        return self.url(1) if self.count > FIRST else ""

    @property
    def pages(self) -> int:
        """How many further pages there are; the whole archive has them always, to be narrowed."""
        needed = self.count > FIRST or self.owner.kind.name == "news"
        return -(-self.count // EACH) if needed else 0

    def url(self, number: int) -> str:
        """A further page, counted from 1, from the root of the site."""
        return f"{self.reader.url(self.owner.id)}page/{number}/"

    def page(self, number: int) -> list[Card]:
        """The cards of a further page."""
        return cards(self.entries[(number - 1) * EACH : number * EACH], self.reader)


def listing(owner: Entry, entries: Iterable[Entry], reader: Language, languages: Languages) -> Listing:
    """The listing of some articles, given newest first, on a page for readers of a language."""
    own: list[Entry] = []
    offered: dict[str, list[Entry]] = {}
    for entry in entries:
        if reader.code in entry.texts:
            own.append(entry)
        else:
            offered.setdefault(entry.original, []).append(entry)
    return Listing(owner, reader, own, [_elsewhere(owner, languages[code], found) for code, found in offered.items()])


def _elsewhere(owner: Entry, language: Language, found: Sequence[Entry]) -> Elsewhere:
    named = [_in_language(card, language) for card in cards(found[:NAMED], language)]
    return Elsewhere(language, len(found), named, language.url(owner.id))


def _in_language(card: Card, language: Language) -> Card:
    return Card(card.url, language, True, card.kind, card.id, card.record)


@dataclass(frozen=True)
class Choice:
    """One choice of a facet."""

    value: str
    """What stands in the address: the id of a topic or region, a year."""

    label: str
    count: int
    """Articles in the reader's language that have it."""

    language: Language
    """The language of the label."""


def choices(found: Sequence[Entry], offered: Iterable[Card], field: str) -> list[Choice]:
    """The topics or regions (`field`) that articles have, in the order the pages are offered."""
    counts = Counter(name.rpartition("/")[2] for entry in found for name in getattr(entry.record, field))
    named = [(card, card.id.rpartition("/")[2]) for card in offered]
    return [Choice(name, card.label, counts[name], card.language) for card, name in named if counts[name]]


def years(found: Sequence[Entry], reader: Language) -> list[Choice]:
    """The years of articles, newest first."""
    counts = Counter(entry.record.date.year for entry in found)
    return [Choice(str(year), str(year), counts[year], reader) for year in sorted(counts, reverse=True)]


def spoken(found: Sequence[Entry], reader: Language, languages: Languages) -> list[Choice]:
    """The languages articles are written in, the reader's first."""
    counts = Counter(code for entry in found for code in entry.texts)
    ordered = sorted(languages.all, key=lambda language: language != reader)
    return [Choice(one.code, reader.name_of(one), counts[one.code], one) for one in ordered if counts[one.code]]


def index(found: Sequence[Entry]) -> str:
    """What the archive can be narrowed by, one row an article in the order of the listing: year, topics, regions.

    JSON for the script: names once, then numbers; about 4 KB compressed for 1,375 articles.
    """
    names: dict[str, dict[str, int]] = {"topics": {}, "regions": {}}
    rows: list[list[Any]] = []
    for entry in found:
        row = [_number(names[field], getattr(entry.record, field)) for field in names]
        rows.append([entry.record.date.year, *row])
    return json.dumps({**{field: list(known) for field, known in names.items()}, "rows": rows}, separators=(",", ":"))


def _number(known: dict[str, int], used: Iterable[str]) -> list[int]:
    return [known.setdefault(name.rpartition("/")[2], len(known)) for name in used]
