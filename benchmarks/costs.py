"""What a command costs, with every process it starts: time on the clock, time of the processor, memory."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from subprocess import DEVNULL, Popen, TimeoutExpired
from tempfile import TemporaryFile
from time import monotonic

import psutil

HOOKS = Path(__file__).parents[1] / "hooks"
INTERVAL = 0.2
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    wall: float
    """Seconds on the clock."""

    processor: float
    """Seconds of all cores together, in all processes."""

    memory: int
    """Bytes that all processes together held, at the worst moment; what several share is counted once."""


def cost(command: Sequence[str], folder: Path | None = None) -> Cost:
    """Runs a command in a folder and measures it with all its children.

    Raises ChildProcessError with what it said when it fails.
    """
    before, start, env = getrusage(RUSAGE_CHILDREN), monotonic(), os.environ | {"PYTHONPATH": str(HOOKS)}
    with TemporaryFile() as said, Popen(command, stdout=DEVNULL, stderr=said, env=env, cwd=folder) as process:
        memory = _peak(process)
        wall, after = monotonic() - start, getrusage(RUSAGE_CHILDREN)
        said.seek(0)
        if process.returncode:
            end = said.read().decode(errors="replace")
            raise ChildProcessError(f"{' '.join(command)} ended with {process.returncode}\n{end}")
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, memory)


def total(costs: Sequence[Cost]) -> Cost:
    """What commands take one after the other."""
    return Cost(
        sum(cost.wall for cost in costs), sum(cost.processor for cost in costs), max(cost.memory for cost in costs)
    )


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "processor", "memory")))


def _peak(process: Popen[bytes]) -> int:
    """Watches a process and those it starts until it ends: the most memory they held together."""
    peak = 0
    while process.returncode is None:
        with suppress(TimeoutExpired):
            process.wait(INTERVAL)
        with suppress(psutil.NoSuchProcess):
            peak = max(peak, _held(psutil.Process(process.pid)))
    return peak


def _held(parent: psutil.Process) -> int:
    total = 0
    for process in [parent, *parent.children(recursive=True)]:
        with suppress(psutil.Error):
            total += process.memory_full_info().pss
    return total
