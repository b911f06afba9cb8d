"""Zip archives that are the same whenever and wherever they are packed: the order is kept, dates and owners are not.

A Word document and an e-book are such archives, and so is whatever carries several files at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip archive can name."""

PLAIN_FILE = 0o100644 << 16
CREATOR = 3
"""Unix, on whatever system it is packed."""

TIGHT = 9
AS_THEY_ARE = ("mimetype",)
"""Names of files that are not compressed: an e-book says what it is in plain letters (EPUB OCF 4.3)."""


def packed(files: Mapping[str, bytes], stored: tuple[str, ...] = AS_THEY_ARE) -> bytes:
    """The files as an archive, in their order; those whose names end as in `stored` are not compressed again."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = ZipInfo(name, BEGINNING)
            entry.create_system, entry.external_attr = CREATOR, PLAIN_FILE
            entry.compress_type = ZIP_STORED if name.endswith(stored) else ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=TIGHT)
    return out.getvalue()


def unpacked(archive: bytes) -> dict[str, bytes]:
    """What is in an archive, in its order, without folders."""
    with ZipFile(BytesIO(archive)) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist() if not entry.is_dir()}
