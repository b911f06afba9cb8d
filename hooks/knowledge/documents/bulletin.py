"""How the documents are doing, for a terminal: `python -m knowledge.documents.bulletin` is what `make status` runs.

A table to take in at a glance, then what is overdue, then what translators do next. It fits a hundred columns, has colours
only where somebody sees them, and never fails: it tells how things are, and things may be bad.
"""

from __future__ import annotations

import os
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO, TextIOWrapper
from itertools import groupby

from knowledge import provenance
from knowledge.documents import commands, holdings, redline, upkeep
from knowledge.documents.commands import Refusal
from knowledge.documents.freshness import Change
from knowledge.documents.upkeep import Row, Step

WIDTH = 100
LONGEST = 44
"""Columns for the name of a document; of a longer one the end is shown."""

TOLD = 8
"""Clauses of one text whose changes are told; of more only the numbers."""

WORDS = {"uncompared": "not compared", "unstamped": "not stamped"}
COLOURS = {"ok": 32, "stale": 33, "uncompared": 36, "unstamped": 31, "missing": 31, "source": 2, "": 1}
"""Of the terminal (ECMA-48): green, yellow, cyan, red, faint; bold for headings."""

WHOLE = {
    "translate": "To translate:",
    "stamp": "Nothing says which text these were made from. When they are up to date: make translated FILE=…",
    "compare": "To compare with their source; then write compared: {today} in their front matter:",
}
"""What there is to do with whole texts."""


def bulletin(table: Sequence[Row], today: date, coloured: bool = False) -> str:
    """Everything, as paragraphs for a terminal."""
    if not table:
        return "There are no documents."
    steps = upkeep.steps(table)
    parts = [*_tables(table, coloured), _counted(table), _overdue(table), *_changes(steps), *_wholes(steps, today)]
    return "\n\n".join(part for part in parts if part)


def _tables(table: Sequence[Row], coloured: bool) -> Iterator[str]:
    """One table where all languages fit beside each other, else several, each with some of them."""
    names = list(dict.fromkeys(row.entry.id for row in table))
    codes = dict.fromkeys(row.language.code for row in table)
    first = _column([("document", ""), *((_short(name), "document") for name in names)], coloured)
    columns = []
    for code in codes:
        cells = [(cell(row), row.state) for row in table if row.language.code == code]
        columns.append(_column([(code, ""), *cells], coloured))
    for some in _fitting([column[0] for column in columns], WIDTH - first[0]):
        chosen = [first[1], *(lines for _, lines in columns[some])]
        yield "\n".join("".join(line).rstrip() for line in zip(*chosen, strict=True))


def _column(cells: Sequence[tuple[str, str]], coloured: bool) -> tuple[int, list[str]]:
    """The width of a column and its cells (words and state), filled up to that width."""
    width = max(len(words) for words, _ in cells) + 2
    return width, [_painted(words, state, coloured) + " " * (width - len(words)) for words, state in cells]


def _painted(words: str, state: str, coloured: bool) -> str:
    return f"\x1b[{COLOURS[state]}m{words}\x1b[0m" if coloured and state in COLOURS else words


def _fitting(widths: Sequence[int], room: int) -> Iterator[slice]:
    """Columns that fit beside each other; one at least."""
    start = 0
    for place in range(1, len(widths) + 1):
        if place == len(widths) or sum(widths[start : place + 1]) > room:
            yield slice(start, place)
            start = place


def cell(row: Row) -> str:
    """How one text is doing, in two words."""
    late, moved = len(row.staleness.parts), len(row.staleness.moved)
    if row.state == "stale":
        return f"{late} stale" if late else f"{moved} moved"
    return WORDS.get(row.state, row.state)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"…{name[1 - LONGEST :]}"


def _counted(table: Sequence[Row]) -> str:
    """The table in a sentence, and the oldest comparison."""
    states = Counter(WORDS.get(row.state, row.state) for row in table if row.state != "source")
    documents = len({row.entry.id for row in table})
    counts = ", ".join(f"{count} {state}" for state, count in states.most_common()) or "no translations"
    last = upkeep.oldest(table)
    oldest = f"\nCompared the longest time ago: {last.file}, {last.compared}." if last else ""
    return f"{documents} document{'s' * (documents != 1)}. Translations: {counts}.{oldest}"


def _overdue(table: Sequence[Row]) -> str:
    """The documents that should have been reviewed."""
    late = [f"  {day}  {name}" for name, day in upkeep.overdue(table).items()]
    return "\n".join(["Reviews overdue since:", *late]) if late else ""


def _changes(steps: Iterable[Step]) -> Iterator[str]:
    """A paragraph for each text of which parts are out of date."""
    parts = [step for step in steps if step.action in ("update", "renumber")]
    for file, group in groupby(parts, lambda step: step.row.file):
        todo = list(group)
        lines = [f"To bring up to date: {file}", *map(_line, todo[:TOLD])]
        if todo[TOLD:]:
            more = f"and {len(todo) - TOLD} more: {', '.join(step.part for step in todo[TOLD:])}"
            lines += textwrap.wrap(more, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        yield "\n".join([*lines, f"  then: make translated FILE={file}"])


def _line(step: Step) -> str:
    """What to do with one part, and why."""
    if not step.change:
        return f"  {step.part:<8} renumber it: it is {step.number} now"
    start = f"  {step.part:<8} {step.change.kind:<8} "
    return start + _cut(told(step.change), WIDTH - len(start))


def told(change: Change) -> str:
    """What changed, in the words of the source: “old words” → “new words”."""
    pieces = redline.compare(change.before, change.after)
    said, old = [], ""
    for piece in pieces:
        words = f"“{_cut(' '.join(piece.words.split()), 40)}”"
        if piece.mark == "ins":
            said.append(f"{old} → {words}" if old else f"+ {words}")
        elif old:
            said.append(f"− {old}")
        old = words if piece.mark == "del" else ""
    said += [f"− {old}"] if old else []
    return "; ".join(said) or "its marks or spaces, none of its words"


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else f"{words[: width - 1].rstrip()}…"


def _wholes(steps: Iterable[Step], today: date) -> Iterator[str]:
    """A paragraph for everything there is to do with whole texts."""
    todo = list(steps)
    for action, words in WHOLE.items():
        if files := [f"  {step.row.file}" for step in todo if step.action == action]:
            yield "\n".join([words.format(today=today), *files])


def main(arguments: list[str]) -> int:
    """Prints how the documents of `mkdocs.yml`, or of the configuration named, are doing; always 0."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        books = holdings.read(commands.site("".join(arguments[:1])))
    except Refusal as fault:
        print(fault)
        return 0
    today = provenance.build_day()
    table = upkeep.rows(books.catalogue, books.ledgers, today)
    seen = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    _tell(
        [
            bulletin(table, today, seen),
            "\n".join(["To mend first:", *map(str, books.problems)] if books.problems else []),
        ]
    )
    return 0


def _tell(parts: Iterable[str]) -> None:
    """Prints paragraphs; whoever closes the pipe, as `head` does, has seen enough."""
    try:
        print("\n\n".join(filter(None, parts)), flush=True)
    except BrokenPipeError:
        sys.stdout = StringIO()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
