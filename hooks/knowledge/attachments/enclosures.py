"""What an editor says of a file beside the page: its name, title, language and kind.

attachments:
  - file: full-report.pdf
    title: Access to information in 2026, the full report
    language: en
    kind: full-version
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from babel import Locale, UnknownLocaleError

from knowledge.fields import Unfit, choice, text

KINDS = ("full-version", "annex", "form", "slides", "data", "other")
"""What a file can be to its page."""

FORM = 'write "- file: report.pdf", and below it, indented alike, title:, language: and kind:'
NAME = re.compile(r"[^/\\]+\.[a-z0-9]+")


@dataclass(frozen=True)
class Enclosure:
    """One file as an editor lists it."""

    file: str
    """Its name, beside the page."""

    title: str
    """In its own language."""

    language: str
    """The tag of the language it is written in, as `en`; the site need not have it."""

    kind: str


def enclosures(value: Any) -> tuple[Enclosure, ...]:
    """Files beside the page, each once."""
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise Unfit("this is not a list of files", FORM)
    found = tuple(map(_enclosure, value))
    names = [item.file for item in found]
    if repeated := [name for name in names if names.count(name) > 1]:
        raise Unfit(f"{repeated[0]} stands here twice", "list it once")
    return found


def _enclosure(said: dict[str, Any]) -> Enclosure:
    known = [item.name for item in fields(Enclosure)]
    for name in said:
        if name not in known:
            near = get_close_matches(name, known, 1, 0.6)
            cure = f"did you mean {near[0]}?" if near else f"a file has {', '.join(known)}"
            raise Unfit(f"a file has no {name!r}", cure)
    if lacking := [name for name in known if name not in said]:
        raise Unfit(f"{said.get('file', 'a file')} lacks its {lacking[0]}", FORM)
    return Enclosure(
        _file(said["file"]), text(said["title"]), _language(said["language"]), choice(*KINDS)(said["kind"])
    )


def _file(name: Any) -> str:
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise Unfit(f"{name!r} is not the name of a file beside the page", "write its name alone, as report.pdf")
    return name


def _language(code: Any) -> str:
    try:
        Locale.parse(str(code).replace("-", "_"))
    except (ValueError, UnknownLocaleError) as fault:
        raise Unfit(f"{code!r} is not a language", "write its tag, as en, fr or ar") from fault
    return str(code)
