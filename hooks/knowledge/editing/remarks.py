"""What readers of a text would stumble over: style, links that say nothing, pictures described by their file names.

None of it stops a build. Each is told once a line, with the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from posixpath import basename

from knowledge import links
from knowledge.editing.rules import Style
from knowledge.editing.styles import style
from knowledge.editing.surfaces import COVER, surface
from knowledge.frontmatter import split
from knowledge.problems import Problem
from knowledge.prose import COMMENT, line_of, prose

TWICE = re.compile(r"(?<![\w’'-])(?P<word>[^\W\d_]{2,})(?:[ \t]+|[ \t]*\n[ \t]*)(?P=word)(?![\w’'-])", re.I)
ADDRESS = re.compile(r"(?<![\w(<\[\"'=/@.])(?:https?://|www\.)[^\s<>\ufffc]*[\w/]")
STOP = re.compile(r"^#{1,6}[ \t][^\n]*[^\s.][.。۔](?=[ \t]*(?:\{[^{}\n]*\})?[ \t]*$)", re.M)
LABEL = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]+)\](?=\()")
FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|avif|svg|gif|tiff?|heic)|(?:img|dsc|pxl|image|photo)[-_ ]?\d+", re.I)

FIRST, LAST = "\u2068", "\u2069"
"""What keeps words of any direction together in a terminal (Unicode's isolates)."""

AROUND = 14
"""Characters before and after what is told."""

HEAVY = 2_000_000
"""Bytes of a picture that are more than a photograph 2,500 pixels wide needs."""


@dataclass(frozen=True)
class Page:
    """A file as it is looked through."""

    path: str
    """As editors see it."""

    text: str
    code: str
    """The code of its language."""

    fields: Collection[str]
    """The fields of its front matter that hold words."""

    def at(self, position: int) -> int:
        """The line of a position."""
        return line_of(self.text, position)


def check(page: Page) -> Iterator[Problem]:
    """Every remark about a file whose front matter can be read."""
    shown, own = surface(page.text, page.fields), style(page.code)
    yield from _style(page, shown, own)
    yield from _twice(page, shown, own)
    yield from _structure(page, own)


def _style(page: Page, shown: str, own: Style) -> Iterator[Problem]:
    for rule in own.rules:
        told = set[int]()
        for match in rule.pattern.finditer(shown):
            line = page.at(match.start())
            if line not in told:
                told.add(line)
                cure = f"{rule.cure} (`make fix` does)" if rule.put else rule.cure
                yield Problem(page.path, line, "style", f"{rule.what}, in {_around(page.text, match)}", cure)


def _twice(page: Page, shown: str, own: Style) -> Iterator[Problem]:
    for match in TWICE.finditer(shown):
        if match["word"].lower() not in own.doubled:
            what = f"{isolated(match['word'])} stands here twice in a row"
            yield Problem(page.path, page.at(match.start()), "style", what, "keep it once")


def _structure(page: Page, own: Style) -> Iterator[Problem]:
    _, body, first = split(page.text)
    plain = prose(body)
    for match in STOP.finditer(plain):
        yield Problem(
            page.path, line_of(plain, match.start(), first), "heading", "it ends with a full stop", "delete it"
        )
    for match in LABEL.finditer(plain):
        if _bare(match["words"]) in own.vague:
            what, cure = f"{isolated(match['words'])} says nothing of where it leads", "name what stands there"
            yield Problem(page.path, line_of(plain, match.start(), first), "link", what, cure)
    for match in ADDRESS.finditer(_unlinked(plain)):
        cure = f"write [what it is]({match[0]})"
        yield Problem(page.path, line_of(plain, match.start(), first), "link", "an address stands here bare", cure)
    for link in links.links(body, first):
        if link.picture and _names_a_file(link.text, link.destination):
            what = f"{isolated(link.text)} is the name of a file"
            yield Problem(page.path, link.line, "image", what, "write what the picture shows")


def _unlinked(plain: str) -> str:
    """Prose without the addresses of links and attributes."""
    pattern = r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|^ {0,3}\[[^\]\n]+\]:[^\n]*|<[^<>\n]*>|\[[^\[\]\n]*\](?=\()"
    return re.sub(pattern, lambda match: COVER * len(match[0]), plain, flags=re.M)


def _names_a_file(words: str, address: str) -> bool:
    return bool(FILE_NAME.fullmatch(words.strip())) or words.strip() == basename(address).rpartition(".")[0]


def _bare(words: str) -> str:
    return " ".join(words.strip("*_`.… ").lower().split())


def _around(text: str, match: re.Match[str]) -> str:
    """What was found, with whole words before and after it on its line."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    end = len(text) if end < 0 else end
    left = max(start, text.rfind(" ", start, max(match.start() - AROUND, start)) + 1)
    right = text.find(" ", min(match.end() + AROUND, end), end)
    words = text[left : end if right < 0 else right].replace("\n", " ")
    return isolated(COMMENT.sub("", words))


def isolated(words: str) -> str:
    """Words that keep their order among others, whatever their direction."""
    return f"{FIRST}{words}{LAST}"


def heavy(path: str, size: int) -> Iterator[Problem]:
    """A remark about a picture of this many bytes that weighs too much."""
    if size > HEAVY:
        what = f"the picture has {size / 1_000_000:.1f} MB"
        yield Problem(path, 1, "image", what, "save it again, 1440 pixels wide: readers get no more than that")
