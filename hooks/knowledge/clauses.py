"""The clauses of a document: its numbered headings and paragraphs, cited by number, the same in every language.

The author writes the numbers, in the text, as lawyers do: `## 3. Reporting`, `3.2 Staff must …`, `a) at once`. One rule makes
ids of them: 3.2 is `s3-2`, its a) is `s3-2-a` in every language, Arabic's أ) too. Nothing is counted, so nothing moves when a
clause comes or goes. What follows a clause without a number (a table, an answer line) belongs to it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.problems import Problem
from knowledge.prose import prose

ARABIC = ("أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن")
"""The letters of Arabic sub-clauses in the order lawyers count with (abjad), for a, b, c …"""

SECTION = re.compile(r"##\s+(?P<number>\d+)\.?\s+(?P<text>\S.*)")
NUMBERED = re.compile(r"(?P<number>\d+(?:\.\d+)+)[ \u00a0]+(?P<text>\S.*)", re.S)
LETTERED = re.compile(r"(?P<letter>[a-z]|[أابجدهوزحطيكلمن]ـ?)\)[ \u00a0]+(?P<text>\S.*)", re.S)
REPEALED = re.compile(r"^\[[^\]\n]*\d+[^\]\n]*\]$")
"""The whole text of a clause that is no longer there: `[repealed in version 4]`."""


@dataclass
class Clause:
    """One clause in one language."""

    number: str
    """As cited: `3`, `3.2`, `3.2 a`."""

    text: str
    """Its own words, as Markdown, without the number."""

    line: int
    """The line it begins on, counted from 1 in the file."""

    more: list[str] = field(default_factory=list)
    """What follows without a number and belongs to it."""

    @property
    def id(self) -> str:
        """Its id on the page, the same in every language."""
        return clause_id(self.number)

    @property
    def whole(self) -> str:
        """Its words and what belongs to them."""
        return "\n\n".join([self.text, *self.more])

    @property
    def digest(self) -> str:
        """A fingerprint of its words that does not change with line breaks and spaces."""
        return hashlib.sha256(" ".join(self.whole.split()).encode()).hexdigest()[:12]

    @property
    def repealed(self) -> bool:
        """Whether only its number is left."""
        return bool(REPEALED.match(self.text.strip()))


def clause_id(number: str) -> str:
    """`3.2 a` is `s3-2-a`."""
    return "s" + re.sub(r"[.\s]+", "-", number)


def clauses(body: str, first_line: int = 1) -> list[Clause]:
    """The clauses of a body that starts at `first_line` of its file, in order; empty for a text without numbers."""
    found: list[Clause] = []
    for line, block in blocks(body, first_line):
        clause = _begun(block, line, found)
        if clause:
            found.append(clause)
        elif found and not block.startswith("#"):
            found[-1].more.append(block)
    return found


def blocks(body: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """The blocks of a body, separated by empty lines, each with its line; headings stand alone, code stays whole."""
    lines, plain = body.split("\n"), prose(body).split("\n")
    start = None
    for place, line in enumerate([*lines, ""]):
        empty = not line.strip() and (place >= len(plain) or not plain[place].strip())
        if empty or (start is not None and line.startswith("## ")):
            if start is not None:
                yield first_line + start, "\n".join(lines[start:place])
            start = None
        if not empty and start is None:
            start = place


def _begun(block: str, line: int, before: Sequence[Clause]) -> Clause | None:
    """The clause that a block begins, if it begins one."""
    if match := SECTION.match(block):
        return Clause(match["number"], re.sub(r"\s*\{#[^}]*\}\s*$", "", match["text"]), line)
    if match := NUMBERED.match(block):
        return Clause(match["number"], match["text"], line)
    if (match := LETTERED.match(block)) and before:
        return Clause(f"{before[-1].number.split()[0]} {letter(match['letter'])}", match["text"], line)
    return None


def letter(written: str) -> str:
    """The Latin letter of a sub-clause: أ is a, هـ is e."""
    plain = written.removesuffix("ـ").replace("ا", "أ")
    return chr(ord("a") + ARABIC.index(plain)) if plain in ARABIC else plain


def check(path: str, found: Sequence[Clause]) -> list[Problem]:
    """Numbers that stand twice, or outside the section they name."""
    problems, seen, section = [], set[str](), ""
    for clause in found:
        if clause.number in seen:
            cure = "give it the next free number: a number once published is never used again"
            problems.append(Problem(path, clause.line, "clause", f"{clause.number} stands twice", cure))
        seen.add(clause.number)
        top = re.split(r"[. ]", clause.number)[0]
        if "." not in clause.number and " " not in clause.number:
            section = top
        elif top != section:
            what = f"{clause.number} stands in section {section or 'nought'}"
            problems.append(Problem(path, clause.line, "clause", what, f"move it to section {top}, or renumber it"))
    return problems
