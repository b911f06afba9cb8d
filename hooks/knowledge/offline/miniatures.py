"""Pictures of articles as they are carried: an archive with all articles must stay small enough to send.

Documents keep theirs as they are on the web, because a diagram must be legible; a photograph beside an article is there to be
recognised.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, __version__

MOST = 10_000
"""Bytes of a picture: 1,375 of them are 14 MB, and their articles, twenty documents and the search need up to 10 MB."""

STEPS = ((480, 60), (480, 40), (400, 35), (320, 30), (240, 25), (160, 20), (80, 10))
"""Pixels of the longer side and quality of WebP, from which the first that is small enough is taken."""

RECIPE = f"{__version__} {MOST} {STEPS} 1"
"""What the bytes depend on besides the picture; the number counts other changes to this file."""


def small(data: bytes) -> bytes:
    """A WebP picture in at most so many bytes; one that has no more stays as it is."""
    for side, quality in STEPS if len(data) > MOST else ():
        image = Image.open(BytesIO(data), formats=["WEBP"])
        image.thumbnail((side, side), Image.Resampling.LANCZOS)
        out = BytesIO()
        image.save(out, "WEBP", quality=quality)
        if out.tell() <= MOST:
            return out.getvalue()
    return data
