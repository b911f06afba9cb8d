"""Which page a new one was before its folder was renamed: the one that is gone and says the most of the same.

Texts are compared by whole lines, which are paragraphs here: one pass over all of them, however many pages came and went.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from knowledge.sources import Source

Texts = Mapping[str, Mapping[str, Source]]
"""The texts of pages by page and language."""

ALIKE = 0.5
"""The share of characters that two pages have in common when one was the other: git's own measure for files."""

COMMON = 10
"""Pages beyond which a line that all of them have says nothing of which is which."""

LEAST = 3
"""Characters of a line that says something."""


def heirs(before: Texts, after: Texts) -> dict[str, str]:
    """New pages by the page that each was before: new id → old id."""
    gone = {name: _lines(before[name]) for name in before.keys() - after.keys()}
    come = {name: _lines(after[name]) for name in after.keys() - before.keys()}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, new, old in sorted(_pairs(gone, come), key=lambda pair: (-pair[0], pair[1], pair[2])):
        if new not in found and old not in taken:
            found[new] = old
            taken.add(old)
    return found


def _lines(texts: Mapping[str, Source]) -> Counter[tuple[str, str]]:
    """The lines of a page in all its languages, with how often each stands there."""
    return Counter((code, line) for code, source in texts.items() for line in _said(source))


def _said(source: Source) -> Iterable[str]:
    words = (str(value) for value in source.matter.values.values())
    return (line for line in (*words, *source.body.split("\n")) if len(line) >= LEAST)


def _pairs(
    gone: Mapping[str, Counter[tuple[str, str]]], come: Mapping[str, Counter[tuple[str, str]]]
) -> Iterable[tuple[float, str, str]]:
    """How alike a new and an old page are, where they are alike enough."""
    where: Mapping[tuple[str, str], list[str]] = defaultdict(list)
    for old, lines in gone.items():
        for line in lines:
            where[line].append(old)
    where = {line: pages for line, pages in where.items() if len(pages) <= COMMON}
    for new, lines in come.items():
        shared: Counter[str] = Counter()
        for line in lines:
            for old in where.get(line, ()):
                shared[old] += _weight(line) * min(lines[line], gone[old][line])
        for old, weight in shared.items():
            share = weight / max(_whole(lines), _whole(gone[old]))
            if share >= ALIKE:
                yield share, new, old


def _weight(line: tuple[str, str]) -> int:
    return len(line[1])


def _whole(lines: Counter[tuple[str, str]]) -> int:
    return sum(_weight(line) * times for line, times in lines.items())
