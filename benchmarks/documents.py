"""Documents of the corpus: policies of ten sections and about sixty numbered clauses, the same in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks import bundles
from benchmarks.phrases import LETTERS, SEMICOLON, Phrase, Statement, Word, grammar, state

from knowledge.languages import Languages
from knowledge.outline import slug

CLAUSES = (5, 6, 6, 7)
"""How many clauses a section has, by chance."""

LISTED = 0.15
"""The share of clauses with sub-clauses."""


FACTS = {"reviewed": "2026-11-02", "version": "1", "status": "draft", "next_review": "2027-11-02"}


@dataclass(frozen=True)
class Clause:
    """One numbered clause: a statement, and its sub-clauses."""

    statement: Statement
    points: Sequence[Phrase] = ()

    def markdown(self, number: str, code: str) -> str:
        """The clause in a language."""
        words = [point.forms[code][0] + SEMICOLON[code] for point in self.points]
        points = [f"{letter}) {text}" for letter, text in zip(LETTERS[code], words, strict=False)]
        text = "\n\n".join([f"{number} {self.statement.said(code)}", *points])
        return text.removesuffix(SEMICOLON[code]) + "." if points else text


@dataclass(frozen=True)
class Document:
    """One policy."""

    id: str
    title: Statement
    summary: Statement
    owner: Statement
    lead: Statement
    sections: Sequence[tuple[Statement, Sequence[Clause]]]

    def markdown(self, code: str) -> str:
        """The text in a language."""
        parts = [self.lead.said(code)]
        for number, (heading, clauses) in enumerate(self.sections, 1):
            parts.append(f"## {number}. {heading.said(code)}")
            parts += [clause.markdown(f"{number}.{place}", code) for place, clause in enumerate(clauses, 1)]
        return "\n\n".join(parts)

    def files(self, languages: Languages) -> Iterator[tuple[str, str]]:
        """Its files: path and text."""
        bodies = {language.code: self.markdown(language.code) for language in languages.all}
        words = {"title": self.title, "summary": self.summary, "owner": self.owner}
        yield from bundles.files(self.id, bodies, words, FACTS | {"identifier": self.id.rpartition("/")[2]}, languages)


def documents(count: int, seed: int, folder: str) -> list[Document]:
    """`count` different documents in a folder; the grammar has matter for twenty."""
    return [
        _document(Random(f"document {place} {seed}"), matter, folder) for place, matter in enumerate(_matters(count))
    ]


def _matters(count: int) -> Sequence[Phrase]:
    matters: Sequence[Phrase] = grammar("documents")["matters"]
    return matters[:count]


def _document(random: Random, matter: Phrase, folder: str) -> Document:
    given = {"matter": matter}

    def some(name: str) -> Statement:
        return state(random, random.choice(grammar("documents")[name]), given)

    headings = [state(random, phrase, given) for phrase in grammar("documents")["sections"]]
    said: set[str] = set()
    sections = [(heading, list(_clauses(random, str(n), given, said))) for n, heading in enumerate(headings, 1)]
    page_id = f"{folder}/{slug(matter.texts['en'])}"
    return Document(page_id, some("titles"), some("summaries"), some("owners"), some("leads"), sections)


def _clauses(random: Random, section: str, given: Mapping[str, Word], said: set[str]) -> Iterator[Clause]:
    """The clauses of a section: its own first, then duties; none that the document has `said` already."""
    own = [
        state(random, phrase, _bound(random, phrase, given))
        for phrase in grammar("documents")["clauses"].get(section, [])
    ]
    yield from map(Clause, own)
    left = random.choice(CLAUSES) - len(own)
    while left > 0:
        clause = _duty(random, given)
        if clause.statement.said("en") not in said:
            said.add(clause.statement.said("en"))
            left -= 1
            yield clause


def _duty(random: Random, given: Mapping[str, Word]) -> Clause:
    listed = random.random() < LISTED
    phrase = random.choice(grammar("documents")["lists" if listed else "duties"])
    points = random.sample(grammar("words")["action"], random.choice([2, 3, 4])) if listed else []
    return Clause(state(random, phrase, _bound(random, phrase, given)), points)


def _bound(random: Random, phrase: Phrase, given: Mapping[str, Word]) -> Mapping[str, Word]:
    """Those whom a document binds, for the slots that name them."""
    slots = [slot for slot in phrase.slots if slot.startswith("bound")]
    return {**given, **dict(zip(slots, random.sample(grammar("documents")["bound"], len(slots)), strict=True))}
