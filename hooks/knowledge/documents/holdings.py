"""Every document of a site with its ledger, read for commands: quickly, and while the site itself does not build.

A build also makes pictures and checks whether all pages fit together; whoever registers clauses or asks what is out of date
need not wait for that, nor mend another page first. Former versions are left out: they never change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge import entries, facts, sources
from knowledge.catalogue import Catalogue
from knowledge.configuration import Configuration
from knowledge.documents import clauses, ledgers
from knowledge.documents.ledgers import Ledger
from knowledge.entries import Entry, Text
from knowledge.kinds import kind_of
from knowledge.problems import Problem


@dataclass(frozen=True)
class Holdings:
    """The documents of a site."""

    site: Configuration
    catalogue: Catalogue
    """Only documents are in it."""

    ledgers: Mapping[str, Ledger]
    """By the id of the document."""

    problems: list[Problem]
    """Of the documents that cannot be read, and of damaged ledgers."""

    def folder(self, entry: Entry) -> Path:
        """Where a document lies."""
        return self.site.docs / entry.id

    def shown(self, page_id: str) -> str:
        """The folder of a document as editors see it."""
        return f"{self.site.shown}/{page_id}"

    def of(self, page_id: str) -> list[Problem]:
        """The problems of one document."""
        return [problem for problem in self.problems if problem.path.startswith(f"{self.shown(page_id)}/")]


def read(site: Configuration) -> Holdings:
    """The documents of a site as they are now."""
    folder = sources.read(site.docs, site.languages, site.shown)
    files = [source for source in folder.sources if kind_of(source.page_id).name == "document"]
    values, _ = facts.read(site.docs / sources.FACTS, site.languages, f"{site.shown}/{sources.FACTS}")
    found, faults = entries.build(files, site.languages, values)
    kept: dict[str, Ledger] = {}
    for page_id in sorted({file.page_id for file in files}):
        kept[page_id], damaged = ledgers.read(site.docs / page_id, f"{site.shown}/{page_id}")
        faults += damaged
    paths = {file.shown for file in files}
    problems = [*faults, *(problem for problem in folder.problems if problem.path in paths)]
    return Holdings(site, Catalogue(site.languages, found, frozenset(), values, ledgers=kept), kept, sorted(problems))


def numbering(source: Text) -> Iterator[Problem]:
    """Why the clauses of a text cannot be registered or translated yet."""
    return clauses.check(source.source.shown, source.clauses)
