"""Work that runs beside this process, in a copy of it: it knows all that is known here, and only what it returns comes back.

A copy costs next to nothing on Linux, where the system forks. Starts processes.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any, TypeVar, cast

Result = TypeVar("Result")


def able() -> bool:
    """Whether copies are cheap here, and a second core is there to run them."""
    return sys.platform.startswith("linux") and len(os.sched_getaffinity(0)) > 1


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Starts work; what is given back waits for it to end, and returns what it returned or raises what it raised.

    Raises RuntimeError when the copy was killed. Copies end with this process.
    """
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()

    def wait() -> Result:
        try:
            fault, result = cast(tuple[BaseException | None, Result], ours.recv())
        except EOFError:
            process.join()
            raise RuntimeError(
                f"a part of the build was stopped ({process.exitcode}): is there enough memory?"
            ) from None
        if fault:
            raise fault
        return result

    return wait


def done(result: Result) -> Callable[[], Result]:
    """What `beside` gives back of work that has been done already."""
    return lambda: result


def _do(work: Callable[[], Any], theirs: Connection) -> None:
    said: tuple[BaseException | None, Any]
    try:
        said = None, work()
    except BaseException as fault:  # whatever it is, it is raised again where it is waited for
        said = _carried(fault), None
    theirs.send(said)


def _carried(fault: BaseException) -> BaseException:
    """A fault as it is where it can be sent, else all that can be said of it."""
    try:
        ForkingPickler.loads(ForkingPickler.dumps(fault))
    except Exception:  # classes of others fail in ways of their own
        return RuntimeError("".join(traceback.format_exception(fault)))
    return fault
