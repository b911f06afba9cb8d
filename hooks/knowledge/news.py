"""The archive of articles: which ones a list shows, newest first, the same order on every machine."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import unescape

from knowledge.catalogue import Catalogue
from knowledge.entries import Entry
from knowledge.prose import prose


def articles(catalogue: Catalogue) -> list[Entry]:
    """Every article, newest first; articles of one day by id."""
    found = sorted(catalogue.of_kind("article"), key=lambda entry: entry.id)
    return sorted(found, key=_day, reverse=True)


def _day(entry: Entry) -> date:
    day: date = entry.record.date
    return day


def about(entries: Iterable[Entry], page_id: str, field: str) -> Iterator[Entry]:
    """Articles whose `field` (`topics`, `regions`) names a page, by its folder or its path."""
    names = {page_id, page_id.rpartition("/")[2]}
    return (entry for entry in entries if names & set(getattr(entry.record, field)))


def of_year(entries: Iterable[Entry], page_id: str) -> Iterator[Entry]:
    """Articles in the folder of a year's page."""
    return (entry for entry in entries if entry.id.startswith(f"{page_id}/"))


def listed(found: Sequence[Entry], owner: Entry) -> list[Entry]:
    """The articles that a page lists, from all of them, newest first; none for a kind that lists none."""
    if owner.kind.name == "news":
        return list(found)
    if owner.kind.name == "year":
        return list(of_year(found, owner.id))
    field = {"topic": "topics", "region": "regions", "person": "authors"}.get(owner.kind.name)
    return list(about(found, owner.id, field)) if field else []


NEAR = 24
"""How many articles before and after are looked at for each topic and region: keeps the work in proportion to the archive."""

RELATED = 3


@dataclass(frozen=True)
class Archive:
    """The articles in one language, and what stands beside each."""

    entries: Sequence[Entry]
    """Newest first."""

    @cached_property
    def place(self) -> dict[str, int]:
        """Where each article stands, by id."""
        return {entry.id: number for number, entry in enumerate(self.entries)}

    @cached_property
    def _shelves(self) -> dict[tuple[str, str], list[Entry]]:
        shelves: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for subject in subjects(entry):
                shelves[subject].append(entry)
        return shelves

    @cached_property
    def _stands(self) -> dict[tuple[str, str], dict[str, int]]:
        return {name: {entry.id: place for place, entry in enumerate(shelf)} for name, shelf in self._shelves.items()}

    def newer(self, entry: Entry) -> Entry | None:
        """The article published next, in this language."""
        place = self.place.get(entry.id, 0)
        return self.entries[place - 1] if place else None

    def older(self, entry: Entry) -> Entry | None:
        """The article published before, in this language."""
        place = self.place.get(entry.id, len(self.entries))
        return self.entries[place + 1] if place + 1 < len(self.entries) else None

    def related(self, entry: Entry) -> list[Entry]:
        """The articles closest to one: two points for each topic they share, one for each region; the newest first.

        Of each shared topic and region only the articles nearest in time are looked at.
        """
        points: Counter[str] = Counter()
        for subject in subjects(entry):
            shelf = self._shelves.get(subject, [])
            place = self._stands.get(subject, {}).get(entry.id, 0)
            for other in shelf[max(0, place - NEAR) : place + NEAR + 1]:
                points[other.id] += 2 if subject[0] == "topics" else 1
        points.pop(entry.id, None)
        best = sorted(points, key=lambda name: (-points[name], self.place[name]))
        return [self.entries[self.place[name]] for name in best[:RELATED]]


def subjects(entry: Entry) -> Iterator[tuple[str, str]]:
    """The topics and regions of an article, each with the field it stands in."""
    for field in ("topics", "regions"):
        for name in getattr(entry.record, field):
            yield field, name.rpartition("/")[2]


UNSAID = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\[\^[^\]]*\]|<[^>]*>")
"""What Markdown holds besides words: pictures, where links lead, marks of footnotes, elements."""


def repeats(summary: str, body: str) -> bool:
    """Whether a text begins with its own summary: readers should not meet the same sentences twice."""
    begun = UNSAID.sub(" ", prose(body[: 4 * len(summary) + 2000]))
    said, words = (re.sub(r"[\W_]+", "", unescape(text)) for text in (begun, summary))
    return bool(words) and said.startswith(words)


PACE = {"en": 228, "fr": 195, "ar": 138, "es": 218, "de": 179, "pt": 181}
"""Words a minute at which adults read continuous text (Trauzettel-Klosinski and Dietz, 2012; 180 where not measured)."""


def minutes(body: str, code: str) -> int:
    """How long it takes to read a text, in whole minutes, at least one."""
    return max(1, round(len(re.findall(r"\w+", body)) / PACE.get(code.partition("-")[0], 180)))
