"""Pages that nobody has read through for too long: readers may know, and editors see where to begin.

A document says itself when it is to be reviewed again; every other page is to be read at least once a year. Articles are of
their day, and former versions stay as they were, so neither is ever overdue.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, date

from knowledge.catalogue import Catalogue
from knowledge.entries import Entry

ENDED = ("superseded", "withdrawn")
"""Documents that nobody need review any more."""


def due(entry: Entry) -> date | None:
    """The day by which somebody should read a page through again; None when nobody need."""
    record, reviewed = entry.record, getattr(entry.record, "reviewed", None)
    if not reviewed or entry.kind.name == "version" or getattr(record, "status", "") in ENDED:
        return None
    planned: date | None = getattr(record, "next_review", None)
    return planned or _a_year_later(reviewed)


def _a_year_later(day: date) -> date:
    if day.year == MAXYEAR:
        return day
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 3, 1)
    return day.replace(year=day.year + 1)


def overdue(catalogue: Catalogue, today: date) -> dict[str, date]:
    """Pages by id whose day has passed, and that day; the longest overdue first, pages of one day by id."""
    days = {entry.id: due(entry) for entry in catalogue.entries.values()}
    late = {name: day for name, day in days.items() if day and day < today}
    return dict(sorted(late.items(), key=lambda item: (item[1], item[0])))


def plain(late: Mapping[str, date]) -> list[dict[str, str]]:
    """Overdue pages as JSON can hold them; days as 2026-03-14."""
    return [{"id": name, "due": day.isoformat()} for name, day in late.items()]
