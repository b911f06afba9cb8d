"""Parity: all languages of a document have the same clauses in the same order, and the same figures, addresses and links.

Words differ between languages; numbers, dates, e-mail addresses, phone numbers and references do not. A difference is told
with both lines side by side, and is accepted only in writing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from knowledge.clauses import Clause
from knowledge.links import links
from knowledge.problems import Problem
from knowledge.wordforms import europeanised

TOKEN = re.compile(r"\{\{[^}]*\}\}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://[^\s)>\]]+|\+?\d[\d\s\u00a0\u202f.,]*\d|\d")


def compare(
    path: str, found: Sequence[Clause], source_path: str, source: Sequence[Clause], accepted: Mapping[str, str]
) -> Iterator[Problem]:
    """What differs between a translation and its source; clauses `accepted` with a reason may differ."""
    ours, theirs = {clause.number: clause for clause in found}, {clause.number: clause for clause in source}
    for number, clause in theirs.items():
        if number not in ours and number not in accepted:
            line = _before(number, source, ours)
            what = f"{number} is missing; {source_path}:{clause.line} has {_short(clause)}"
            yield Problem(path, line, "clause", what, "translate it, or accept the difference with a reason")
    for number, clause in ours.items():
        if number in accepted:
            continue
        if number not in theirs:
            what = f"{number} {_short(clause)} is not in {source_path}"
            yield Problem(path, clause.line, "clause", what, "take it out, or write it in the source too")
        elif fault := _differs(clause, theirs[number]):
            what = f"{number} {fault}; here {_short(clause)}, in {source_path}:{theirs[number].line} {_short(theirs[number])}"
            yield Problem(path, clause.line, "clause", what, "mend one of the two, or accept the difference with a reason")
    yield from _order(path, found, source)


def _order(path: str, found: Sequence[Clause], source: Sequence[Clause]) -> Iterator[Problem]:
    shared = {clause.number for clause in found} & {clause.number for clause in source}
    wanted = [clause.number for clause in source if clause.number in shared]
    for clause, number in zip([clause for clause in found if clause.number in shared], wanted, strict=True):
        if clause.number != number:
            what = f"{clause.number} stands where {number} should"
            yield Problem(path, clause.line, "clause", what, "put the clauses in the order of the source")
            return


def _before(number: str, source: Sequence[Clause], ours: Mapping[str, Clause]) -> int:
    """The line after which a missing clause belongs."""
    line = 1
    for clause in source:
        if clause.number == number:
            break
        line = ours[clause.number].line if clause.number in ours else line
    return line


def _short(clause: Clause) -> str:
    words = " ".join(clause.text.split())
    return f"«{words[:60]}…»" if len(words) > 60 else f"«{words}»"


def _differs(ours: Clause, theirs: Clause) -> str:
    """In what two texts of a clause differ, as words for a message; `""` when in nothing that should be equal."""
    for name, read in (("figures and addresses", tokens), ("links", destinations)):
        here, there = read(ours.whole), read(theirs.whole)
        if here != there:
            more, less = list((here - there).elements()), list((there - here).elements())
            parts = [f"has {', '.join(more)}" if more else "", f"lacks {', '.join(less)}" if less else ""]
            return f"differs in {name}: " + " and ".join(part for part in parts if part)
    return ""


def tokens(text: str) -> Counter[str]:
    """The figures, dates, addresses and placeholders of a text, in European digits and without separators."""
    plain = re.sub(r"\]\([^)]*\)", "]", europeanised(text))
    return Counter(re.sub(r"[\s\u00a0\u202f.,]+", "", token) or token for token in TOKEN.findall(plain))


def destinations(text: str) -> Counter[str]:
    """Where the links of a text lead."""
    return Counter(link.destination for link in links(text))
