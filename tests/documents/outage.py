"""Freezes a document while the power fails: before its first step, before its second, and so on, and prints what was left.

`python -m tests.documents.outage <content folder> <document>`; it runs as a process of its own, because it splits in two.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from itertools import count
from pathlib import Path

from tests.drafts import LANGUAGES
from tests.site.writing import files

from knowledge import reading
from knowledge.configuration import Configuration
from knowledge.documents import exchange, freezing

STEPS = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "open"}
"""What changes folders and files, as Python's audit events call it."""

OUT = 9
"""The exit code of a process without power."""


def _stop_before(step: int, docs: Path) -> None:
    """The process ends at once before it changes anything below `docs` for the `step`th time."""
    steps = count()

    def hook(event: str, given: tuple[object, ...]) -> None:
        reads = event == "open" and not (isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR))
        below = event in STEPS and given and str(docs) in str(given[0])
        if below and not reads and next(steps) == step:
            os._exit(OUT)

    sys.addaudithook(hook)


def _frozen(site: Configuration, document: str, step: int) -> bool:
    """Whether a document was frozen to the end, with the power failing before a step."""
    child = os.fork()
    if not child:
        _stop_before(step, site.docs)
        freezing.freeze(site, document)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, OUT), f"step {step} ended with {code}"
    return code == 0


def _state(docs: Path) -> dict[str, bytes]:
    """What lies in the content folder, without what is hidden between the pages."""
    return {path: data for path, data in files(docs).items() if f"{exchange.FRESH}/" not in path}


def main(docs: Path, document: str) -> None:
    """Prints what each failure left: the old state, the new one, or anything else."""
    aside, place = docs.with_name("whole"), docs.with_name("site") / docs.name
    shutil.copytree(docs, aside)
    site, states, done = Configuration(place.parent, place, LANGUAGES), [], False
    shutil.copytree(aside, place)
    freezing.freeze(site, document)
    old, new = _state(aside), _state(place)
    for step in count():
        shutil.rmtree(place)
        shutil.copytree(aside, place)
        done = _frozen(site, document, step)
        exchange.recover(place)
        left = _state(place)
        sound = not reading.read(place, LANGUAGES, cache=place.with_name("cache"))[1]
        states.append("old" if sound and left == old else "new" if sound and left == new else str(sorted(left)))
        if done:
            break
    print(json.dumps(states))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
