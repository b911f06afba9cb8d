"""The archive of a site: the dossier of every document and every version, for the readers of one language.

It knows the day, the language of those who read, and the words of the chrome; a dossier gets from it what it needs of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from knowledge.catalogue import Catalogue
from knowledge.documents import editions, freshness
from knowledge.documents.dossier import Dossier
from knowledge.documents.editions import Edition
from knowledge.documents.freshness import Staleness
from knowledge.documents.ledgers import Ledger
from knowledge.documents.marks import Marker
from knowledge.entries import Entry, Text
from knowledge.facts import fill
from knowledge.languages import Language


@dataclass(frozen=True)
class Archive:
    """The dossiers of a site for the readers of one language."""

    catalogue: Catalogue
    reader: Language
    today: date
    site_url: str
    translate: Callable[[str, Language], str]
    """The chrome's words in a language."""

    _opened: dict[str, Dossier] = field(default_factory=dict, init=False, repr=False, compare=False)
    _late: dict[str, Staleness] = field(default_factory=dict, init=False, repr=False, compare=False)

    def dossier(self, entry: Entry) -> Dossier:
        """The dossier of a document, or of one of its former versions; opened once, however many pages are made of it."""
        if entry.id not in self._opened:
            self._opened[entry.id] = self._open(entry)
        return self._opened[entry.id]

    def _open(self, entry: Entry) -> Dossier:
        document = self.catalogue.entries[entry.id.rpartition("/")[0]] if entry.kind.name == "version" else entry
        found = editions.editions(self.catalogue, document, self.today)
        text = entry.text(self.reader.code)
        return Dossier(
            edition=next(edition for edition in found if edition.entry is entry),
            editions=found,
            applied=editions.applied(found, self.today),
            staleness=self.staleness(entry, text),
            reader=self.reader,
            site_url=self.site_url,
            translate=lambda words: self.translate(words, self.reader),
            spoken=lambda words: self.translate(words, text.language),
        )

    def staleness(self, entry: Entry, text: Text) -> Staleness:
        """What of a text is behind its source; of a former version's text, what was when the version was closed."""
        path = text.source.path
        if path not in self._late:
            base = self.catalogue.ledgers.get(entry.id, Ledger()).bases.get(text.language.code)
            self._late[path] = freshness.stale(base, entry.texts[entry.original]) if base else Staleness()
        return self._late[path]

    def behind(self, edition: Edition) -> bool:
        """Whether the text that these readers get of a version is behind its source, or was when that was closed."""
        return bool(self.staleness(edition.entry, edition.entry.text(self.reader.code)))

    def marker(self, edition: Edition, place: str) -> Marker:
        """Marks the translations of a version for these readers; its source lies at `place` from the page that is marked."""
        source = edition.entry.texts[edition.entry.original].language
        return Marker(
            reader=self.reader,
            source=source,
            place=place,
            translate=lambda words: self.translate(words, self.reader),
            fill=lambda words: fill(words, source.code, self.catalogue.facts),
            closed=not edition.current,
        )
