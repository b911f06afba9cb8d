"""A feed as plain values, and the same feed as Atom (RFC 4287), the format that every feed reader understands.

Atom rather than RSS because it says which language each text is in and when an entry changed, and has a standard to be
checked against. The same feed gives the same bytes on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as Xml
from xml.etree.ElementTree import Element

from knowledge import bidi
from knowledge.languages import Language
from knowledge.safety import UNSHOWN

NAMESPACE = "http://www.w3.org/2005/Atom"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Author:
    """Who wrote an entry."""

    name: str
    url: str = ""
    """Absolute; `""` for an author without a page."""


@dataclass(frozen=True)
class Category:
    """A subject of an entry."""

    term: str
    """The same in every language."""

    scheme: str
    """The absolute address of the list that the term stands in; the same in every language."""

    label: str
    """The subject in words."""

    text: Language
    """The language of the label."""


@dataclass(frozen=True)
class Item:
    """One entry of a feed."""

    id: str
    """An absolute address that never changes, whatever happens to the title."""

    url: str
    """Absolute; where the text can be read."""

    text: Language
    """The language of the text and its title; the summary is in that of the feed."""

    title: str
    summary: str
    updated: date
    published: date | None = None
    authors: Sequence[Author] = ()
    """Without any, the entry is the feed's author's."""

    categories: Sequence[Category] = ()


@dataclass(frozen=True)
class Feed:
    """What one can subscribe to."""

    url: str
    """Absolute; also the id of the feed."""

    page: str
    """The page that shows the same things; absolute."""

    reader: Language
    text: Language
    """The language of the title and the subtitle: the reader's, except below an untranslated page."""

    title: str
    subtitle: str
    author: Author
    updated: date
    items: Sequence[Item]
    """Newest first."""


def document(feed: Feed) -> str:
    """The feed as an XML document."""
    root = Element("feed", {"xmlns": NAMESPACE, LANG: feed.reader.code})
    _add(root, "id", feed.url)
    _say(root, "title", feed.title, feed.text, feed.reader)
    if feed.subtitle:
        _say(root, "subtitle", feed.subtitle, feed.text, feed.reader)
    _add(root, "updated", _midnight(feed.updated))
    _author(root, feed.author, feed.reader)
    _link(root, "self", "application/atom+xml", feed.url, feed.reader)
    _link(root, "alternate", "text/html", feed.page, feed.reader)
    for item in feed.items:
        _entry(root, item, feed.reader)
    Xml.indent(root, "")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _entry(root: Element, item: Item, reader: Language) -> None:
    entry = Xml.SubElement(root, "entry", {LANG: item.text.code})
    _add(entry, "id", item.id)
    _say(entry, "title", item.title, item.text, item.text)
    if item.published:
        _add(entry, "published", _midnight(item.published))
    _add(entry, "updated", _midnight(item.updated))
    for author in item.authors:
        _author(entry, author, item.text)
    for category in item.categories:
        _category(entry, category, item.text)
    _link(entry, "alternate", "text/html", item.url, item.text)
    _say(entry, "summary", item.summary, reader, item.text)


def _add(parent: Element, name: str, text: str) -> Element:
    element = Xml.SubElement(parent, name)
    element.text = text
    return element


def _say(parent: Element, name: str, words: str, spoken: Language, around: Language) -> None:
    """Words that readers see, marked with their language where it is not the one around them."""
    element = _add(parent, name, _shown(words, spoken))
    if spoken != around:
        element.set(LANG, spoken.code)


def _shown(words: str, spoken: Language) -> str:
    """The words with what XML cannot hold left out and, in right-to-left text, islands between isolate characters.

    Atom has no `dir`, and a feed reader that shows `2026-03-01` or `+45 52 10 78 04` in Arabic turns it round as a browser
    does. Isolates are the only cure in plain text (Unicode UAX 9); only the rare title with such an island gets them.
    """
    words = UNSHOWN.sub("", words)
    return bidi.isolated_text(words) if spoken.direction == "rtl" else words


def _author(parent: Element, author: Author, spoken: Language) -> None:
    element = Xml.SubElement(parent, "author")
    _add(element, "name", _shown(author.name, spoken))
    if author.url:
        _add(element, "uri", author.url)


def _category(entry: Element, category: Category, around: Language) -> None:
    label = _shown(category.label, category.text)
    element = Xml.SubElement(entry, "category", term=category.term, scheme=category.scheme, label=label)
    if category.text != around:
        element.set(LANG, category.text.code)


def _link(parent: Element, relation: str, kind: str, url: str, target: Language) -> None:
    Xml.SubElement(parent, "link", rel=relation, type=kind, hreflang=target.code, href=url)


def _midnight(day: date) -> str:
    """A day as the moment it begins in UTC (RFC 3339): front matter knows no hours."""
    return f"{day.isoformat()}T00:00:00Z"
