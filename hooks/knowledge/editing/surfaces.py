"""The surface of a file: only what readers read of it, every character at its place, everything else covered.

Rules of style look at the surface, so code, addresses, codes in front matter, numbers of clauses and facts are never told
and never changed; and because nothing moves, what is found there can be mended in the file itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge import frontmatter
from knowledge.prose import prose

COVER = "\ufffc"
"""What stands for each covered character: Unicode's sign for an object in a text."""

BLANK = "\u00a0"
"""What stands for the characters of an entity, which may be a space."""

FIELD = re.compile(r"(?P<name>[a-z_]+):[ \t]+(?P<value>\S[^\n]*?)[ \t]*")
NO_WORDS = tuple("[{|>&*!%@`#")
"""How the value of a field begins that is no line of words."""

ENTITY = re.compile(r"&#?\w+;")
BOX = re.compile(r"^(?P<mark>[ \t>]*(?:!!!|\?\?\?\+?|===[!+]*)[^\"\n]*\"?)[^\"\n]*(?P<end>\"?[ \t]*)$", re.M)
ADDRESS = r"(?:https?://|www\.)[^\s<>«»\"]*[\w/]"
HIDDEN = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        r"^ {0,3}(?:\[(?!\^)|\*\[)[^\]\n]+\]:[^\n]*",  # addresses of links, abbreviations
        r"\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]|\[\^[^\]\n]*\]:?",  # where links lead, notes
        r"</?[A-Za-z!][^<>\n]*>",
        r"\{\{[^{}\n]*\}\}|\{:?[^{}\n]*[#.=][^{}\n]*\}",  # facts, attributes
        rf"{ADDRESS}[;:!?]*|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+",
        r"\[[_# /@\d]*_[_# /@]*\]|\([ x]\)|\[[ x]\]",  # fields of a form
        r"\\.",
        r"^[ \t>]*(?:(?:[-*+]|#{1,6}|:)[ \t]+)?(?:(?:[0-9]+(?:\.[0-9]+)*[.)]?|\w\u0640?\))[ \t]+)?",  # marks, numbers
        r"(?<![ \t])[ \t]*+\|[ \t]*+|\|[ \t]*+",  # columns of tables
    )
)
COVERED = re.compile(f"^[ \t]*+{COVER}[{COVER} \t]*+$|{COVER}[ \t]+(?={COVER})", re.M)
"""Spaces among what is covered, and lines of which nothing else is left."""


def surface(text: str, fields: Collection[str]) -> str:
    """The surface of a file whose front matter has words in these fields; raises Refused when that is never closed."""
    _, body, _ = frontmatter.split(text)
    head = text[: len(text) - len(body)]
    return "\n".join(_field(line, fields) for line in head.split("\n")) + _body(body)


def _field(line: str, fields: Collection[str]) -> str:
    """A line of front matter with everything covered but the words of its value."""
    match = FIELD.fullmatch(line)
    if not match or match["name"] not in fields or match["value"].startswith(NO_WORDS):
        return _cover(line)
    start, end = match.span("value")
    value = match["value"]
    if value[0] in "\"'":
        if len(value) < 3 or value[-1] != value[0]:
            return _cover(line)
        start, end = start + 1, end - 1
    inside = re.sub(r"\\.|\{\{[^{}]*\}\}|''", lambda found: _cover(found[0]), line[start:end])
    inside, remark, rest = inside.partition(" #") if value[0] not in "\"'" else (inside, "", "")
    return _cover(line[:start]) + inside + _cover(remark + rest + line[end:])


def _body(body: str) -> str:
    """The Markdown with everything covered that readers do not read as words."""
    plain = prose(body)
    if plain != body:
        covered = "".join(COVER if was != now else was for was, now in zip(body, plain, strict=True))
        body = COVERED.sub(lambda match: _cover(match[0]), covered)
    body = ENTITY.sub(lambda match: BLANK * len(match[0]), body)
    body = BOX.sub(_box, body)
    for pattern in HIDDEN:
        body = pattern.sub(lambda match: _cover(match[0]), body)
    return body


def _box(match: re.Match[str]) -> str:
    """The first line of a box: only its title is read."""
    mark, end = match["mark"], match["end"]
    title = match[0][len(mark) : len(match[0]) - len(end)]
    return _cover(mark) + title + _cover(end)


def _cover(text: str) -> str:
    return re.sub(r"[^\n]", COVER, text)
