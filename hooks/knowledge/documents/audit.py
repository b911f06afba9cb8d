"""Whether the documents hold together: their numbers, their languages, their versions, and what they promised to keep.

The order of the checks in one place; everything there is to mend is told at once. Former versions are only checked for being
what they were: nobody can mend them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from knowledge.catalogue import Catalogue
from knowledge.documents import clauses, editions, forms, freshness, frozen, ledgers, parity, register, slips
from knowledge.documents.ledgers import Ledger
from knowledge.entries import Entry, Text
from knowledge.problems import Problem


def remember(docs: Path, shown: str, catalogue: Catalogue) -> tuple[dict[str, Ledger], list[Problem]]:
    """What each document and each former version remembers, by its id, and what of it is damaged."""
    found, problems = {}, []
    for entry in catalogue.of_kind("document", "version"):
        found[entry.id], faults = ledgers.read(docs / entry.id, f"{shown}/{entry.id}")
        problems += faults
    return found, problems


def check(docs: Path, shown: str, catalogue: Catalogue) -> Iterator[Problem]:
    """Everything that does not hold; `catalogue` has its ledgers."""
    for entry in catalogue.of_kind("document"):
        ledger = catalogue.ledgers[entry.id]
        for text in entry.texts.values():
            yield from _text(text)
            if text.language.code != entry.original:
                yield from _translation(text, entry.texts[entry.original], ledger)
        yield from register.check(f"{shown}/{entry.id}", ledger.published, entry)
    yield from _identifiers(catalogue)
    yield from editions.problems(catalogue)
    yield from frozen.problems(docs, catalogue, shown)


def _text(text: Text) -> Iterator[Problem]:
    """A text on its own."""
    source = text.source
    yield from clauses.check(source.shown, text.clauses)
    yield from slips.check(source.shown, source.body, source.body_line)
    yield from forms.check(source.shown, source.body, source.body_line, text.clauses)


def _translation(text: Text, source: Text, ledger: Ledger) -> Iterator[Problem]:
    """A translation beside the text it was made from, which may have moved on since."""
    base = ledger.bases.get(text.language.code)
    if base is None and not source.clauses:
        return
    if base is None:
        what = "nothing says which text it was made from"
        yield text.source.problem("translation", what, f"run `make translated FILE={text.source.shown}`")
        return
    yield from freshness.check(text, base, source)
    yield from parity.check(text, base, source.source.shown)
    yield from forms.compare(text.source.shown, text.clauses, base.clauses, source.source.shown, source.clauses)


def _identifiers(catalogue: Catalogue) -> Iterator[Problem]:
    """Files and citations are called by the identifier of a document, so it has one of its own."""
    owners: dict[str, Entry] = {}
    for entry in catalogue.of_kind("document"):
        first = owners.setdefault(entry.record.identifier, entry)
        if first is not entry:
            what = f"{entry.record.identifier!r} is the identifier of {first.id} too"
            yield entry.texts[entry.original].source.problem("identifier", what, "give this document one of its own")
