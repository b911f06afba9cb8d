"""Style in every language: spaces that nobody sees and that break lines, tables and comparisons."""

from __future__ import annotations

import re

from knowledge.editing.rules import Rule

RULES = (
    Rule(
        re.compile(r"(?<=\S)(?P<spaces>[ \t]{2,}|\t)(?=\S)"),
        "more than one space between two words",
        "leave one",
        {"spaces": " "},
    ),
    Rule(
        re.compile(r"(?P<spaces>(?<=\S)(?! {2}\n[ \t]*\S)[ \t]+)$", re.M),
        "spaces at the end of the line",
        "delete them",
        {"spaces": ""},
    ),
)
"""Two spaces before the next line of a paragraph begin a new line on the page, so they stay."""
