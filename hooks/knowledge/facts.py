"""Facts that stand in many pages but are written once: names, addresses, channels.

`{{ organisation.name }}` in a page or its front matter becomes the value in the language of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from knowledge import frontmatter
from knowledge.documents.particulars import differences, particulars
from knowledge.frontmatter import Refused
from knowledge.languages import Languages
from knowledge.problems import Problem
from knowledge.prose import line_of, prose

PLACEHOLDER = re.compile(r"\{\{\s*+(?P<name>(?:[^\s{}]++(?:[^\S\n]++[^\s{}]++)*+)?+)\s*+\}\}")
"""Possessive (`++`), because pull requests come from strangers: no text makes it look at a character twice."""

SEPARATOR = ", "
"""What stands between the items of a list, which is one value."""

LONGEST = 64 * 1024
"""Bytes of the file: a channel in three languages takes about one thousand."""

ALIKE = {"email", "phone", "onion", "key"}
"""Facts that are one for all languages, by the last part of their name; of `web`, the host is."""

COUNTED = ("figure", "month")
"""What is the same in all languages of any other fact, by the kinds of particulars."""

Facts = Mapping[str, Mapping[str, str]]
"""Dotted name → language code → value; every name has every language."""


def read(path: Path, languages: Languages, shown: str) -> tuple[Facts, list[Problem]]:
    """The facts of a data file; none, without complaint, when the site has no such file."""
    if not path.is_file():
        return {}, []
    try:
        return parse(path.read_text("utf-8"), languages, shown)
    except UnicodeDecodeError:
        return {}, [Problem(shown, 1, "file", "it is not UTF-8 text", "save it as UTF-8")]


def parse(text: str, languages: Languages, shown: str = "") -> tuple[Facts, list[Problem]]:
    """The facts that the text of a data file holds, and what is to be mended in it."""
    try:
        if len(text.encode()) > LONGEST:
            raise Refused(1, f"it is longer than {LONGEST // 1024} KB", "take out what no page shows")
        matter = frontmatter.parse(text, 1, LONGEST)
    except Refused as fault:
        return {}, [Problem(shown, fault.line, fault.field, fault.what, fault.cure)]
    values: dict[str, Mapping[str, str]] = {}
    problems = [Problem(shown, line, name, "it is written twice", "keep one") for name, line in matter.repeated]
    for group, names in matter.values.items():
        for name, value in names.items() if isinstance(names, dict) else ():
            values[f"{group}.{name}"] = _texts(value, languages)
            for what, cure in _faults(f"{group}.{name}", values[f"{group}.{name}"], languages):
                problems.append(Problem(shown, matter.lines[group], group, what, cure))
    return values, problems


def _faults(name: str, texts: Mapping[str, str], languages: Languages) -> Iterator[tuple[str, str]]:
    """What is wrong with one fact, and the cure."""
    if any("@" in text and not text.isascii() for text in texts.values()):
        yield f"{name} holds letters of another alphabet, or invisible ones", "write the address again by hand"
    if missing := [language.code for language in languages.all if not texts.get(language.code)]:
        yield f"{name} has no value for {', '.join(missing)}", "write one for each language"
    if len({_alike(name.rpartition(".")[2], text) for text in texts.values()}) > 1:
        cure = "write it once for all; what is meant for readers of one language is a channel of its own"
        yield f"{name} is not the same in every language ({_listed(texts)})", cure
    elif _unlike(texts):
        yield f"{name} has not the same figures in every language ({_listed(texts)})", "mend the one that is wrong"


def _alike(name: str, text: str) -> str:
    """What of a fact with this last part of its name is the same in every language."""
    if name in ALIKE:
        return text
    return re.sub(r"^(\w+://[^/?#]*).*", r"\1", text, flags=re.S) if name == "web" else ""


def _unlike(texts: Mapping[str, str]) -> bool:
    """Whether a figure, or the month of a day, stands in one language and not in another."""
    sides = [[part for part in particulars(said, code) if part.kind in COUNTED] for code, said in texts.items()]
    return any(any(differences(side, sides[0])) for side in sides[1:])


def _listed(texts: Mapping[str, str]) -> str:
    return "; ".join(f"{code}: {text}" for code, text in texts.items())


def _texts(value: Any, languages: Languages) -> dict[str, str]:
    if isinstance(value, dict):
        return {code: str(text) for code, text in value.items() if text}
    if isinstance(value, list):
        value = SEPARATOR.join(map(str, value))
    return {} if value is None else {language.code: str(value) for language in languages.all}


def fill(text: str, language: str, facts: Facts) -> str:
    """The text with every placeholder outside code replaced by its value in this language; unknown ones stay."""
    if "{{" not in text:
        return text
    parts, end = [], 0
    for match in PLACEHOLDER.finditer(prose(text)):
        if value := facts.get(match["name"], {}).get(language):
            parts += [text[end : match.start()], value]
            end = match.end()
    return "".join([*parts, text[end:]])


def unknown(text: str, first_line: int, facts: Facts) -> Iterator[tuple[int, str, str]]:
    """Placeholders that name no fact: line, what is wrong, cure."""
    if "{{" not in text:
        return
    plain = prose(text)
    for match in PLACEHOLDER.finditer(plain):
        if match["name"] not in facts:
            near = get_close_matches(match["name"], facts, 1, 0.4)
            cure = f"did you mean {{{{ {near[0]} }}}}?" if near else "add it to facts.yml"
            yield line_of(plain, match.start(), first_line), f"there is no fact {match['name']!r}", cure
