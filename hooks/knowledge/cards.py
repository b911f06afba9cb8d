"""A card is what a list shows of a page: its title in the reader's language where there is one, else in its own, marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from knowledge.editing.drafts import Draft
from knowledge.entries import Entry
from knowledge.languages import Language


@dataclass(frozen=True)
class Card:
    """One page as one reader sees it in a list."""

    url: str
    """From the root of the site."""

    language: Language
    """The language of the words on the card."""

    foreign: bool
    """Whether that is not the reader's own."""

    kind: str
    id: str
    record: Any
    """The typed front matter, in the card's language."""

    draft: Draft | None = None
    """Why the text is not published yet; only in a preview."""

    @property
    def title(self) -> str:
        """The full title."""
        return str(self.record.title)

    @property
    def label(self) -> str:
        """The title for menus and paths."""
        return str(self.record.label)

    @property
    def summary(self) -> str:
        """One or two sentences."""
        return str(self.record.summary)


def card(entry: Entry, reader: Language) -> Card:
    """The card of a page for a reader."""
    text = entry.text(reader.code)
    foreign = text.language != reader
    return Card(entry.url(reader), text.language, foreign, entry.kind.name, entry.id, text.record, text.draft)


def cards(entries: Iterable[Entry], reader: Language) -> list[Card]:
    """Their cards, in the same order."""
    return [card(entry, reader) for entry in entries]
