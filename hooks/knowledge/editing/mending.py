"""A text with what is mechanical about its style mended: spaces, marks, letters that only look right.

Mending is repeated until nothing is left to mend, so a second time changes nothing, and what a check tells afterwards needs
a person. No line comes or goes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from knowledge.editing.rules import Edit
from knowledge.editing.styles import style
from knowledge.editing.surfaces import surface

ROUNDS = 20
"""One rule can make room for another; three rounds are the most that texts have needed."""

AROUND = 12
"""Characters before and after a change that are shown with it."""


def mended(text: str, code: str, fields: Collection[str]) -> str:
    """The text of a file in a language, whose front matter has words in these fields."""
    for _ in range(ROUNDS):
        after = _once(text, code, fields)
        if after == text:
            break
        text = after
    return text


def _once(text: str, code: str, fields: Collection[str]) -> str:
    shown = surface(text, fields)
    for rule in style(code).rules:
        if edits := list(rule.edits(shown)):
            text, shown = _edited(text, edits), _edited(shown, edits)
    return text


def _edited(text: str, edits: Sequence[Edit]) -> str:
    for start, end, words in reversed(edits):
        text = text[:start] + words + text[end:]
    return text


@dataclass(frozen=True)
class Change:
    """What became of one line."""

    line: int
    """Counted from 1 in the file."""

    before: str
    after: str
    """The part of the line that changed, with a few characters around it."""

    @property
    def spaces_only(self) -> bool:
        """Whether only spaces came, went or moved."""
        return "".join(self.before.split()) == "".join(self.after.split())


def changes(before: str, after: str) -> Iterator[Change]:
    """What became of each line that changed."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    for line, (was, now) in enumerate(pairs, 1):
        if was != now:
            yield Change(line, *_apart(was, now))


def _apart(was: str, now: str) -> tuple[str, str]:
    """The parts of two lines in which they differ, with a little around them."""
    shorter = min(len(was), len(now))
    head = next((place for place in range(shorter) if was[place] != now[place]), shorter)
    tail = next((place for place in range(shorter - head) if was[-1 - place] != now[-1 - place]), shorter - head)
    start = was.rfind(" ", 0, max(head - AROUND, 0)) + 1
    cut = tail - AROUND if tail > AROUND else 0
    return _clipped(was, start, cut), _clipped(now, start, cut)


def _clipped(line: str, start: int, cut: int) -> str:
    return ("…" if start else "") + line[start : len(line) - cut] + ("…" if cut else "")
