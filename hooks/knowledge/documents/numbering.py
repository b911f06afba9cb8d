"""Numbers for the clauses that have none: `python -m knowledge.documents.numbering index.md` is what `make numbers FILE=…` runs.

The room `places` says what gets a number, `counting` which. The source is numbered first, then its translations alike. All
files of a page are written, each whole, or none is.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.documents import clauses, commands, holdings, slips
from knowledge.documents.citations import named
from knowledge.documents.commands import Refusal
from knowledge.documents.counting import Outline, Stock, Uncountable, counted, outline
from knowledge.documents.holdings import Holdings
from knowledge.documents.passages import ITEM
from knowledge.documents.places import Place, places
from knowledge.entries import Entry, Text
from knowledge.problems import Problem
from knowledge.sources import decode

NOTHING = (
    "Nothing to number. A paragraph without a number belongs to the clause above it; "
    "to make it a clause of its own, write ? and a space before it."
)


@dataclass(frozen=True)
class Numbered:
    """One file with its numbers."""

    path: Path
    lines: list[str]
    changes: list[str]
    """What is new, a line each."""


def number(books: Holdings, file: Path) -> list[str]:
    """Numbers the document that a file belongs to, in every language; returns what changed, a line each.

    Raises Refusal, and writes nothing, when that cannot be.
    """
    entry = _find(books, file)
    texts = sorted(entry.texts.values(), key=lambda text: text.language.code != entry.original)
    faults = [str(fault) for text in texts for fault in _in_the_way(text)]
    if faults:
        raise Refusal("\n".join(faults))
    done = list(_numbered(books, entry, texts))
    _write([page for page in done if page.changes])
    return [change for page in done for change in page.changes]


def _in_the_way(text: Text) -> Iterator[Problem]:
    """What is to be mended before anything can be numbered."""
    shown, source = text.source.shown, text.source
    yield from (fault for fault in clauses.check(shown, text.clauses) if not fault.what.endswith("no section"))
    yield from (fault for fault in slips.check(shown, source.body, source.body_line) if fault.what != slips.WAITS)


def _numbered(books: Holdings, entry: Entry, texts: Sequence[Text]) -> Iterator[Numbered]:
    """Every text with its numbers, the source first."""
    moved = {number for pair in entry.record.renumbered for number in pair}
    ever = {*books.ledgers[entry.id].published, *moved}
    sections: Outline = {}
    source: set[str] = set()
    for text in texts:
        found = places(text.source.body, text.source.body_line)
        own = {place.number for place in found if place.number}
        try:
            numbers = counted(found, Stock(own | source | ever), sections, ever - (source or own))
        except Uncountable as fault:
            line = fault.place.passage.line
            raise Refusal(str(Problem(text.source.shown, line, "clause", fault.what, fault.cure))) from fault
        sections, source = sections or outline(found, numbers), source or set(numbers)
        yield _page(books.site.docs / text.source.path, text, found, numbers)


def _page(path: Path, text: Text, found: Sequence[Place], numbers: Sequence[str]) -> Numbered:
    """A file with its numbers, which are read again to be sure of them."""
    source, code = text.source, text.language.code
    lines = decode(path.read_bytes()).split("\n")
    for place, number in zip(reversed(found), reversed(numbers), strict=True):
        if not (place.number or place.kept):
            _set(lines, place, named(number, code))
    now = _sure(text, "\n".join(lines[source.body_line - 1 :]), found, numbers)
    changes = [
        f"{source.shown}:{place.passage.line}: {' '.join(place.passage.text.split())[:72]}"
        for was, place in zip(found, now, strict=True)
        if not (was.number or was.kept)
    ]
    return Numbered(path, lines, changes)


def _sure(text: Text, written: str, found: Sequence[Place], numbers: Sequence[str]) -> list[Place]:
    """The places of a text once its numbers are written; refuses one in which they would not be read as they are meant."""
    source = text.source
    now = places(written, source.body_line)
    lines = {place.passage.line: was.passage.line for was, place in zip(found, now, strict=False)}
    told = [
        *clauses.check(source.shown, clauses.clauses(written, source.body_line)),
        *slips.check(source.shown, written, source.body_line),
    ]
    faults = [replace(fault, line=lines.get(fault.line, fault.line)) for fault in told]
    if not faults and [place.number for place in now] != list(numbers):
        pairs = zip(found, now, numbers, strict=False)
        line = next((was.passage.line for was, place, number in pairs if place.number != number), source.body_line)
        cure = "take comments and what is no Markdown out of it"
        faults = [Problem(source.shown, line, "clause", "this cannot be numbered as it is written", cure)]
    if faults:
        raise Refusal("\n".join(map(str, faults)))
    return now


def _set(lines: list[str], place: Place, number: str) -> None:
    """Writes a number, as readers of the language write it, where it belongs."""
    at = place.passage.line - 1
    if place.sort == "section":
        lines[at] = f"## {number}. " + lines[at][place.lead :].lstrip("# \t")
        return
    label = f"{number.rpartition(' ')[2]})" if place.sort == "point" else number
    if place.passage.kind == "item":
        _unlist(lines, place)
        at += not lines[at].strip()
    lines[at] = f"{label} {lines[at].lstrip(' ')[place.lead :]}"


def _unlist(lines: list[str], place: Place) -> None:
    """Makes paragraphs of a point of a list and of what lies inside it; its own mark stays for now."""
    for inner in reversed(place.inside):
        lines[inner.line - 1 : inner.end - 1] = map(_outdented, lines[inner.line - 1 : inner.end - 1])
    start, end = place.passage.line - 1, place.passage.end - 1
    block = [lines[start]]
    for line in map(_outdented, lines[start + 1 : end]):
        begins = ITEM.match(line) and not (ITEM.match(block[-1]) and block[1:])
        block += ["", line] if begins else [line]
    before = [""] if start and lines[start - 1].strip() else []
    after = [""] if end < len(lines) and lines[end].strip() else []
    lines[start:end] = [*before, *block, *after]


def _outdented(line: str) -> str:
    return re.sub("^(?: {1,4}|\t)", "", line)


def _find(books: Holdings, file: Path) -> Entry:
    """The document that a file belongs to, in whichever language, however its path was written."""
    path = next((place.resolve() for place in (file, books.site.root / file) if place.is_file()), None)
    folder = path.parent if path else books.site.docs
    page_id = folder.relative_to(books.site.docs).as_posix() if folder.is_relative_to(books.site.docs) else ""
    names = [language.file_name() for language in books.site.languages.all]
    entry = books.catalogue.entries.get(page_id)
    written = [
        code for code, name in zip(books.site.languages.by_code, names, strict=True) if (folder / name).is_file()
    ]
    if not path or path.name not in names or not (entry or books.of(page_id)):
        raise Refusal(f"{file} is no file of a document" if path else f"there is no file {file}")
    if not entry or set(written) - set(entry.texts):
        raise Refusal("\n".join(map(str, books.of(page_id))))
    return entry


def _write(done: Sequence[Numbered]) -> None:
    """Writes files, each whole, once all of them could be written."""
    if not done:
        return
    with tempfile.TemporaryDirectory(dir=done[0].path.parent, prefix=".part-") as folder:
        for page in done:
            Path(folder, page.path.name).write_text("\n".join(page.lines), "utf-8", newline="\n")
        for page in done:
            Path(folder, page.path.name).replace(page.path)


def main(arguments: list[str]) -> int:
    """Numbers the document of the file named first, of the site of the configuration named second."""
    file, config = [*arguments, "", ""][:2]

    def work() -> str:
        if not file.strip():
            raise Refusal("no file was named: write make numbers FILE= and the path of the document")
        return "\n".join(number(holdings.read(commands.site(config)), Path(file.strip()))) or NOTHING

    return commands.perform(work, "Nothing was numbered")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
