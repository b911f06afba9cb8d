"""The types of front-matter fields: what each accepts, and the words that say why a value is refused.

A field is a *word* (translated, written in every language's file) or a *fact* (written once, in the source file).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field
from datetime import date
from typing import Any


class Unfit(ValueError):
    """A value that does not fit its field: `what` is wrong and the `cure`."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what)
        self.what, self.cure = what, cure


Reader = Callable[[Any], Any]
"""Turns a plain value into the field's type, or raises Unfit."""


def word(reader: Reader, default: Any = MISSING) -> Any:
    """A dataclass field that every language writes for itself."""
    return _declare(reader, default, translated=True)


def fact(reader: Reader, default: Any = MISSING) -> Any:
    """A dataclass field that is written once, in the source file, and holds for every language."""
    return _declare(reader, default, translated=False)


def _declare(reader: Reader, default: Any, *, translated: bool) -> Any:
    metadata = {"reader": reader, "translated": translated}
    if default is MISSING:
        return field(metadata=metadata, kw_only=True)
    return field(metadata=metadata, default=default, kw_only=True)


def text(value: Any) -> str:
    """One line of text."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise Unfit("this is not a line of text", 'write words, in "quotes" if they have a colon')
    return " ".join(value.split())


LONGEST_SUMMARY = 240
"""Characters that search results and cards can show."""


def summary(value: Any) -> str:
    """One or two sentences that search results and cards can show."""
    line = text(value)
    if len(line) > LONGEST_SUMMARY:
        what = f"it has {len(line)} characters, cards show at most {LONGEST_SUMMARY}"
        raise Unfit(what, "say it in one or two sentences")
    return line


def day(value: Any) -> date:
    """A day written as 2026-03-14 (ISO 8601)."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value), re.ASCII):
            return date.fromisoformat(str(value))
    except ValueError as error:
        raise Unfit(f"there is no day {value}", "check the month and the day") from error
    raise Unfit(f"{value!r} is not a date", "write year-month-day, as 2026-03-14")


def identifier(value: Any) -> str:
    """A short name that files and citations carry: it must never lead out of a folder."""
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", value):
        return value
    raise Unfit(f"{value!r} cannot be the name of a file", "write letters a to z, digits and single hyphens")


def number(value: Any) -> int:
    """A whole number from 1."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise Unfit(f"{value!r} is not a whole number from 1", "write a number such as 1")
    return value


def flag(value: Any) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise Unfit(f"{value!r} is neither true nor false", "write true, or delete the field")
    return value


def pairs(value: Any) -> tuple[tuple[str, str], ...]:
    """Lines of text by name."""
    if not isinstance(value, dict) or not value:
        raise Unfit("these are not pairs", 'write them as {"3.2": "words", "4.1": "words"}')
    return tuple((str(name), text(words)) for name, words in value.items())


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    names: tuple[str, ...]

    def __call__(self, value: Any) -> str:
        if value not in self.names:
            raise Unfit(f"{value!r} is not known here", f"write one of {', '.join(self.names)}")
        return str(value)


def choice(*names: str) -> Reader:
    """A reader of one of these words."""
    return Choice(names)


def names(value: Any) -> tuple[str, ...]:
    """A list of names, each once."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise Unfit("this is not a list", "write it as [first-name, second-name]")
    if not value:
        raise Unfit("this list is empty", "name at least one, as [first-name]")
    if repeated := sorted({item for item in value if value.count(item) > 1}):
        raise Unfit(f"{repeated[0]} stands here twice", "keep it once")
    return tuple(value)


@dataclass(frozen=True)
class References:
    """A list of pages of one kind, by folder name (`gender-equality`) or path (`policies/anti-harassment`)."""

    kind: str
    """What the pages must be; whether they exist is checked when all pages are known."""

    def __call__(self, value: Any) -> tuple[str, ...]:
        return names(value)


def phone(value: Any) -> str:
    """A phone number with its country code, in quotes (E.123: `"+45 5210 7804"`)."""
    if isinstance(value, str) and re.fullmatch(r"\+[0-9][0-9 ]{6,18}[0-9]", value):
        return value
    raise Unfit(f"{value!r} is not a phone number", 'write it in quotes with its country code: "+45 5210 7804"')


def email(value: Any) -> str:
    """An e-mail address."""
    if isinstance(value, str) and re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", value, re.ASCII):
        return value
    raise Unfit(f"{value!r} is not an e-mail address", "write it as name@example.org")


PICTURE = re.compile(r"\.(?:jpe?g|png|webp|avif|svg)$")
"""What the name of a picture ends in; browsers show no others."""


def picture(value: Any) -> str:
    """The name of a picture that lies beside the page."""
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9-]+", PICTURE.sub("", value)) and PICTURE.search(value):
        return value
    raise Unfit(
        f"{value!r} is not the name of a picture beside this page",
        "write a name such as photo.jpg: small letters, digits and hyphens; jpg, png, webp, avif or svg",
    )
