"""The passages of a body: headings, paragraphs, points of lists, code and the rest, each with the line it begins on.

A document is numbered, compared and found out of date passage by passage, so they are cut where Markdown cuts them. The
lines are walked once, whatever a stranger's pull request puts on them. Comments are no words of the text and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.prose import COMMENT

FENCE = re.compile(r"[ \t>]*(?P<mark>`{3,}(?=[^`]*$)|~{3,})(?P<rest>.*)")
HEADING = re.compile(r"#{1,6}")
ITEM = re.compile(r" {0,3}(?P<mark>[-*+]|[0-9]{1,9}\.)[ \t]+(?=\S)")
RULE = re.compile(r" {0,3}(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)")
NOTE = re.compile(r" {0,3}\[\^(?P<label>[^\[\]\s]{1,99})\]:")
"""The words of a footnote."""

ADDRESS = re.compile(
    r" {0,3}\[(?P<label>(?!\^)[^\[\]\n]{1,200})\]:[ \t]*\S+(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*"
)
"""Where the links with a label lead."""

ABBREVIATION = re.compile(r" {0,3}\*\[[^\[\]\n]{1,99}\]:")
ASIDE = re.compile(r"!!!|\?\?\?|===|[>|]|:\s|</?[A-Za-z][\w-]*[\s/>]")
"""A box, a quotation, a table, a definition, raw HTML."""

TABLE = re.compile(r"[^\n]*\n {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?(?:\n|\Z)")
TERM = re.compile(r"\n {0,3}: {1,3}\S")


@dataclass(frozen=True)
class Passage:
    """One passage as written."""

    kind: str
    """`heading`, `paragraph`, `item` (a point of a list), `code`, `note` (a footnote), `address` (of links), `abbreviation`,
    `inner` (indented: it belongs to the passage above), or `aside`: tables, boxes, quotations and other things."""

    text: str
    """Its lines, without comments."""

    line: int
    """The line it begins on, counted from 1 in the file."""

    @property
    def end(self) -> int:
        """The line after its last one."""
        return self.line + self.text.count("\n") + 1


def passages(body: str, first_line: int = 1) -> Iterator[Passage]:
    """The passages of a body that starts at `first_line` of its file, in order."""
    written = body.split("\n")
    fences = _fences(written)
    lines = _uncommented(written, fences)
    start, opened = None, ""
    for place in range(len(lines) + 1):
        empty = place == len(lines) or not (fences[place] or lines[place].strip())
        sort = "" if empty or fences[place] else _sort(lines[place])
        if start is not None and (empty or _interrupts(opened, sort)):
            yield _passage(lines[start:place], first_line + start, fences[start])
            start = None
        if start is None and not empty:
            start, opened = place, sort


def _fences(lines: Sequence[str]) -> list[bool]:
    """For each line whether it lies in fenced code; a fence that is never closed hides nothing."""
    marks = [(place, match) for place, line in enumerate(lines) if (match := FENCE.match(line))]
    found, last = [False] * len(lines), -1
    unclosed: dict[str, int] = {}
    for count, (place, match) in enumerate(marks):
        mark = match["mark"]
        if place <= last or len(mark) >= unclosed.get(mark[0], len(mark) + 1):
            continue
        end = next((marks[other][0] for other in range(count + 1, len(marks)) if _closes(marks[other][1], mark)), None)
        if end is None:
            unclosed[mark[0]] = len(mark)
        else:
            found[place : end + 1] = [True] * (end + 1 - place)
            last = end
    return found


def _closes(match: re.Match[str], mark: str) -> bool:
    return match["mark"].startswith(mark) and not match["rest"].strip("`~ \t")


def _uncommented(lines: Sequence[str], fences: Sequence[bool]) -> list[str]:
    """The lines without comments, each at its place; code keeps what looks like one."""
    text = "\n".join("" if fence else line for line, fence in zip(lines, fences, strict=True))
    bare = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text).split("\n")
    return [line if fence else plain for line, plain, fence in zip(lines, bare, fences, strict=True)]


def _sort(line: str) -> str:
    """What a line is that can begin a passage without an empty line before it; `""` for any other."""
    kinds = (
        ("heading", HEADING.match(line)),
        ("address", ADDRESS.fullmatch(line)),
        ("definition", NOTE.match(line) or ABBREVIATION.match(line)),
        ("item", ITEM.match(line)),
    )
    return next((kind for kind, fits in kinds if fits), "")


def _interrupts(opened: str, sort: str) -> bool:
    """Whether a line of some sort begins another passage than the one that a line of the sort `opened` began."""
    if sort == "item":
        return opened in ("item", "heading", "address")
    return bool(sort) or opened in ("heading", "address")


def _passage(lines: Sequence[str], line: int, fenced: bool) -> Passage:
    text = "\n".join(lines)
    kind = _kind(text, fenced)
    return Passage(kind, text if kind in ("inner", "code") else text.lstrip(" "), line)


def _kind(text: str, fenced: bool) -> str:
    first = text.partition("\n")[0]
    kinds = (
        ("inner", first.startswith(("    ", "\t"))),
        ("code", fenced),
        ("heading", HEADING.match(first)),
        ("note", NOTE.match(first)),
        ("address", ADDRESS.fullmatch(first)),
        ("abbreviation", ABBREVIATION.match(first)),
        ("aside", RULE.fullmatch(first)),
        ("item", ITEM.match(first)),
        ("aside", ASIDE.match(first.lstrip(" ")) or TABLE.match(text) or TERM.search(text)),
    )
    return next((kind for kind, fits in kinds if fits), "paragraph")
