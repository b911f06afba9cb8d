"""What is begun and not written yet: a half page is never published.

`make translation` puts each passage of the source as a comment above an empty place. As long as such a comment or such a
place is there, the build tells its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.problems import Problem
from knowledge.prose import COMMENT, line_of, prose
from knowledge.sources import Source

ASKED = "to translate:"
"""How the comment above an empty place begins."""

WAITS = "to write:"
"""How the comment begins that stands for the text of a new page."""

EMPTY = "…"
"""What stands in an empty place."""

PLACE = re.compile(
    rf"^[ \t>]*(?:[-*+]|[0-9.]+|\w\u0640?\)|\[\^[^\]\n]+\]:|:)?[ \t]*{EMPTY}[ \t]*$"
    rf"|!\[{EMPTY}\]|\"{EMPTY}\"[ \t]*$|(?<=\|)[ \t]*{EMPTY}[ \t]*(?=\||$)|^[ \t]*{EMPTY}[ \t]*(?=\|)",
    re.M,
)


def check(source: Source) -> Iterator[Problem]:
    """Every place of a text that still waits."""
    for match in COMMENT.finditer(source.body):
        words = match[0].removeprefix("<!--").strip()
        line = line_of(source.body, match.start(), source.body_line)
        if words.startswith(ASKED):
            cure = "write it below the comment, and delete the comment"
            yield source.problem("translation", "this passage is not translated yet", cure, line)
        elif words.startswith(WAITS):
            yield source.problem("text", "it is not written yet", "write it, and delete the comment", line)
    plain = prose(source.body) if EMPTY in source.body else ""
    for match in PLACE.finditer(plain):
        line = line_of(plain, match.start(), source.body_line)
        yield source.problem("text", f"nothing stands here but {EMPTY}", f"write words in place of {EMPTY}", line)
