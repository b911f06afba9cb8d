"""How things are spread over a corpus: which languages an article has, and few things often, many seldom."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

FIRST = {"ar": 0.04, "fr": 0.03}
"""The share of articles first written in a language that is not the site's first; half of them are not translated into it."""

MISSING = 0.15
"""The share of articles without a text in a language, for each language but the first."""


def languages(random: Random, count: int, codes: Sequence[str]) -> list[tuple[str, ...]]:
    """The languages of each of `count` articles, its original first; `codes` are the site's, its first language first.

    Shares are exact, not by chance: a small corpus has its untranslated articles too.
    """
    original = [code for code, share in FIRST.items() for _ in range(round(share * count))]
    original += [codes[0]] * (count - len(original))
    random.shuffle(original)
    missing = {
        code: _some(random, [n for n in range(count) if original[n] != code], round(MISSING * count))
        for code in codes[1:]
    }
    foreign = [n for n in range(count) if original[n] != codes[0]]
    missing[codes[0]] = _some(random, foreign, len(foreign) // 2)
    return [
        (original[n], *(code for code in codes if code != original[n] and n not in missing[code])) for n in range(count)
    ]


def _some(random: Random, numbers: Sequence[int], count: int) -> set[int]:
    return set(random.sample(numbers, count))


def harmonic(random: Random, names: Sequence[str], count: int) -> tuple[str, ...]:
    """`count` different names; the second of them half as likely as the first, the third a third, and so on."""
    chosen: dict[str, None] = {}
    while len(chosen) < count:
        chosen[random.choices(names, [1 / (rank + 1) for rank in range(len(names))])[0]] = None
    return tuple(chosen)
