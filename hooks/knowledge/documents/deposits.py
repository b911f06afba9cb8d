"""A text as data for other programs: `index.json` beside each version in each language, and the list of all of them.

What a reader sees, clause by clause, with digests by which anybody can tell that nothing changed (room `digests` says how they
are made). `deposit.schema.json` documents every field and is published with the site; fields may be added to it, none is
removed, renamed or given another meaning under the same address. The only file this room reads is that schema.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.documents import digests
from knowledge.documents.clauses import clause_id
from knowledge.documents.editions import Edition
from knowledge.documents.fulltext import Words
from knowledge.documents.repeals import repealed
from knowledge.entries import Text
from knowledge.languages import Language

Deposit = dict[str, Any]

SCHEMA = "schemas/document-1.json"
"""Where the schema lies, from the root of the site."""

LIST = "documents/index.json"
"""Where the list of all documents lies, from the root of the site."""


def path(edition: Edition, language: Language) -> str:
    """Where the data of a text lie, from the root of the site."""
    return f"{language.url(edition.place)}index.json"


def deposit(
    edition: Edition, text: Text, words: Words, stale: Collection[str], site_url: str, *, apart: bool = False
) -> Deposit:
    """A text as data; `words` are what it says, as readers see it.

    `stale` are the numbers of clauses that a translation does not say as its source does; those it lacks are among them.
    `apart` is whether the same holds for its title, its summary or the words that belong to no clause.
    `site_url` is absolute and ends in a slash.
    """
    return {
        "$schema": site_url + SCHEMA,
        **_name(edition, text, site_url),
        **_force(edition, text),
        "source": edition.entry.original,
        "translation": _translation(edition, text, words.clauses, stale, apart),
        "renumbered": dict(text.record.renumbered),
        "digest": words.digest(text.record.title),
        "start": words.start,
        "clauses": [_clause(number, said, number in stale) for number, said in words.clauses.items()],
        "annexes": [
            {"after": annex.after, "digest": digests.digest(annex.words), "text": annex.words}
            for annex in words.annexes
        ],
    }


def _name(edition: Edition, text: Text, site_url: str) -> Deposit:
    """What tells the text from others."""
    record, language = text.record, text.language
    return {
        "identifier": record.identifier,
        "version": edition.version,
        "language": language.code,
        "direction": language.direction,
        "title": record.title,
        "summary": record.summary,
        "address": site_url + language.url(edition.place),
    }


def _force(edition: Edition, text: Text) -> Deposit:
    """Where the version stands, and who answers for it."""
    record = text.record
    return {
        "state": edition.state,
        "current": edition.current,
        "effective": _day(edition.since),
        "until": _day(edition.until),
        "superseded_by": edition.by,
        "adopted_by": record.adopted_by or None,
        "owner": record.owner or None,
        "prevails": record.prevails or None,
        "reviewed": _day(record.reviewed),
        "next_review": _day(record.next_review),
    }


def _translation(
    edition: Edition, text: Text, words: Collection[str], stale: Collection[str], apart: bool
) -> Deposit | None:
    """How far a translation can be relied on; None for the source."""
    if text.language.code == edition.entry.original:
        return None
    record, source = text.record, edition.entry.texts[edition.entry.original]
    return {
        "translator": record.translator or None,
        "reviewer": record.reviewer or None,
        "compared": _day(record.compared),
        "machine": record.machine,
        "opening_stale": apart,
        "differs": dict(record.differs),
        "missing": [
            clause.number for clause in source.clauses if clause.number in stale and clause.number not in words
        ],
    }


def _clause(number: str, words: str, stale: bool) -> Deposit:
    above = number[: max(number.rfind("."), number.rfind(" "), 0)]
    return {
        "number": number,
        "id": clause_id(number),
        "parent": above or None,
        "heading": not above,
        "repealed": repealed(words),
        "stale": stale,
        "digest": digests.digest(words),
        "text": words,
    }


def listing(documents: Iterable[Sequence[Edition]], site_url: str) -> Deposit:
    """Every document with its versions, newest first, and where the data of each text lie."""
    return {
        "$schema": f"{site_url}{SCHEMA}#/$defs/list",
        "documents": [_document(editions, site_url) for editions in documents],
    }


def _document(editions: Sequence[Edition], site_url: str) -> Deposit:
    return {
        "identifier": editions[0].entry.record.identifier,
        "versions": [_version(edition, site_url) for edition in editions],
    }


def _version(edition: Edition, site_url: str) -> Deposit:
    return {
        "version": edition.version,
        "state": edition.state,
        "current": edition.current,
        "effective": _day(edition.since),
        "until": _day(edition.until),
        "texts": [_text(edition, text, site_url) for text in edition.entry.texts.values()],
    }


def _text(edition: Edition, text: Text, site_url: str) -> Deposit:
    return {
        "language": text.language.code,
        "title": text.record.title,
        "address": site_url + text.language.url(edition.place),
        "data": site_url + path(edition, text.language),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def schema() -> str:
    """The schema, as it is published."""
    return Path(__file__).with_name("deposit.schema.json").read_text("utf-8")


def written(said: Deposit) -> str:
    """The data as a file: one value a line, so that two versions can be compared by eye."""
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"
