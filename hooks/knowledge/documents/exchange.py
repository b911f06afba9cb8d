"""A folder of documents changed whole or not at all: the new one is made beside the old one and takes its place.

Moves folders, and puts back what an interruption left aside. The folder is never half old and half new.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

FRESH, ASIDE = ".version-after", ".version-before"
"""How the hidden folders end that hold a document as it will be and as it was; nothing hidden is published."""


def fresh(folder: Path) -> Path:
    """Where the folder that is to take the place of another is made: empty, beside it."""
    place = folder.with_name(f".{folder.name}{FRESH}")
    shutil.rmtree(place, ignore_errors=True)
    return place


def exchange(new: Path, folder: Path, check: Callable[[], None]) -> None:
    """Puts a folder in the place of another; the old one is back when `check`, or anything else, fails."""
    aside = folder.with_name(f".{folder.name}{ASIDE}")
    folder.rename(aside)
    try:
        new.rename(folder)
        check()
    except BaseException:
        if folder.exists():
            folder.rename(new)
        aside.rename(folder)
        raise
    shutil.rmtree(aside)


def recover(docs: Path) -> None:
    """Puts back what lay aside below `docs` when the computer went off; where the new folder is in place, it stays."""
    for aside in list(docs.rglob(f".*{ASIDE}")):
        folder = aside.with_name(aside.name[1:].removesuffix(ASIDE))
        if folder.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(folder)
