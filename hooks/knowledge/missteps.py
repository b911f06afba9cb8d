"""What somebody meant who wrote front matter that cannot be read: the line, the fault and the cure in words of their own.

A parser says where it gave up, and not why. People slip in a dozen ways, and each can be seen on one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

FIELD = re.compile(r"(?P<indent>[ \t]*)(?P<name>[\w-]+)[ \t\xa0]*(?P<colon>[:：])(?P<gap>[ \t\xa0]*)(?P<value>.*)")
SINGLE = re.compile(r"'(?:[^']|'')*'\s*(?:#.*)?")
DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"\s*(?:#.*)?')
CURLY = re.compile("[“„”].*[“”]|[‘‚’].*[‘’]")
SIGNS = "@`%&*!?|>"
"""What has a meaning of its own at the beginning of a value."""

GOES_ON = re.compile(r"(?:[|>][-+]?)?[ \t]*(?:#.*)?|.*[,\[{]")
"""A value that the next line goes on with."""

FENCES = re.compile(r"[ \t]*(?:-{1,2}|-{4,}|[–—−]+|[*_=]{3,}|\.{2}|…)[ \t]*")
"""What people write instead of the three hyphens."""


class Misstep(NamedTuple):
    """One slip."""

    line: int
    """From 0."""

    field: str
    what: str
    cure: str


def found(matter: str, last: int) -> Misstep | None:
    """The first slip in front matter that the parser refused at line `last`, from 0; None when nothing looks like one."""
    lines = matter.split("\n")
    for number, line in enumerate(lines[: last + 2]):
        if slip := _slip(line, lines[number - 1] if number else ""):
            return Misstep(number, *slip)
    return None


def _slip(line: str, before: str) -> tuple[str, str, str] | None:
    """Field, fault and cure of one line, knowing the one before it."""
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "file", "the line begins with a tab", "begin it with spaces"
    match = FIELD.fullmatch(line.rstrip())
    if not match:
        return _bare(line, before)
    return next(((match["name"], *fault) for fault in _faults(match, before)), None)


def _bare(line: str, before: str) -> tuple[str, str, str] | None:
    """A line that is no field: a point of a list, the rest of something above, or words that belong above."""
    if line[0] in " -[]{}," or before.rstrip().endswith(("[", ",", "{")):
        return None
    cure = 'write it at the end of the line above, or as "field: value"'
    return "file", f"{line.strip()[:30]} … is no field" if len(line) > 30 else f"{line.strip()} is no field", cure


def _faults(match: re.Match[str], before: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a line that looks like a field."""
    name, value = match["name"], "" if match["value"].startswith("#") else match["value"]
    if match["colon"] != ":" or "\xa0" in match["gap"]:
        yield "the colon or the space behind it only looks like one", f"write {name}: and a space again by hand"
    if not match["gap"] and value and not value.startswith("//"):
        yield "no space stands behind the colon", f"write {name}: {_cut(value)}"
    above = FIELD.fullmatch(before.rstrip())
    if match["indent"] and above and not above["indent"] and not GOES_ON.fullmatch(above["value"]):
        yield "the line begins with a space", "begin it where the line above begins"
    if fault := OPENED.get(value[:1], _plain)(name, value):
        yield fault


def _plain(name: str, value: str) -> tuple[str, str] | None:
    """A value without quotes: a colon ends it, and some signs mean something else."""
    if value and value[0] in SIGNS and not re.fullmatch(r"[|>][-+]?(?:[ \t]+#.*)?", value):
        return f"{value[0]} has a meaning of its own at the beginning", _quoted(name, value)
    if value.startswith("- "):
        return "- begins a list, which needs a line of its own", _quoted(name, value)
    if CURLY.fullmatch(value) and ": " in value:
        return "curly quotation marks do not hold a value together", _quoted(name, value[1:-1].strip())
    if ": " in value or value.endswith(":"):
        return "a colon stands inside the value", _quoted(name, value)
    return None


def _single(name: str, value: str) -> tuple[str, str] | None:
    """An apostrophe ends what ' began."""
    if SINGLE.fullmatch(value):
        return None
    if value.count("'") == 1:
        return "the quotation that ' begins is never closed", _quoted(name, value[1:])
    inside = value[1:].rstrip()
    words = inside[:-1] if inside.endswith("'") else inside
    return "an apostrophe ends the value that ' begins", _quoted(name, words)


def _double(name: str, value: str) -> tuple[str, str] | None:
    if DOUBLE.fullmatch(value):
        if "\\" in value:
            return "\\ has a meaning of its own inside quotes", "write \\\\ instead"
        return None
    if value.count('"') == 1:
        return 'the quotation that " begins is never closed', f'write {name}: {_cut(value)}"'
    return 'a " inside the value ends it', 'write “ and ” inside, and " only at both ends of the whole value'


def _list(name: str, value: str) -> tuple[str, str] | None:
    """A value that begins as a list or a mapping does."""
    close = {"[": "]", "{": "}"}[value[0]]
    if close not in value:
        closed = (f"the list that {value[0]} begins is never closed", f"write {close} at its end")
        return None if value.endswith(",") else closed
    if not re.fullmatch(rf"[^#]*{re.escape(close)}\s*(?:#.*)?", value):
        return f"words stand behind {close}", _quoted(name, value)
    return None


OPENED: dict[str, Callable[[str, str], tuple[str, str] | None]] = {
    "'": _single,
    '"': _double,
    "[": _list,
    "{": _list,
}
"""How values are looked at, by the sign they begin with."""


def _quoted(name: str, value: str) -> str:
    """How a value is written so that nothing in it means anything; quotation marks inside become typographic ones."""
    words = re.sub(r'"([^"]*)"', r"“\1”", value.replace("''", "'"))
    return f'put it between straight quotation marks: {name}: "{_cut(words)}"'


def _cut(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"


def dropped(name: str, line: str, end: int) -> tuple[str, str] | None:
    """Fault and cure of a line whose value ends at column `end`, when a parser takes words behind it for a remark."""
    if not re.match(r"\s+#\S", line[end:]):
        return None
    return "what stands behind # is not read", _quoted(name, line.partition(":")[2].strip())


def unclosed(text: str) -> tuple[int, str, str]:
    """Where the line that closes front matter should stand in a text that has none, counted from 1, with fault and cure."""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 2):
        if FENCES.fullmatch(line):
            return number, "the front matter is never closed", f"write --- (three hyphens) instead of {line.strip()}"
        if not line.strip() or (not FIELD.fullmatch(line) and line[0] not in " \t-#"):
            return (
                number,
                "the front matter is never closed",
                "put a line with --- after its last field, above this line",
            )
    return len(lines), "the front matter is never closed", "put a line with --- after its last field"


def unopened(text: str) -> tuple[str, str]:
    """Why a text has no front matter, and the cure."""
    first = text.split("\n", 1)[0]
    if not first.strip():
        return "an empty line stands before the front matter", "delete it: the file begins with ---"
    if FENCES.fullmatch(first):
        return f"the front matter begins with {first.strip()}", "write --- (three hyphens) instead"
    if FIELD.fullmatch(first) and "---" in text:
        return "no line with --- stands above the first field", "write one"
    return "it has no front matter", "begin the file with ---, title: …, summary: … and ---"
