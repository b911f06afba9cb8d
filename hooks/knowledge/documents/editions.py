"""The versions of a document: where each stands on a given day, and which text applied when.

Front matter says what was decided; the rest follows from the day. So nothing has to be edited when a version takes effect,
and a frozen text that says `in-force` for ever is superseded all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from knowledge.catalogue import Catalogue
from knowledge.documents import standing
from knowledge.entries import Entry
from knowledge.languages import Language
from knowledge.problems import Problem


@dataclass(frozen=True)
class Edition:
    """One version of a document as it stands on a day."""

    entry: Entry
    """Its texts."""

    version: int
    state: str
    """`draft`, `adopted` (in force from a later day), `in-force`, `superseded` or `withdrawn`."""

    since: date | None
    """The first day on which it applies; None for a draft."""

    until: date | None
    """The first day on which it no longer does, known already or past; None when no end is known."""

    by: int | None
    """The version that superseded it; None unless it is superseded."""

    current: bool
    """Whether it is the text at the address of the document itself: the newest, which may be a draft."""

    @property
    def languages(self) -> list[Language]:
        """The languages it has a text in, the one it was written in first."""
        return [text.language for text in self.entry.texts.values()]

    @property
    def place(self) -> str:
        """The id of this version for ever, the current one's too: what citations name, whatever version follows."""
        return f"{owner(self.entry)}/v{self.version}"

    def applies(self, day: date) -> bool:
        """Whether it is the text that binds on a day: from `since`, until the day before `until`."""
        return self.since is not None and self.since <= day and (self.until is None or day < self.until)


def editions(catalogue: Catalogue, entry: Entry, today: date) -> list[Edition]:
    """Every version of a document, the newest first; `entry` is the document or any former version of it."""
    document = catalogue.entries[owner(entry)]
    rows = [*former(catalogue, document), document]
    return [_edition(row, rows[place + 1 :], today) for place, row in enumerate(rows)][::-1]


def applied(found: Iterable[Edition], day: date) -> Edition | None:
    """The version that applied, or will, on a day; None when none did. What is withdrawn revives nothing before it."""
    return next((edition for edition in found if edition.applies(day)), None)


def still_applied(catalogue: Catalogue, today: date) -> set[str]:
    """The former versions, by id, that apply while the next is a draft or waits for its day."""
    found = (applied(editions(catalogue, entry, today), today) for entry in catalogue.of_kind("document"))
    return {edition.entry.id for edition in found if edition and not edition.current}


def owner(entry: Entry) -> str:
    """The id of the document that a version belongs to; its own for a document."""
    return entry.id.rpartition("/")[0] if entry.kind.name == "version" else entry.id


def former(catalogue: Catalogue, document: Entry) -> list[Entry]:
    """The frozen versions of a document, oldest first."""
    return sorted((entry for entry in catalogue.of_kind("version") if owner(entry) == document.id), key=number)


def number(entry: Entry) -> int:
    """The number of a version: its folder's, which front matter repeats; a document's is that of its current text."""
    if entry.kind.name == "version":
        return int(entry.id.rpartition("/v")[2])
    return int(entry.record.version)


def _edition(entry: Entry, later: Sequence[Entry], today: date) -> Edition:
    record, current = entry.record, entry.kind.name == "document"
    if not standing.applies(record):
        state = "withdrawn" if record.status == "withdrawn" else "draft"
        return Edition(entry, number(entry), state, record.effective, record.until, None, current)
    heir = _heir(later)
    until = min(filter(None, (heir and heir.record.effective, record.until)), default=None)
    by = number(heir) if heir and until and until == heir.record.effective and until <= today else None
    state = _state(record, until, by, today)
    return Edition(entry, number(entry), state, record.effective, until, by, current)


def _heir(later: Iterable[Entry]) -> Entry | None:
    """The version that takes the place of those before it: the next that is adopted and ever applies."""
    return next((entry for entry in later if standing.applies(entry.record)), None)


def _state(record: Any, until: date | None, by: int | None, today: date) -> str:
    if today < record.effective:
        return "adopted"
    if until is None or today < until:
        return "in-force"
    return "superseded" if by else "withdrawn"


def words(state: str, translate: Callable[[str], str]) -> str:
    """The state of a version in words; `translate` gives the chrome's words in the reader's language."""
    return {
        "draft": translate("Draft"),
        "adopted": translate("Adopted"),
        "in-force": translate("In force"),
        "superseded": translate("Superseded"),
        "withdrawn": translate("Withdrawn"),
    }[state]


def problems(catalogue: Catalogue) -> Iterator[Problem]:
    """What cannot be so in any document, and former versions of none."""
    for document in catalogue.of_kind("document"):
        yield from check(document, former(catalogue, document))
    for entry in catalogue.of_kind("version"):
        if owner(entry) not in catalogue.entries:
            what = f"there is no document {owner(entry)} that this was a version of"
            yield _told(entry, "file", what, "write its current text, or mend the one that is there")


def check(document: Entry, versions: Sequence[Entry]) -> Iterator[Problem]:
    """What cannot be so in a document and its former versions.

    Nothing here asks what day it is: a site that could be published yesterday can be published today.
    """
    rows = [*sorted(versions, key=number), document]
    for entry in rows:
        yield from standing.check(entry)
    for version in rows[:-1]:
        yield from _frozen(version, document)
    yield from _numbers(rows)
    yield from _days(rows)
    for place, entry in enumerate(rows, 1):
        yield from _superseded(entry, _heir(rows[place:]))


def _told(entry: Entry, field: str, what: str, cure: str) -> Problem:
    return entry.texts[entry.original].source.problem(field, what, cure)


def _frozen(version: Entry, document: Entry) -> Iterator[Problem]:
    record = version.record
    if record.version != number(version):
        what = f"version {record.version} lies in the folder of version {number(version)}"
        yield _told(version, "version", what, "mend the number, or rename the folder")
    if record.identifier != document.record.identifier:
        what = f"the document is called {document.record.identifier!r}, and citations rely on it"
        yield _told(version, "identifier", what, "give all versions the same identifier")
    if record.status == "draft":
        yield _told(version, "status", "a draft never bound anybody, so it is no former version", "delete its folder")
    if record.menu is not None:
        yield _told(version, "menu", "a former version has no place in the menu", "delete it")


def _numbers(rows: Sequence[Entry]) -> Iterator[Problem]:
    """Numbers that come back, go backwards or leave a gap: all versions are here, from the first to the current one."""
    *frozen, document = rows
    taken = [number(entry) for entry in frozen]
    if taken and (now := number(document)) <= taken[-1]:
        said = "is frozen already" if now in taken else f"comes before version {taken[-1]}, which is frozen"
        cure = f"write version: {taken[-1] + 1}, and leave former versions as they are"
        yield _told(document, "version", f"version {now} {said}", cure)
    for before, after in pairwise([0, *map(number, rows)]):
        if after > before + 1:
            later = next(entry for entry in rows if number(entry) == after)
            what = (
                f"version {after} follows version {before}" if before else f"version {after} is here without version 1"
            )
            counted = f"write version: {before + 1}, or " if later is document else ""
            yield _told(later, "version", what, f"{counted}bring back the folder v{before + 1}")


def _days(rows: Iterable[Entry]) -> Iterator[Problem]:
    """Two versions that would apply at once, or a later one that applies first."""
    latest = None
    for entry in (entry for entry in rows if standing.applies(entry.record)):
        if latest and entry.record.effective <= (day := latest.record.effective):
            what = f"version {number(latest)} applies from {day}, and this later version from no later day"
            yield _told(entry, "effective", what, f"write a day after {day}")
        else:
            latest = entry


def _superseded(entry: Entry, heir: Entry | None) -> Iterator[Problem]:
    if entry.record.status != "superseded":
        return
    if not heir:
        what = "no later version has been adopted, so nothing supersedes this one"
        yield _told(entry, "status", what, "write in-force, or withdrawn and until: and the day")
    elif entry.record.until and entry.record.until != heir.record.effective:
        what = f"version {number(heir)} takes its place on {heir.record.effective}"
        yield _told(entry, "until", what, f"write until: {heir.record.effective}, or delete it")
