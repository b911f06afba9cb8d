"""Which words two texts have in common, as runs fit to read.

The longest sequence of tokens that both have is found with whole rows of bits at a time: five thousand words take a tenth of
a second, however they changed, where Python's own difflib needs ten when every tenth of them has. Then the runs are made fit
to read: a few words that two rewritten sentences happen to share are no run, and what was put in begins where a sentence does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from knowledge.documents.wording import Token

LARGEST = 400_000_000
"""Pairs of tokens to compare, one bit each; between texts beyond that (twenty thousand words) only start and end are."""

FEW = 4
"""Runs that are always readable, with the two ends of a text."""

SENTENCE_ENDS = tuple(".!?؟۔。:;؛")


@dataclass
class Run:
    """Some tokens in a row that both texts have."""

    old: int
    """Where it begins in the old text."""

    new: int
    size: int


def runs(old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    """The runs of two texts in their order; the last token of each, which has no word, is always the end of the last run."""
    found = _runs(_common([token.key for token in old[:-1]], [token.key for token in new[:-1]]))
    found.append(Run(len(old) - 1, len(new) - 1, 1))
    _settle(found, old, new)
    return _readable([run for run in found if run.size], old, new)


def _common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest sequence that both have in common, as pairs of places."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    middles = old[start : len(old) - end], new[start : len(new) - end]
    middle = _longest(*middles) if len(middles[0]) * len(middles[1]) <= LARGEST else []
    first = [(place, place) for place in range(start)]
    last = [(len(old) - place, len(new) - place) for place in range(end, 0, -1)]
    return [*first, *((start + left, start + right) for left, right in middle), *last]


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many tokens at the beginning are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _longest(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Hyyrö's bit-parallel algorithm (2004): a zero in a row says that the sequence grows at this place of the old text."""
    where: dict[str, int] = {}
    for place, key in enumerate(old):
        where[key] = where.get(key, 0) | 1 << place
    every = row = (1 << len(old)) - 1
    rows = [row]
    for key in new:
        shared = row & where.get(key, 0)
        row = ((row + shared) | (row - shared)) & every
        rows.append(row)
    left, right, pairs = len(old), len(new), []
    while left and right:
        if rows[right] >> (left - 1) & 1:
            left -= 1
        elif not rows[right - 1] >> (left - 1) & 1:
            right -= 1
        else:
            left, right = left - 1, right - 1
            pairs.append((left, right))
    return pairs[::-1]


def _runs(pairs: Iterable[tuple[int, int]]) -> list[Run]:
    """Pairs of places as runs: one for all that follow each other in both texts."""
    runs: list[Run] = []
    for old, new in pairs:
        if runs and (runs[-1].old + runs[-1].size, runs[-1].new + runs[-1].size) == (old, new):
            runs[-1].size += 1
        else:
            runs.append(Run(old, new, 1))
    return runs


def _settle(runs: list[Run], old: Sequence[Token], new: Sequence[Token]) -> None:
    """Moves what was only put in, or only taken out, to where a sentence begins, when it can stand there as well."""
    before = Run(0, 0, 0)
    for run in runs:
        gone, come = run.old - before.old - before.size, run.new - before.new - before.size
        if not gone or not come:
            text, start, stop = (new, run.new - come, run.new) if come else (old, run.old - gone, run.old)
            room = (before.size, run.size - 1 if run is runs[-1] else run.size)
            offset = _offset(text, start, stop, room) if start < stop else 0
            before.size += offset
            run.old, run.new, run.size = run.old + offset, run.new + offset, run.size - offset
        before = run


def _offset(text: Sequence[Token], start: int, stop: int, room: tuple[int, int]) -> int:
    """How far a stretch of a text is best moved: past tokens that are equal to those at its other end."""
    back, on = 0, 0
    while back < room[0] and text[start - back - 1].key == text[stop - back - 1].key:
        back += 1
    while on < room[1] and text[start + on].key == text[stop + on].key:
        on += 1
    return max(range(-back, on + 1), key=lambda offset: (_opens(text, start + offset), -abs(offset)))


def _opens(text: Sequence[Token], place: int) -> int:
    """How well a stretch begins at a place: best after the end of a sentence, well after a mark."""
    last = text[place - 1].word if place else "."
    return 2 if last.endswith(SENTENCE_ENDS) else int(not text[place - 1].weight)


def _readable(runs: Sequence[Run], old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    """The runs worth keeping: none that is short beside what changed on both its sides, no scraps of texts that share little."""
    sums = [_sums(text) for text in (old, new)]
    kept = [Run(0, 0, 0)]
    for run in runs:
        while len(kept) > 1 and _is_lost(kept[-2], kept[-1], run, sums):
            kept.pop()
        kept.append(run)
    shared, whole = sum(_weight(run, sums) for run in kept), min(total[-1] for total in sums)
    scraps = len(kept) > FEW and 4 * shared < whole
    return [runs[-1]] if scraps or (whole and not shared) else kept[1:]


def _is_lost(before: Run, run: Run, after: Run, sums: Sequence[Sequence[int]]) -> bool:
    """Whether a run is short beside what changed before and after it."""
    return 2 * _weight(run, sums) < min(_change(before, run, sums), _change(run, after, sums))


def _sums(text: Sequence[Token]) -> list[int]:
    """The weight of all tokens before each place of a text."""
    found = [0]
    for token in text:
        found.append(found[-1] + token.weight)
    return found


def _weight(run: Run, sums: Sequence[Sequence[int]]) -> int:
    return sums[0][run.old + run.size] - sums[0][run.old]


def _change(left: Run, right: Run, sums: Sequence[Sequence[int]]) -> int:
    """The weight of what changed between two runs: of the old words or the new, whichever is more."""
    starts, stops = (left.old + left.size, left.new + left.size), (right.old, right.new)
    return max(sums[side][stops[side]] - sums[side][starts[side]] for side in (0, 1))
