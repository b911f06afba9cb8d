"""What became of every entry of an archive, told so that nothing is lost: as Markdown for people, as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Fate(StrEnum):
    """What can become of an entry."""

    HELD = "held"
    SKIPPED = "skipped"
    REMARKED = "imported with remarks"
    IMPORTED = "imported"


MEANING = {
    Fate.HELD: "Written to the folder `held/` beside this report: the site would not build with them. Mend them there and move "
    "them, or mend the archive or `import.yml` and import again.",
    Fate.SKIPPED: "Not written anywhere; they are in the export.",
    Fate.REMARKED: "Published with the next build. Somebody should look at what is said below each.",
    Fate.IMPORTED: "Nothing to remark on.",
}

TWICE = (
    "Their first sentences stand for it, which readers meet twice, above the text and in it; "
    "`report.json` says `drafted` of each."
)


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

    @property
    def fate(self) -> Fate:
        """The one thing that became of it."""
        if self.skipped:
            return Fate.SKIPPED
        if self.held:
            return Fate.HELD
        return Fate.REMARKED if self.remarks else Fate.IMPORTED


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
        entries = [{"outcome": outcome.fate.value, **vars(outcome)} for outcome in self.outcomes]
        counts = {fate.value: count for fate, count in self.counts.items()}
        return {
            "export": self.export,
            "entries": len(entries),
            "media": self.media,
            "counts": counts,
            "lacking": [*self.lacking],
            "list": entries,
        }

    def markdown(self) -> str:
        """Everything for people: what is most urgent first."""
        counts = self.summary().replace("\n", "\n\n", 1).replace("\n  ", "\n- ")
        lines = [f"# Import of {self.export}", "", counts, "", *self._pages(), *self._often(), *self._lists()]
        return "\n".join(lines)

    def _pages(self) -> Iterator[str]:
        if drafted := sum(outcome.drafted for outcome in self.outcomes):
            yield from ("## Summaries to write", "", f"Texts that had none: {drafted}. {TWICE}", "")
        if strangers := Counter(outcome.author for outcome in self.outcomes if outcome.author):
            names = (f"- {name}: {count} of the entries" for name, count in strangers.most_common())
            yield from ("## Authors without a page", "", "The editorial team signs what they wrote.", "", *names, "")
        if self.lacking:
            pages = ", ".join(f"`{page_id}/index.md`" for page_id in self.lacking)
            yield from (
                "## Pages to write",
                "",
                f"These years have articles now and no page that lists them: {pages}.",
                "",
            )

    def _often(self) -> Iterator[str]:
        """What is said of many entries, said once: mending it once often mends all."""
        said = Counter(remark for outcome in self.outcomes for remark in [*outcome.remarks, *outcome.held])
        often = [(remark, count) for remark, count in said.most_common(20) if count > 1]
        if often:
            yield from ("## Said most often", "", *(f"- {count} times: {remark}" for remark, count in often), "")

    def _lists(self) -> Iterator[str]:
        for fate in Fate:
            found = [outcome for outcome in self.outcomes if outcome.fate is fate]
            if found:
                yield from (f"## {fate.value.capitalize()}: {len(found)}", "", MEANING[fate], "")
                for outcome in found:
                    yield from _entry(outcome)
                yield ""


def _entry(outcome: Outcome) -> Iterator[str]:
    where = f"line {outcome.line}" if outcome.line else f"entry {outcome.place}"
    named = [where, f"post {outcome.id}" if outcome.id else "", outcome.language]
    title = outcome.title or "(no title)"
    yield f"- **{title}** ({', '.join(filter(None, named))})" + (f" → `{outcome.path}`" if outcome.path else "")
    for said in [*filter(None, [outcome.skipped]), *outcome.held, *outcome.remarks]:
        yield f"    - {said}"
