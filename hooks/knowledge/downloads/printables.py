"""A text as it is to be printed or carried away: everything that a file needs, in plain values.

Whoever calls these rooms fills in one `Printable` for each text; they ask for nothing else and know nothing of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from knowledge import typography
from knowledge.documents.dossier import Dossier
from knowledge.entries import Entry, Text
from knowledge.languages import Language

ENDINGS = ("pdf", "docx", "epub", "txt")
"""What a text can be taken away as."""


@dataclass(frozen=True)
class Printable:
    """One text in one language and version."""

    identifier: str
    """The same in every language and version."""

    version: str
    """With European digits."""

    language: Language
    """Of the text, and of everything around it."""

    title: str
    summary: str
    state: str
    """In words: Draft, In force …"""

    draft: bool
    """Whether the state stands across every page."""

    facts: tuple[tuple[str, str], ...]
    """Label and value, in words, in the order they are shown."""

    address: str
    """Of the web page, absolute."""

    html: str = field(repr=False)
    """The body of the finished page."""

    words: Mapping[str, str] = field(repr=False)
    """What `labels` says in the language of the text."""

    day: date
    """Stands in the metadata, so that the same text gives the same bytes whenever it is made."""

    source: str
    """The file an editor would mend, as messages name it."""

    page: str = ""
    """Where the page lies that it is made from, absolute: links lead from there. A version is cited by another address."""

    find: Callable[[str], Path | None] = field(default=lambda _: None, repr=False, compare=False)
    """The file of the picture that an address on the page leads to."""

    def name(self, ending: str) -> str:
        """What a file made of it is called: `code-of-ethics_v3_fr.pdf`."""
        return f"{self.identifier}_v{self.version}_{self.language.code}.{ending}"

    @property
    def mirrored(self) -> bool:
        """Whether it runs from right to left."""
        return self.language.direction == "rtl"

    @property
    def running(self) -> tuple[str, ...]:
        """What stands on every page, beside its number and the address."""
        return (self.identifier, self.words["version"] % {"version": self.version}, self.state, self.language.name)

    @property
    def urn(self) -> str:
        """An identifier for machines that differs for each version and language, and for nothing else."""
        return uuid5(NAMESPACE_URL, f"{self.address} {self.name('')}").urn


def labels(translate: Callable[[str], str], code: str) -> dict[str, str]:
    """What files say around a text; `translate` speaks the language of the text, whose tag is `code`."""
    said = {
        "version": translate("Version %(version)s"),
        "page": translate("Page %(number)s of %(pages)s"),
        "contents": translate("Contents"),
        "address": translate("On the web"),
        "code": translate("QR code that leads to %(address)s"),
        "fact": translate("%(label)s: %(value)s"),
    }
    return {name: typography.setter(code)(words) for name, words in said.items()}


def document(dossier: Dossier, html: str, find: Callable[[str], Path | None]) -> Printable:
    """A document in the language of its text, from its dossier and the body of its page."""
    text, edition = dossier.text, dossier.edition
    return Printable(
        identifier=text.record.identifier,
        version=text.language.number(edition.version),
        language=text.language,
        title=text.record.title,
        summary=text.record.summary,
        state=dossier.state,
        draft=edition.state == "draft",
        facts=tuple(dossier.facts),
        address=dossier.address,
        html=html,
        words=labels(dossier.spoken, text.language.code),
        day=text.record.reviewed,
        source=text.source.shown,
        find=find,
    )


def article(
    entry: Entry,
    text: Text,
    address: str,
    html: str,
    translate: Callable[[str], str],
    find: Callable[[str], Path | None],
) -> Printable:
    """An article in one language; `address` is absolute. It has no versions: its first and only one is told by its day."""
    return Printable(
        identifier=entry.id.rpartition("/")[2],
        version="1",
        language=text.language,
        title=text.record.title,
        summary=text.record.summary,
        state=text.language.date(text.record.date),
        draft=False,
        facts=(),
        address=address,
        html=html,
        words=labels(translate, text.language.code),
        day=text.record.date,
        source=text.source.shown,
        find=find,
    )
