"""What readers can take away: each file with its size and the digest by which anybody can tell that it is ours.

Reads the finished files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from posixpath import relpath

from knowledge.languages import Language

FORMATS = {"docx": "Word", "xlsx": "Excel", "pptx": "PowerPoint"}
"""What readers know some formats by, the same in every language; the others by their endings in capitals."""


@dataclass(frozen=True)
class Delivery:
    """One file that can be downloaded."""

    address: str
    """From the root of the site."""

    language: Language
    version: str
    size: int
    """In bytes."""

    digest: str
    """SHA-256, in small hexadecimal digits."""

    kept: Path = field(repr=False, compare=False)
    """Where it lies until it is published."""

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.address.rpartition("/")[2]

    @property
    def format(self) -> str:
        """PDF, Word …"""
        ending = self.name.rpartition(".")[2]
        return FORMATS.get(ending, ending.upper())

    @property
    def kilobytes(self) -> int:
        """Its size as readers are told: thousands of bytes, at least one."""
        return max(1, round(self.size / 1000))


def delivery(folder: str, kept: Path, name: str, language: Language, version: str) -> Delivery:
    """A finished file as it will lie in a `folder` of the site (`policies/gifts/`)."""
    data = kept.read_bytes()
    return Delivery(f"{folder}{name}", language, version, len(data), sha256(data).hexdigest(), kept)


def row(item: Delivery, folder: str, **more: str) -> dict[str, str | int]:
    """A file as data for the page in a `folder` of the site; `more` is what only some have."""
    return {
        "file": relpath(item.address, folder or "."),
        "format": item.format,
        "language": item.language.code,
        "version": item.version,
        "size": item.size,
        "sha256": item.digest,
        **more,
    }


def listed(rows: Iterable[dict[str, str | int]]) -> str:
    """The files of a page as data: `downloads.json`."""
    return json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"


def sums(found: Iterable[Delivery]) -> str:
    """All files of the site as `sha256sum -c` reads them, sorted by path."""
    return "".join(f"{item.digest}  {item.address}\n" for item in sorted(found, key=lambda item: item.address))
