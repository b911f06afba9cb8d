"""What readers should hear of the documents that bind them: a draft opened, a version adopted, in force, withdrawn.

Made from the editions of a day, so that a version takes effect in the feeds on the day it does, with nobody's help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.catalogue import Catalogue
from knowledge.documents import editions
from knowledge.documents.editions import Edition
from knowledge.entries import Entry
from knowledge.languages import Language


@dataclass(frozen=True)
class Change:
    """A step in the life of a version."""

    document: Entry
    edition: Edition
    state: str
    """What it became: `draft`, `adopted`, `in-force` or `withdrawn`. That it was superseded, its successor says."""

    day: date
    """The day it did; where nobody wrote one (a draft, an adoption), the day the text was last reviewed."""

    @property
    def id(self) -> str:
        """Its name below the address of the document, which never changes: `version-2-in-force`."""
        return f"version-{self.edition.version}-{self.state}"


def changes(catalogue: Catalogue, today: date) -> list[Change]:
    """Every change of every document that has come by `today`, newest first."""
    documents = sorted(catalogue.of_kind("document"), key=lambda entry: entry.id)
    found = [step for entry in documents for step in _steps(entry, editions.editions(catalogue, entry, today), today)]
    return sorted(found, key=lambda step: (step.day, step.edition.version), reverse=True)


def _steps(document: Entry, found: Iterable[Edition], today: date) -> Iterator[Change]:
    """The changes of one document, oldest first; where nobody wrote a day, never older than what came before."""
    latest = date.min
    for edition in sorted(found, key=lambda edition: edition.version):
        for state, known in _states(edition, today):
            day = known or max(edition.entry.record.reviewed, latest)
            latest = max(day, latest)
            yield Change(document, edition, state, day)


def _states(edition: Edition, today: date) -> Iterator[tuple[str, date | None]]:
    """What a version became, and when if that is known; a draft and an adoption are news until what they announce comes."""
    if edition.state in ("draft", "adopted"):
        yield edition.state, None
        return
    if edition.since and edition.applies(edition.since):
        yield "in-force", edition.since
    if edition.state == "withdrawn":
        yield "withdrawn", edition.until if edition.until and edition.until <= today else None


def sentence(change: Change, reader: Language, translate: Callable[[str], str]) -> str:
    """A change in words; `translate` gives the chrome's words in the language of `reader`."""
    edition = change.edition
    begun = edition.since is not None and edition.applies(edition.since)
    told = {
        "draft": translate("Version %(version)s. Status: %(status)s. Last reviewed on %(day)s."),
        "adopted": translate("Version %(version)s has been adopted and applies from %(since)s."),
        "in-force": translate("Version %(version)s took effect on %(day)s."),
        "withdrawn": translate("Version %(version)s was withdrawn on %(day)s.")
        if begun
        else translate("Version %(version)s was withdrawn before it took effect."),
    }
    return told[change.state] % {
        "version": reader.number(edition.version),
        "status": editions.words(change.state, translate),
        "since": reader.date(edition.since) if edition.since else "",
        "day": reader.date(edition.entry.record.reviewed if change.state == "draft" else change.day),
    }
