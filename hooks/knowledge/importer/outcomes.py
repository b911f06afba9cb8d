"""What became of every entry of an archive, so that nothing is lost: as values for programs, and as a table to share work by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Fate(StrEnum):
    """What can become of an entry."""

    HELD = "held"
    SKIPPED = "skipped"
    REMARKED = "imported with remarks"
    IMPORTED = "imported"


@dataclass
class Outcome:
    """What became of one entry."""

    place: int
    """Its place in the export, counted from 1."""

    line: int
    """The line of the export it starts at; 0 where there are none."""

    id: str
    """The old site's number."""

    language: str
    title: str
    path: str = ""
    """The file it became, or would become, in the content folder."""

    skipped: str = ""
    """Why nothing was written."""

    held: list[str] = field(default_factory=list)
    """Why it cannot be published."""

    remarks: list[str] = field(default_factory=list)
    """What somebody should look at."""

    drafted: bool = False
    """Whether its summary is its first sentences, because nobody wrote one."""

    author: str = ""
    """Who wrote it, when they have no page here: the editorial team signs it."""

    address: str = ""
    """Where it lay on the old site."""

    @property
    def fate(self) -> Fate:
        """The one thing that became of it."""
        if self.skipped:
            return Fate.SKIPPED
        if self.held:
            return Fate.HELD
        return Fate.REMARKED if self.remarks else Fate.IMPORTED


@dataclass(frozen=True)
class Left:
    """What of the texts that came in stays behind, each with the number of entries that have it."""

    categories: Mapping[str, int] = field(default_factory=dict)
    """Categories that lead to no topic and no region."""

    tags: Mapping[str, int] = field(default_factory=dict)
    fields: Mapping[str, int] = field(default_factory=dict)
    """Fields that the old site made up and that hold words."""

    comments: int = 0
    """Comments of readers."""


@dataclass(frozen=True)
class Report:
    """What became of an archive."""

    export: str
    """The name of the file."""

    media: int
    """Items that are files of other entries: nothing becomes of them alone."""

    outcomes: Sequence[Outcome] = field(repr=False)
    lacking: Sequence[str] = ()
    """Pages that should be written for what was imported, by id."""

    years: Sequence[str] = ()
    """Pages of years that were written for what was imported, by id."""

    left: Left = field(default_factory=Left)

    @property
    def counts(self) -> dict[Fate, int]:
        """How many entries met each fate; together as many as there are entries."""
        counted = Counter(outcome.fate for outcome in self.outcomes)
        return {fate: counted[fate] for fate in Fate}

    def summary(self) -> str:
        """The counts on a few lines."""
        rows = [f"  {fate}: {count}" for fate, count in self.counts.items()]
        return "\n".join([f"{self.export} holds {len(self.outcomes)} entries and {self.media} media files:", *rows])

    def plain(self) -> dict[str, Any]:
        """Everything as plain values."""
        return {
            "export": self.export,
            "entries": len(self.outcomes),
            "media": self.media,
            "counts": {fate.value: count for fate, count in self.counts.items()},
            "lacking": [*self.lacking],
            "years": [*self.years],
            "left": vars(self.left),
            "list": [{"outcome": outcome.fate.value, **vars(outcome)} for outcome in self.outcomes],
        }

    def table(self) -> Iterator[list[str]]:
        """Every entry as a row, for those who share out the work."""
        yield ["outcome", "language", "title", "file", "what is said", "summary", "author", "old address", "entry"]
        for outcome in self.outcomes:
            said = "\n".join([*filter(None, [outcome.skipped]), *outcome.held, *outcome.remarks])
            drafted = "to write" if outcome.drafted and not outcome.skipped else ""
            named = [outcome.fate.value, outcome.language, outcome.title, outcome.path, said, drafted, outcome.author]
            yield [harmless(cell) for cell in [*named, outcome.address, outcome.id]]


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: titles come from strangers."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
