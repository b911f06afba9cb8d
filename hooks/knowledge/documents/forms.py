"""The fields of a form, as an editor writes them under a question of a document, and as anybody reads them on paper.

A field is drawn, not named, so it is the same in every language and stays readable wherever Markdown is shown as text:
`[____]` is a line to write on, `( ) Yes ( ) No` a choice. Each stands in a paragraph of its own; words before it are its
label, words after a blank are a hint. What only looks like one is told: readers would find no place for their answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.documents.clauses import SECTION, Clause
from knowledge.documents.passages import Passage, passages
from knowledge.problems import Problem
from knowledge.prose import line_of, prose

BLANK = re.compile(
    r"\[(?:(?P<text>_+(?:\s+_+)*)|(?P<number>\#\s+_+)|(?P<date>_+\s+/\s+_+\s+/\s+_+)|(?P<email>_+\s+@\s+_+))\](?![(\[:])"
)
"""What a reader writes on, by kind."""

MARK = re.compile(r"(?P<one>\(\s+\))|(?P<several>\[\s+\](?![(\[:]))")
"""What stands before each option: one of them is to be chosen, or any number."""

ODD = re.compile(
    r"\[(?=[^\[\]\n]*[_#@])[\s_#@/.:-]*\]|\[[.…]{4,}\]|\[-{3,}\]|(?<!\w)_{3,}(?!\w)"
    r"|(?<!\w)\(\)|\[\](?![(\[])|^[ \t]*(?:[-*+][ \t]+)?\[[xX]\](?=\s)",
    re.M,
)
"""What was meant to be a field and is none; looked for where the blanks are taken out."""

APART = re.compile(r"^(?:[-*+:]\s|[>#\s]|!!!|\?\?\?|===|\d+[.)]\s)|\|")
"""A list, a quotation, a table, a box: a field stands in a plain paragraph."""

ALL = "write [____], [____ ____] for two lines, [# ____], [__ / __ / ____] or [____ @ ____], with these spaces"
FAULTS = tuple(
    (re.compile(pattern), what, cure)
    for pattern, what, cure in (
        (r"\[[xX]\]", "an option is chosen already", "write [ ] before it"),
        (r"\(\)|\[\]", "there is no space between the brackets of an option", "write ( ) or [ ]"),
        (r"\(\s\).*\[\s\]|\[\s\].*\(\s\)", "( ) and [ ] stand together", "write ( ) for one answer, [ ] for several"),
        (r"_.*[(\[]\s[)\]]|[(\[]\s[)\]].*_", "a blank stands among options", "leave an empty line between them"),
        (r"[)\]] *(?:\( \)|\[ \])|[(\[] [)\]]$", "an option has no words", "write what it says behind its brackets"),
        (r"^[^(]*\( \)[^(]*$", "one option is no choice", "write another ( ), or [ ] for a box to tick"),
        (r"\[[_#].*\].*\[[_#].*\]", "two blanks stand in one paragraph", "leave an empty line between them"),
        (r"\*.*[\[(][ _#].*\*", "a field stands in bold words", "take it out of the asterisks"),
        (r"", "{} is not drawn like any field", ALL),
    )
)
"""What can be wrong with a paragraph that has a field, and how to mend it: the first that fits is told."""


@dataclass(frozen=True)
class Field:
    """One place for an answer."""

    kind: str
    """`text`, `number`, `date`, `email`; `one` or `several` of its options."""

    label: str = ""
    """The words before it; without any, the question is its label."""

    hint: str = ""
    """The words after a blank."""

    lines: int = 0
    """How many lines there are to write on, for `text`."""

    options: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether it says by itself what it asks for; boxes to tick do."""
        return bool(self.label) or self.kind == "several"

    def __str__(self) -> str:
        count = self.lines or len(self.options)
        said = {
            "text": f"{count} line{'s' * (count > 1)}",
            "number": "a number",
            "date": "a day",
            "email": "an e-mail address",
            "one": f"one of {count} options",
            "several": f"{count} box{'es' * (count > 1)} to tick",
        }
        return said[self.kind] + (" with a label" if self.label else "")


def field(block: str) -> Field | None:
    """The field that a paragraph is; None for any other paragraph."""
    words = " ".join(block.split())
    if APART.search(block) or ODD.search(BLANK.sub("", words)):
        return None
    blanks, marks = list(BLANK.finditer(words)), list(MARK.finditer(words))
    first = next(iter([*blanks, *marks]), None)
    if not first or (blanks and marks) or len(blanks) > 1:
        return None
    label, kind = words[: first.start()].strip(), str(first.lastgroup)
    if len(re.findall(r"\*+", label)) % 2:
        return None
    if blanks:
        return Field(kind, label, words[first.end() :].strip(), len((first["text"] or "").split()))
    ends = [mark.start() for mark in marks[1:]] + [len(words)]
    options = tuple(words[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True))
    alike = {mark.lastgroup for mark in marks} == {kind}
    return Field(kind, label, options=options) if alike and all(options) and options[kind == "one" :] else None


def fields(paragraphs: Sequence[str]) -> list[Field]:
    """The fields among the paragraphs under a question, in order."""
    return [found for paragraph in paragraphs if (found := field(prose(paragraph)))]


def check(path: str, body: str, first_line: int, found: Sequence[Clause]) -> Iterator[Problem]:
    """Fields of a text that readers could not use: misspelt, under no question, or without words of their own."""
    starts, asked, unnamed = {clause.line for clause in found}, False, 0
    for passage in passages(body, first_line):
        if passage.line in starts or SECTION.match(passage.text):
            asked, unnamed = passage.line in starts, 0
        plain = prose(passage.text)
        sign = BLANK.search(plain) or MARK.search(plain) or ODD.search(plain)
        if sign:
            given = field(plain) if passage.kind == "paragraph" else None
            unnamed += bool(given and not given.named)
            line, words = line_of(passage.text, sign.start(), passage.line), sign[0].strip()
            for what, cure in _faults(passage, plain, given, asked, passage.line in starts, unnamed):
                yield Problem(path, line, "form", what.format(words), cure)


def _faults(
    passage: Passage, plain: str, given: Field | None, asked: bool, begins: bool, unnamed: int
) -> Iterator[tuple[str, str]]:
    """What is wrong with a passage that has a field, and how to mend it: one thing at most."""
    if begins:
        yield "a field stands in the words of its question", "leave an empty line between them"
    elif passage.kind == "item":
        yield "a field stands in a list", "leave out the dash"
    elif passage.kind != "paragraph":
        yield "a field stands in a table, a box or a note", "give it a paragraph of its own"
    elif not given:
        words = " ".join(plain.split())[:2000]
        yield next((what, cure) for pattern, what, cure in FAULTS if pattern.search(words))
    elif not asked:
        yield "this field stands under no question", "number the paragraph above it, as 1.2"
    elif not given.named and unnamed > 1:
        yield "readers could not tell this field from the one above it", "write words before it: Since: [____]"


def compare(
    path: str, found: Sequence[Clause], base: Mapping[str, str], source_path: str, source: Sequence[Clause]
) -> Iterator[Problem]:
    """Questions of a translation that do not have the fields they had in the text it was made from.

    `base` holds that text by number (`Clause.whole`); `source` are the clauses of its language today, for their lines.
    """
    lines = {clause.number: clause.line for clause in source}
    for clause in found:
        if clause.number in base:
            ours, theirs = _said(clause.more), _said(base[clause.number].split("\n\n")[1:])
            if ours != theirs:
                where = f"{source_path}, line {lines[clause.number]}," if clause.number in lines else source_path
                what = f"{clause.number} has {ours}, but {where} has {theirs}"
                yield Problem(path, clause.line, "form", what, "draw the same fields in the same order")


def _said(paragraphs: Sequence[str]) -> str:
    """The fields under a question in words, which are equal when the fields are."""
    return "; ".join(map(str, fields(paragraphs))) or "no field"
