"""How far a build is can be seen on a terminal, read in a log, and is not told to whoever wants quiet."""

from __future__ import annotations

from io import StringIO

import pytest

from knowledge import progress
from knowledge.progress import STAGES, Counter, Step, Watch, read


class Terminal(StringIO):
    """A terminal of a hundred columns."""

    def isatty(self) -> bool:
        """It is one."""
        return True


class Clock:
    """Moves only when it is told to."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def watched(stream: StringIO, clock: Clock, quiet: bool = False) -> Watch:
    """A watch that two languages have told: 30 of 40 pages in twelve seconds."""
    watch = Watch(stream, quiet, clock)
    watch.hear(str(Step("reading", "", 0, 1)))
    clock.time += 3
    watch.hear(str(Step("pages", "fr", 0, 20)))
    clock.time += 12
    watch.hear(str(Step("pages", "ar", 10, 20)))
    watch.hear(str(Step("pages", "fr", 20, 20)))
    return watch


@pytest.mark.parametrize("step", [Step("pages", "ar", 3, 40), Step("reading", "", 0, 1)])
def test_a_step_is_read_as_it_was_told(step: Step) -> None:
    assert read(f"{step}\n") == step


@pytest.mark.parametrize("line", ["", "Held back until Monday\n", "pages\tfr\t1\t2\n"])
def test_other_lines_are_no_steps(line: str) -> None:
    assert read(line) is None
    assert not Watch(StringIO()).hear(line)


def test_a_log_has_a_plain_line_now_and_then() -> None:
    log, clock = StringIO(), Clock()
    watch = watched(log, clock)
    assert log.getvalue() == "Pages: 10 of 40, about 36 s left\n"
    clock.time += 4
    watch.hear(str(Step("pages", "ar", 14, 20)))
    assert log.getvalue().count("\n") == 1
    clock.time += 7
    watch.hear(str(Step("pages", "ar", 15, 20)))
    assert log.getvalue().splitlines()[1:] == ["Pages: 35 of 40, about 3 s left"]


def test_a_terminal_has_a_bar_that_goes_when_the_stage_ends() -> None:
    terminal = Terminal()
    watch = watched(terminal, Clock())
    assert "Pages:  75%" in terminal.getvalue().split("\r")[-1]
    assert "30/40" in terminal.getvalue()
    watch.say("Held back until Monday\n")
    assert "Held back until Monday\n" in terminal.getvalue()
    watch.end()
    assert terminal.getvalue().split("\r")[-1].strip() == ""


@pytest.mark.parametrize("stream", [StringIO(), Terminal()], ids=["log", "terminal"])
def test_who_wants_quiet_is_told_only_what_is_not_progress(stream: StringIO) -> None:
    watch = watched(stream, Clock(), quiet=True)
    watch.say("WARNING - a dead link\n")
    assert stream.getvalue() == "WARNING - a dead link\n"


def test_it_is_known_in_the_end_where_the_time_went() -> None:
    clock = Clock()
    watch = watched(StringIO(), clock)
    clock.time += 5
    watch.begin("packing")
    clock.time += 2
    watch.end()
    assert watch.spent == {"reading": 3, "pages": 17, "packing": 2}


def test_a_language_that_lags_behind_does_not_turn_back_the_stage() -> None:
    clock = Clock()
    watch = watched(StringIO(), clock)
    watch.hear(str(Step("search", "fr", 0, 1)))
    clock.time += 5
    watch.hear(str(Step("pages", "ar", 20, 20)))
    watch.end()
    assert watch.spent["search"] == 5


def test_a_process_tells_now_and_then_and_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, told = Clock(), []
    monkeypatch.setattr(progress, "monotonic", clock)
    counter = Counter("pages", "fr", 9, lambda line: told.append(line))
    for _ in range(9):
        clock.time += 0.11
        counter.step()
    assert [step.done for line in told if (step := read(line))] == [1, 3, 5, 7, 9]


def test_every_stage_has_a_name() -> None:
    assert all(name[0].isupper() for name in STAGES.values())
