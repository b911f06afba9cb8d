"""WordPress's own export (WXR, RSS with additions) as plain posts, one after the other.

An XML parser stops at the first fault of a file, and exports of old sites have some. So the file is cut into its items
first (it is mapped, not loaded: 200 MB are no burden), and each is parsed on its own: what is wrong with one is told, and
the next one is read. Entities and the network are off. Reads the export; writes nothing.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from lxml import etree

from knowledge.fields import Unfit, day
from knowledge.importer import plugins
from knowledge.importer.exports import AUTHOR, Attachment, Damaged, Export, Item, Post, Term, Unreadable, is_blank

MARK = re.compile(rb"<!\[CDATA\[|<item\b[^>]*>|</item>")
"""Where items begin and end; what stands in CDATA sections is text, even when it looks the same."""

ENCODED = (b"</content:encoded>", b"</excerpt:encoded>")
"""What follows the CDATA sections of texts; inside one it means that the section was never closed."""

WRITER = re.compile(rb"<wp:author>.*?</wp:author>", re.S)
LISTS = re.compile(rb"<(?:item|wp:(?:author|category|tag|term))\b")
"""Where the description of the site ends."""

TITLE = re.compile(rb"<title>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</title>", re.S)
WHERE = re.compile(r",? line \d+, column \d+$")
"""Where the parser met a fault, counted from the start of the item: of no use to anybody."""

OPENING = re.compile(rb"<rss\b[^>]*>", re.S)
ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)")
HEAD = 1024 * 1024
"""Bytes in which the description of the site stands."""

BLANKED = bytes(32 if number < 32 and number not in b"\t\n\r" else number for number in range(256))
"""Every byte, with a space for characters that XML cannot hold and no page can show; old databases are full of them."""

THUMBNAIL, ALT = "_thumbnail_id", "_wp_attachment_image_alt"


def read(path: Path) -> Export:
    """An export file; raises Unreadable when it is none, or declares entities."""
    with path.open("rb") as file:
        top = file.read(HEAD).partition(b"<item")[0]
    head = LISTS.split(top, 1)[0]
    opening = OPENING.search(head)
    if not opening:
        raise Unreadable(f"{path.name} is not a WordPress export: there is no <rss> at its top")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise Unreadable(f"{path.name} declares entities, which no WordPress export does: it is not read")
    encoding = ENCODING.search(head)
    prolog = b"<?xml version='1.0' encoding='%s'?>" % (encoding[1] if encoding else b"UTF-8") + opening[0]
    channel: dict[str, str] = {}
    with suppress(etree.XMLSyntaxError, IndexError):
        channel = _fields(_parsed(prolog, head[opening.end() :] + b"</channel>"))
    site = channel.get("base_blog_url") or channel.get("link", "")
    items = partial(_items, path, prolog, _writers(prolog, top))
    return Export(site.strip(), channel.get("language", "").strip(), items)


def _writers(prolog: bytes, top: bytes) -> dict[str, str]:
    """The names of those who wrote, by what they log in with."""
    found = {}
    for part in WRITER.findall(top):
        with suppress(etree.XMLSyntaxError):
            said = _fields(_parsed(prolog, part))
            found[said.get("author_login", "")] = said.get("author_display_name", "").strip()
    return found


def _parsed(prolog: bytes, part: bytes) -> etree._Element:
    """The one element in a part of the file; raises XMLSyntaxError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(prolog + part.translate(BLANKED) + b"</rss>", parser)[0]


def _items(path: Path, prolog: bytes, writers: dict[str, str]) -> Iterator[Item]:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for place, (line, part) in enumerate(_parts(data), 1):
            try:
                yield _item(_parsed(prolog, part), place, line, writers)
            except etree.XMLSyntaxError as error:
                yield _damaged(part, place, line, WHERE.sub("", error.msg or "it makes no sense"))


def _damaged(part: bytes, place: int, line: int, fault: str) -> Damaged:
    title = TITLE.search(part)
    closed = part.endswith(b"</item>")
    what = f"it is not well-formed XML: {fault}" if closed else "it is never closed: the export breaks off inside it"
    return Damaged(place, line, title[1].decode("utf-8", "replace") if title else "", what)


def _parts(data: mmap.mmap) -> Iterator[tuple[int, bytes]]:
    """Every item with the line it starts at; one that is never closed ends where the next begins, or with the file."""
    begun, line, counted = -1, 1, 0
    for start, mark, end in _marks(data):
        if begun >= 0:
            line, counted = line + data[counted:begun].count(b"\n"), begun
            yield line, data[begun : end if mark == b"</item>" else start]
        begun = -1 if mark == b"</item>" else start
    if begun >= 0:
        yield line + data[counted:begun].count(b"\n"), data[begun:]


def _marks(data: mmap.mmap) -> Iterator[tuple[int, bytes, int]]:
    """Start, text and end of every tag of an item outside CDATA sections."""
    place = 0
    while mark := MARK.search(data, place):
        place = mark.end()
        if mark[0] == b"<![CDATA[":
            place = max(place, _closed(data, place))
        else:
            yield mark.start(), mark[0], place


def _closed(data: mmap.mmap, start: int) -> int:
    """Where the CDATA section that starts here ends; -1 when it never does, or only in another item."""
    end = data.find(b"]]>", start)
    return -1 if any(data.find(tag, start, end) >= 0 for tag in ENCODED) else end


def _fields(element: etree._Element) -> dict[str, str]:
    """The texts of the children by their local names; both `encoded` ones by what they encode."""
    found: dict[str, str] = {}
    for child in element.iterchildren(tag=etree.Element):
        name = etree.QName(child)
        key = name.localname
        if key == "encoded":
            key = "excerpt" if "excerpt" in (name.namespace or "") else "content"
        found.setdefault(key, "".join(child.itertext()))
    return found


def _item(element: etree._Element, place: int, line: int, writers: dict[str, str]) -> Item:
    fields = _fields(element)
    said = {
        meta.get("meta_key", ""): meta.get("meta_value", "") for meta in map(_fields, element.iterfind("{*}postmeta"))
    }
    sort, identity = fields.get("post_type", "post"), fields.get("post_id") or f"at line {line}"
    if sort == "attachment":
        address, parent = fields.get("attachment_url", "").strip(), fields.get("post_parent", "")
        return Attachment(place, identity, address, said.get(ALT, "").strip(), parent)
    writer = writers.get(fields.get("creator", ""), "")
    beside = plugins.beside(said, [*_terms(element), *([Term(AUTHOR, writer)] if writer else [])])
    return Post(
        place=place,
        line=line,
        id=identity,
        sort=sort,
        status=fields.get("status", "publish"),
        locked=bool(fields.get("post_password", "").strip()),
        date=_day(fields),
        slug=fields.get("post_name", ""),
        link=fields.get("link", "").strip(),
        title=fields.get("title", ""),
        excerpt=fields.get("excerpt", ""),
        content=fields.get("content", ""),
        picture=said.get(THUMBNAIL, ""),
        blank=is_blank(fields.get("content", "")),
        comments=len(element.findall("{*}comment")),
        **vars(beside),
    )


def _terms(element: etree._Element) -> Iterator[Term]:
    for term in element.iterfind("category"):
        yield Term(term.get("domain", ""), "".join(term.itertext()), term.get("nicename", ""))


def _day(fields: dict[str, str]) -> str:
    """The day of publication where the site is, else in Greenwich; WordPress writes zeros for none."""
    for name in ("post_date", "post_date_gmt"):
        with suppress(Unfit):
            return day(fields.get(name, "").strip()[:10]).isoformat()
    return ""
