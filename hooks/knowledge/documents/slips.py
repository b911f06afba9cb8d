"""Slips of numbering: what an author wrote for a clause and what is none, because something stands in its way.

`3.2. Staff …`, a line too few between two clauses, a letter left out: each would be read as words of the clause before, cited by
nobody and missed by every comparison. So it is told, with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.documents.clauses import NUMBERED, SECTION, begun
from knowledge.documents.letters import ABJAD, LETTERED, following, lettered
from knowledge.documents.passages import Passage, passages
from knowledge.problems import Problem
from knowledge.wordforms import europeanised

WAITING = re.compile(r"(?:[1-9][0-9]{0,2}\.)?[?؟]\s+(?=\S)|(?P<letter>[?؟]\)\s+(?=\S))")
"""What an author writes where a new clause is to get its number, or a new point its letter."""

ASKING = re.compile(r"##[ \t]*[?؟][ \t]+(?=\S)")
"""What an author writes before the title of a new section in a text that has numbers."""

DOTTED = re.compile(r"#{2,6}[ \t]*(?P<number>[0-9]+(?:\.[0-9]+)+)[.)]?\s")
NEARLY = re.compile(
    r"(?:[-*+][ \t]+)?[*_(\[§ ]{0,4}(?P<number>\d{1,3}(?:[.٫]\d{1,3}){1,3})(?P<after>[.):*_\]–-]{0,4})(?:\s|\Z)"
)
MARKED = re.compile(rf"\((?P<round>[a-z{''.join(ABJAD)}]ـ?)\)\s|(?P<dash>[a-z{''.join(ABJAD)}]ـ?)[ـ ]?[-–]\s")
ROMAN = set("ivx")

WAITS = "a clause waits for its number"

Fault = tuple[str, str]
"""What is wrong and its cure."""


def check(path: str, body: str, first_line: int = 1) -> Iterator[Problem]:
    """Everything that looks like the number of a clause and is none."""
    last = ""
    for passage in passages(body, first_line):
        if number := begun(passage, last):
            last = number
        elif passage.kind == "heading" and SECTION.match(passage.text):
            last = ""
        for line, fault in _faults(passage, number, last, path):
            yield Problem(path, line, "clause", *fault)


def _faults(passage: Passage, number: str, last: str, path: str) -> Iterator[tuple[int, Fault]]:
    """The faults of a passage, with their lines; `number` is that of the clause it begins, `last` that of the clause going on."""
    if passage.kind == "heading" and (match := DOTTED.match(passage.text)):
        cure = "write it as a paragraph below its heading, which has a whole number: ## 3. Reporting"
        yield passage.line, (f"a heading cannot be clause {match['number']}", cure)
    if passage.kind == "heading" and ASKING.match(passage.text):
        yield passage.line, (WAITS, f"run `make numbers FILE={path}`")
    if passage.kind not in ("paragraph", "item"):
        return
    if not number and (fault := _waits(passage, path) or _number(passage, last) or _letter(passage, last)):
        yield passage.line, fault
    lines = passage.text.split("\n") if last else []
    for place, line in enumerate(lines[1:], 1):
        if swallowed := _next(line, last):
            cure = "leave an empty line before it; if it is no clause, break the lines elsewhere"
            yield passage.line + place, (f"{swallowed} begins in the middle of a paragraph", cure)


def _waits(passage: Passage, path: str) -> Fault | None:
    if WAITING.match(passage.text):
        return WAITS, f"run `make numbers FILE={path}`"
    return None


def _number(passage: Passage, last: str) -> Fault | None:
    """A number that is written in another way than `3.2`, a space and words."""
    match = NEARLY.match(passage.text)
    if not match:
        return None
    parts = [part.lstrip("0") for part in re.split("[.٫]", europeanised(match["number"]))]
    if parts[0] != re.split("[. ]", last)[0] and (last or match["after"] not in (".", ")", ":")):
        return None
    return (
        f"{match[0].strip()} is not read as a clause",
        f"write {'.'.join(parts)}, a space and its words, with nothing before it",
    )


def _letter(passage: Passage, last: str) -> Fault | None:
    """A letter that does not continue the sequence, or is written in another way than `a)`."""
    if not last:
        return None
    letter = last.partition(" ")[2]
    if match := LETTERED.fullmatch(passage.text):
        if match["number"] in ROMAN:
            return None
        what = f"{match['number']}) does not follow {last}"
        cure = f"the next letter is {following(letter)}; a list of its own needs a numbered paragraph above it"
        return what, cure
    match = MARKED.match(passage.text)
    written = (match["round"] or match["dash"]) if match else ""
    if match and lettered(last, written):
        return f"{match[0].strip()} is not read as a clause", f"write {written}), a space and its words"
    return None


def _next(line: str, last: str) -> str:
    """The number at the beginning of a line, if it is the one that comes next."""
    if match := LETTERED.match(line):
        return lettered(last, match["number"])
    match = NUMBERED.match(line)
    stem, _, count = last.partition(" ")[0].rpartition(".")
    return match["number"] if match and stem and match["number"] == f"{stem}.{int(count) + 1}" else ""
