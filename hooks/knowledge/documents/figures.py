"""The figures of a text, each in one form however its language writes it: 1,000 and 1 000, 1.5 and 1,5, 5 pm and 17 h.

The rules, because figures bind:

- Digits of any script are digits. The sign or the words for per cent, units and ordinals (1er, 3rd) are no part of a figure.
- What stands between digits parts thousands when exactly three digits follow it each time, and is a decimal sign otherwise.
  So 1,5 is 1.5 and never 15; only 1.500 and 1500 cannot be told apart.
- A time is its hour on the clock of 24, and its minutes when there are any: 17:30, 5.30 pm and 17 h 30 are 17 and 30.
- A day is its figures. Its month, when that has a name, is a month and no figure; 2026-03-01 is 2026, 1 and a month.
- Digits in three groups or more, eight in all, are a phone number: one figure, however grouped.
- Numbers in words are words: they bind as well, but nobody counts them here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.localedata import locale_identifiers

DIGIT = re.compile("[0-9]")
DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9])(?![0-9])")
DOTTED_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?![0-9.])")
TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?![0-9])"
    r"(?:(?P<mark>:|\.|\s?[hH]\s?)(?P<minute>[0-5][0-9])(?![0-9])|\s?[hH](?!\w)|\s?heures?(?!\w))?"
    r"(?:\s?(?:(?P<late>p\.?\s?m(?!\w)|مساء|بعد الظهر|du soir|de l[’']après-midi)|(?P<early>a\.?\s?m(?!\w)|صباح|du matin)))?"
)
"""A time, with the half of the day where a clock of twelve hours is usual."""

PHONE = re.compile(r"[0-9]{2,4}(?:[ -][0-9]{2,4}){2,6}(?![0-9])")
THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?")
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


@dataclass(frozen=True)
class Figure:
    """One figure, or the month of a day."""

    value: str
    """In its one form; the number of a month."""

    start: int
    """Where in the text it stands."""

    end: int
    month: bool = False


def figures(text: str, code: str = "") -> Iterator[Figure]:
    """The figures of a text in European digits and plain spaces, and its months when its language is known."""
    readers = (
        (DAY, _day),
        (DOTTED_DAY, _parts),
        (TIME, _time),
        (PHONE, _phone),
        (THOUSANDS, _number),
        (NUMBER, _number),
    )
    place = 0
    while first := DIGIT.search(text, place):
        for pattern, read in readers:
            match = pattern.match(text, first.start())
            if match and (values := read(match)):
                yield from (Figure(value, match.start(), match.end()) for value in values)
                place = match.end()
                break
    yield from (Figure(str(int(match["month"])), *match.span("month"), True) for match in DAY.finditer(text))
    yield from _months(text, code)


Reader = Callable[[re.Match[str]], list[str]]


def _day(match: re.Match[str]) -> list[str]:
    return [_short(match["year"]), _short(match["day"])]


def _parts(match: re.Match[str]) -> list[str]:
    return [_short(part) for part in match.groups()]


def _time(match: re.Match[str]) -> list[str]:
    """The hour and the minutes; nothing for a figure that is no time."""
    hour, minute, half = int(match["hour"]), match["minute"], match["late"] or match["early"]
    if hour > 24 or not (half or (minute and match["mark"] != ".")):
        return []
    if half and hour <= 12:
        hour = hour % 12 + 12 * bool(match["late"])
    return [str(hour), *([minute] if minute and minute != "00" else [])]


def _phone(match: re.Match[str]) -> list[str]:
    digits = re.sub("[ -]", "", match[0])
    return [digits] if len(digits) >= 8 else []


def _number(match: re.Match[str]) -> list[str]:
    whole = match[0].replace(" ", "")
    marks, groups = re.findall("[.,]", whole), re.split("[.,]", whole)
    if not marks:
        return [_short(whole)]
    if (
        len(set(marks)) == 1
        and 0 < len(groups[0]) <= 3
        and groups[0] != "0"
        and {len(group) for group in groups[1:]} == {3}
    ):
        return ["".join(groups)]
    if len(set(marks)) > 1:
        groups = ["".join(groups[:-1]), groups[-1]]
    return [".".join(groups)]


def _short(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _months(text: str, code: str) -> Iterator[Figure]:
    """The months named beside a figure; elsewhere their names may be other words (may, mars)."""
    names, pattern = _calendar(code.partition("-")[0])
    for match in pattern.finditer(text) if names else ():
        found = match.lastgroup or ""
        yield Figure(str(names[match[found]]), *match.span(found), True)


@cache
def _calendar(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """The months of a language by every name that any of its countries has for them (CLDR): مارس and آذار are the third."""
    found: dict[str, int] = {}
    for identifier in locale_identifiers():
        if identifier.partition("_")[0] == language:
            months = Locale.parse(identifier).months
            for month, name in (*months["format"]["wide"].items(), *months["stand-alone"]["wide"].items()):
                found |= {name: month, name[:1].upper() + name[1:]: month}
    name = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
    beside = rf"(?<=[0-9])\S{{0,3}} (?:\w{{1,3}} )?(?P<after>{name})(?!\w)|(?<!\w)(?P<before>{name}),? (?=[0-9])"
    return found, re.compile(beside)
