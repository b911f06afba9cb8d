"""What has changed in the source since a translation was made, clause by clause.

Only that is marked as out of date; the rest of the translation stays trusted. It compares words with words, as the ledger
keeps them: no history of the project is needed, and neither lines broken anew nor the depth of a folder change anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from knowledge.documents.addresses import readdressed
from knowledge.documents.clauses import parts
from knowledge.documents.digests import normal
from knowledge.documents.ledgers import Base
from knowledge.documents.wording import address
from knowledge.entries import Text
from knowledge.problems import Problem
from knowledge.records import Pairs


@dataclass(frozen=True)
class Change:
    """The words of a clause in the source: when it was translated, and now."""

    before: str
    """Empty for a clause that was not there."""

    after: str
    """Empty for a clause that is no longer there."""

    @property
    def kind(self) -> str:
        """`changed`, `added` or `removed`."""
        if not self.before:
            return "added"
        return "changed" if self.after else "removed"


@dataclass(frozen=True)
class Staleness:
    """What of a translation is out of date; falsy when nothing is."""

    clauses: Mapping[str, Change] = field(default_factory=dict)
    """By the number they have now, in the order of the text; removed ones where they stood."""

    title: Change | None = None
    summary: Change | None = None
    start: Change | None = None
    """The words before the first clause."""

    annexes: Change | None = None
    """The words after it that belong to no clause."""

    moved: Mapping[str, str] = field(default_factory=dict)
    """Clauses that had another number when they were translated: old number → number now. Their words may be unchanged."""

    @property
    def parts(self) -> dict[str, Change]:
        """Everything that is out of date by its name: `title`, `summary`, `start`, clauses by number, `annexes`."""
        named = {"title": self.title, "summary": self.summary, "start": self.start}
        annexes = {"annexes": self.annexes} if self.annexes else {}
        return {name: change for name, change in named.items() if change} | dict(self.clauses) | annexes

    @property
    def apart(self) -> bool:
        """Whether anything but clauses is out of date."""
        return any((self.title, self.summary, self.start, self.annexes))

    def __bool__(self) -> bool:
        return bool(self.parts)


def stale(base: Base, now: Text) -> Staleness:
    """What is out of date in a translation that was made from `base`, when its source is as `now`."""
    current = said(now)
    moved = _moved(base, current, now.record.renumbered)
    former = {new: old for old, new in moved.items()}
    changes = {}
    for number in order(base, current, moved):
        before = base.clauses.get(former.get(number, number), "")
        if change := _change(before, current.clauses.get(number, "")):
            changes[number] = change
    return Staleness(
        changes,
        _change(base.title, current.title),
        _change(base.summary, current.summary),
        _change(base.start, current.start),
        _change(base.annexes, current.annexes),
        moved,
    )


def said(text: Text) -> Base:
    """What a source says now, as its translations are stamped with it: as written, with placeholders for facts."""
    title, summary = (" ".join(str(text.source.matter.values.get(name, "")).split()) for name in ("title", "summary"))
    said = parts(text.source.body, text.source.body_line)
    words = {clause.number: clause.whole for clause in said.clauses}
    return Base(text.language.code, text.record.version, title, summary, said.start, words, said.annexes)


def check(translation: Text, base: Base, source: Text) -> Iterator[Problem]:
    """A translation that was made from another language than its source has now, or from a version that is still to come."""
    if base.source != source.language.code:
        what = f"it was made from {base.source}, and its source is {source.language.code} now"
        cure = f"compare it with its source, then run `make translated FILE={translation.source.shown}`"
        yield translation.source.problem("translated_from", what, cure)
    if base.version > source.record.version:
        what = f"{translation.source.shown} was made from version {base.version}, and this is version {source.record.version}"
        yield source.source.problem(
            "version", what, f"write version: {base.version}: numbers of versions never go back"
        )


def follow(number: str, renumbered: Pairs) -> str:
    """The number that a clause has after all its moves; its own when it never moved."""
    moves = dict(renumbered)
    for _ in range(len(moves)):
        number = moves.get(number, number)
    return number


def order(base: Base, current: Base, moved: Mapping[str, str]) -> list[str]:
    """The numbers of today in their order, each that is gone after the one it followed."""
    numbers, place = list(current.clauses), 0
    for old in base.clauses:
        number = moved.get(old, old)
        if number not in numbers:
            numbers.insert(place, number)
        place = numbers.index(number) + 1
    return numbers


def _moved(base: Base, current: Base, renumbered: Pairs) -> dict[str, str]:
    """Clauses of the base by the number they have now, where that is another; two that became one are one that moved."""
    found: dict[str, str] = {}
    for old in base.clauses:
        new = follow(old, renumbered)
        free = new not in base.clauses and new not in found.values()
        if old not in current.clauses and new in current.clauses and free:
            found[old] = new
    return found


def _change(before: str, after: str) -> Change | None:
    return None if before == after or _even(before) == _even(after) else Change(before, after)


def _even(words: str) -> str:
    """Words as they are compared: the links of a frozen version lie one folder deeper and lead to the same places."""
    return normal(readdressed(words, address))
