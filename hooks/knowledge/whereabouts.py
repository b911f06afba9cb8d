"""Where people can be reached, and what of it changed between two states of the site.

Whoever reviews a change reads words, and a digit of a phone number is easily read over; somebody in need then calls a stranger.
So every way to reach somebody that is new or gone is listed by page and language, whether it stands in the file, on the page
made of it, in the file of facts or in the configuration; and so is every attached file, because nobody sees what is in one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from posixpath import dirname, normpath
from typing import Any
from urllib.parse import unquote

import yaml
from markdown import Markdown

from knowledge import bodies, channels, configuration, limits, ways
from knowledge import facts as known
from knowledge.attachments import cleaning
from knowledge.facts import Facts
from knowledge.frontmatter import Refused, parse, split
from knowledge.kinds import kind_of
from knowledge.languages import Languages
from knowledge.sources import FACTS
from knowledge.ways import Way

State = Mapping[str, bytes]
"""What the files of a site hold, by their paths from the content folder; configuration files lie outside it."""

FIELDS = {"channels": "channel", "contacts": "person to ask", "phone": "phone number", "email": "e-mail address"}
"""Fields of front matter that say whom to turn to."""

REACHED = {*channels.ADDRESSES, "key"}
"""Names of facts that are contact facts whatever they look like."""

SETTINGS = ("site_url", "repo_url", "onion", "leave")
"""Settings that lead readers somewhere."""


def matters(path: str) -> bool:
    """Whether a file of the content folder can say how to reach somebody: texts, facts, keys, what can be taken away."""
    if path.endswith((".md", ".yml", ".asc")) or cleaning.ending(path) in cleaning.TYPES:
        return True
    return kind_of(dirname(path)).name == "report"


@dataclass(frozen=True)
class Reader:
    """What it takes to read a state as its readers see it."""

    languages: Languages
    markdown: Markdown
    facts: Facts

    def ways(self, path: str, data: bytes) -> set[Way]:
        """Every way to reach somebody that a file gives, whether the site could be built with it or not."""
        if not path.endswith((".md", ".yml")):
            sort = "public key" if path.endswith(".asc") else "file that says what only its readers see,"
            return {Way(sort, f"with the digest {sha256(data).hexdigest()[:32]}")}
        text = unicodedata.normalize("NFC", data.decode("utf-8", "replace"))
        said = self._said(path, text) if path.endswith(".md") else _given(path, text)
        return {*said, *ways.found(unquote(text))}

    def _said(self, path: str, text: str) -> Iterator[Way]:
        """What front matter says by name, and what the page shows; nothing of what no page is made of."""
        try:
            limits.check(text)
            matter, body, _ = split(text)
            values = parse(matter or "").values
        except Refused:
            return
        for name, value in values.items():
            yield from ways.read(str(value))
            if name in FIELDS:
                yield from (Way(FIELDS[name], str(item)) for item in (value if isinstance(value, list) else [value]))
        code = self.languages.of_file(path.rpartition("/")[2]) or self.languages.default.code
        yield from ways.shown(bodies.converted(self.markdown, known.fill(body, code, self.facts)))


def _given(path: str, text: str) -> Iterator[Way]:
    """What the file of facts, or a configuration, says by name; nothing of what cannot be read."""
    try:
        values = parse(text, 1, known.LONGEST).values if path == FACTS else _settings(text)
    except (Refused, yaml.YAMLError):
        return
    for name, value in values.items():
        if path == FACTS and isinstance(value, dict):
            yield from (Way(f"{name}.{key}", _plain(value[key])) for key in sorted(REACHED & set(value)))
        elif path != FACTS and name in SETTINGS:
            yield Way(name, _plain(value))


def _settings(text: str) -> Mapping[str, Any]:
    said = configuration.parsed(text)
    extra = said.get("extra")
    return {**said, **(extra if isinstance(extra, dict) else {})}


def _plain(value: object) -> str:
    return ", ".join(f"{key}: {words}" for key, words in value.items()) if isinstance(value, dict) else str(value)


def changes(
    before: State, after: State, languages: Languages, markdown: Markdown
) -> dict[str, tuple[list[Way], list[Way]]]:
    """By file what is gone and what is new, in the order of files; files where nothing changed are left out."""
    found = {}
    readers = [Reader(languages, markdown, _facts(state, languages)) for state in (before, after)]
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path):
            states = zip(readers, (before, after), strict=True)
            old, new = (reader.ways(path, state[path]) if path in state else set() for reader, state in states)
            if old != new:
                found[path] = sorted(old - new), sorted(new - old)
    return found


def _facts(state: State, languages: Languages) -> Facts:
    return known.parse(state.get(FACTS, b"").decode("utf-8", "replace"), languages)[0]


def report(before: State, after: State, languages: Languages, shown: str, markdown: Markdown) -> str:
    """What changed, in plain words, a paragraph for each file; `""` when nothing did."""
    found = changes(before, after, languages, markdown)
    if not found:
        return ""
    parts = ["Ways to reach people changed. Ask whoever they belong to, not whoever wrote the change:"]
    for path, (gone, new) in found.items():
        lines = [f"{place(path, languages, shown)}:"]
        lines += [f"  gone: {told(way)}" for way in gone] + [f"  new:  {told(way)}" for way in new]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def place(path: str, languages: Languages, shown: str) -> str:
    """A file as reviewers know it: its page and language."""
    code = languages.of_file(path.rpartition("/")[2]) if path.endswith(".md") else None
    said = (
        f" ({languages[code].name})"
        if code and code in languages
        else " (in every page that shows it)" * (path == FACTS)
    )
    return visible(normpath(f"{shown}/{path}")) + said


def told(way: Way) -> str:
    """A way to reach somebody as reviewers read it; letters that can look like others are named."""
    strange = sorted({f"U+{ord(sign):04X}" for sign in way.value if not sign.isascii() and sign.isalpha()})
    seen = (
        f" (with {', '.join(strange[:3])}, which can look like other letters)" if strange and "@" in way.value else ""
    )
    return f"{way.sort} {visible(way.value)}{seen}"


def visible(words: str) -> str:
    """Words of strangers for a terminal: what would show nothing, or act, is shown by its number."""
    return "".join(sign if sign.isprintable() else f"[U+{ord(sign):04X}]" for sign in words)
