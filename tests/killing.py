"""Kills a publication or a rollback before its first step, before its second, and so on, and prints what readers saw.

`python -m tests.killing <empty folder> publish|rollback`; it runs as a process of its own, because it splits in two.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path

from tests.published import OF, finished
from tests.test_releases import shown

from knowledge import releases

STEPS = "os.rename os.mkdir os.remove os.rmdir os.symlink os.chmod os.utime os.truncate open shutil.copyfile".split()
"""What changes folders and files, as Python's audit events call it."""


def _killed(step: int, dest: Path, site: Path, command: str) -> bool:
    """Whether the command was killed before its `step`th change below `dest`."""
    child = os.fork()
    if not child:
        _kill_before(step, dest)
        _do(command, site, dest)
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in (0, -signal.SIGKILL), f"step {step} ended with {ended}"
    return ended != 0


def _do(command: str, site: Path, dest: Path) -> None:
    if command == "publish":
        releases.publish(site, dest, OF)
    else:
        releases.rollback(dest, OF)


def _kill_before(step: int, dest: Path) -> None:
    steps = count()

    def hook(event: str, given: tuple[object, ...]) -> None:
        reads = event == "open" and not (isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR))
        below = event in STEPS and any(str(dest) in str(place) for place in given)
        if below and not reads and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def main(folder: Path, command: str) -> None:
    """Prints what readers saw when it was killed at each step, and when it was done again after that."""
    one, two, three = (finished(folder / word, word) for word in ("One", "Two", "Three"))
    before, dest, seen = folder / "before", folder / "srv", []
    for site in (one, two):
        releases.publish(site, before, OF)
    for step in count():
        shutil.rmtree(dest, ignore_errors=True)
        shutil.copytree(before, dest, symlinks=True)
        killed = _killed(step, dest, three, command)
        at = shown(dest)
        if command == "publish" or at == "Two":
            _do(command, three, dest)
        seen.append({"at": at, "after": shown(dest)})
        if not killed:
            break
    print(json.dumps(seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
