"""The dossier of a document: everything a page about it shows besides its words, for one reader.

Which version this is and which one applies, how far a translation can be relied on, how to cite it, and where its history, its
comparisons and its receipt lie. Templates read it and compute nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from knowledge import typography
from knowledge.documents import citations, deposits, editions
from knowledge.documents.clauses import clause_id
from knowledge.documents.editions import Edition
from knowledge.documents.freshness import Staleness
from knowledge.entries import Text
from knowledge.languages import Language

HISTORY, COMPARE, RECEIPT = "history/", "compare/", "receipt/"
"""The pages made for a document, below its own."""


@dataclass(frozen=True)
class Dossier:
    """A version of a document as one reader sees it."""

    edition: Edition
    editions: Sequence[Edition]
    """All versions, newest first."""

    applied: Edition | None
    """The version that applies today."""

    staleness: Staleness
    """What of the shown text is out of date."""

    reader: Language
    site_url: str
    translate: Callable[[str], str]
    spoken: Callable[[str], str]
    """The chrome's words in the language of the text."""

    @property
    def text(self) -> Text:
        """The text that this reader gets."""
        return self.edition.entry.text(self.reader.code)

    @property
    def source(self) -> Text:
        """The text that the others were translated from."""
        return self.edition.entry.texts[self.edition.entry.original]

    @property
    def translation(self) -> bool:
        """Whether the shown text is a translation."""
        return self.text is not self.source

    @property
    def state(self) -> str:
        """Where the version stands, in words."""
        return self.state_of(self.edition)

    def state_of(self, edition: Edition) -> str:
        """Where a version stands, in words."""
        return self._set(editions.words(edition.state, self.translate))

    @property
    def stale(self) -> list[tuple[str, str]]:
        """The clauses that are being updated: number as this reader writes it, and id."""
        return [(citations.named(number, self.reader.code), clause_id(number)) for number in self.staleness.clauses]

    @property
    def opening_stale(self) -> bool:
        """Whether the title, the summary or words outside the clauses are being updated."""
        return self.staleness.apart

    @property
    def prevails(self) -> str:
        """What counts when two languages differ, as a sentence; `""` when nothing is said of it."""
        code = self.source.record.prevails
        if code == "equal":
            return self._set(self.translate("All languages of this text are equally authentic."))
        found = self.edition.entry.texts.get(code)
        if not found:
            return ""
        said = self.translate("Where two languages differ, the text in %(language)s prevails.")
        return self._set(said % {"language": self.reader.name_of(found.language)})

    @property
    def standing(self) -> list[tuple[str, str]]:
        """Where the version stands, as labels and values: its files and its receipt say it alike."""
        edition, reader = self.edition, self.reader
        told = (
            (self.translate("Status"), self.state),
            (self.translate("Applies from"), reader.date(edition.since) if edition.since else ""),
            (self.translate("No longer applies from"), reader.date(edition.until) if edition.until else ""),
            (self.translate("Which text prevails"), self.prevails),
        )
        return [(self._set(label), value) for label, value in told if value]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What the document is and where it stands, as labels and values for its files."""
        record = self.text.record
        told = (
            (self.translate("Adopted by"), record.adopted_by),
            (self.translate("Kept up to date by"), record.owner),
            (self.translate("Last reviewed"), self.reader.date(record.reviewed)),
            (self.translate("Translated by"), record.translator if self.translation else ""),
        )
        return [*self.standing, *((self._set(label), value) for label, value in told if value)]

    @property
    def sections(self) -> Iterator[tuple[str, list[str]]]:
        """The numbers of all clauses by section, those too that the shown text still lacks."""
        known = self._sections
        for head, found in groupby(sorted(known, key=known.__getitem__), known.__getitem__):
            yield str(head), list(found)

    def has(self, number: str) -> bool:
        """Whether there is such a clause, or was when the shown text was translated."""
        return number in self._sections

    @cached_property
    def _sections(self) -> dict[str, int]:
        """The section of every clause."""
        return {clause.number: int(clause.section) for text in (self.source, self.text) for clause in text.clauses}

    @property
    def others(self) -> list[Language]:
        """The languages that this reader can see beside their own."""
        texts = self.edition.entry.texts
        spoken = [text.language for text in texts.values() if text.language != self.reader]
        return spoken if self.reader.code in texts else []

    @property
    def address(self) -> str:
        """The absolute address of this version of the text, which stays its own when another version follows."""
        return self.site_url + self.text.language.url(self.edition.place)

    @property
    def citation(self) -> str:
        """How to cite the whole text."""
        return citations.citation(self.edition, self.text, self.address, self.spoken)

    @property
    def pattern(self) -> str:
        """How to cite one clause of it."""
        return citations.pattern(self.edition, self.text, self.spoken)

    @cached_property
    def current(self) -> Edition:
        """The newest version, which lies at the document's own address."""
        return next(edition for edition in self.editions if edition.current)

    @property
    def before(self) -> Edition | None:
        """The version that this one followed."""
        return next((edition for edition in self.editions if edition.version < self.edition.version), None)

    @property
    def history(self) -> str:
        """Where the history of the document lies, from the root of the site."""
        return self.reader.url(self.current.entry.id) + HISTORY

    @property
    def receipt(self) -> str:
        """Where the receipt of this version lies."""
        return self.url(self.edition) + RECEIPT

    @property
    def data(self) -> str:
        """Where the text lies as data."""
        return deposits.path(self.edition, self.text.language)

    def named(self, number: str) -> str:
        """A clause in words, in the language of the text: whoever reads it aloud goes on in that language."""
        return citations.spoken(number, self.text.language.code, self.spoken)

    def formerly(self, number: str) -> str:
        """What stands in the text at a clause that had another number before, in the language of the text."""
        translate = self.spoken
        return self._written(translate("(formerly %(number)s)"), number)

    def now(self, number: str) -> str:
        """What stands in a translation at a clause that has another number in its source by now."""
        translate = self.spoken
        return self._written(translate("(now %(number)s)"), number)

    def _written(self, words: str, number: str) -> str:
        code = self.text.language.code
        return typography.setter(code)(words % {"number": citations.named(number, code)})

    def url(self, edition: Edition) -> str:
        """Where this reader finds a version."""
        return edition.entry.url(self.reader)

    def comparison(self, other: Language) -> str:
        """Where this text stands beside that of another language."""
        return f"{self.url(self.edition)}{COMPARE}{other.code}/"

    def _set(self, words: str) -> str:
        return typography.setter(self.reader.code)(words)
