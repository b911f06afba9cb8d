"""The prose of a page: its Markdown with code and comments blanked out, every character still in its place.

Checks and rewrites look at prose, so that an example inside a code block is never taken for the real thing.
"""

from __future__ import annotations

import re

FENCE = re.compile(r"^[ \t>]*(?P<mark>`{3,}(?![^\n]*`)|~{3,})[^\n]*\n.*?^[ \t>]*(?P=mark)[`~]*[ \t]*$", re.M | re.S)
"""A fence that is never closed shows as text, so it hides nothing."""

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
SPAN = re.compile(r"(?<!`)(?P<mark>`+)(?!`)[^\n]*?(?<!`)(?P=mark)(?!`)")


def prose(markdown: str) -> str:
    """The same text, same length and lines, with code blocks, code spans and HTML comments turned into spaces."""
    for pattern in (FENCE, COMMENT, SPAN):
        markdown = pattern.sub(_blank, markdown)
    return markdown


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def line_of(text: str, position: int, first_line: int = 1) -> int:
    """The line a position stands on, when the text begins at `first_line` of its file."""
    return first_line + text.count("\n", 0, position)
