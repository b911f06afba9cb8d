"""What a page about raising a concern must say, in every language: whoever needs it cannot ask the editors what is missing.

Sections are recognised by the ids of their headings in the source file (`## No retaliation {#fair}`); translations have the same
headings in the same order. Contact facts stand in the file of facts alone: an address typed into one text would stay
behind when it changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown import Markdown

from knowledge import channels, outline, ways
from knowledge.bodies import Bodies
from knowledge.catalogue import Catalogue
from knowledge.facts import PLACEHOLDER
from knowledge.kinds import kind_of
from knowledge.outline import Heading
from knowledge.problems import Problem
from knowledge.prose import COMMENT, line_of
from knowledge.sources import Source
from knowledge.ways import Way

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

FIRST = "now"
"""The section that comes first."""

CURE = "write it in facts.yml, and its name here, as {{ report.email }}"


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
    written = [heading.written for heading in headings if heading.level == 2]
    if FIRST in written[1:]:
        what = f"{{#{FIRST}}} is not the first section"
        yield file.problem("section", what, "put it first: whoever is in danger reads no further", 1)
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
    text = PLACEHOLDER.sub(_blank, COMMENT.sub(_blank, file.body))
    for way in dict.fromkeys(ways.found(text)):
        yield file.problem("contact", f"{way.value} is typed into the text", CURE, _line(file, way))
    for name, value in file.matter.values.items():
        if name != "reviewed" and (typed := next(ways.read(PLACEHOLDER.sub("", str(value))), None)):
            yield file.problem(name, f"{typed.value} is typed into the front matter", CURE)


def shown(catalogue: Catalogue, markdown: Markdown) -> Iterator[Problem]:
    """Contact facts that a page would show or lead to, and that do not come from the file of facts.

    Markdown has many ways to write an address, and a page only one to show it. `{{ report.phone }}0` is a number that no fact
    is, and an address that a fact is may be typed: so the page is looked at with its facts and without.
    """
    known = {way for said in catalogue.facts.values() for text in said.values() for way in ways.read(text)}
    nameless = {name: dict.fromkeys(said, "…") for name, said in catalogue.facts.items()}
    for text in (text for entry in catalogue.of_kind("report") for text in entry.texts.values()):
        bare = set(ways.shown(Bodies(markdown, nameless).clean(text)))
        filled = set(ways.shown(Bodies(markdown, catalogue.facts).clean(text))) - known
        for way in sorted(bare | filled):
            what = f"{way.value} would stand on the page, or a link would lead there, and it is no fact"
            yield text.source.problem("contact", what, CURE, _line(text.source, way))


def _line(file: Source, way: Way) -> int:
    """Where a contact fact stands as it is written, or its longest part; else where the text begins."""
    parts = sorted([way.value, *re.findall(r"\w{3,}", way.value)], key=len, reverse=True)
    place = next((found for part in parts if (found := file.body.find(part)) >= 0), 0)
    return line_of(file.body, place, file.body_line)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _channels(file: Source, catalogue: Catalogue) -> Iterator[Problem]:
    named = file.matter.values.get("channels")
    if isinstance(named, list) and all(isinstance(name, str) for name in named):
        for what, cure in channels.check(named, catalogue.facts, catalogue.languages):
            yield file.problem("channels", what, cure)
