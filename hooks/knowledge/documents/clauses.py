"""The clauses of a document: its numbered headings and paragraphs, cited by number, the same in every language.

The author writes the numbers, in the text, as lawyers do: `## 3. Reporting`, `3.2 Staff must …`, `a) at once`. One rule
makes ids of them: 3.2 is `s3-2`, its a) is `s3-2-a` in every language, Arabic's أ) too. Nothing is counted, so nothing
moves when a clause comes or goes. What follows a clause without a number (a table, an answer line) belongs to it, and so do
the footnotes and the addresses of links that its words use, wherever in the file they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.documents.definitions import defined, used
from knowledge.documents.letters import LETTERED, lettered
from knowledge.documents.passages import Passage, passages
from knowledge.documents.repeals import repealed
from knowledge.problems import Problem

HEADED = re.compile(r"(?P<number>[1-9][0-9]{0,2})[.)]?\s+(?P<text>\S.*)", re.S)
NUMBERED = re.compile(r"(?P<number>[1-9][0-9]{0,2}(?:\.[1-9][0-9]{0,2}){1,3})\s+(?P<text>\S.*)", re.S)

SECTION = re.compile(r"##(?!#)[ \t]*(?P<words>[^\n]*)")


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
    """What follows without a number and belongs to it, passage by passage; then what its words use."""

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
        return even((self.text, *self.more))

    @property
    def repealed(self) -> bool:
        """Whether only its number is left."""
        return repealed(self.text)


def even(blocks: Sequence[str]) -> str:
    """Blocks as one text, with line breaks and spaces inside them made even."""
    return "\n\n".join(" ".join(block.split()) for block in blocks)


def clause_id(number: str) -> str:
    """`3.2 a` is `s3-2-a`."""
    return "s" + re.sub(r"[.\s]+", "-", number)


def depth(number: str) -> int:
    """How deep a clause lies: 1 for `3`, 2 for `3.2`, 3 for `3.2 a` and `3.2.1`."""
    return len(re.split(r"[. ]", number))


def clauses(body: str, first_line: int = 1) -> list[Clause]:
    """The clauses of a body that starts at `first_line` of its file, in order; empty for a text without numbers."""
    return parts(body, first_line).clauses


@dataclass(frozen=True)
class Parts:
    """A body in parts; each of them has the footnotes and the addresses that its words use."""

    start: str
    """What stands before the first clause."""

    clauses: list[Clause]

    annexes: str
    """What stands after it under headings without a number, and the footnotes that nothing refers to."""


@dataclass
class _Reading:
    """What has been read of a body."""

    start: list[str] = field(default_factory=list)
    annexes: list[str] = field(default_factory=list)
    found: list[tuple[Clause, list[str]]] = field(default_factory=list)
    known: dict[str, list[str]] = field(default_factory=dict)
    """Footnotes and addresses of links, by their label."""

    open: str = ""
    """The number of the clause that is going on; `""` before the first one and under a heading without a number."""

    loose: list[str] = field(default_factory=list)
    """Where what has no number goes."""

    def __post_init__(self) -> None:
        self.loose = self.start

    @property
    def outside(self) -> list[str]:
        """Where what belongs to no clause goes."""
        return self.annexes if self.found else self.start

    def take(self, passage: Passage) -> None:
        """Reads the next passage; what is indented goes where the one before went, and abbreviations nowhere."""
        if passage.kind == "abbreviation":
            return
        if label := defined(passage):
            self.loose = self.known.setdefault(label, [])
        elif passage.kind != "inner":
            self.loose = self.found[-1][1] if self.open else self.outside
        if number := begun(passage, self.open):
            self.open, self.loose = number, []
            self.found.append((Clause(number, _words(passage), passage.line), self.loose))
            return
        if passage.kind == "heading" and SECTION.match(passage.text):
            self.open, self.loose = "", self.outside
        self.loose.append(passage.text)


def parts(body: str, first_line: int = 1) -> Parts:
    """What a body says before its clauses, in them and apart from them.

    A heading `##` without a number ends the clause before it.
    """
    reading = _Reading()
    for passage in passages(body, first_line):
        reading.take(passage)
    known = reading.known
    whole = [
        Clause(clause.number, clause.text, clause.line, (*more, *used([clause.text, *more], known)))
        for clause, more in reading.found
    ]
    start, annexes = ([*texts, *used(texts, known)] for texts in (reading.start, reading.annexes))
    told = {*start, *annexes, *(words for clause in whole for words in clause.more)}
    idle = [words for label, texts in known.items() if label[0] == "^" for words in texts if words not in told]
    return Parts(even(start), whole, even([*annexes, *idle]))


def begun(passage: Passage, before: str) -> str:
    """The number of the clause that a passage begins where the clause `before` is going on; `""` when it begins none."""
    if passage.kind == "heading":
        match = HEADED.fullmatch(_heading(passage.text))
        return match["number"] if match else ""
    if passage.kind != "paragraph":
        return ""
    if match := NUMBERED.fullmatch(passage.text):
        return match["number"]
    match = LETTERED.fullmatch(passage.text)
    return lettered(before, match["number"]) if match and before else ""


def _words(passage: Passage) -> str:
    """The words of a passage that begins a clause, without its number."""
    written = _heading(passage.text) if passage.kind == "heading" else passage.text
    return written.split(maxsplit=1)[1]


def _heading(text: str) -> str:
    """The words of a heading `##` without marks and attributes; `""` for a heading of another level."""
    match = SECTION.match(text)
    words = match["words"].rstrip() if match else ""
    opened = words.rfind("{") if words.endswith("}") else -1
    inside = words[opened + 1 : -1] if opened >= 0 else ""
    if re.search("[#.=]", inside) and "}" not in inside:
        words = words[:opened]
    return words.rstrip().rstrip("#").rstrip()


def check(path: str, found: Sequence[Clause]) -> Iterator[Problem]:
    """Numbers that stand twice, or outside the section they name."""
    seen: set[str] = set()
    section = ""
    for clause in found:
        if clause.number in seen and " " not in clause.number:
            cure = "give it the next free number: a number once published is never used again"
            yield Problem(path, clause.line, "clause", f"{clause.number} stands twice", cure)
        seen.add(clause.number)
        section = clause.number if clause.heads else section
        if clause.section != section:
            what = (
                f"{clause.number} stands in section {section}" if section else f"{clause.number} stands in no section"
            )
            yield Problem(path, clause.line, "clause", what, f"move it below heading {clause.section}, or renumber it")
