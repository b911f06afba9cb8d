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
from knowledge.frontmatter import Refused
from knowledge.languages import Languages
from knowledge.problems import Problem
from knowledge.prose import line_of, prose

PLACEHOLDER = re.compile(r"\{\{\s*+(?P<name>(?:[^\s{}]++(?:[^\S\n]++[^\s{}]++)*+)?+)\s*+\}\}")
"""Possessive (`++`), because pull requests come from strangers: no text makes it look at a character twice."""

SEPARATOR = ", "
"""What stands between the items of a list, which is one value."""

Facts = Mapping[str, Mapping[str, str]]
"""Dotted name → language code → value; every name has every language."""


def read(path: Path, languages: Languages, shown: str) -> tuple[Facts, list[Problem]]:
    """The facts of a data file; none, without complaint, when the site has no such file."""
    if not path.is_file():
        return {}, []
    try:
        matter = frontmatter.parse(path.read_text("utf-8"), 1)
    except (Refused, UnicodeDecodeError) as fault:
        line = fault.line if isinstance(fault, Refused) else 1
        what = fault.what if isinstance(fault, Refused) else "it is not UTF-8 text"
        return {}, [Problem(shown, line, "file", what, getattr(fault, "cure", "save it as UTF-8"))]
    values: dict[str, Mapping[str, str]] = {}
    problems = [Problem(shown, line, name, "it is written twice", "keep one") for name, line in matter.repeated]
    for group, names in matter.values.items():
        for name, value in names.items() if isinstance(names, dict) else ():
            texts = _texts(value, languages)
            values[f"{group}.{name}"] = texts
            if any("@" in text and not text.isascii() for text in texts.values()):
                what = f"{group}.{name} holds letters of another alphabet, or invisible ones"
                problems.append(Problem(shown, matter.lines[group], group, what, "write the address again by hand"))
            if missing := [language.code for language in languages.all if not texts.get(language.code)]:
                what = f"{group}.{name} has no value for {', '.join(missing)}"
                problems.append(Problem(shown, matter.lines[group], group, what, "write one for each language"))
    return values, problems


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
