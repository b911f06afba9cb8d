"""The addresses that a text leads to, changed in place: everything else of the Markdown stays as the author wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from knowledge.links import ATTRIBUTE, DEFINITION, INLINE
from knowledge.prose import prose

Span = tuple[int, int]

PATH = re.compile(r"[?#]")
"""Where a path ends."""


def relocated(body: str, home: str, place: Callable[[str], str]) -> str:
    """The body of a text in the folder `home` with every relative address changed; examples in code are left alone.

    `place` turns a path from the content folder into what is to be written; places within a page (`#s3`) stay.
    """

    def change(written: str) -> str:
        path = PATH.split(written, maxsplit=1)[0]
        if not path or path.startswith("/") or urlsplit(written).scheme:
            return written
        return place(normpath(join(home, unquote(path)))) + written[len(path) :]

    return readdressed(body, change)


def readdressed(body: str, change: Callable[[str], str]) -> str:
    """The body with every address of a link or picture changed."""
    pieces, end = [], 0
    for start, stop in sorted(set(_spans(prose(body)))):
        if start >= end:
            pieces += [body[end:start], change(body[start:stop])]
            end = stop
    return "".join([*pieces, body[end:]])


def _spans(text: str) -> Iterator[Span]:
    """Where addresses stand, a picture's inside a link's words too."""
    for match in INLINE.finditer(text):
        yield _span(match)
        for inner in INLINE.finditer(text, *match.span("text")):
            yield _span(inner)
    for match in DEFINITION.finditer(text):
        yield _span(match)
    for match in ATTRIBUTE.finditer(text):
        yield match.span("bare")


def _span(match: re.Match[str]) -> Span:
    return match.span("angled" if match["angled"] is not None else "bare")
