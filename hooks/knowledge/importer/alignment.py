"""The headings of an imported translation, brought in line with those of its source where that can be told.

On this site a heading has one place in all languages, so that readers can switch in the middle of a page. Old sites knew no
such rule: one editor chose a third level, another a bold line. A translation that has other headings after all keeps them,
and its front matter says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import frontmatter
from knowledge.outline import Heading, compare, outline, with_ids
from knowledge.prose import prose

BOLD = re.compile(r"(?<=\n\n)\*\*(?P<words>[^*\n]+)\*\*(?=\n\n)")
"""A bold line that stands alone."""

ADAPTED = "adapted: true\n"
"""What front matter says of a translation with headings of its own."""

OWN = "its headings are not those of its source: its front matter says `adapted: true`, which can go when they are"
"""What is said of it to whoever looks at what came."""


def aligned(text: str, source: str) -> str:
    """The file of a translation with the headings of its source's file, or with the word that they are its own."""
    matter, body, _ = frontmatter.split(text)
    wanted = with_ids(outline(frontmatter.split(source)[1]))
    for candidate in (body, _promoted(body)):
        levelled = _levelled(candidate, wanted)
        if not compare("", outline(levelled), "", wanted):
            return text.removesuffix(body) + levelled
    fields = f"---\n{matter}"
    return f"{fields}{ADAPTED}{text.removeprefix(fields)}"


def _levelled(body: str, wanted: Sequence[Heading]) -> str:
    """The body with the levels of the wanted headings, one after the other; as it is when there are more or fewer."""
    headings, lines = outline(body), body.split("\n")
    if len(headings) != len(wanted):
        return body
    for heading, other in zip(headings, wanted, strict=True):
        lines[heading.line - 1] = "#" * other.level + lines[heading.line - 1].lstrip("#")
    return "\n".join(lines)


def _promoted(body: str) -> str:
    """The body with its bold lines as headings."""
    shown = prose(body)
    return BOLD.sub(lambda match: f"## {match['words']}" if BOLD.match(shown, match.start()) else match[0], body)
