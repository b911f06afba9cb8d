"""The shelf of a language: what all its pages share, computed once a pass and read by every template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge import alphabet, listings, news
from knowledge.cards import Card, card, cards
from knowledge.catalogue import Catalogue
from knowledge.entries import Entry
from knowledge.languages import Language
from knowledge.listings import Choice, Listing

FOOT = ("stay-safe", "people", "a-z", "translations", "about", "about/accessibility", "about/privacy")
"""Pages that the foot of every page leads to, where the site has them, after those about raising a concern."""


@dataclass(frozen=True)
class Shelf:
    """The pages of the site as readers of one language find them."""

    catalogue: Catalogue
    reader: Language
    articles: Sequence[Entry]
    """Every article in any language, newest first."""

    @cached_property
    def menu(self) -> list[Card]:
        """The menu at the top, in the order editors gave."""
        found = [entry for entry in self.catalogue.entries.values() if getattr(entry.record, "menu", None)]
        return cards(sorted(found, key=lambda entry: (entry.record.menu, entry.id)), self.reader)

    @cached_property
    def foot(self) -> list[Card]:
        """What the foot of every page leads to."""
        return self.of_kind("report") + self.known(*FOOT)

    def find(self, page_id: str) -> Card | None:
        """The card of a page by its id; None when the site has no such page."""
        entry = self.catalogue.entries.get(page_id)
        return card(entry, self.reader) if entry else None

    def known(self, *page_ids: str) -> list[Card]:
        """The cards of those of these pages that the site has."""
        return [found for found in map(self.find, page_ids) if found]

    def named(self, kind: str, names: Sequence[str]) -> list[Card]:
        """The cards of pages that front matter names."""
        found = [self.catalogue.find(kind, name) for name in names]
        return cards([entry for entry in found if entry], self.reader)

    def below(self, page_id: str) -> list[Card]:
        """The cards of the pages one folder below, as editors ordered them, without articles."""
        return cards([entry for entry in self.catalogue.children(page_id) if entry.kind.copied], self.reader)

    def of_kind(self, *kinds: str) -> list[Card]:
        """The cards of all pages of some kinds, as editors ordered them."""
        found = sorted(self.catalogue.of_kind(*kinds), key=lambda entry: (getattr(entry.record, "order", 0), entry.id))
        return cards(found, self.reader)

    def letters(self) -> list[tuple[str, list[Card]]]:
        """The pages that search finds, under the first letter of their titles, in the order of the alphabet.

        Articles stand under their years instead: the site map does not grow with the archive.
        """
        apart = ("article", "year")
        found = (
            entry for entry in self.catalogue.entries.values() if entry.kind.found and entry.kind.name not in apart
        )
        return alphabet.letters(cards(found, self.reader), lambda card: card.title)

    @cached_property
    def archive(self) -> news.Archive:
        """The articles that have a text in this language."""
        return news.Archive([entry for entry in self.articles if self.reader.code in entry.texts])

    def listing(self, owner: Entry) -> Listing:
        """The articles that a page lists."""
        found = news.listed(self.articles, owner)
        return listings.listing(owner, found, self.reader, self.catalogue.languages)

    def latest(self) -> Listing | None:
        """The newest articles, as the page of the archive lists them; None for a site without an archive."""
        owner = next(self.catalogue.of_kind("news"), None)
        return self.listing(owner) if owner else None

    def listed(self) -> Iterator[Listing]:
        """Every listing that has articles."""
        owners = self.catalogue.of_kind("news", "year", "topic", "region", "person")
        return (found for found in map(self.listing, owners) if found.count)

    def related(self, entry: Entry) -> list[Card]:
        """The articles closest to one."""
        return cards(self.archive.related(entry), self.reader)

    def beside(self, entry: Entry) -> tuple[Card | None, Card | None]:
        """The articles published before and after one."""
        older, newer = self.archive.older(entry), self.archive.newer(entry)
        return card(older, self.reader) if older else None, card(newer, self.reader) if newer else None

    def facets(self) -> dict[str, list[Choice]]:
        """What the archive can be narrowed by."""
        own = self.archive.entries
        return {
            "topic": listings.choices(own, self.of_kind("topic"), "topics"),
            "region": listings.choices(own, self.of_kind("region"), "regions"),
            "year": listings.years(own, self.reader),
            "language": listings.spoken(self.articles, self.reader, self.catalogue.languages),
        }
