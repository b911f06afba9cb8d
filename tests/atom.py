"""Judges a feed: by RFC 4287 (the schema in atom.rng, and what no schema can say) and as a feed reader takes it.

No package that judges Atom is kept up to date, so the standard itself is written down here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAMES = {"a": "http://www.w3.org/2005/Atom"}
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def faults(document: str) -> list[str]:
    """Everything that is wrong with a feed; nothing when it is valid and tells its languages and addresses in full."""
    try:
        root = etree.fromstring(document.encode())
    except etree.XMLSyntaxError as error:
        return [str(error)]
    if not SCHEMA.validate(root):
        return [f"line {error.line}: {error.message}" for error in SCHEMA.error_log]
    return [*_twice(root), *_signed(root), *_dated(root), *_located(root), *_spoken(root), *_refused(document)]


def _twice(root: etree._Element) -> Iterator[str]:
    """4.1.1 and 4.1.2: one alternate a type and language; our entries stand in a feed once."""
    ids = Counter(found.text for found in root.iterfind("a:entry/a:id", NAMES))
    yield from (f"{name} stands here twice" for name, count in ids.items() if count > 1)
    for parent in (root, *root.iterfind("a:entry", NAMES)):
        links = Counter((link.get("type"), link.get("hreflang")) for link in _links(parent, "alternate"))
        yield from (f"two alternates {kind}" for kind, count in links.items() if count > 1)


def _signed(root: etree._Element) -> Iterator[str]:
    """4.1.1: every entry has an author, its own or the feed's."""
    for entry in root.iterfind("a:entry", NAMES):
        if entry.find("a:author", NAMES) is None and root.find("a:author", NAMES) is None:
            yield "an entry has no author"


def _dated(root: etree._Element) -> Iterator[str]:
    """Our own rule: a feed is as old as its newest entry, and its entries come newest first."""
    moments = root.xpath("a:entry/a:updated/text()", namespaces=NAMES)
    if moments != sorted(moments, reverse=True):
        yield "the entries are out of order"
    if moments and root.findtext("a:updated", None, NAMES) != max(moments):
        yield "the feed and its newest entry were updated at different moments"


def _located(root: etree._Element) -> Iterator[str]:
    """4.1.1 and 4.1.2: the feed says where it lies, an entry without content where its text lies; all in full."""
    if len(_links(root, "self")) != 1:
        yield "the feed does not say where it lies"
    for entry in root.iterfind("a:entry", NAMES):
        if entry.find("a:content", NAMES) is None and not _links(entry, "alternate"):
            yield "an entry has neither content nor a link to it"
    where = "//a:id/text() | //a:uri/text() | //@href | //@scheme"
    for address in root.xpath(where, namespaces=NAMES):
        if not urlsplit(str(address)).scheme or not urlsplit(str(address)).netloc:
            yield f"{address} is no full address"


def _spoken(root: etree._Element) -> Iterator[str]:
    """Our own rule: the feed and every entry say which language they are in."""
    for element in (root, *root.iterfind("a:entry", NAMES)):
        if not element.get(LANG):
            yield f"{etree.QName(element).localname} does not say its language"


def _refused(document: str) -> Iterator[str]:
    """A reader that people use takes the feed without complaint, and finds every entry in it."""
    read = feedparser.parse(document.encode())
    if read.bozo or read.version != "atom10" or len(read.entries) != document.count("<entry "):
        yield f"feedparser: {read.get('bozo_exception', read.version)}"


def _links(parent: etree._Element, relation: str) -> list[etree._Element]:
    return parent.findall(f"a:link[@rel='{relation}']", NAMES)
