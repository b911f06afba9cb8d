"""The outline of a page: its headings, and ids for them that are the same in every language.

Readers switch language in the middle of a page, and citations outlive rewordings: an id made from a translated heading
(or Arabic's `_1`, `_2`) would break both. So an id is written by the author (`{#id}`), or is the heading's own number
(`## 3.2 …` is `s3-2`), or comes from the heading at the same place in the source language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.problems import Problem
from knowledge.prose import line_of, prose

HEADING = re.compile(r"^(?P<marks>#{1,6})(?P<rest>[^\n]*)$", re.M)
UNDERLINED = re.compile(r"^(?:\*\S|[^\s#>|\-*+`\n])[^\n]*\n(?:=+|-+)[ \t]*$", re.M)
INSIDE = re.compile(r"^(?!#)[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)?(?P<marks>#{1,6})[ \t]*(?=[^\s#])", re.M)
"""A heading in a box, a list or a quotation: it would get an id of its own in each language."""

ATTRIBUTES = re.compile(r"(?<!\s)\s*+\{:?(?=[^{}\n]*[#.=])(?=[^{}\n#]*+(?:#(?P<id>[^\s{}]++))?)[^{}\n]*+\}\s*+$")
WRITTEN = re.compile(r"\{:?[^{}\n#]*+#(?P<id>[^\s{}]++)[^{}\n]*+\}")
"""An id that an author gave to any block."""

RESERVED = frozenset(
    "address articles ask attachments binding checking concern content contents documents downloads facet-language file find "
    "kind leave-keys menu overdue q related results sets versions when years".split()
)
"""Ids of the parts around the text: a part of a text that bears one would take their place."""

NUMBER = re.compile(r"^(?P<number>\d+(?:\.\d+)*)[.)]?\s")


@dataclass(frozen=True)
class Heading:
    """One heading as the author wrote it."""

    level: int
    """2 for `##`."""

    text: str
    """The words, without marks and attributes."""

    written: str
    """The id the author wrote, or `""`."""

    line: int
    """The line it stands on, counted from 1 in the file."""

    id: str = ""
    """The id it gets on the page."""


def outline(body: str, first_line: int = 1) -> list[Heading]:
    """The headings of a body that starts at `first_line` of its file, as written (no `id` yet)."""
    text = prose(body)
    found = []
    for match in HEADING.finditer(text):
        written = HEADING.match(body, match.start())
        words = _words(written["rest"]) if written else ""
        attributes = ATTRIBUTES.search(words)
        found.append(
            Heading(
                level=len(match["marks"]),
                text=ATTRIBUTES.sub("", words),
                written=(attributes["id"] or "") if attributes else "",
                line=line_of(text, match.start(), first_line),
            )
        )
    return found


def _words(rest: str) -> str:
    """What follows the marks of a heading, without the marks that may close it."""
    return rest.strip(" \t").rstrip("#").rstrip(" \t")


def with_ids(headings: Sequence[Heading], source: Sequence[Heading] | None = None) -> list[Heading]:
    """The headings with their ids: written, numbered, borrowed from the source, or made from the words; never twice the same."""
    taken = {heading.written for heading in headings} | RESERVED
    named = []
    for place, heading in enumerate(headings):
        borrowed = source[place].id if source and place < len(source) else ""
        wanted = _numbered(heading) or borrowed or slug(heading.text) or f"section-{place + 1}"
        name = heading.written or _free(wanted, taken)
        taken.add(name)
        named.append(replace(heading, id=name))
    return named


def _numbered(heading: Heading) -> str:
    match = NUMBER.match(heading.text)
    return "s" + match["number"].replace(".", "-") if match else ""


def slug(words: str) -> str:
    """Latin words as an id (`Who reads it?` is `who-reads-it`); `""` for words without Latin letters."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words))
    parts = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower().replace("'", ""))
    name = "-".join(parts)
    return name if re.search(r"[a-z]", name) else ""


def _free(wanted: str, taken: set[str]) -> str:
    name, count = wanted, 2
    while name in taken:
        name, count = f"{wanted}-{count}", count + 1
    return name


def stamped(body: str, headings: Sequence[Heading], first_line: int = 1) -> str:
    """The body with every heading's id written out, ready for Markdown."""
    lines = body.split("\n")
    for heading in headings:
        place = heading.line - first_line
        if not heading.written:
            line = lines[place].rstrip().rstrip("#").rstrip()
            styled = ATTRIBUTES.search(line)
            lines[place] = f"{line[:-1].rstrip()} #{heading.id}}}" if styled else f"{line} {{#{heading.id}}}"
    return "\n".join(lines)


def check(path: str, body: str, first_line: int, headings: Sequence[Heading]) -> list[Problem]:
    """Problems of one text's headings on their own."""
    problems = [
        Problem(path, heading.line, "heading", f"# {heading.text!r} would be a second title", "write ## and more")
        for heading in headings
        if heading.level == 1
    ]
    text = prose(body)
    for match in UNDERLINED.finditer(text):
        line = line_of(text, match.start(), first_line)
        problems.append(Problem(path, line, "heading", "it is underlined", "write ## before the words instead"))
    for match in INSIDE.finditer(text):
        if INSIDE.match(body, match.start()):
            line, what = line_of(text, match.start(), first_line), f"{match['marks']} does not begin its line"
            problems.append(Problem(path, line, "heading", what, "take it out of the box, list or quotation"))
    return [*problems, *_ids(path, headings), *_levels(path, headings)]


def _ids(path: str, headings: Sequence[Heading]) -> Iterator[Problem]:
    """Headings without words, and ids that two headings claim."""
    taken: set[str] = set()
    for heading in headings:
        if not heading.text:
            yield Problem(path, heading.line, "heading", "it has no words", "write some after the #, or delete it")
        if heading.written in RESERVED:
            what = f"#{heading.written} is the id of a part of every page"
            yield Problem(path, heading.line, "heading", what, "give it another, or none")
        if heading.written in taken:
            what = f"#{heading.written} is the id of another heading too"
            yield Problem(path, heading.line, "heading", what, "give it one of its own, or none")
        taken |= {heading.written} - {""}


def _levels(path: str, headings: Sequence[Heading]) -> Iterator[Problem]:
    for before, after in pairwise(headings):
        if after.level > before.level + 1:
            marks = "#" * (before.level + 1)
            what = f"{'#' * after.level} {after.text!r} skips a level"
            yield Problem(path, after.line, "heading", what, f"write {marks}")


def compare(path: str, headings: Sequence[Heading], source_path: str, source: Sequence[Heading]) -> list[Problem]:
    """A problem when a translation's headings are not those of its source, at the first difference."""
    for place in range(max(len(headings), len(source))):
        ours = headings[place] if place < len(headings) else None
        theirs = source[place] if place < len(source) else None
        if ours and theirs and ours.level == theirs.level and _numbered(ours) == _numbered(theirs):
            if ours.written in ("", theirs.id):
                continue
            what = f"its id is #{ours.written}, in {source_path} it is #{theirs.id}"
            return [Problem(path, ours.line, "heading", what, f"drop it, or write {{#{theirs.id}}}")]
        here = f"{'#' * ours.level} {ours.text!r}" if ours else "no heading"
        there = f"{'#' * theirs.level} {theirs.text!r} in line {theirs.line}" if theirs else "no heading"
        line = ours.line if ours else (headings[-1].line if headings else 1)
        what = f"here stands {here}, in {source_path} {there}"
        counts = f" ({len(headings)} here, {len(source)} there)" if len(headings) != len(source) else ""
        return [Problem(path, line, "heading", what, f"give both texts the same headings in the same order{counts}")]
    return []
