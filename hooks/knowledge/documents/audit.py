"""Whether the documents hold together: their numbers, their languages, their versions, and what they promised to keep.

The order of the checks in one place; everything there is to mend is told at once. Former versions are only checked for being
what they were: nobody can mend them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from knowledge.catalogue import Catalogue
from knowledge.documents import clauses, editions, forms, freshness, frozen, ledgers, parity, register, slips
from knowledge.documents.fulltext import Words
from knowledge.documents.ledgers import Ledger
from knowledge.entries import Entry, Text
from knowledge.problems import Problem
from knowledge.prose import line_of, prose
from knowledge.recollection import Recollection

STRUCK = re.compile(r"<(?P<tag>del|s|strike)(?=[\s/>])", re.I)


def remember(docs: Path, shown: str, catalogue: Catalogue) -> tuple[dict[str, Ledger], list[Problem]]:
    """What each document and each former version remembers, by its id, and what of it is damaged."""
    found, problems = {}, []
    for entry in catalogue.of_kind("document", "version"):
        found[entry.id], faults = ledgers.read(docs / entry.id, f"{shown}/{entry.id}")
        problems += faults
    return found, problems


def check(docs: Path, shown: str, catalogue: Catalogue, known: Recollection | None = None) -> Iterator[Problem]:
    """Everything that does not hold; `catalogue` has its ledgers.

    The texts of a document are not compared again while `known` has them and what they remember.
    """
    known = known or Recollection()
    for entry in catalogue.of_kind("document"):
        ledger = catalogue.ledgers[entry.id]
        yield from known.kept("document", entry.id, (entry, ledger), partial(_texts, entry, ledger))
        yield from register.check(
            f"{shown}/{entry.id}", ledger.published, entry, _frozen(catalogue, entry), _left(catalogue, entry)
        )
    yield from _identifiers(catalogue)
    yield from editions.problems(catalogue)
    yield from frozen.problems(docs, catalogue, shown)


def shown(
    catalogue: Catalogue, read: Callable[[Text], Words], known: Recollection | None = None, recipe: str = ""
) -> Iterator[Problem]:
    """Where a page would show other clauses than those that are registered, compared and translated.

    Those are read from Markdown, the page's from its HTML, whose words `read` gives; the catalogue has no other problems.
    `recipe` says how HTML is made: what `known` has of another one is looked for again.
    """
    known = known or Recollection()
    for entry in catalogue.of_kind("document"):
        for text in entry.texts.values():
            found = partial(_shown, text, read)
            yield from known.kept(
                "shown", text.source.path, (text, known.same("facts", catalogue.facts), recipe), found
            )


def _shown(text: Text, read: Callable[[Text], Words]) -> list[Problem]:
    return list(_strange(text, list(read(text).clauses)))


def _strange(text: Text, page: list[str]) -> Iterator[Problem]:
    """Clauses that the page has and the text has not, and the other way round."""
    lines = {clause.number: clause.line for clause in reversed(text.clauses)}
    for number in (number for number in lines if number not in page):
        cure = "write it outside HTML, quotations and lists, with an empty line before it"
        yield text.source.problem("clause", f"{number} would be no clause on the page", cure, lines[number])
    before = text.source.body_line
    for number in page:
        before = lines.get(number, before)
        if number not in lines:
            what = f"{number} would be a clause on the page, and is none in the text"
            cure = "write its number, a space and its words as a paragraph of their own, or words before the number"
            yield text.source.problem("clause", what, cure, _line(text, number, before))


def _line(text: Text, number: str, start: int) -> int:
    """The line at whose beginning a number stands, after the line `start` of the file; else that one."""
    written = r"\wـ?\)" if " " in number else number.replace(".", r"\\?\.") + r"(?!\w)"
    pattern = re.compile(rf"(?:<[^<>]*>|[^\w<])*+{written}")
    lines = text.source.body.split("\n")[start - text.source.body_line :]
    return next((start + place for place, line in enumerate(lines) if pattern.match(line)), start)


def _frozen(catalogue: Catalogue, document: Entry) -> dict[str, int]:
    """Every clause of a document's former versions, and the last version that has it."""
    found: dict[str, int] = {}
    for version in editions.former(catalogue, document):
        numbers = [clause.number for clause in version.texts[version.original].clauses]
        numbers += catalogue.ledgers[version.id].published if version.id in catalogue.ledgers else ()
        found |= dict.fromkeys(numbers, editions.number(version))
    return found


def _left(catalogue: Catalogue, document: Entry) -> dict[str, str]:
    """The numbers that a document's former versions gave up, and what became of their clauses there."""
    found: dict[str, str] = {}
    for version in editions.former(catalogue, document):
        text, place = version.texts[version.original], editions.number(version)
        for clause in text.clauses:
            found.pop(clause.number, None)
            if clause.repealed:
                found[clause.number] = f"was repealed in version {place}"
        found |= {old: f"moved to {new} in version {place}" for old, new in text.record.renumbered}
    return found


def _texts(entry: Entry, ledger: Ledger) -> list[Problem]:
    """Each text of a document, and each translation beside its source."""
    found: list[Problem] = []
    for text in entry.texts.values():
        found += _text(text)
        if text.language.code != entry.original:
            found += _translation(text, entry.texts[entry.original], ledger)
    return found


def _text(text: Text) -> Iterator[Problem]:
    """A text on its own."""
    source = text.source
    yield from clauses.check(source.shown, text.clauses)
    yield from slips.check(source.shown, source.body, source.body_line)
    yield from forms.check(source.shown, source.body, source.body_line, text.clauses)
    plain = prose(source.body)
    for match in STRUCK.finditer(plain):
        what = f"<{match['tag']}> strikes words out, and they count all the same: a digest knows no strokes"
        line = line_of(plain, match.start(), source.body_line)
        yield source.problem("text", what, "delete them; the history shows what was there before", line)


def _translation(text: Text, source: Text, ledger: Ledger) -> Iterator[Problem]:
    """A translation beside the text it was made from, which may have moved on since."""
    base = ledger.bases.get(text.language.code)
    if base is None and not source.clauses:
        return
    if base is None:
        what = "nothing says which text it was made from"
        yield text.source.problem("translation", what, f"run `make translated FILE={text.source.shown}`")
        return
    yield from freshness.check(text, base, source)
    yield from parity.check(text, base, source.source.shown)
    yield from forms.compare(text.source.shown, text.clauses, base.clauses, source.source.shown, source.clauses)


def _identifiers(catalogue: Catalogue) -> Iterator[Problem]:
    """Files and citations are called by the identifier of a document, so it has one of its own."""
    owners: dict[str, Entry] = {}
    for entry in catalogue.of_kind("document"):
        first = owners.setdefault(entry.record.identifier, entry)
        if first is not entry:
            what = f"{entry.record.identifier!r} is the identifier of {first.id} too"
            yield entry.texts[entry.original].source.problem("identifier", what, "give this document one of its own")
