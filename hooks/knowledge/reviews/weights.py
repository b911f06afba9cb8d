"""What a page weighs as it is served, in two finished sites: its HTML with style, scripts and pictures, compressed.

Fonts are left out: they follow from the language, and browsers keep them. Reads files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from knowledge.reviews.account import Item, Part
from knowledge.reviews.signposts import Signposts

THRESHOLD = 1_000
"""Bytes by which a page has to change before anybody is told."""


@dataclass(frozen=True)
class Change:
    """What a page weighed and weighs, in bytes."""

    url: str
    before: int
    after: int

    @property
    def more(self) -> int:
        """How much heavier it became; less than nothing for a page that became lighter."""
        return self.after - self.before


def weight(site: Path, url: str, page: HtmlElement) -> int:
    """The bytes that are served for the page at `url` (`fr/news/`), with what it shows and runs."""
    return _served(site / url / "index.html") + sum(_served(site / name) for name in set(_needed(url, page)))


def _needed(url: str, page: HtmlElement) -> Iterator[str]:
    """The files a page fetches, from the root of the site; of pictures, the one for browsers that choose none."""
    named = page.xpath("//link[@rel='stylesheet']/@href | //script/@src | //img/@src")
    for address in named:
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc and parts.path:
            path = parts.path.removeprefix("/") if parts.path.startswith("/") else join(url, parts.path)
            yield unquote(normpath(path))


def _served(path: Path) -> int:
    """The bytes of a file as a server sends it; none when it is not there."""
    sizes = [place.stat().st_size for place in (path.with_name(f"{path.name}.br"), path) if place.is_file()]
    return sizes[0] if sizes else 0


def notable(changes: Iterable[Change]) -> list[Change]:
    """Those worth telling, the page that grew most first."""
    return sorted(
        (change for change in changes if abs(change.more) > THRESHOLD), key=lambda item: (-item.more, item.url)
    )


def told(changes: Sequence[Change], signs: Signposts) -> Part:
    """What became heavier or lighter, as a part of a summary."""
    items = [
        Item(
            [
                signs.at(change.url),
                f": {_kilobytes(change.before)} → {_kilobytes(change.after)} KB ({_signed(change.more)})",
            ]
        )
        for change in changes
    ]
    first = "HTML, style, scripts and pictures as they are served, without fonts; changes below 1 KB are left out."
    return Part("Weight of pages", items, first)


def _kilobytes(size: int) -> str:
    return f"{size / 1000:,.1f}"


def _signed(size: int) -> str:
    return f"{'+' if size > 0 else '−'}{_kilobytes(abs(size))} KB"
