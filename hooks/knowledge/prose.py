"""The prose of a page: its Markdown with code and comments blanked out, every character still in its place.

Checks and rewrites look at prose, so that an example inside a code block is never taken for the real thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

FENCE = re.compile(r"^[ \t>]*+(?P<mark>`{3,}+(?![^\n]*`)|~{3,}+)[^\n]*$", re.M)
CLOSED = re.compile(r"^[ \t>]*+(?P<mark>[`~]{3,}+)[ \t]*+$", re.M)

MARKS = re.compile(r"[`~]|<!--")
"""What a text without code and comments has nowhere: most have none."""

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
SPAN = re.compile(r"(?<!`)(?P<mark>`++)[^\n]*?(?<!`)(?P=mark)(?!`)")


def prose(markdown: str) -> str:
    """The same text, same length and lines, with code blocks, code spans and HTML comments turned into spaces."""
    if not MARKS.search(markdown):
        return markdown
    for start, end in reversed(list(_fenced(markdown))):
        markdown = markdown[:start] + _blank(markdown[start:end]) + markdown[end:]
    for pattern in (COMMENT, SPAN):
        markdown = pattern.sub(lambda match: _blank(match[0]), markdown)
    return markdown


def _fenced(markdown: str) -> Iterator[tuple[int, int]]:
    """Where code blocks begin and end; a fence that is never closed shows as text, so it hides nothing.

    Each kind of mark is looked for to the end at most once in vain: time grows with the text, whatever is in it.
    """
    ends = [(match.start(), match.end(), match["mark"]) for match in CLOSED.finditer(markdown)]
    never: dict[str, int] = {}
    after = first = 0
    for match in FENCE.finditer(markdown):
        mark = match["mark"]
        if match.start() < after or len(mark) >= never.get(mark[0], len(markdown) + 1):
            continue
        while first < len(ends) and ends[first][0] <= match.start():
            first += 1
        end = next((end for _, end, closing in islice(ends, first, None) if closing.startswith(mark)), None)
        if end is None:
            never[mark[0]] = len(mark)
        else:
            yield match.start(), (after := end)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def line_of(text: str, position: int, first_line: int = 1) -> int:
    """The line a position stands on, when the text begins at `first_line` of its file."""
    return first_line + text.count("\n", 0, position)
