"""The words of a clause as readers see them, cut where words end: what differences between two texts are made of.

Markdown's marks are left out, links are their words and the place they lead to. A word is never cut, nor is a number, an
e-mail address, or a letter from its accents: «والشريك» is one word, because that is how it is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

from lxml.html import HtmlElement
from markdown import Markdown
from markdown.blockprocessors import EmptyBlockProcessor, ParagraphProcessor, ReferenceProcessor
from markdown.util import Registry

from knowledge import markup
from knowledge.bidi import ISLAND
from knowledge.facts import PLACEHOLDER
from knowledge.prose import COMMENT

BLOCK_MARKS = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|(?:!!!|\?{3}\+?)[ \t]+\w+[ \t]*|[-*+][ \t]+|>[ \t]*)", re.M)
CELL = r"[ \t]*(?:-{3,}|:-+|-+:|:-+:)"
TABLE_RULE = re.compile(rf"(?:(?<![ \t])|(?=\|))\|?(?:{CELL}[ \t]*\|)+(?:{CELL})?[ \t]?")
ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{:?[ \t]*[#.][^{}\n]*\}")
FOOTNOTE = re.compile(r"\[\^([^\[\]\s]++)\]:?")
"""Shown as [1], where it is named and where it stands."""

TOKEN = re.compile(r" +m*|[wd]m*(?:[wd]m*|'(?=[wd])|(?<=d)\.(?=d))*|im*|s[sm]*|[p'.]m*|m+")
"""Over the shape of a text: spaces, a word or number, an ideograph, symbols, one punctuation mark."""

JOINERS = dict.fromkeys("'’ʼ-‐‑·", "'") | dict.fromkeys(".,:/–٫٬", ".")
"""Marks inside words («l’accord», non-verbal) and marks inside numbers (3.2, 1,000, 10:30)."""


@dataclass(frozen=True)
class Token:
    """A word, a number, a punctuation mark, or the place a link leads to."""

    gap: str
    """The white space before it."""

    word: str
    """As readers see it; of a place, its address without the way up to it. The last token of a text has no word."""

    place: bool = False
    """Whether it is where the link before it leads to, which readers see only when it changed."""

    @property
    def key(self) -> str:
        """Equal for tokens that say the same."""
        return f"\n{self.word}" if self.place else self.word

    @property
    def weight(self) -> int:
        """How many letters and digits it has: what counts when two texts are compared."""
        return 0 if self.place else sum(map(str.isalnum, self.word))


def tokens(markdown: str) -> list[Token]:
    """The words of Markdown one by one; the last token only holds the white space at the end."""
    text, places = _read(markdown)
    found, gap = [], ""
    places.reverse()
    for start, end in pairwise(sorted({0, *_ends(text)})):
        piece = text[start:end]
        if piece.isspace():
            gap += piece
        else:
            found.append(Token(gap, piece))
            gap = ""
        while places and places[-1][0] <= end:
            found.append(Token("", places.pop()[1], place=True))
    return [*found, Token(gap, "")]


def _ends(text: str) -> set[int]:
    """Where tokens end; never inside a number, an address or a placeholder."""
    ends = {match.end() for match in TOKEN.finditer("".join(map(_shape, text)))}
    for whole in chain(ISLAND.finditer(text), PLACEHOLDER.finditer(text)):
        ends -= set(range(whole.start() + 1, whole.end()))
    return ends


@cache
def _shape(character: str) -> str:
    """What a character is, as one letter of TOKEN. Ideographs are written without spaces: each stands alone."""
    if character.isspace():
        return " "
    if character in JOINERS:
        return JOINERS[character]
    category = unicodedata.category(character)
    if category == "Lo" and unicodedata.east_asian_width(character) == "W" and not "가" <= character <= "힣":
        return "i"
    if category in ("Nd", "Pc", "Cf"):
        return {"Nd": "d", "Pc": "w", "Cf": "m"}[category]
    return {"L": "w", "N": "w", "M": "m", "S": "s"}.get(category[0], "p")


def _read(markdown: str) -> tuple[str, list[tuple[int, str]]]:
    """The words of Markdown, and the places its links lead to with where in the words they stand."""
    for pattern, shown in ((COMMENT, ""), (ATTRIBUTES, ""), (TABLE_RULE, ""), (BLOCK_MARKS, ""), (FOOTNOTE, r"[\1]")):
        markdown = pattern.sub(shown, markdown)
    text, places = "", []
    for words, place in _walk(markup.parse(_converter().convert(markdown.strip()))):
        text += words
        if place:
            places.append((len(text), place))
    return text, places


def _converter() -> Markdown:
    """Markdown with paragraphs as its only blocks: the words of a clause are never taken for a list or for code."""
    converter = Markdown()
    converter.parser.blockprocessors = Registry()
    for place, block in enumerate((ParagraphProcessor, ReferenceProcessor, EmptyBlockProcessor)):
        converter.parser.blockprocessors.register(block(converter.parser), block.__name__, place)
    return converter


def _walk(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """The words below an element, and after those of a link the place it leads to."""
    yield element.text or "", ""
    for child in element:
        if child.tag == "img":
            yield child.get("alt", ""), ""
        elif isinstance(child.tag, str):
            yield from _walk(child)
        if child.tag == "a" and (place := address(child.get("href", ""))) != child.text_content():
            yield "", place
        yield ("\n\n" if child.tag == "p" and child.getnext() is not None else child.tail or ""), ""


def address(written: str) -> str:
    """Where a link leads, the same from a frozen version's folder, which lies one level deeper."""
    bare = re.sub(r"^(?:mailto:|tel:|(?:\.{1,2}/)+)", "", written)
    return re.sub(r"(^|/)index\.md(?=#|$)", r"\1", bare) or "/"
