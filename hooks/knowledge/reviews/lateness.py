"""What a change leaves behind in other languages: clauses whose translations went stale through it, and which caught up.

What was stale before is not told again: that is no matter of this change. Of pages that remember nothing, it is told when
their source changed and a translation did not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.catalogue import Catalogue
from knowledge.documents import upkeep
from knowledge.documents.freshness import Change
from knowledge.documents.upkeep import Row
from knowledge.reviews.inventory import Inventory
from knowledge.reviews.turnover import Page


@dataclass(frozen=True)
class Stale:
    """One part of a document that some translations no longer render."""

    page_id: str
    part: str
    """The number of a clause, or `title`, `summary`, `start`, `annexes`."""

    change: Change
    codes: tuple[str, ...]
    """The languages that it went stale in."""


@dataclass(frozen=True)
class Behind:
    """A page without clauses whose source changed while translations did not."""

    page_id: str
    source: str
    codes: tuple[str, ...]


def stale(before: Inventory, after: Inventory, heirs: Mapping[str, str], today: date) -> list[Stale]:
    """What went stale, document by document, in the order of the text."""
    found: dict[tuple[str, str], list[tuple[str, Change]]] = {}
    for old, new in _rows(before, after, heirs, today):
        known = old.staleness.parts if old else {}
        for part, change in new.staleness.parts.items():
            if known.get(part) != change:
                found.setdefault((new.entry.id, part), []).append((new.language.code, change))
    return [
        Stale(page_id, part, late[0][1], tuple(code for code, _ in late)) for (page_id, part), late in found.items()
    ]


def caught_up(before: Inventory, after: Inventory, heirs: Mapping[str, str], today: date) -> list[tuple[str, str, str]]:
    """What is up to date again: page, language, part."""
    pairs = [(old, new) for old, new in _rows(before, after, heirs, today) if old and new.state in ("ok", "uncompared")]
    return [(new.entry.id, new.language.code, part) for old, new in pairs if old for part in old.staleness.parts]


def behind(after: Inventory, changed: Iterable[Page]) -> list[Behind]:
    """Pages whose source changed in its words while translations stayed as they were."""
    found = []
    for page in changed:
        entry = after.catalogue.entries.get(page.id)
        shifts = {shift.name: shift for shift in page.texts}
        own = shifts.get(entry.original) if entry else None
        if entry and own and own.sort == "changed" and not _numbered(after.catalogue, page.id):
            words = not own.fields or set(own.fields) & entry.kind.words
            others = tuple(code for code in entry.texts if code not in shifts)
            found += [Behind(page.id, entry.original, others)] if words and others else []
    return found


def _numbered(catalogue: Catalogue, page_id: str) -> bool:
    """Whether a page remembers what its translations were made from."""
    return bool(page_id in catalogue.ledgers and catalogue.ledgers[page_id].bases)


def _rows(
    before: Inventory, after: Inventory, heirs: Mapping[str, str], today: date
) -> Iterable[tuple[Row | None, Row]]:
    """Each text of a document with how it stood before, if it did."""
    old = {
        (row.entry.id, row.language.code): row for row in upkeep.rows(before.catalogue, before.catalogue.ledgers, today)
    }
    for row in upkeep.rows(after.catalogue, after.catalogue.ledgers, today):
        yield old.get((heirs.get(row.entry.id, row.entry.id), row.language.code)), row
