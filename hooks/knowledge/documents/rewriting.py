"""A few fields of a file changed, and everything else kept byte for byte: order, comments, quotes, empty lines.

Writing YAML anew would show reviewers a file full of changes that nobody made. The result is read again, so that a
field written in a way that lines cannot tell apart is refused, never spoilt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from knowledge import frontmatter
from knowledge.frontmatter import FrontMatter, Refused
from knowledge.sources import decode

Changes = Mapping[str, str | int | None]
"""New values by field; None takes the field away. Fields that the file does not have are passed over."""

LINE = re.compile(r"(?P<name>[^:\n]+:[ \t]+)(?P<value>[^\s#]+)(?P<rest>[ \t]*(?:[ \t]#[^\r\n]*)?\r?)")
PLAIN = re.compile(r"[a-z][a-z-]*")
"""What needs no quotes, unless YAML means something else by it (`on`, `null`)."""


def rewritten(file: str, changes: Changes) -> str:
    """A whole file with some of its fields changed; raises Refused when that cannot be done line by line."""
    before, start = _read(file)
    made = {name: changes[name] for name in before.values if name in changes}
    if not made:
        return file
    lines, ends = file.split("\n"), sorted([*before.lines.values(), start - 1])
    for name in sorted(made, key=before.lines.__getitem__, reverse=True):
        first = before.lines[name] - 1
        last = _end(lines, first, ends[ends.index(first + 1) + 1] - 1)
        lines[first:last] = _line(lines[first], last - first, name, made[name])
    done, kept = "\n".join(lines), {name: value for name, value in before.values.items() if name not in made}
    if not _says(done, kept | {name: value for name, value in made.items() if value is not None}):
        line, cure = min(before.lines[name] for name in made), f"write {', '.join(made)} each on a line of its own"
        raise Refused(line, "fields do not stand on lines of their own", cure)
    return done


def _read(file: str) -> tuple[FrontMatter, int]:
    """The fields of a file, and the line its body starts at."""
    matter, _, start = frontmatter.split(decode(file.encode()))
    return frontmatter.parse(matter or ""), start


def _says(file: str, values: Mapping[str, Any]) -> bool:
    """Whether a file has these fields with these values, and no others."""
    try:
        return _read(file)[0].values == values
    except Refused:
        return False


def _end(lines: list[str], first: int, end: int) -> int:
    """Where a field ends: empty lines and comments before the next one are not its own."""
    while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _line(written: str, count: int, name: str, value: str | int | None) -> list[str]:
    """What takes the place of the `count` lines of a field, of which `written` is the first; a comment behind it stays."""
    if value is None:
        return []
    words = str(value) if isinstance(value, int) else _quoted(value)
    if count == 1 and (match := LINE.fullmatch(written)):
        return [f"{match['name']}{words}{match['rest']}"]
    return [f"{name}: {words}" + ("\r" if written.endswith("\r") else "")]


def _quoted(value: str) -> str:
    plain = PLAIN.fullmatch(value) and frontmatter.parse(f"field: {value}").values["field"] == value
    return value if plain else json.dumps(value, ensure_ascii=False)
