"""How far a build is: told by the processes that build, shown by the one that started them.

On a terminal it is a bar with the stage, what is done of how much, and the time left; elsewhere, as in CI, a plain line every
ten seconds. In the end it is known where the time went. Writes to the terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Never, TextIO

from tqdm import tqdm

ASKED = "KNOWLEDGE_PROGRESS"
"""The variable of the environment by which a process is asked to tell."""

MARK = "\x1e"
"""What a line about progress begins with: a sign that no message holds."""

STAGES = {
    "reading": "Reading",
    "texts": "Texts",
    "files": "Files to take away",
    "pages": "Pages",
    "search": "Search",
    "packing": "Compressing",
}
"""What is shown of each stage, in the order in which they begin."""

PAUSE = 0.2
"""Seconds between two lines from one process: a terminal need not be told more often."""

RARELY = 10.0
"""Seconds between two plain lines."""


@dataclass(frozen=True)
class Step:
    """How far one process is in a stage."""

    stage: str
    whose: str
    """Which process says so: the code of a language, `""` for all."""

    done: int
    of: int

    def __str__(self) -> str:
        return f"{MARK}{self.stage}\t{self.whose}\t{self.done}\t{self.of}"


def read(line: str) -> Step | None:
    """The step that a line tells; None when it tells something else."""
    if not line.startswith(MARK):
        return None
    stage, whose, done, of = line.removeprefix(MARK).rstrip("\n").split("\t")
    return Step(stage, whose, int(done), int(of))


@dataclass
class Counter:
    """Counts what one process has done of a stage, and tells it now and then."""

    stage: str
    whose: str
    of: int
    told: Callable[[str], None]
    done: int = 0
    spoke: float = 0.0

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if monotonic() - self.spoke >= PAUSE or self.done == self.of:
            self.told(str(Step(self.stage, self.whose, self.done, self.of)))
            self.spoke = monotonic()


@dataclass
class Watch:
    """Shows the steps of all processes, and knows how long each stage took."""

    stream: TextIO = field(default_factory=lambda: sys.stderr)
    quiet: bool = False
    now: Callable[[], float] = monotonic
    spent: dict[str, float] = field(default_factory=dict)
    """Seconds of each stage that has ended."""

    _stage: str = ""
    _began: float = 0.0
    _spoke: float = 0.0
    _known: dict[str, Step] = field(default_factory=dict)
    _bar: tqdm[Never] | None = None

    def hear(self, line: str) -> bool:
        """Takes a line that is about progress; whether it was."""
        if not (step := read(line)):
            return False
        if _later(step.stage, self._stage):
            self.begin(step.stage)
        if step.stage == self._stage:
            self._known[step.whose] = step
            self._show()
        return True

    def begin(self, stage: str) -> None:
        """A stage begins, and the one before has ended."""
        self.end()
        self._stage, self._began, self._spoke = stage, self.now(), self.now()

    def end(self) -> None:
        """The last stage has ended."""
        if self._stage:
            self.spent[self._stage] = self.now() - self._began
        if self._bar is not None:
            self._bar.close()
        self._stage, self._bar = "", None
        self._known.clear()

    def say(self, line: str) -> None:
        """Writes a line of another kind above the bar."""
        tqdm.write(line, file=self.stream, end="")
        self.stream.flush()

    def _show(self) -> None:
        done, of = (sum(getattr(step, name) for step in self._known.values()) for name in ("done", "of"))
        if self.quiet or not done:
            return
        if self.stream.isatty():
            if self._bar is None:
                self._bar = tqdm(desc=STAGES[self._stage], file=self.stream, leave=False, dynamic_ncols=True)
            self._bar.total, self._bar.n = of, done
            self._bar.refresh()
        elif self.now() - self._spoke >= RARELY and done < of:
            left = (self.now() - self._began) / done * (of - done)
            self.say(f"{STAGES[self._stage]}: {done} of {of}, about {max(1, round(left))} s left\n")
            self._spoke = self.now()


def _later(stage: str, than: str) -> bool:
    """Whether a stage comes after another: languages that are built beside each other do not pass them together."""
    order = ["", *STAGES]
    return order.index(stage) > order.index(than)
