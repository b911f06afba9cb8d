"""Stamping a translation: `python -m knowledge.documents.stamping index.fr.md` is what `make translated FILE=…` runs.

A translator says with it: this text, or these clauses of it, say what the source says today. The words of the source go into
the ledger, and what changes there afterwards is out of date here. Whether both texts have the same clauses, the build checks.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from knowledge.documents import commands, freshness, holdings, ledgers
from knowledge.documents.commands import Refusal
from knowledge.documents.freshness import follow
from knowledge.documents.holdings import Holdings
from knowledge.documents.ledgers import Base
from knowledge.entries import Entry, Text
from knowledge.kinds import kind_of

APART = ("title", "summary", "start", "annexes")
"""What can be named besides clauses: the words before the first of them, and those that belong to none after it."""

NAMED = re.compile(
    rf"(?<![^\s,;])(?:(?P<part>{'|'.join(APART)})|(?P<number>\d+(?:\.\d+)*)(?:\s*(?P<letter>[a-z]))?)(?![^\s,;])",
    re.A,
)


@dataclass(frozen=True)
class Translation:
    """A translation of a document."""

    entry: Entry
    text: Text

    @cached_property
    def source(self) -> Text:
        """The text it was made from."""
        return self.entry.texts[self.entry.original]

    @cached_property
    def now(self) -> Base:
        """What its source says now."""
        return freshness.said(self.source)


def stamp(books: Holdings, file: Path, named: str = "") -> str:
    """Writes into the ledger that a translation, or only the clauses named, is up to date; returns what is to be told.

    Raises Refusal, and writes nothing, when that cannot be.
    """
    translation = _find(books, file)
    problems = list(holdings.numbering(translation.source))
    if problems:
        more = f" (and {len(problems) - 1} more)" if problems[1:] else ""
        raise Refusal(f"the numbers of the source are to be mended first: {problems[0]}{more}")
    code = translation.text.language.code
    base = translation.now
    if named.strip():
        base = _partly(translation, books.ledgers[translation.entry.id].bases.get(code), named)
    ledgers.save(books.folder(translation.entry), f"{code}.json", ledgers.stamped(base))
    return _told(translation, base)


def _find(books: Holdings, file: Path) -> Translation:
    """The translation that lies in a file, however its path was written."""
    path = next((place.resolve() for place in (file, books.site.root / file) if place.is_file()), None)
    known = {books.site.docs / path: text for path, text in books.catalogue.by_path.items()}
    text = known.get(path) if path else None
    if not text:
        raise Refusal(_unknown(books, file, path))
    entry = books.catalogue.entries[text.source.page_id]
    if text.language.code == entry.original:
        raise Refusal(f"{text.source.shown} is the source itself: name a text that was translated from it")
    return Translation(entry, text)


def _unknown(books: Holdings, file: Path, path: Path | None) -> str:
    """Why a file is no translation that could be stamped."""
    if path is None:
        sources = {entry.texts[entry.original].source.shown for entry in books.catalogue.entries.values()}
        names = {text.source.shown for text in books.catalogue.by_path.values()} - sources
        written = file.relative_to(books.site.root) if file.is_relative_to(books.site.root) else file
        near = get_close_matches(written.as_posix(), sorted(names), 1, 0.6)
        return f"there is no file {file}" + (f": did you mean {near[0]}?" if near else "")
    folder, docs = path.parent, books.site.docs
    page_id = folder.relative_to(docs).as_posix() if folder.is_relative_to(docs) else ""
    if kind_of(page_id).name == "version":
        return f"{file} belongs to a former version, which never changes"
    if faults := books.of(page_id):
        return f"{file} cannot be read: {faults[0]}"
    return f"{file} is no translation of a document"


def _partly(translation: Translation, base: Base | None, named: str) -> Base:
    """The base with only the parts named as they are now."""
    now = translation.now
    if base is None or base.source != now.source:
        shown = translation.text.source.shown
        raise Refusal(f"nothing says which text {shown} was made from: stamp it without naming clauses first")
    moved = freshness.stale(base, translation.source).moved
    former = {new: old for old, new in moved.items()}
    order = freshness.order(base, now, moved)
    wanted = set(_wanted(translation, order, named))
    words: dict[str, str] = {}
    for number in order:
        if number not in wanted:
            old = former.get(number, number)
            words |= {old: base.clauses[old]} if old in base.clauses else {}
        elif number in now.clauses:
            words[number] = now.clauses[number]
    apart = {name: getattr(now, name) for name in wanted & set(APART)}
    stamped = replace(base, clauses=words, **apart)
    left = freshness.stale(stamped, translation.source)
    return stamped if left or left.moved else now


def _wanted(translation: Translation, order: Collection[str], named: str) -> Iterator[str]:
    """The parts that a list such as `3.2 4.1 a, title` names; a number that moved stands for the one it has now."""
    if rest := re.sub(r"[\s,;]+", " ", NAMED.sub("", named)).strip():
        raise Refusal(
            f'{rest!r} is no number of a clause: write CLAUSES="3.2 4.1 a", or title, summary, start, annexes'
        )
    for match in NAMED.finditer(named):
        number = f"{match['number']} {match['letter'] or ''}".strip()
        now = number if number in order else follow(number, translation.source.record.renumbered)
        if not match["part"] and now not in order:
            raise Refusal(f"there is no clause {number} in {translation.source.source.shown}")
        yield match["part"] or now


def _told(translation: Translation, base: Base) -> str:
    """What is stamped now, and what is still out of date."""
    shown, whole = translation.text.source.shown, len(translation.now.clauses)
    left = freshness.stale(base, translation.source)
    late = [number for number in translation.now.clauses if number in left.clauses]
    count = f"{whole - len(late)} of {whole} clauses" if late else f"{whole} clause{'s' * (whole != 1)}"
    told = f"{shown}: {count} as in version {translation.now.version}"
    open_points = [*left.parts, *(f"{old} (now {new})" for old, new in left.moved.items() if new not in left.clauses)]
    return told + (f"\nStill out of date: {', '.join(open_points)}" if open_points else "")


def main(arguments: list[str]) -> int:
    """Stamps the file named first, of the site of the configuration named second; only the clauses named third, if any."""
    file, config, named = [*arguments, "", "", ""][:3]

    def work() -> str:
        if not file.strip():
            raise Refusal("no file was named: write make translated FILE= and the path of the translation")
        return stamp(holdings.read(commands.site(config)), Path(file.strip()), named)

    return commands.perform(work, "Nothing was stamped")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
