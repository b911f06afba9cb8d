"""What a page about raising a concern must say, in every language: whoever needs it cannot ask the editors what is missing.

Sections are recognised by the ids of their headings in the source file (`## No retaliation {#fair}`); translations have the same
headings in the same order. Contact facts stand in the file of facts alone: an address typed into one text would stay
behind when it changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from knowledge import channels, outline
from knowledge.catalogue import Catalogue
from knowledge.facts import PLACEHOLDER
from knowledge.kinds import kind_of
from knowledge.outline import Heading
from knowledge.problems import Problem
from knowledge.prose import COMMENT, line_of
from knowledge.sources import Source

SECTIONS = {
    "now": "what to do first when in danger",
    "who": "who may raise a concern",
    "what": "what can be raised",
    "how": "how to reach you; the channels are shown at its end",
    "private": "confidentiality, and where it ends",
    "next": "what happens next, and when",
    "support": "what help there is",
    "fair": "that nobody may retaliate",
    "instead": "whom to turn to when it concerns the person who receives reports",
    "elsewhere": "routes outside the organisation",
}
"""What a page must say, by the id of the heading: plain words, because a browser's history shows them too."""

TYPED = re.compile(
    r"""
      (?<![^\s<>()\[\]"'«»:،؛])[^\s<>()\[\]"'«»@:،؛]++@[\w-]+\.\w[\w.-]*   # e-mail addresses
    | (?<!\w)[a-z2-7]{16,60}\.onion\b                                    # onion services
    | (?<!\w)(?:\+|00)\d(?:[\s().-]?\d){6,14}(?!\w)                      # phone numbers with a country code
    | (?<!\w)(?!\d{4}-\d{2}-\d{2}\b)\d{2,4}(?:[ .-]\d{2,4}){2,5}(?!\w)   # phone numbers without
    | (?<!\w)\d{7,15}(?!\w)
    | (?<!\w)(?:[0-9A-F]{4}\s{0,2}){10}(?!\w)                            # fingerprints of keys
    """,
    re.X,
)
"""Contact facts as people type them, in European, Arabic or any other digits."""


def check(catalogue: Catalogue, sources: Iterable[Source]) -> Iterator[Problem]:
    """What every page about raising a concern lacks, and what it says in the wrong place."""
    for file in sources:
        if kind_of(file.page_id).name != "report":
            continue
        entry = catalogue.entries.get(file.page_id)
        headings = outline.outline(file.body, file.body_line)
        yield from _typed(file)
        yield from _empty(file, headings)
        if file.language == (entry.original if entry else catalogue.languages.default.code):
            yield from _missing(file, headings)
            yield from _channels(file, catalogue)


def _missing(file: Source, headings: Iterable[Heading]) -> Iterator[Problem]:
    written = {heading.written for heading in headings if heading.level == 2}
    for name, said in SECTIONS.items():
        if name not in written:
            what = f"no section says {said}"
            yield file.problem("section", what, f"write one, and {{#{name}}} behind the words of its heading", 1)


def _empty(file: Source, headings: Iterable[Heading]) -> Iterator[Problem]:
    """A heading that promises what nobody wrote."""
    lines = file.body.split("\n")
    ends = [*((heading.line, heading.level) for heading in headings), (file.body_line + len(lines), 2)]
    for (line, level), (end, following) in pairwise(ends):
        between = "\n".join(lines[line - file.body_line + 1 : end - file.body_line])
        if not COMMENT.sub("", between).strip() and following <= level:
            yield file.problem("section", "nothing stands below this heading", "write what it promises", line)


def _typed(file: Source) -> Iterator[Problem]:
    """Contact facts that stand in the text instead of the file of facts."""
    cure = "write it in facts.yml, and its name here, as {{ report.email }}"
    text = PLACEHOLDER.sub(_blank, COMMENT.sub(_blank, file.body))
    for match in TYPED.finditer(text):
        line = line_of(text, match.start(), file.body_line)
        yield file.problem("contact", f"{match[0].strip()} is typed into the text", cure, line)
    for name, value in file.matter.values.items():
        if isinstance(value, str) and name != "reviewed" and (typed := TYPED.search(PLACEHOLDER.sub("", value))):
            yield file.problem(name, f"{typed[0].strip()} is typed into the front matter", cure)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _channels(file: Source, catalogue: Catalogue) -> Iterator[Problem]:
    named = file.matter.values.get("channels")
    if isinstance(named, list) and all(isinstance(name, str) for name in named):
        for what, cure in channels.check(named, catalogue.facts, catalogue.languages):
            yield file.problem("channels", what, cure)
