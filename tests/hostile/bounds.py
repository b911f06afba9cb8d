"""How much a hostile text may cost: seconds of the processor and memory, with an end to what takes more."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import psutil

SECONDS = 2.0
"""Of the processor: what else the machine does makes no difference."""

MEMORY = 200_000_000
"""Bytes more than were in use before."""


class TooLongError(AssertionError):
    """The work was stopped, because it took more than its time."""


@contextmanager
def bounded(seconds: float = SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Whatever happens inside ends within its seconds, and gets no more memory than it may have."""
    limits = resource.getrlimit(resource.RLIMIT_AS)
    before = signal.signal(signal.SIGPROF, _stop)
    resource.setrlimit(resource.RLIMIT_AS, (psutil.Process().memory_info().vms + memory, limits[1]))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_AS, limits)
        signal.signal(signal.SIGPROF, before)


def _stop(_: int, frame: FrameType | None) -> None:
    raise TooLongError(f"still at work in {frame.f_code.co_qualname if frame else 'nothing'}")
