"""A summary as parts, items and pieces, and how it is written: as Markdown for the project's host, as text for a terminal.

Titles and texts in it are written by strangers: what would act in Markdown is escaped, what would show nothing is shown by its
number, and words that run from right to left are kept together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from knowledge.editing.remarks import FIRST, LAST, isolated
from knowledge.whereabouts import visible

SIGNS = re.compile(r"([\\`*_\[\]<>&|~#!])")
"""What can mean something in Markdown, or in the HTML within it."""

SPECIAL = re.compile(f"{FIRST}(?P<quote>[^{FIRST}{LAST}]*){LAST}|`(?P<code>[^`]+)`")
"""What another room keeps together, and the commands and names it gives to the letter."""

SAFE = "/:?#=&%.,;+-_~@"
"""Signs that stay as they are in an address."""

FEW = 10
"""Names that are told in one line; more are counted."""

MOST = 40
"""Items of one part that are told; more are counted."""


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere; without an address only words."""

    words: str
    address: str = ""


@dataclass(frozen=True)
class Code:
    """A path or a command, to the letter."""

    words: str


@dataclass(frozen=True)
class Quote:
    """Words of a page, in whatever direction they run."""

    words: str


Piece = str | Link | Code | Quote


@dataclass(frozen=True)
class Item:
    """One line, and what belongs to it."""

    pieces: Sequence[Piece]
    below: Sequence[Item] = ()


@dataclass(frozen=True)
class Part:
    """A part of a summary; one without items is left out."""

    title: str
    items: Sequence[Item]
    first: str = ""
    """A sentence before the items."""

    last: str = ""
    """A sentence after them."""

    loud: bool = False
    """Whether nobody may read it over."""

    @property
    def shown(self) -> tuple[Item, ...]:
        """The items that are told, and how many are not."""
        more = len(self.items) - MOST
        return (*self.items[:MOST], *([Item([f"and {more} more"])] if more > 0 else []))


def told(words: str) -> list[Piece]:
    """A sentence of ours or of another room as pieces: what it isolates stays together, commands are code."""
    pieces: list[Piece] = []
    end = 0
    for match in SPECIAL.finditer(words):
        pieces += [words[end : match.start()], Code(match["code"]) if match["code"] else Quote(match["quote"])]
        end = match.end()
    return [piece for piece in (*pieces, words[end:]) if piece]


def row(pieces: Sequence[Piece]) -> list[Piece]:
    """Names in a row; of many, the first."""
    shown = [part for piece in pieces[:FEW] for part in (", ", piece)][1:]
    return [*shown, *([f" and {len(pieces) - FEW} more"] if len(pieces) > FEW else [])]


def markdown(title: str, parts: Sequence[Part]) -> str:
    """The summary as Markdown."""
    return "\n".join([f"## {_escaped(title)}", *(line for part in parts if part.items for line in _part(part))]) + "\n"


def _part(part: Part) -> Iterator[str]:
    """A part under a heading; a loud one as a box that the host shows in red."""
    head = ["[!CAUTION]", f"**{_escaped(part.title)}**"] if part.loud else [f"### {_escaped(part.title)}"]
    lines = [*head, *([_sentence(part.first)] if part.first else []), ""]
    lines += [line for item in part.shown for line in _item(item, 0)]
    lines += ["", _sentence(part.last)] if part.last else []
    yield ""
    yield from (f"> {line}".rstrip() for line in lines) if part.loud else lines


def _item(item: Item, depth: int) -> Iterator[str]:
    yield "  " * depth + "- " + "".join(map(_marked, item.pieces))
    for below in item.below:
        yield from _item(below, depth + 1)


def _sentence(words: str) -> str:
    return "".join(map(_marked, told(words)))


def _marked(piece: Piece) -> str:
    if isinstance(piece, Code):
        return _code(visible(piece.words))
    if isinstance(piece, Quote):
        return _escaped(piece.words, together=True)
    if isinstance(piece, Link):
        words = _escaped(piece.words, together=True)
        return f"[{words}](<{quote(piece.address, SAFE)}>)" if piece.address else words
    return _escaped(piece)


def _code(words: str) -> str:
    """Code that ends where it should, whatever is in it."""
    marks = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    room = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{marks}{room}{words}{room}{marks}"


def _escaped(words: str, together: bool = False) -> str:
    return SIGNS.sub(r"\\\1", _seen(words, together))


def _seen(words: str, together: bool) -> str:
    """Words as they can be seen; those that may run the other way isolated."""
    shown = visible(words)
    return isolated(shown) if together and not shown.isascii() else shown


def text(title: str, parts: Sequence[Part]) -> str:
    """The summary for a terminal."""
    lines = [visible(title)]
    for part in parts:
        if part.items:
            head = part.title.upper() if part.loud else part.title
            lines += ["", f"{head}: {part.first}" if part.first else f"{head}:"]
            lines += [line for item in part.shown for line in _line(item, 1)]
            lines += [f"  {part.last}"] if part.last else []
    return "\n".join(lines)


def _line(item: Item, depth: int) -> Iterator[str]:
    yield "  " * depth + "".join(map(_plain, item.pieces))
    for below in item.below:
        yield from _line(below, depth + 1)


def _plain(piece: Piece) -> str:
    """A piece for a terminal, where an address stands behind its words."""
    if isinstance(piece, Link):
        words = _seen(piece.words, together=True)
        return f"{words} <{quote(piece.address, SAFE)}>" if piece.address else words
    if isinstance(piece, Quote):
        return _seen(piece.words, together=True)
    return visible(piece.words) if isinstance(piece, Code) else _seen(piece, together=False)
