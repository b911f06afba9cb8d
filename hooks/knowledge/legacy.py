"""What the last site leaves to the next: a language that would show the same is taken over from it, and not built again.

What a document is depends on the day, so on another day every language is built again, most of it from what is remembered. Only
a site in which every file is as its build left it is trusted (`traces`). Its files are linked rather than copied where the disk
can, so nothing may ever write into one; whatever is to be another is a new file. Reads and writes files.
"""

from __future__ import annotations

import os
import pickle
import shutil
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from knowledge import store, traces
from knowledge.downloads.deliveries import Delivery
from knowledge.downloads.sets import Book
from knowledge.recollection import loaded

ASKED = "KNOWLEDGE_LAST_SITE"
"""The variable of the environment by which a build hears where the last site lies; empty when there is none to be trusted."""

FILE = ".legacy"
"""Where a build leaves what the next one needs to know, until its site is finished."""

Parcel = tuple[list[Delivery], list[Book]]
"""What a language has for readers to take away."""


@dataclass(frozen=True)
class Legacy:
    """The last site."""

    site: Path | None = None
    """Where it lies; None when there is none to be trusted."""

    known: Mapping[str, tuple[str, Parcel]] = field(default_factory=dict)
    """By language, the digest of all that showed in it, and its parcel."""

    def take(self, code: str, shown: str, folders: Iterable[str], fresh: Path) -> Parcel | None:
        """Takes a language over that shows the same: its `folders` lie in the `fresh` site then. None when it does not."""
        if not self.site or code not in self.known or self.known[code][0] != shown:
            return None
        for folder in folders:
            if (self.site / folder).is_dir():
                shutil.copytree(self.site / folder, fresh / folder, copy_function=store.link, dirs_exist_ok=True)
        _, (deliveries, books) = self.known[code]
        return _lying(deliveries, fresh), [replace(book, files=_lying(book.files, fresh)) for book in books]


def _lying(files: Iterable[Delivery], fresh: Path) -> list[Delivery]:
    """Files that are taken over lie in the site, whatever has become of where they were kept."""
    return [replace(file, kept=fresh / file.address) for file in files]


def of(config: Path) -> Legacy:
    """What the last build of a configuration file left."""
    site = os.environ.get(ASKED)
    trace = traces.read(config) if site else None
    return Legacy(Path(site), loaded(b64decode(trace.left))) if site and trace else Legacy()


def leave(fresh: Path, made: Mapping[str, tuple[str, Parcel]]) -> None:
    """Leaves what the next build needs to know of each language, where somebody asked for it."""
    if ASKED in os.environ:
        (fresh / FILE).write_bytes(pickle.dumps(dict(made)))


def left(fresh: Path) -> str:
    """What a build left in its site, for the trace of it; the site has it no more."""
    place = fresh / FILE
    data = place.read_bytes() if place.is_file() else b""
    place.unlink(missing_ok=True)
    return b64encode(data).decode()
