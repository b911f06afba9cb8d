"""The clauses of a document: its numbered headings and paragraphs, cited by number, the same in every language.

The author writes the numbers, in the text, as lawyers do: `## 3. Reporting`, `3.2 Staff must …`, `a) at once`. One rule
makes ids of them: 3.2 is `s3-2`, its a) is `s3-2-a` in every language, Arabic's أ) too. Nothing is counted, so nothing
moves when a clause comes or goes. What follows a clause without a number (a table, an answer line) belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.outline import ATTRIBUTES
from knowledge.problems import Problem
from knowledge.prose import prose

ABJAD = ("أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن")
"""The letters of Arabic sub-clauses in the order lawyers count with, for a, b, c …"""

HEADED = re.compile(r"(?P<number>\d+)[.)]?\s+(?P<text>\S.*)", re.S)
NUMBERED = re.compile(r"(?P<number>\d+(?:\.\d+)+)\s+(?P<text>\S.*)", re.S)
LETTERED = re.compile(r"(?P<number>[a-z]|[أابجدهوزحطيكلمن]ـ?)\)\s+(?P<text>\S.*)", re.S)
SECTION = re.compile(r"##[ \t]+(?P<words>[^\n]*)")
REPEALED = re.compile(r"\[[^\]\n]*\d+[^\]\n]*\]")
"""The whole text of a clause that is no longer there: `[repealed in version 4]`."""


@dataclass(frozen=True)
class Clause:
    """One clause in one language."""

    number: str
    """As cited: `3`, `3.2`, `3.2 a`."""

    text: str
    """Its own words, as Markdown, without the number."""

    line: int
    """The line it begins on, counted from 1 in the file."""

    more: tuple[str, ...] = ()
    """What follows without a number and belongs to it, block by block."""

    @property
    def id(self) -> str:
        """Its id on the page, the same in every language."""
        return clause_id(self.number)

    @property
    def section(self) -> str:
        """The number of the section it stands in: `3` of `3.2 a`."""
        return re.split(r"[. ]", self.number)[0]

    @property
    def heads(self) -> bool:
        """Whether it is the heading of a section."""
        return self.number == self.section

    @property
    def whole(self) -> str:
        """Its words and what belongs to them, with line breaks and spaces made even: two texts that read alike are equal."""
        return "\n\n".join(" ".join(block.split()) for block in (self.text, *self.more))

    @property
    def repealed(self) -> bool:
        """Whether only its number is left."""
        return bool(REPEALED.fullmatch(self.text.strip()))


def clause_id(number: str) -> str:
    """`3.2 a` is `s3-2-a`."""
    return "s" + re.sub(r"[.\s]+", "-", number)


def depth(number: str) -> int:
    """How deep a clause lies: 1 for `3`, 2 for `3.2`, 3 for `3.2 a` and `3.2.1`."""
    return len(re.split(r"[. ]", number))


def clauses(body: str, first_line: int = 1) -> list[Clause]:
    """The clauses of a body that starts at `first_line` of its file, in order; empty for a text without numbers."""
    return parts(body, first_line)[1]


def parts(body: str, first_line: int = 1) -> tuple[str, list[Clause]]:
    """What stands before the first clause, and the clauses.

    A heading `##` without a number ends the clause before it: what follows it belongs to no clause.
    """
    found: list[tuple[Clause, list[str]]] = []
    before: list[str] = []
    loose = before
    for line, block in blocks(body, first_line):
        if clause := _begun(block, line, [clause for clause, _ in found]):
            found.append((clause, loose := []))
        elif SECTION.match(block):
            loose = before if not found else []
            loose.append(block)
        else:
            loose.append(block)
    whole = [Clause(clause.number, clause.text, clause.line, tuple(more)) for clause, more in found]
    return "\n\n".join(" ".join(block.split()) for block in before), whole


def blocks(body: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """The blocks of a body, separated by empty lines, each with its line; headings stand alone, code stays whole."""
    lines, plain = body.split("\n"), prose(body).split("\n")
    start = None
    for place, line in enumerate([*lines, ""]):
        bare = place >= len(plain) or not plain[place].strip()
        inside_code = bool(line.strip()) and bare
        empty = bare and not inside_code
        heading = line.startswith("#") and not inside_code
        if start is not None and (empty or heading or (lines[start].startswith("#") and place == start + 1)):
            yield first_line + start, "\n".join(lines[start:place])
            start = None
        if not empty and start is None:
            start = place


def _begun(block: str, line: int, before: Sequence[Clause]) -> Clause | None:
    """The clause that a block begins, if it begins one."""
    if section := SECTION.match(block):
        match = HEADED.fullmatch(ATTRIBUTES.sub("", section["words"]))
        return Clause(match["number"], match["text"].strip(), line) if match else None
    if match := NUMBERED.fullmatch(block):
        return Clause(match["number"], match["text"], line)
    if before and (match := LETTERED.fullmatch(block)):
        return Clause(lettered(before[-1].number, match["number"]), match["text"], line)
    return None


def lettered(before: str, written: str) -> str:
    """The number of a sub-clause after the clause `before`: أ) after 3.2, or after 3.2 c, is `3.2 a`."""
    plain = written.removesuffix("ـ").replace("ا", "أ")
    latin = chr(ord("a") + ABJAD.index(plain)) if plain in ABJAD else plain
    return f"{before.split(' ')[0]} {latin}"


def check(path: str, found: Sequence[Clause]) -> Iterator[Problem]:
    """Numbers that stand twice, or outside the section they name."""
    seen: set[str] = set()
    section = ""
    for clause in found:
        if clause.number in seen:
            cure = "give it the next free number: a number once published is never used again"
            yield Problem(path, clause.line, "clause", f"{clause.number} stands twice", cure)
        seen.add(clause.number)
        section = clause.number if clause.heads else section
        if clause.section != section:
            what = f"{clause.number} stands in section {section or 'nought'}"
            yield Problem(path, clause.line, "clause", what, f"move it to section {clause.section}, or renumber it")
