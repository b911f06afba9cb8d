"""The front-matter contract: one class per kind of page, one sentence under each field.

CONTRIBUTING's tables of fields are made from this file, so a sentence here is a sentence editors read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.attachments.enclosures import Enclosure, enclosures
from knowledge.fields import (
    References,
    choice,
    day,
    email,
    fact,
    flag,
    identifier,
    names,
    number,
    pairs,
    phone,
    picture,
    summary,
    text,
    word,
)

Pairs = tuple[tuple[str, str], ...]
"""Lines of text by name."""


@dataclass(frozen=True)
class Record:
    """What every page says about itself."""

    title: str = word(text)
    """The heading of the page and its name in search, lists and the browser's tab."""

    summary: str = word(summary)
    """One or two sentences (at most 240 characters) for cards, search results and feeds."""

    short: str = word(text, default="")
    """A shorter title for the menu and the path above the page."""

    translated_from: str = word(text, default="")
    """The language this text was translated from, when that is not the site's first language: `ar`."""

    leave: bool = fact(flag, default=False)
    """Write `true` for the button that leaves the site at once; pages about raising a concern always have it."""

    attachments: tuple[Enclosure, ...] = fact(enclosures, default=())
    """Files beside the page that readers can take away, shown at its foot: for each `file`, `title`, `language` and `kind`."""

    @property
    def label(self) -> str:
        """The shortest name of the page."""
        return self.short or self.title


@dataclass(frozen=True)
class Page(Record):
    """A page of text."""

    reviewed: date = fact(day)
    """The day somebody last read the whole page and found it right, as 2026-11-02."""

    menu: int | None = fact(number, default=None)
    """Its place in the menu at the top of every page, from 1; leave it out to keep the page out of the menu."""

    order: int = fact(number, default=999)
    """Its place in lists of its kind, from 1; pages without one come last, by title."""

    contacts: tuple[str, ...] = fact(References("person"), default=())
    """People to ask, by their folder under `people/`; their cards stand below the text."""


@dataclass(frozen=True)
class Home(Page):
    """The first page of the site."""


@dataclass(frozen=True)
class Hub(Page):
    """A page that introduces the pages in the folders below it and lists them."""


@dataclass(frozen=True)
class Topic(Page):
    """A subject the organisation works on; lists its documents, people to ask and related articles."""

    documents: tuple[str, ...] = fact(References("document"), default=())
    """Documents that govern the subject, by their path, as `policies/anti-harassment`."""


@dataclass(frozen=True)
class Region(Page):
    """A part of the world that articles can be about."""


@dataclass(frozen=True)
class Person(Page):
    """Somebody readers can turn to; the title is the name."""

    role: str = word(text)
    """What this person does in the organisation."""

    phone: str = fact(phone, default="")
    """A phone number with its country code, in quotes: `"+45 5210 7804"`."""

    email: str = fact(email, default="")
    """An e-mail address."""


@dataclass(frozen=True)
class Document(Page):
    """A text that binds: a code, a policy, guidelines, a questionnaire."""

    identifier: str = fact(identifier)
    """Its short name in citations and file names; never changes."""

    version: int = fact(number)
    """The number of this version, counted from 1."""

    status: str = fact(choice("draft", "in-force", "superseded", "withdrawn"))
    """Where it stands: `draft`, `in-force`, `superseded` or `withdrawn`; a draft says so on the page."""

    effective: date | None = fact(day, default=None)
    """The day from which this version applies; needed once it is in force."""

    until: date | None = fact(day, default=None)
    """The day from which it no longer applies; needed once it is withdrawn."""

    adopted_by: str = word(text, default="")
    """Who adopted this version: a body or a role, not a name; needed once it is in force."""

    prevails: str = fact(text, default="")
    """The language whose text prevails when texts differ, as `en`; `equal` when all are equally authentic."""

    renumbered: Pairs = fact(pairs, default=())
    """Clauses that have moved, the old number first, as `{"3.4": "3.5"}`; links to the old number lead to the new one."""

    next_review: date | None = fact(day, default=None)
    """The day it is to be reviewed again."""

    owner: str = word(text, default="")
    """Who keeps it up to date: a role, not a name."""

    translator: str = word(text, default="")
    """In a translation: who made it, a role or a body, not a name."""

    reviewer: str = word(text, default="")
    """In a translation: who compared it with its source, a role or a body, not a name."""

    compared: date | None = word(day, default=None)
    """In a translation: the day it was last compared with its source; without one, readers are told that nobody has."""

    machine: bool = word(flag, default=False)
    """In a translation: `true` when a machine made it; readers are told until the day it is `compared`."""

    differs: Pairs = word(pairs, default=())
    """In a translation: clauses that may differ from their source and why, as `{"3.2": "the law counts in weeks"}`."""


@dataclass(frozen=True)
class Report(Page):
    """How to raise a concern."""

    tab: str = word(text)
    """What the browser's tab and its history show instead of the title, as `Contact`: others may see them."""

    owner: str = word(text)
    """Who keeps it up to date: a role, not a name."""

    channels: tuple[str, ...] = fact(names)
    """Ways to reach you, in the order readers see them: names of groups in `facts.yml`, as `[report]`."""

    follows: str = word(text, default="")
    """In a translation: the mark of the source text that it says the same as; the build tells which."""


@dataclass(frozen=True)
class Article(Record):
    """An explainer or guidance in the news archive."""

    date: date = fact(day)
    """The day of publication, as 2026-03-14."""

    topics: tuple[str, ...] = fact(References("topic"))
    """One topic or more, by their folder under `topics/`."""

    regions: tuple[str, ...] = fact(References("region"), default=())
    """The regions it is about, by their folder under `regions/`; leave it out when it is about everywhere."""

    authors: tuple[str, ...] = fact(References("person"), default=())
    """Who wrote it, by their folder under `people/`; leave it out when the editorial team signs."""

    image: str = fact(picture, default="")
    """A picture beside the page, as `photo.jpg`."""

    downloads: bool = fact(flag, default=False)
    """Write `true` to offer it as files to print and to carry (PDF, Word, EPUB, text), as documents are."""

    image_alt: str = word(text, default="")
    """What the picture shows, for those who cannot see it; needed when there is an image."""

    adapted: bool = word(flag, default=False)
    """In a translation: `true` when it tells the story in its own way, and its headings are not those of its source."""
