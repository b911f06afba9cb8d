"""Where a text says that it stands: status, days and languages that go together, in one version on its own.

Partners sign for what this says, so what cannot be true of a text is refused before it is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from knowledge.entries import Entry, Text
from knowledge.problems import Problem
from knowledge.sources import Source

EQUAL = "equal"
"""What `prevails` says when all languages are equally authentic."""

OF_TRANSLATIONS = ("translator", "reviewer", "compared", "machine", "differs")
"""Fields that only a translation can have."""


def applies(record: Any) -> bool:
    """Whether a version is adopted and binds on one day at least; one may be withdrawn before it takes effect."""
    if record.status == "draft" or record.effective is None:
        return False
    return record.until is None or record.effective < record.until


def check(entry: Entry) -> Iterator[Problem]:
    """What cannot be so in the texts of one version."""
    source = entry.texts[entry.original].source
    yield from _draft(entry, source) if entry.record.status == "draft" else _adopted(entry, source)
    yield from _prevailing(entry, source)
    for name in OF_TRANSLATIONS:
        if name in source.matter.values:
            yield source.problem(name, "this text is no translation", "delete it: only translations have it")


def _draft(entry: Entry, source: Source) -> Iterator[Problem]:
    """A draft binds nobody on any day."""
    cure = "delete it, or write status: in-force once the text is adopted"
    for name in ("effective", "until"):
        if getattr(entry.record, name):
            yield source.problem(name, "a draft applies on no day", cure)
    for text in entry.texts.values():
        if text.record.adopted_by:
            yield text.source.problem("adopted_by", "somebody adopted it, and it is a draft", cure)


def _adopted(entry: Entry, source: Source) -> Iterator[Problem]:
    """Whoever is bound can read from when, until when and by whose decision."""
    record, status = entry.record, entry.record.status
    if record.effective is None:
        yield _missing(entry.texts[entry.original], "effective", status, "the day from which it applies")
    if status == "withdrawn" and record.until is None:
        yield _missing(entry.texts[entry.original], "until", status, "the day from which it no longer applies")
    for text in entry.texts.values():
        if not text.record.adopted_by:
            yield _missing(text, "adopted_by", status, "the body or role that adopted it")
    if record.effective and record.until:
        yield from _span(record, source)


def _missing(text: Text, name: str, status: str, value: str) -> Problem:
    lines = text.source.matter.lines
    what = f"a text with status {status} needs this field"
    return text.source.problem(name, what, f"write {name}: and {value}", lines.get("status"))


def _span(record: Any, source: Source) -> Iterator[Problem]:
    if record.until < record.effective:
        what = f"it would end before it applies, on {record.effective.isoformat()}"
        cure = "write a later day; the same day for a text that is withdrawn before it takes effect"
        yield source.problem("until", what, cure)
    elif record.until == record.effective and record.status != "withdrawn":
        yield source.problem("until", "it would apply on no day", "write a later day, or status: withdrawn")


def _prevailing(entry: Entry, source: Source) -> Iterator[Problem]:
    """The text that prevails exists, and somebody vouches for it."""
    prevails = entry.record.prevails
    if prevails and prevails not in (EQUAL, *entry.texts):
        known = ", ".join([*entry.texts, EQUAL])
        yield source.problem("prevails", f"this document has no text in {prevails!r}", f"write one of {known}")
    for code, text in entry.texts.items():
        values = text.source.matter.values
        alone = values.get("machine") is True and "compared" not in values
        if alone and entry.record.status != "draft" and prevails in (code, EQUAL) and code != entry.original:
            what = "a machine made this text, nobody has compared it, and it is to prevail"
            cure = f"compare it and write compared: and the day, or name another language in {source.shown}"
            yield text.source.problem("machine", what, cure)
