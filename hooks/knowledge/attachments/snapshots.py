"""What a camera or an editor wrote into a picture, taken out without touching the picture itself.

Place, time, device and owner stand in blocks of their own beside the dots. Those that change how the picture looks stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.fields import Unfit

JPEG, PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
JPEG_2000, ITS_DOTS = b"\x00\x00\x00\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51"
"""How a JPEG 2000 begins, as a whole file and as its dots alone (ITU-T T.800)."""

SPOKEN = {0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE}
"""Segments of a JPEG with metadata and comments; colours stand in E0, E2 and EE (ITU-T T.81, ICC.1, Adobe)."""

MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""What ends the dots of a JPEG."""

SHOWN = set(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT cICP".split())
"""Chunks of a PNG that change how it looks."""

TOLD = {b"xml ", b"uuid", b"uinf"}
"""Boxes of a JPEG 2000 with metadata."""


def bare(data: bytes) -> bytes:
    """A picture without what was written into it; raises Unfit for what is neither JPEG nor PNG, or damaged."""
    try:
        if data.startswith(JPEG):
            return JPEG + b"".join(_segments(data))
        if data.startswith(PNG):
            return PNG + b"".join(_chunks(data))
        if data.startswith(JPEG_2000):
            return b"".join(_boxes(data))
    except (IndexError, ValueError) as fault:
        raise Unfit("a picture in it is damaged", "put the picture in anew, as JPEG or PNG") from fault
    if data.startswith(ITS_DOTS):
        return data
    raise Unfit("a picture in it is neither JPEG nor PNG", "put it in anew as one of them")


def _segments(data: bytes) -> Iterator[bytes]:
    """The segments of a JPEG that are kept, up to its end; some cameras hide another picture behind it."""
    at = len(JPEG)
    while True:
        found = MARKER.match(data, at)
        if not found:
            raise ValueError(at)
        marker, start = found[1][0], found.end()
        if marker == 0xD9:
            yield b"\xff\xd9"
            return
        length = int.from_bytes(data[start : start + 2], "big")
        end = start + length
        if length < 2 or end > len(data):
            raise ValueError(at)
        if marker == 0xDA:
            after = MARKER.search(data, end)
            if not after:
                yield b"\xff\xda" + data[start:]
                return
            end = after.start()
        if marker not in SPOKEN:
            yield b"\xff" + bytes([marker]) + data[start:end]
        at = end


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(PNG)
    while at < len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(data):
            raise ValueError(at)
        if name in SHOWN:
            yield data[at:end]
        if name == b"IEND":
            return
        at = end


def _boxes(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        end = at + length if length else len(data)
        if end > len(data) or end < at + 8:
            raise ValueError(at)
        if name not in TOLD:
            yield data[at:end]
        at = end
