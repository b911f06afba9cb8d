"""The register of a document: every clause number it ever published, so that no citation of one leads nowhere.

`python -m knowledge.documents.register` is what `make register` runs: it adds what is new and takes nothing out. The build
fails for a number that disappeared, and for one that is not registered.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from knowledge.documents import commands, holdings, ledgers
from knowledge.documents.commands import Refusal
from knowledge.documents.freshness import follow
from knowledge.documents.holdings import Holdings
from knowledge.documents.ledgers import FOLDER, PUBLISHED
from knowledge.entries import Entry, Text
from knowledge.problems import Problem


def check(
    shown: str, published: Sequence[str], entry: Entry, frozen: Mapping[str, int], left: Mapping[str, str]
) -> Iterator[Problem]:
    """What keeps the numbers of a document (its folder is called `shown`) from being permanent; its source is what counts.

    `frozen` has the clauses of former versions and the last version with each: the register alone could lose a line. `left`
    has the numbers that former versions gave up, and what became of their clauses.
    """
    text = entry.texts[entry.original]
    now = {clause.number: clause.line for clause in text.clauses}
    ever = list(dict.fromkeys([*published, *frozen]))
    yield from _renumbered(text, now, ever)
    yield from _unregistered(text, now, published, f"{shown}/{FOLDER}/{PUBLISHED}")
    yield from _reused(text, left)
    moved = dict(text.record.renumbered)
    for place, number in enumerate(ever):
        if number not in now and number not in moved:
            before = next((now[other] for other in reversed(ever[:place]) if other in now), text.source.body_line)
            yield _gone(text, number, before, frozen.get(number))


def _gone(text: Text, number: str, line: int, version: int | None) -> Problem:
    """A number that was published, in a former version too if one is named, and is nowhere now.

    The clause that stood before it has the line.
    """
    last = f" in version {version}" if version else ""
    left = f"{_written(number)} [repealed in version {text.record.version}]"
    cure = f'bring it back, leave "{left}" in its place, or name the number it has now: renumbered: {{"{number}": "…"}}'
    return Problem(text.source.shown, line, "clause", f"{number} was published{last} and is no longer here", cure)


def _written(number: str) -> str:
    """A number as authors write it at the beginning of its clause."""
    before, _, letter = number.rpartition(" ")
    if before:
        return f"{letter})"
    return number if "." in number else f"## {number}."


def _unregistered(text: Text, now: dict[str, int], published: Sequence[str], place: str) -> Iterator[Problem]:
    """Clauses that the register does not know yet; in one line when it knows none."""
    if now and not published:
        cure = f"run `make register`, or write {place}: the numbers, one a line"
        yield Problem(text.source.shown, min(now.values()), "clause", "no clause of this document is registered", cure)
        return
    for number, line in now.items():
        if number not in published:
            cure = f'run `make register`, or add the line "{number}" to {place}'
            yield Problem(text.source.shown, line, "clause", f"{number} is not registered yet", cure)


def _reused(text: Text, left: Mapping[str, str]) -> Iterator[Problem]:
    """Clauses with the number of another, which who cited that would find instead."""
    for clause in text.clauses:
        if clause.number in left and not clause.repealed:
            what = f"{clause.number} {left[clause.number]}, and is a clause again: whoever cited it would find another"
            cure = "give this clause the next free number, and leave the other as it was in that version"
            yield Problem(text.source.shown, clause.line, "clause", what, cure)


def _renumbered(text: Text, now: Iterable[str], published: Sequence[str]) -> Iterator[Problem]:
    """Moves that lead nowhere, or from a number that is not free."""
    for old, new in text.record.renumbered:
        last = follow(old, text.record.renumbered)
        if old in now:
            cure = "take it out here, or give that clause another number"
            yield text.source.problem("renumbered", f"{old} moved to {new} and is still a clause", cure)
        elif last not in now:
            yield text.source.problem("renumbered", f"{old} leads to {last}, which is no clause", "name one that is")
        if published and old not in published:
            yield text.source.problem(
                "renumbered", f"{old} was never published", "write the number as it was, in quotes"
            )


def register(books: Holdings) -> Iterator[str]:
    """Adds what is new to the register of every document; a line about each. Raises OSError when one cannot be written."""
    for entry in books.catalogue.entries.values():
        text, published = entry.texts[entry.original], books.ledgers[entry.id].published
        if not any(in_the_way(books, entry)):
            new = [clause.number for clause in text.clauses if clause.number not in published]
            if new:
                ledgers.save(books.folder(entry), PUBLISHED, ledgers.listed([*published, *new]))
            yield f"{books.shown(entry.id)}: {_count(len(new))}, {len(published) + len(new)} in all"


def in_the_way(books: Holdings, entry: Entry) -> list[Problem]:
    """Why the clauses of a document cannot be registered: a number that is wrong today would be wrong for ever."""
    damaged = [problem for problem in books.of(entry.id) if problem.path.endswith(f"{FOLDER}/{PUBLISHED}")]
    return [*damaged, *holdings.numbering(entry.texts[entry.original])]


def _count(new: int) -> str:
    return "nothing new" if not new else f"{new} new {'clause' if new == 1 else 'clauses'} registered"


def main(arguments: list[str]) -> int:
    """Registers the clauses of the site of `mkdocs.yml`, or of the configuration named."""

    def work() -> str:
        books = holdings.read(commands.site("".join(arguments[:1])))
        for line in register(books):
            print(line)
        known = books.catalogue.entries
        faults = [problem for entry in known.values() for problem in in_the_way(books, entry)]
        faults += [problem for page_id in books.ledgers if page_id not in known for problem in books.of(page_id)]
        if faults:
            raise Refusal("\n".join(map(str, faults)))
        return ""

    return commands.perform(work, "Not registered")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
