"""Pages as they were approved by eye, and how to approve them anew.

After a change that is meant to be seen, look at the pages and run, from the root of the project:

    PYTHONPATH=hooks:. .venv/bin/python -m tests.downloads.approval

It writes `approved/` anew; look at every picture before it is committed.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat
from tests.downloads.specimens import made

APPROVED = Path(__file__).parent / "approved"
PAGES = {"en": (0, 1), "fr": (0,), "ar": (0, 1)}
"""Which pages of each specimen are compared, counted from 0."""

SCALE = 0.75
"""54 dots to the inch: letters can be told, and a page takes some 20 KB."""

CELL, ODD, OFF = 12, 12, 0.3
"""Pictures are compared in cells of so many dots, so that the edge of a letter does not count; a cell may be so much
lighter or darker (of 255), and all of them together so much on average."""


def page(pdf: bytes, number: int) -> Image.Image:
    """One page as it looks, in shades of grey."""
    seen: Image.Image = pypdfium2.PdfDocument(pdf)[number].render(scale=SCALE).to_pil()
    return seen.convert("L")


def approved(code: str, number: int) -> Image.Image:
    """One page as it was approved."""
    return Image.open(BytesIO((APPROVED / f"{code}-{number + 1}.png").read_bytes())).convert("L")


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pages look the same, but for what nobody sees."""
    if one.size != other.size:
        return False
    small = [image.resize((image.width // CELL, image.height // CELL), Image.Resampling.BOX) for image in (one, other)]
    seen = ImageStat.Stat(ImageChops.difference(*small))
    return bool(seen.extrema[0][1] <= ODD and seen.mean[0] <= OFF)


if __name__ == "__main__":
    APPROVED.mkdir(exist_ok=True)
    for language, numbers in PAGES.items():
        for place in numbers:
            page(made(language, "pdf"), place).save(APPROVED / f"{language}-{place + 1}.png", optimize=True)
