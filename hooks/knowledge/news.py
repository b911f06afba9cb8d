"""The archive of articles: which ones a list shows, newest first, the same order on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from knowledge.catalogue import Catalogue
from knowledge.entries import Entry
from knowledge.languages import Language


def articles(catalogue: Catalogue) -> list[Entry]:
    """Every article, newest first; articles of one day by id."""
    found = sorted(catalogue.of_kind("article"), key=lambda entry: entry.id)
    return sorted(found, key=_day, reverse=True)


def _day(entry: Entry) -> date:
    day: date = entry.record.date
    return day


def own_first(entries: Iterable[Entry], reader: Language) -> list[Entry]:
    """What exists in the reader's language before what does not; otherwise the order stays."""
    return sorted(entries, key=lambda entry: reader.code not in entry.texts)


def about(entries: Iterable[Entry], page_id: str, field: str) -> Iterator[Entry]:
    """Articles whose `field` (`topics`, `regions`) names a page, by its folder or its path."""
    names = {page_id, page_id.rpartition("/")[2]}
    return (entry for entry in entries if names & set(getattr(entry.record, field)))


def of_year(entries: Iterable[Entry], page_id: str) -> Iterator[Entry]:
    """Articles in the folder of a year's page."""
    return (entry for entry in entries if entry.id.startswith(f"{page_id}/"))
