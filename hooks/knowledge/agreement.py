"""Whether a page about raising a concern says the same in every language: whoever needs it reads one of them, and relies on it.

Every language has its text; each section has the figures, links, facts and passages of the source; and a translation names the
text it says the same as (`follows`), so that the build tells when that one has changed since. Words themselves nobody compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise

from knowledge.catalogue import Catalogue
from knowledge.documents.particulars import Particular, differences, particulars
from knowledge.entries import Entry, Text
from knowledge.problems import Problem
from knowledge.prose import COMMENT

WORDS = ("title", "summary", "short", "tab", "owner")
"""Fields that count as words of the page."""

ITEM = re.compile(r"\n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
NAMES = {"passage": "a paragraph or an item of a list", "cell": "a cell of a table", "footnote": "a footnote"}
"""What has no words of its own to be told by."""

LETTERS = str.maketrans("0123456789abcdef", "bcdfghjklmnpqrst")
"""A mark is made of consonants: YAML would read some digits as a number."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """What the texts of every page about raising a concern do not have in common."""
    for entry in catalogue.of_kind("report"):
        source = entry.texts[entry.original]
        yield from _missing(entry, catalogue)
        if source.record.follows:
            cure = "delete the line: it belongs into translations"
            yield source.source.problem("follows", "this text is the one that others follow", cure)
        for text in entry.texts.values():
            if text is not source:
                yield from _followed(text, source)
                yield from _compared(text, source)


def _missing(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    source = entry.texts[entry.original].source
    for language in catalogue.languages.all:
        if language.code not in entry.texts:
            what = f"this page is not written in {language.name}, and whoever needs it there would not understand it"
            cure = f"write it: make translation FILE={source.shown} LANG={language.code}"
            yield source.problem("language", what, cure, 1)


def mark(words: Iterable[str], body: str) -> str:
    """A short mark of a text with these words in its fields; it changes with every word, not with line breaks and comments."""
    parts = (" ".join(part.split()) for part in (*words, COMMENT.sub(" ", body)))
    return sha256("\n".join(parts).encode()).hexdigest()[:8].translate(LETTERS)


def _followed(text: Text, source: Text) -> Iterator[Problem]:
    said, shown = text.record.follows, source.source.shown
    now = mark((str(source.source.matter.values.get(name, "")) for name in WORDS), source.source.body)
    if said != now:
        what = f"{shown} has changed since" if said else "nothing says which text this one says the same as"
        yield text.source.problem("follows", what, f"once it says what {shown} says now, write follows: {now}")


def _compared(text: Text, source: Text) -> Iterator[Problem]:
    """In which sections a figure, a link, a fact or a passage stands in one text only."""
    ours, theirs = list(_sections(text)), list(_sections(source))
    for (name, line, here), (_, _, there) in zip(ours, theirs, strict=False) if len(ours) == len(theirs) else ():
        more, less = differences(here, there)
        if more or less:
            told = " and ".join(part for part in (_listed("has", more), _listed("lacks", less)) if part)
            what = f"“{name}” {told}, unlike {source.source.shown}"
            yield text.source.problem("figures", what, "mend the one that is wrong; write figures in digits", line)


def _sections(text: Text) -> Iterator[tuple[str, int, list[Particular]]]:
    """The name of each section, its line, and what of it is the same in every language; the fields and the beginning first."""
    source, code = text.source, text.language.code
    fields = "\n\n".join(str(getattr(text.record, name)) for name in WORDS)
    yield text.record.title, 1, particulars(fields, code)
    lines = source.body.split("\n")
    starts = [(text.record.title, source.body_line - 1), *((heading.text, heading.line) for heading in text.headings)]
    for (name, line), (_, end) in pairwise([*starts, ("", source.body_line + len(lines))]):
        words = "\n".join(lines[line - source.body_line + 1 : end - source.body_line])
        yield name, max(line, 1), particulars(ITEM.sub("\n\n", COMMENT.sub("", words)).strip("\n"), code)


def _listed(verb: str, found: Sequence[Particular]) -> str:
    names = dict.fromkeys(NAMES.get(part.kind) or part.written for part in found)
    return f"{verb} {', '.join(list(names)[:5])}" if found else ""
