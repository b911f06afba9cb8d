"""The catalogue: every page of the site with its texts in each language.

Lists, links, feeds and search are made from it, never from what the site generator happened to render, so they are the
same whether one language is built or all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.attachments.supplements import Supplements
from knowledge.documents.ledgers import Ledger
from knowledge.entries import Entry, Text
from knowledge.facts import Facts
from knowledge.languages import Language, Languages
from knowledge.pictures import Album


@dataclass(frozen=True)
class Catalogue:
    """Every page of the site."""

    languages: Languages
    entries: Mapping[str, Entry]
    """By id, in the order of ids."""

    assets: frozenset[str]
    """Paths of all files that are not pages, relative to the content folder."""

    facts: Facts
    held: tuple[Entry, ...] = ()
    """Articles dated after the day of the build: read and checked, not published."""

    album: Album = field(default_factory=Album)
    """The pictures that pages show."""

    supplements: Supplements = field(default_factory=Supplements)
    """The files that pages list or link to."""

    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    """What each document and each former version remembers, by its id."""

    def of_kind(self, *names: str) -> Iterator[Entry]:
        """The pages of some kinds, by id."""
        return (entry for entry in self.entries.values() if entry.kind.name in names)

    def find(self, kind: str, name: str) -> Entry | None:
        """The page of a kind that front matter names by its path or by its folder alone."""
        return self._names.get((kind, name))

    @cached_property
    def _names(self) -> dict[tuple[str, str], Entry]:
        by_folder = {(entry.kind.name, entry.id.rpartition("/")[2]): entry for entry in self.entries.values()}
        return by_folder | {(entry.kind.name, entry.id): entry for entry in self.entries.values()}

    def shown(self, reader: Language) -> Iterator[Entry]:
        """The pages that have an address in this language, translated or not."""
        for entry in self.entries.values():
            if entry.kind.copied or reader.code in entry.texts:
                yield entry

    def children(self, page_id: str) -> Iterator[Entry]:
        """The pages one folder below a page, in the order editors gave them, then by id."""
        inside = [entry for entry in self.entries.values() if entry.id and entry.id.rpartition("/")[0] == page_id]
        return iter(sorted(inside, key=lambda entry: (getattr(entry.record, "order", 0), entry.id)))

    @cached_property
    def by_path(self) -> dict[str, Text]:
        """Every text by the path of its file, relative to the content folder."""
        return {text.source.path: text for entry in self.entries.values() for text in entry.texts.values()}
