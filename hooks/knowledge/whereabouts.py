"""Where people can be reached, and what of it changed between two states of the content.

Whoever reviews a change reads words, and a digit of a phone number is easily read over; somebody in need then calls a stranger.
So every e-mail address, number, channel, key and host that is new or gone is listed by page and language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import unquote

from knowledge import channels, hosts
from knowledge.frontmatter import Refused, parse, split
from knowledge.languages import Languages
from knowledge.sources import FACTS

State = Mapping[str, bytes]
"""What files of a content folder hold, by their paths in it."""

READ = (".md", ".yml", ".asc")
"""Endings of files that can hold contact facts; `.asc` are keys."""

SORTS = {
    "e-mail address": hosts.MIXED,
    "onion address": re.compile(r"(?<!\w)[a-z2-7]{16,60}\.onion\b"),
    "site": re.compile(r"(?:https?:|(?<=[(\"'<=\s]))[/\\]{2}([^\s/\\?#\"'<>()\[\]]+)", re.I),
    "account number": re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)"),
    "key": re.compile(r"(?<!\w)(?:[0-9A-F]{4}\s{0,2}){10}(?!\w)"),
    "phone number": re.compile(
        r"(?<![\w.,-])(?:(?:\+|00)\d(?:[\s().-]{0,2}\d){6,14}|(?!\d{4}-\d\d-\d\d\b)\d{2,4}(?:[ .-]\d{2,4}){2,5})(?![\w-])"
    ),
}
"""What is looked for, by what reviewers call it; a group is the part that counts. Digits of an account are no phone."""

FIELDS = {"channels": "channel", "contacts": "person to ask", "phone": "phone number", "email": "e-mail address"}
"""Fields of front matter that say whom to turn to."""

REACHED = {*channels.ADDRESSES, "key"}
"""Names of facts that are contact facts whatever they look like."""


@dataclass(frozen=True, order=True)
class Fact:
    """A way to reach somebody that stands in a file."""

    sort: str
    value: str


def facts(path: str, data: bytes) -> set[Fact]:
    """Every contact fact of a file, whether the site could be built with it or not."""
    if path.endswith(".asc"):
        return {Fact("public key", f"with the digest {sha256(data).hexdigest()[:32]}")}
    text = unicodedata.normalize("NFC", data.decode("utf-8", "replace"))
    found, left = set(_said(path, text)), unquote(text)
    for sort, pattern in SORTS.items():
        found |= set(_matched(sort, pattern, left))
        left = pattern.sub(" ", left) if sort in ("account number", "key") else left
    return found


def _matched(sort: str, pattern: re.Pattern[str], text: str) -> Iterator[Fact]:
    for match in pattern.finditer(text):
        value = match[pattern.groups].strip(".,;:")
        digits = "".join(str(unicodedata.digit(sign, "")) for sign in value)
        yield Fact(sort, ("+" if value[0] == "+" else "") + digits if sort == "phone number" else value)


def _said(path: str, text: str) -> Iterator[Fact]:
    """What front matter, or the file of facts, says by name; nothing of what cannot be read."""
    try:
        matter = (text if path == FACTS else split(text)[0]) or ""
        values = parse(matter).values
    except Refused:
        return
    for name, value in values.items():
        if path == FACTS and isinstance(value, dict):
            yield from (Fact(f"{name}.{key}", _plain(value[key])) for key in sorted(REACHED & set(value)))
        elif path != FACTS and name in FIELDS:
            yield from (Fact(FIELDS[name], str(item)) for item in (value if isinstance(value, list) else [value]))


def _plain(value: object) -> str:
    return ", ".join(f"{key}: {words}" for key, words in value.items()) if isinstance(value, dict) else str(value)


def changes(before: State, after: State) -> dict[str, tuple[list[Fact], list[Fact]]]:
    """By file what is gone and what is new, in the order of files; files where nothing changed are left out."""
    told = {}
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path):
            old, new = (facts(path, state[path]) if path in state else set() for state in (before, after))
            if old != new:
                told[path] = sorted(old - new), sorted(new - old)
    return told


def report(before: State, after: State, languages: Languages, shown: str) -> str:
    """What changed, in plain words, a paragraph for each file; `""` when nothing did."""
    found = changes(before, after)
    if not found:
        return ""
    parts = ["Ways to reach people changed. Ask whoever they belong to, not whoever wrote the change:"]
    for path, (gone, new) in found.items():
        lines = [f"{_place(path, languages, shown)}:"]
        lines += [f"  gone: {_told(fact)}" for fact in gone] + [f"  new:  {_told(fact)}" for fact in new]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _place(path: str, languages: Languages, shown: str) -> str:
    """A file as reviewers know it: its page and language."""
    code = languages.of_file(path.rpartition("/")[2]) if path.endswith(".md") else None
    said = (
        f" ({languages[code].name})"
        if code and code in languages
        else " (in every page that shows it)" * (path == FACTS)
    )
    return visible(f"{shown}/{path}") + said


def _told(fact: Fact) -> str:
    strange = sorted({f"U+{ord(sign):04X}" for sign in fact.value if not sign.isascii() and sign.isalpha()})
    seen = (
        f" (with {', '.join(strange[:3])}, which can look like other letters)" if strange and "@" in fact.value else ""
    )
    return f"{fact.sort} {visible(fact.value)}{seen}"


def visible(words: str) -> str:
    """Words of strangers for a terminal: what would show nothing, or act, is shown by its number."""
    return "".join(sign if sign.isprintable() else f"[U+{ord(sign):04X}]" for sign in words)
