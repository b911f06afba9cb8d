"""Work beside this process knows what is known here, and its result or its fault comes back."""

from __future__ import annotations

import os
import signal
import sys
from subprocess import PIPE, run
from threading import Lock

import pytest

from knowledge import processes


class Odd(Exception):
    """A fault that cannot be sent as it is."""

    def __init__(self) -> None:
        super().__init__("odd")
        self.lock = Lock()


def fail(fault: BaseException) -> None:
    raise fault


def test_work_runs_elsewhere_and_knows_what_is_known_here() -> None:
    known = {"here": os.getpid()}
    said = processes.beside(lambda: (known, os.getpid()))()
    assert said[0] == known
    assert said[1] != known["here"]


def test_what_it_changes_stays_there() -> None:
    known: list[int] = []
    processes.beside(lambda: known.append(1))()
    assert known == []


def test_two_run_at_the_same_time() -> None:
    first, second = os.pipe(), os.pipe()
    waits = [
        processes.beside(lambda: (os.write(first[1], b"a"), os.read(second[0], 1))[1]),
        processes.beside(lambda: (os.read(first[0], 1), os.write(second[1], b"b"))[0]),
    ]
    assert [wait() for wait in waits] == [b"b", b"a"]


@pytest.mark.parametrize(
    "fault", [ValueError("no"), KeyboardInterrupt(), SystemExit(3)], ids=lambda fault: type(fault).__name__
)
def test_a_fault_is_raised_where_it_is_waited_for(fault: BaseException) -> None:
    wait = processes.beside(lambda: fail(fault))
    with pytest.raises(type(fault)) as raised:
        wait()
    assert raised.value.args == fault.args


def test_a_fault_that_cannot_be_sent_is_told_in_words() -> None:
    wait = processes.beside(lambda: fail(Odd()))
    with pytest.raises(RuntimeError, match="Odd: odd"):
        wait()


def test_a_copy_that_was_killed_is_no_success() -> None:
    wait = processes.beside(lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(RuntimeError, match="memory"):
        wait()


def test_copies_end_with_the_process_that_wanted_them() -> None:
    script = "import time\nfrom knowledge import processes\nprocesses.beside(lambda: time.sleep(300))\n"
    run([sys.executable, "-c", script], env=os.environ | {"PYTHONPATH": "hooks"}, stdout=PIPE, check=True, timeout=60)
