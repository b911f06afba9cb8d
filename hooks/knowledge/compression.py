"""Every text of the finished site also lies there compressed, so that a server never compresses while a reader waits.

Brotli for browsers on HTTPS, gzip for all others. Reads and writes files.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
"""Endings of files that shrink; pictures, fonts, documents and the search index are compressed as they are."""

LEAST = 1024
"""Bytes below which a file fits into the first packet anyway."""

STRENGTH = {"quality": 7, "lgwin": 18}
"""For Brotli. At its strongest (11) pages would be a tenth smaller, half a kilobyte, and take forty times as long."""

ENDINGS = {".br", ".gz"}
"""Of what is made here."""


def compress(site: Path) -> None:
    """Lays `.br` and `.gz` beside every text in a folder; the same text gives the same bytes."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_beside, texts(site)))


def texts(site: Path) -> Iterator[Path]:
    """The files worth compressing."""
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXTS and path.is_file() and path.stat().st_size >= LEAST:
            yield path


def _beside(path: Path) -> None:
    data = path.read_bytes()
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(data, **STRENGTH))
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(data, 9, mtime=0))


def unpacked(path: Path) -> bytes:
    """What a compressed file holds; raises OSError, EOFError or brotli.error when it is damaged."""
    data = path.read_bytes()
    return bytes(brotli.decompress(data)) if path.suffix == ".br" else gzip.decompress(data)
