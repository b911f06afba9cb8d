"""Every text of the finished site also lies there compressed, so that a server never compresses while a reader waits.

Brotli for browsers on HTTPS, gzip for all others. Reads and writes files.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from knowledge import store

TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
"""Endings of files that shrink; pictures, fonts, documents and the search index are compressed as they are."""

LEAST = 1024
"""Bytes below which a file fits into the first packet anyway."""

STRENGTH = {"quality": 7, "lgwin": 18}
"""For Brotli. Stronger, pages would be a tenth smaller, half a kilobyte, and take ten to forty times as long."""

LONG = 32 * 1024
"""Bytes from which on a page is worth that: two kilobytes are saved then, and few pages are as long."""

STRONGER = {"quality": 10, "lgwin": 18}
"""For those; the strongest takes three times as long again for the last hundredth."""

ENDINGS = (".br", ".gz")
"""Of what is made here."""


def compress(site: Path, last: Path | None = None) -> None:
    """Lays `.br` and `.gz` beside every text in a folder; those of a text that `last` has, too, are taken over from there.

    `last` is a site that this program has compressed, and that nobody has touched since.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        lacking = [path for path in texts(site) if not (last and _taken(path, last / path.relative_to(site)))]
        for _ in pool.map(_pack, lacking):
            pass


def texts(site: Path) -> Iterator[Path]:
    """The files worth compressing."""
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXTS and path.is_file() and path.stat().st_size >= LEAST:
            yield path


def _taken(path: Path, old: Path) -> bool:
    """Whether an old file has the same text; then what was made of it lies beside this one."""
    if not old.is_file() or not (old.samefile(path) or old.read_bytes() == path.read_bytes()):
        return False
    for ending in ENDINGS:
        store.link(beside(old, ending), beside(path, ending))
    return True


def _pack(path: Path) -> None:
    data = path.read_bytes()
    made = {".br": brotli.compress(data, **_strength(path, data)), ".gz": gzip.compress(data, 9, mtime=0)}
    for ending, packed in made.items():
        beside(path, ending).unlink(missing_ok=True)
        beside(path, ending).write_bytes(packed)


def beside(path: Path, ending: str) -> Path:
    """Where what was made of a text lies."""
    return path.with_name(path.name + ending)


def _strength(path: Path, data: bytes) -> Mapping[str, int]:
    return STRONGER if path.suffix == ".html" and len(data) >= LONG else STRENGTH


def unpacked(path: Path) -> bytes:
    """What a compressed file holds; raises OSError, EOFError or brotli.error when it is damaged."""
    data = path.read_bytes()
    return bytes(brotli.decompress(data)) if path.suffix == ".br" else gzip.decompress(data)
