"""Every text of the finished site also lies there compressed, so that a server never compresses while a reader waits.

Brotli for browsers on HTTPS, gzip for all others. Reads and writes files.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zlib import ZLIB_RUNTIME_VERSION

import brotli

from knowledge import store
from knowledge.memory import Memory

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

ENDINGS = {".br", ".gz"}
"""Of what is made here."""


def compress(site: Path, memory: Memory) -> None:
    """Lays `.br` and `.gz` beside every text in a folder; the same text gives the same bytes, made before or now."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        lacking = [path for path in texts(site) if not _lay(path, memory)]
        for path, (key, made) in zip(lacking, pool.map(_packed, lacking), strict=True):
            for ending, data in made.items():
                memory.keep(key + ending, data)
            _lay(path, memory, made)


def texts(site: Path) -> Iterator[Path]:
    """The files worth compressing."""
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXTS and path.is_file() and path.stat().st_size >= LEAST:
            yield path


def _lay(path: Path, memory: Memory, made: Mapping[str, bytes] | None = None) -> bool:
    """Writes what was made of a text beside it, now or before; whether there was any."""
    key = _key(path, path.read_bytes())
    made = made or {ending: data for ending in ENDINGS if (data := memory.get(key + ending))}
    for ending, data in made.items():
        path.with_name(path.name + ending).write_bytes(data)
    return len(made) == len(ENDINGS)


def _packed(path: Path) -> tuple[str, dict[str, bytes]]:
    data = path.read_bytes()
    made = {".br": brotli.compress(data, **_strength(path, data)), ".gz": gzip.compress(data, 9, mtime=0)}
    return _key(path, data), made


def _key(path: Path, data: bytes) -> str:
    return store.digest(brotli.__version__, ZLIB_RUNTIME_VERSION, repr(_strength(path, data)), data)


def _strength(path: Path, data: bytes) -> Mapping[str, int]:
    return STRONGER if path.suffix == ".html" and len(data) >= LONG else STRENGTH


def unpacked(path: Path) -> bytes:
    """What a compressed file holds; raises OSError, EOFError or brotli.error when it is damaged."""
    data = path.read_bytes()
    return bytes(brotli.decompress(data)) if path.suffix == ".br" else gzip.decompress(data)
