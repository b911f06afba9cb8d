"""Left-to-right islands in right-to-left text: phone numbers, addresses, codes.

Unisolated, `+45 88 32 70 00` shows as `00 70 32 88 45+` in Arabic, and a URL loses its last slash to the other end. The cure
is markup, not style (W3C, Inline markup and bidirectional text): `<bdi dir="ltr">` in text, isolate characters in attributes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import html as lxml_html
from lxml.html import HtmlElement, builder
from markupsafe import Markup, escape

from knowledge import markup

ISLAND = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>«»،؛]*[\w/#=&-]                # web addresses
    | (?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++            # e-mail addresses
    | (?:\((?=\+\d+\)))?\+\d[\d\u00a0\u202f ().-]{5,}\d\b      # phone numbers with a country code
    | \b\d{2,4}(?:[\u00a0\u202f -]\d{2,4}){2,}\b              # phone numbers without
    | \b\d+(?:[-–/]\d+)+\b                                    # dates, ranges, file numbers
    | (?<![À-ɏ])\b(?=[\w./_-]{0,200}[A-Za-z])[A-Za-z0-9]+(?:[-._/][A-Za-z0-9]+)+\b(?![À-ɏ])   # codes, file names, hosts
    """,
    re.X | re.A,
)
SHOWN_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
OPEN, CLOSE = "\u2066", "\u2069"

EXPOSED = re.compile(
    r"https?://\S+|(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+|\+\d[\d\u00a0\u202f ()-]{5,}\d|\b\d{1,4}-\d{1,2}-\d{1,4}\b",
    re.A,
)
"""What the check at the end looks for: simpler than ISLAND on purpose, so that one can catch the other's slip."""


def isolate(root: HtmlElement) -> None:
    """Wraps every island of a right-to-left fragment, in text and in attributes that readers see or hear."""
    for element in list(markup.elements(root)):
        if element.tag in markup.LITERAL:
            element.set("dir", "ltr")
        for name in SHOWN_ATTRIBUTES:
            if value := element.get(name):
                element.set(name, isolated_text(value))
    markup.wrap_matches(root, ISLAND, _island, markup.LITERAL | {"bdi"}, unless="ltr")


def _island(text: str) -> HtmlElement:
    return builder.E.bdi(text, dir="ltr")


@lru_cache(8192)
def isolated(text: str) -> Markup:
    """Plain text as HTML with its islands wrapped: what templates use for names, phones and addresses.

    The same title stands on many pages: the last ones are at hand.
    """
    pieces = markup.split(str(text), ISLAND)
    return Markup("").join(
        Markup('<bdi dir="ltr">{}</bdi>').format(piece) if place % 2 else escape(piece)
        for place, piece in enumerate(pieces)
    )


def isolated_text(text: str) -> str:
    """Plain text with isolate characters around its islands, for attributes; unchanged when done already."""
    if OPEN in text:
        return text
    return ISLAND.sub(lambda match: f"{OPEN}{match[0]}{CLOSE}", text)


def exposed(page: str) -> list[str]:
    """Islands of a finished page that stand in right-to-left text without isolation, as they are written."""
    root = lxml_html.document_fromstring(page)
    found: list[str] = []
    _expose(root, root.get("dir", "ltr"), found)
    return found


def _expose(element: HtmlElement, direction: str, found: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "head"):
        return
    direction = element.get("dir", direction)
    if direction == "rtl":
        for name in SHOWN_ATTRIBUTES:
            found += _bare(element.get(name, ""))
        for text in (element.text, *(child.tail for child in element)):
            found += _bare(text or "")
    for child in element:
        _expose(child, direction, found)


def _bare(text: str) -> list[str]:
    *closed, rest = text.split(CLOSE)
    return EXPOSED.findall("".join(f"{piece.partition(OPEN)[0]}{OPEN}" for piece in closed) + rest)
