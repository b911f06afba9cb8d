"""What has changed between two texts of a clause, word by word, in any language.

Readers of a translation see what became of its source, readers of a document what its versions changed. Whatever its language,
a change is one of whole words: half a word marked would have to be guessed at, and Arabic letters would change their shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from markupsafe import Markup

from knowledge import bidi
from knowledge.documents.matching import Run, runs
from knowledge.documents.wording import Token, tokens

Mark = Literal["", "del", "ins"]


@dataclass(frozen=True)
class Piece:
    """Some words that were kept, taken out or put in."""

    words: str
    """As readers see them, with the spaces around them."""

    mark: Mark
    """`""` for what both texts have, `del` for what only the old has, `ins` for what only the new has."""

    place: bool = False
    """Whether it says where a link leads, which is no word of the text itself."""


def compare(before: str, after: str) -> list[Piece]:
    """The pieces of two texts in Markdown: without `ins` they are the old words, without `del` the new ones.

    Where a link leads is shown, in brackets, only if just that changed.
    """
    old, new = tokens(before), tokens(after)
    return list(_joined(_pieces(runs(old, new), old, new)))


def html(pieces: Iterable[Piece]) -> Markup:
    """The pieces as HTML with `del` and `ins`, numbers and addresses isolated, and a space wherever two words would join."""
    made: list[str] = []
    last = ""
    for piece in pieces:
        core = piece.words.strip()
        lead, _, trail = piece.words.partition(core) if core else (piece.words, "", "")
        if piece.mark and core:
            made += [lead or " " * (last == "del"), *_marked(core, piece), trail]
        else:
            made += [lead, bidi.isolated(core), trail]
        last = piece.mark if core and not trail else ""
    return Markup().join(made)


def _marked(words: str, piece: Piece) -> tuple[Markup, Markup, Markup]:
    start, end = (Markup("<del>"), Markup("</del>")) if piece.mark == "del" else (Markup("<ins>"), Markup("</ins>"))
    return start, Markup('<bdi dir="ltr">{}</bdi>').format(words) if piece.place else bidi.isolated(words), end


def _pieces(kept: Iterable[Run], old: Sequence[Token], new: Sequence[Token]) -> Iterator[Piece]:
    """Every kept token, and what changed before it."""
    left = right = 0
    for run in kept:
        for here, there in zip(range(run.old, run.old + run.size), range(run.new, run.new + run.size), strict=True):
            gaps = old[here].gap, new[there].gap
            yield from _changed(old[left:here], new[right:there], gaps)
            yield Piece("" if old[here].place else old[here].word, "")
            left, right = here + 1, there + 1


def _changed(gone: Sequence[Token], come: Sequence[Token], gaps: tuple[str, str]) -> Iterator[Piece]:
    """What changed before a kept token, and the white space before that; white space that both have is no change."""
    same = gaps[0] == gaps[1]
    was, now = (_words(side) + ("" if same else gap) for side, gap in zip((gone, come), gaps, strict=True))
    first = was[: len(was) - len(was.lstrip())] if now else ""
    first = first if now.startswith(first) else ""
    yield from (Piece(first, ""), Piece(was.removeprefix(first), "del"), Piece(now.removeprefix(first), "ins"))
    if not (was or now):
        yield from (Piece(f" ({token.word})", "del", place=True) for token in gone)
        yield from (Piece(f" ({token.word})", "ins", place=True) for token in come)
    yield Piece(gaps[0] if same else "", "")


def _words(side: Iterable[Token]) -> str:
    return "".join(token.gap + token.word for token in side if not token.place)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces of the same sort as one; empty ones are left out."""
    filled = (piece for piece in pieces if piece.words)
    for (mark, place), group in groupby(filled, lambda piece: (piece.mark, piece.place)):
        yield Piece("".join(piece.words for piece in group), mark, place)
