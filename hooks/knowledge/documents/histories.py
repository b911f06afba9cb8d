"""What changed from one version of a document to the next, clause by clause, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup

from knowledge.documents import citations, freshness, redline
from knowledge.documents.clauses import clause_id
from knowledge.documents.editions import Edition
from knowledge.documents.freshness import Change, Staleness
from knowledge.entries import Text
from knowledge.facts import Facts, fill
from knowledge.languages import Language


@dataclass(frozen=True)
class Amendment:
    """What happened to one clause."""

    number: str
    """As readers of the language write it."""

    id: str
    kind: str
    """`changed`, `added` or `removed`."""

    words: Markup
    """The old and the new words, marked."""


@dataclass(frozen=True)
class Step:
    """The way from one version to the next."""

    old: Edition
    new: Edition
    language: Language
    """The language the two are compared in: the reader's, where both have it and it is up to date."""

    staleness: Staleness

    @property
    def amendments(self) -> Iterator[Amendment]:
        """Every clause whose words changed, in the order of the text."""
        for number, change in self.staleness.clauses.items():
            if words := _words(change):
                yield Amendment(citations.named(number, self.language.code), clause_id(number), change.kind, words)

    @property
    def around(self) -> dict[str, Markup]:
        """What changed in the `title`, the `summary`, the words before the first clause (`start`) and the `annexes`."""
        late = self.staleness
        found = {"title": late.title, "summary": late.summary, "start": late.start, "annexes": late.annexes}
        said = {name: _words(change) for name, change in found.items() if change}
        return {name: words for name, words in said.items() if words}

    @property
    def moved(self) -> Mapping[str, str]:
        """Clauses that only got another number: old → new."""
        return self.staleness.moved


def _words(change: Change) -> Markup:
    """The old and the new words; nothing where both read alike: only how they are set has changed."""
    pieces = redline.compare(change.before, change.after)
    return redline.html(pieces) if any(piece.mark for piece in pieces) else Markup()


def steps(editions: Sequence[Edition], reader: Language, facts: Facts, behind: Callable[[Edition], bool]) -> list[Step]:
    """The steps between consecutive versions (`editions` has the newest first), the last one first.

    Where the reader's text of a version is `behind` its source, or was when that was closed, the source shows what it changed.
    """
    return [_step(old, new, "" if behind(new) else reader.code, facts) for new, old in pairwise(editions)]


def _step(old: Edition, new: Edition, wanted: str, facts: Facts) -> Step:
    both = [code for code in old.entry.texts if code in new.entry.texts]
    code = wanted if wanted in both else next(iter(both), new.entry.original)
    before, after = (_filled(edition.entry.text(code), facts) for edition in (old, new))
    return Step(old, new, after.language, freshness.stale(freshness.said(before), after))


def _filled(text: Text, facts: Facts) -> Text:
    """The text with its facts written out: a frozen version has them written out already."""
    code, matter = text.language.code, text.source.matter
    values = {
        name: fill(value, code, facts) if isinstance(value, str) else value for name, value in matter.values.items()
    }
    source = replace(text.source, body=fill(text.source.body, code, facts), matter=replace(matter, values=values))
    return replace(text, source=source)
