"""How much one text may ask of the build: pull requests come from strangers, and a thousand brackets keep it busy for hours.

Markdown converters look from every mark that opens something to the end of its paragraph for the one that closes it. So it is
not the length of a text that is dangerous but what stays open or lies inside each other; no text for readers comes near.
"""

from __future__ import annotations

import re
from collections import Counter

from knowledge.documents.definitions import USE, defined, folded, used
from knowledge.documents.passages import passages
from knowledge.frontmatter import Refused
from knowledge.prose import line_of

LARGEST = 150_000
"""Bytes of a text; the longest of our documents has a third of that."""

HEAVIEST = 20_000_000
"""Bytes of any other file that is published."""

LONGEST = 10_000
"""Characters of a line: a paragraph of ten pages."""

TALLEST, WIDEST = 1_000, 40_000
"""Lines without an empty one between them, and their characters: a very long table."""

DEEPEST = 10
"""Quotations or lists inside each other."""

MOST_OPEN = {"[": 20, "(": 20, "{": 20, "<": 100}
"""Brackets that are open at once in a paragraph; `<` also stands for less than."""

OPEN = 200
"""Brackets of one kind that are never closed, in the whole text."""

MOST = {"headings": 500, "code blocks": 200, "tabs": 100, "footnotes and definitions": 1_000, "HTML tags": 1_000}
"""Parts of a text whose number costs more than their length."""

COUNTED = {
    "headings": re.compile(r"^#{1,6}", re.M),
    "code blocks": re.compile(r"^[ \t>]*+(?:```|~~~)", re.M),
    "tabs": re.compile(r"^ *===[!+]* ", re.M),
    "HTML tags": re.compile(r"<[a-z/!?]", re.I),
    "footnotes and definitions": re.compile(r"^ {0,3}(?:\*?\[[^\]\n]+\]:|:[ \t])", re.M),
}
SPREAD = 1_000_000
"""Characters that links, abbreviations and footnotes, explained once, may add to a text where they are used."""

DEFINED = re.compile(r"^(?P<before>[^\[\n]*+)\[(?!\^)(?P<label>[^\]\n]+)\]:(?P<said>[^\n]*(?:\n[^\n]+)?)", re.M)
QUOTED = re.compile(rf"^(?:[ \t]*+(?:>|(?:[-*+]|\d+\.)(?=[ \t]))){{{DEEPEST + 1}}}", re.M)
INDENTED = re.compile(rf"^(?: {{{4 * DEEPEST + 4}}}| *\t{{{DEEPEST + 1}}})[ \t]*+(?=[-*+!?=\d#>\[|])", re.M)
FAULTS = (
    (
        re.compile(rf"^[^\n]{{{LONGEST + 1}}}", re.M),
        f"the line has more than {LONGEST:,} characters",
        "make paragraphs of it",
    ),
    (QUOTED, f"more than {DEEPEST} quotations or lists begin in one line", "take some of the marks away"),
    (INDENTED, f"more than {DEEPEST} lists or boxes lie inside each other", "take some of the spaces away"),
)
BLOCK = re.compile(r"(?:^[^\n]*\S[^\n]*\n?)+", re.M)
PAIRS = {"]": "[", ")": "(", ">": "<", "}": "{"}
MARKS = re.compile(r"[\[\](){}<>]")


def check(text: str) -> None:
    """Raises Refused when the text of a file asks for more than any page needs, at the line where it does."""
    for pattern, what, cure in FAULTS:
        if match := pattern.search(text):
            raise _refused(text, match, what, cure)
    for name, pattern in COUNTED.items():
        if len(pattern.findall(text)) > MOST[name]:
            raise Refused(1, f"the text has more than {MOST[name]:,} {name}", "make several pages of it")
    _check_spread(text)
    left: Counter[str] = Counter()
    for block in BLOCK.finditer(text):
        if block[0].count("\n") > TALLEST:
            raise _refused(text, block, f"{TALLEST:,} lines follow each other without an empty one", "divide them")
        if len(block[0]) > WIDEST:
            raise _refused(text, block, f"{WIDEST:,} characters follow each other without an empty line", "divide them")
        left += _left_open(text, block)
    for mark, count in left.items():
        if count > OPEN:
            raise Refused(1, f"{count} brackets {mark} are never closed", "close them, or put them into `code`")
    _check_notes(text)


def _check_spread(text: str) -> None:
    """Raises Refused when what is explained once is so long, and used so often, that the page would burst."""
    plain, added = " ".join(text.lower().split()), 0
    for match in DEFINED.finditer(text):
        label = " ".join(match["label"].split())
        times = text.count(label) if match["before"].endswith("*") else plain.count(f"[{label.lower()}]")
        added += len(match["said"]) * times
        if added > SPREAD:
            raise _refused(text, match, f"what [{label}] stands for is too long to be used so often", "make it shorter")


def _check_notes(text: str) -> None:
    """Raises Refused when footnotes, which every clause that uses them has with it, are too long to be used so often."""
    known: dict[str, list[str]] = {}
    words: list[str] = []
    place, added = words, 0
    for passage in passages(text) if "[^" in text else ():
        if label := defined(passage):
            place = known.setdefault(label, [])
        elif passage.kind != "inner":
            place = words
        place.append(passage.text)
    for label, times in Counter(folded(use) for said in words for use in USE.findall(said)).items():
        added += times * sum(map(len, used([f"[{label}]"], known)))
        if added > SPREAD:
            cure = "make it shorter, or say it once in a clause"
            raise Refused(1, f"what [{label}] stands for is too long to be used so often", cure)


def _left_open(text: str, block: re.Match[str]) -> Counter[str]:
    """How many brackets of each kind a paragraph leaves open."""
    deep: Counter[str] = Counter()
    for match in MARKS.finditer(block[0]):
        if mark := PAIRS.get(match[0]):
            deep[mark] = max(0, deep[mark] - 1)
        else:
            deep[match[0]] += 1
            if deep[match[0]] > MOST_OPEN[match[0]]:
                what = f"more than {MOST_OPEN[match[0]]} brackets {match[0]} are open at once"
                line = line_of(text, block.start() + match.start())
                raise Refused(line, what, "close them, or put them into `code`")
    return deep


def _refused(text: str, match: re.Match[str], what: str, cure: str) -> Refused:
    return Refused(line_of(text, match.start()), what, cure)
