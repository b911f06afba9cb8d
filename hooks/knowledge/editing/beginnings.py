"""The front matter a new file begins with, made from the classes that the build reads it with, so that both always agree.

Fields stand in their order. Those that are needed have a value, or none yet, which the build tells; the others are comments
that say what they are for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from inspect import getsource
from typing import Any

import yaml

from knowledge import records
from knowledge.contract import sentences
from knowledge.fields import References
from knowledge.kinds import Kind

LISTS = (References,)
"""Types of fields that begin as an empty list."""


def source(kind: Kind, given: Mapping[str, Any]) -> str:
    """The front matter of a new page: the values given, empty places for what else is needed, the rest as comments."""
    lines = []
    for field in fields(kind.record):
        said = _sentence(kind, field)
        if field.name in given:
            lines.append(_line(field.name, given[field.name]))
        elif field.default is MISSING:
            empty = " []" if isinstance(field.metadata["reader"], LISTS) else ""
            lines += [f"# {said}", f"{field.name}:{empty}"]
        elif not _for_translations(said) and field.name != "translated_from":
            lines.append(f"# {field.name}: {said}")
    return _matter(lines)


def translation(kind: Kind, words: Mapping[str, Any], origin: str) -> str:
    """The front matter of a new translation: what the source says in words above an empty place for each.

    `words` are those of the source file, `origin` the code of its language when that is not the site's first, else `""`.
    """
    lines = []
    for field in fields(kind.record):
        said = _sentence(kind, field)
        if field.name == "translated_from":
            lines += [_line(field.name, origin)] if origin else []
        elif field.name in kind.words and field.name in words and not _for_translations(said):
            lines += [f"# {' '.join(str(words[field.name]).split())}", f"{field.name}:"]
        elif field.name in kind.words and _for_translations(said):
            lines.append(f"# {field.name}: {said}")
    return _matter(lines)


def _matter(lines: list[str]) -> str:
    return "\n".join(["---", *lines, "---", ""])


def _line(name: str, value: Any) -> str:
    return yaml.safe_dump({name: value}, allow_unicode=True, width=10_000, default_flow_style=False).strip()


def _for_translations(sentence: str) -> bool:
    return sentence.startswith("In a translation: ")


def _sentence(kind: Kind, field: Field[Any]) -> str:
    """The sentence under a field, which stands in the class that declares it."""
    said = _sentences()
    return next(said[key] for record in kind.record.__mro__ if (key := (record.__name__, field.name)) in said)


@cache
def _sentences() -> Mapping[tuple[str, str], str]:
    return sentences(getsource(records))
