"""Writes a picture of at most sixteen colours as PNG: what a title card is.

Pillow would try five filters on every row, which drawings in flat colours do not need: that takes twice as long, and holds
Python's lock meanwhile. The format is simple enough for that (PNG, third edition: signature, four chunks).
"""

from __future__ import annotations

import struct
import zlib

from PIL import Image


def png(indices: Image.Image, palette: bytes) -> bytes:
    """A picture of mode L whose levels are places in the palette (0 to 15; three bytes a colour).

    Two pixels of level 0 in front of each row, packed, are the byte that says that the row is not filtered.
    """
    width, height = indices.size
    rows = Image.new("L", (width + 2, height), 0)
    rows.paste(indices, (2, 0))
    rows.putpalette(palette)
    packer = zlib.compressobj(strategy=zlib.Z_RLE)
    data = packer.compress(rows.tobytes("raw", "P;4")) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"PLTE", palette), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
