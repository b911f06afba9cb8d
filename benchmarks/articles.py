"""Articles of the corpus: what each is about, when, in which languages, and its text.

All are outlined first, because they link to each other; then each is written from a chance of its own, so that the text
of one does not change when another does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from random import Random

from benchmarks import bundles
from benchmarks.phrases import SEMICOLON, Phrase, Statement, Word, grammar, state
from benchmarks.shares import harmonic, languages

from knowledge.languages import Languages
from knowledge.outline import slug

FIRST, LAST = date(2015, 1, 1), date(2026, 10, 31)
"""The days of the oldest and the newest article: twelve years, and always in the past."""

GROWTH = 1.5
"""An archive grows: above 1 there are more new articles than old ones."""

SENTENCES = 20
"""Sentences below the headings of an article; a list takes the place of two."""

FEWEST, MOST = 300, 500
"""Words of an article, in every language."""


@dataclass(frozen=True)
class Outline:
    """What is settled about an article before it is written."""

    id: str
    title: Statement
    summary: Statement
    day: date
    topics: tuple[str, ...]
    regions: tuple[str, ...]
    languages: tuple[str, ...]
    """The languages it is written in, the original first."""

    given: Mapping[str, Word]
    """What the whole article is about: its subject and where."""


def outlines(count: int, seed: int, folder: str, codes: Sequence[str]) -> list[Outline]:
    """The outlines of `count` articles in the year folders below `folder`, no title twice."""
    random = Random(f"outlines {seed}")
    found: dict[str, Outline] = {}
    for written in languages(random, count, codes):
        article = _outline(random, folder, written)
        while article.id.rpartition("/")[2] in found:
            article = _outline(random, folder, written)
        found[article.id.rpartition("/")[2]] = article
    return list(found.values())


def _outline(random: Random, folder: str, written: tuple[str, ...]) -> Outline:
    subjects, places = grammar("articles")["subjects"], grammar("articles")["places"]
    topics = harmonic(random, list(subjects), random.choice([1, 1, 1, 2]))
    regions = harmonic(random, list(places)[:-1], random.choice([0, 1, 1, 1, 2]))
    given = {"subject": random.choice(subjects[topics[0]]), "where": random.choice(places[(*regions, "everywhere")[0]])}
    day = LAST - timedelta(days=int((LAST - FIRST).days * random.random() ** GROWTH))
    title = state(random, random.choice(grammar("articles")["titles"]), given)
    summary = state(random, random.choice(grammar("articles")["summaries"]), given)
    page_id = f"{folder}/{day.year}/{slug(title.said('en'))}"
    return Outline(page_id, title, summary, day, topics, regions, written, given)


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or a list: statements, and how they are laid out."""

    statements: Sequence[Statement]
    marks: str = ""
    """`##` or `###` for a heading, `-` or `1.` for a list that the first statement introduces."""

    def markdown(self, code: str) -> str:
        """The block in a language."""
        said = [statement.said(code) for statement in self.statements]
        if not self.marks:
            return " ".join(said)
        if self.marks.startswith("#"):
            return f"{self.marks} {said[0]}"
        points = [f"{self.marks} {point[0].lower()}{point[1:]}{SEMICOLON[code]}" for point in said[1:]]
        return "\n".join([said[0], "", *points]).removesuffix(SEMICOLON[code]) + "."


def write(article: Outline, references: Sequence[Statement], seed: int) -> Mapping[str, str]:
    """The body of an article by language, its original first; `references` lead on to other pages."""
    random = Random(f"{article.id} {seed}")
    bodies: dict[str, str] = {}
    while not bodies or not all(FEWEST <= len(text.split()) <= MOST for text in bodies.values()):
        blocks = [*_blocks(random, article.given), *([Block(references)] if references else [])]
        bodies = {code: "\n\n".join(block.markdown(code) for block in blocks) for code in article.languages}
    return bodies


def _blocks(random: Random, given: Mapping[str, Word]) -> Iterator[Block]:
    sentences = _sentences(random, given)
    sections = random.choice([3, 4, 4, 5])
    listed = random.choice([*range(sections), sections, sections])
    yield Block([state(random, random.choice(grammar("articles")["leads"]), given), next(sentences), next(sentences)])
    for place, heading in enumerate(random.sample(grammar("articles")["headings"], sections)):
        deeper = place > 0 and random.random() < 0.2
        yield Block([state(random, heading, given)], "###" if deeper else "##")
        left = ceil(SENTENCES / sections) - 2 * (place == listed)
        while left > 0:
            length = min(left, random.choice([2, 3, 3, 4]))
            yield Block([next(sentences) for _ in range(length)])
            left -= length
        if place == listed:
            yield _list(random, given)


def _sentences(random: Random, given: Mapping[str, Word]) -> Iterator[Statement]:
    """Sentences without end, as far as the grammar goes: no pattern comes twice in an article."""
    words = grammar("sentences")
    patterns = random.sample(words["sentences"], len(words["sentences"]))
    asides = random.sample(words["asides"], len(words["asides"]))
    for pattern in patterns:
        if asides and random.random() < 0.1:
            yield state(random, asides.pop(), given)
        before = random.choice(grammar("articles")["openers"]) if random.random() < 0.2 else None
        after = random.choice(grammar("articles")["closers"]) if random.random() < 0.15 else None
        yield state(random, pattern, given, before=before, after=after, stop=".")


def _list(random: Random, given: Mapping[str, Word]) -> Block:
    intro = state(random, random.choice(grammar("articles")["lists"]), given)
    points = random.sample(grammar("words")["action"], random.choice([3, 4, 5]))
    return Block([intro, *(Statement(SAME, {"action": point}) for point in points)], random.choice(["-", "-", "1."]))


SAME = Phrase(dict.fromkeys(SEMICOLON, "{action}"))
"""A word as a statement of its own."""


def files(article: Outline, bodies: Mapping[str, str], languages: Languages) -> Iterator[tuple[str, str]]:
    """The files of an article: path and text."""
    facts = {"date": article.day.isoformat(), "topics": f"[{', '.join(article.topics)}]"}
    if article.regions:
        facts["regions"] = f"[{', '.join(article.regions)}]"
    yield from bundles.files(article.id, bodies, {"title": article.title, "summary": article.summary}, facts, languages)
