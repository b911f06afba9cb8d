"""What of the documents needs care: how far each translation can be relied on, what to do next, which reviews are overdue.

A person sees it in a terminal (`make status`), readers on a page, programs as JSON: all three are made from these rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from knowledge.arrears import ENDED
from knowledge.catalogue import Catalogue
from knowledge.documents import freshness
from knowledge.documents.freshness import Change, Staleness
from knowledge.documents.ledgers import Ledger
from knowledge.entries import Entry
from knowledge.languages import Language

State = Literal["source", "ok", "stale", "uncompared", "unstamped", "missing"]
"""Of one text: the source itself; nothing to do; the source has changed since; nobody has compared it; nothing says which
text it was made from; there is none."""


@dataclass(frozen=True)
class Row:
    """One document in one language."""

    entry: Entry
    language: Language
    file: str
    """Its file as editors see it, whether it is there or not."""

    state: State
    compared: date | None
    """The day the translation was last compared with its source."""

    overdue: date | None
    """The day on which the document should have been reviewed, when that has passed."""

    staleness: Staleness = field(default_factory=Staleness)

    @property
    def whole(self) -> int:
        """How many clauses the source has."""
        return len(self.entry.texts[self.entry.original].clauses)

    @property
    def fresh(self) -> int:
        """How many of them this text renders as they are now."""
        if self.state in ("missing", "unstamped"):
            return 0
        return self.whole - sum(change.kind != "removed" for change in self.staleness.clauses.values())


@dataclass(frozen=True)
class Step:
    """One thing for a translator to do."""

    row: Row
    action: Literal["translate", "stamp", "renumber", "update", "compare"]
    part: str = ""
    """The number of a clause, or `title`, `summary`, `start`, `annexes`; empty for a whole text."""

    change: Change | None = None
    """What happened to that part of the source."""

    number: str = ""
    """The new number of a clause to renumber."""


def rows(catalogue: Catalogue, ledgers: Mapping[str, Ledger], today: date) -> list[Row]:
    """Every document in every language of the site; `ledgers` by the id of the document."""
    documents = catalogue.of_kind("document")
    spoken = catalogue.languages.all
    return [_row(entry, language, ledgers.get(entry.id), today) for entry in documents for language in spoken]


def _row(entry: Entry, language: Language, ledger: Ledger | None, today: date) -> Row:
    text, source = entry.texts.get(language.code), entry.texts[entry.original]
    base = ledger.bases.get(language.code) if ledger else None
    known = base if base and base.source == entry.original else None
    late = freshness.stale(known, source) if text and known and text is not source else Staleness()
    review = source.record.next_review
    overdue = review if review and review < today and source.record.status not in ENDED else None
    file = f"{source.source.shown.rpartition('/')[0]}/{language.file_name()}"
    compared = text.record.compared if text and text is not source else None
    state: State = "ok" if compared else "uncompared"
    if late or late.moved:
        state = "stale"
    if not known:
        state = "unstamped"
    if not text or text is source:
        state = "source" if text else "missing"
    return Row(entry, language, file, state, compared, overdue, late)


def steps(table: Iterable[Row]) -> list[Step]:
    """What translators do next, text by text in the order of the rows, part by part in the order of the text."""
    return [step for row in table for step in _steps(row)]


def _steps(row: Row) -> Iterator[Step]:
    if row.state == "missing":
        yield Step(row, "translate")
    elif row.state == "unstamped":
        yield Step(row, "stamp")
    for old, new in row.staleness.moved.items():
        yield Step(row, "renumber", old, number=new)
    for part, change in row.staleness.parts.items():
        yield Step(row, "update", part, change)
    if not row.compared and row.state in ("stale", "uncompared"):
        yield Step(row, "compare")


def overdue(table: Iterable[Row]) -> dict[str, date]:
    """Documents by id whose review is overdue, and since when, the longest first."""
    late = {row.entry.id: row.overdue for row in table if row.overdue}
    return dict(sorted(late.items(), key=lambda item: item[1]))


def oldest(table: Iterable[Row]) -> Row | None:
    """The translation that was compared with its source the longest time ago."""
    return min((row for row in table if row.compared), key=lambda row: (row.compared, row.file), default=None)


def plain(table: Sequence[Row], today: date) -> dict[str, Any]:
    """Everything as JSON can hold it; days as 2026-03-14."""
    last = oldest(table)
    documents: dict[str, dict[str, Any]] = {}
    for row in table:
        document = documents.setdefault(row.entry.id, _document(row))
        document["languages"][row.language.code] = _text(row)
    return {
        "day": today.isoformat(),
        "documents": list(documents.values()),
        "overdue": [{"id": name, "next_review": day.isoformat()} for name, day in overdue(table).items()],
        "oldest_comparison": last and {"file": last.file, "compared": _day(last.compared)},
        "steps": [_step(step) for step in steps(table)],
    }


def _document(row: Row) -> dict[str, Any]:
    record = row.entry.record
    named = {"id": row.entry.id, "title": record.title, "version": record.version, "source": row.entry.original}
    return {**named, "next_review": _day(record.next_review), "overdue": bool(row.overdue), "languages": {}}


def _text(row: Row) -> dict[str, Any]:
    counts = {"file": row.file, "state": row.state, "clauses": row.whole, "fresh": row.fresh}
    late = {part: change.kind for part, change in row.staleness.parts.items()}
    return {**counts, "compared": _day(row.compared), "stale": late, "renumbered": dict(row.staleness.moved)}


def _step(step: Step) -> dict[str, Any]:
    said = {"file": step.row.file, "action": step.action, "part": step.part, "number": step.number}
    if step.change:
        said |= {"change": step.change.kind, "before": step.change.before, "after": step.change.after}
    return {name: value for name, value in said.items() if value or name in ("before", "after")}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
