"""What is begun and not written yet: a half page is never published.

`make translation` puts each passage of the source as a comment above an empty place. As long as such a comment or such a
place is there, the build tells its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.problems import Problem
from knowledge.prose import COMMENT, SPAN, line_of, prose
from knowledge.sources import Source

ASKED = "to translate:"
"""How the comment above an empty place begins."""

WAITS = "to write:"
"""How the comment begins that stands for the text of a new page."""

EMPTY = "…"
"""What stands in an empty place."""

PLACE = re.compile(
    rf"^[ \t>]*+(?:[-*+]|[0-9.]+|\w\u0640?\)|\[\^[^\]\n]+\]:|:)?[ \t]*+{EMPTY}[ \t]*$"
    rf"|!\[{EMPTY}\]|\"{EMPTY}\"[ \t]*$|(?<=\|)[ \t]*{EMPTY}[ \t]*(?=\||$)|^[ \t]*+{EMPTY}[ \t]*(?=\|)",
    re.M,
)


def check(source: Source) -> Iterator[Problem]:
    """One problem for a text that still waits, at the first place that does; an empty place is told when no comment is."""
    yield from _told(source, list(_asked(source))) or _empty(source)


def _asked(source: Source) -> Iterator[tuple[int, str]]:
    """The line and the sort of each comment that stands for words to come."""
    body = SPAN.sub(lambda match: " " * len(match[0]), source.body)
    for match in COMMENT.finditer(body):
        words = match[0].removeprefix("<!--").strip()
        if found := next((sort for sort in (ASKED, WAITS) if words.startswith(sort)), None):
            yield line_of(body, match.start(), source.body_line), found


def _told(source: Source, asked: Sequence[tuple[int, str]]) -> list[Problem]:
    if not asked:
        return []
    line, sort = asked[0]
    if sort == WAITS:
        return [source.problem("text", "it is not written yet", "write it, and delete the comment", line)]
    what = "one passage is" if len(asked) == 1 else f"{len(asked)} passages are"
    cure = "write each below its comment, and delete the comment"
    return [source.problem("translation", f"{what} not translated yet, the first here", cure, line)]


def _empty(source: Source) -> list[Problem]:
    plain = prose(source.body) if EMPTY in source.body else ""
    found = list(PLACE.finditer(plain))
    if not found:
        return []
    more = f", and at {len(found) - 1} more places" if found[1:] else ""
    line = line_of(plain, found[0].start(), source.body_line)
    return [source.problem("text", f"nothing stands here but {EMPTY}{more}", "write the words", line)]
