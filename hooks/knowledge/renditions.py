"""From the picture an editor put beside a page to the files readers get: upright, in sRGB, without metadata, as WebP.

A camera writes where and when a picture was taken into it, which can lead to a source: nothing of that is published.
WebP alone, because every browser since 2020 shows it and one <img> is enough. AVIF would be about a quarter smaller, and
takes five to ten times as long to make. Works on bytes; the pictures room reads and keeps files.
"""

from __future__ import annotations

import struct
import warnings
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, __version__

from knowledge.fields import Unfit

LONGEST = 4000
"""Pixels a side; no page shows more than 1440, and a telephone's photo is under this when sent by mail."""

HEAVIEST = 8_000_000
"""Bytes of an original: it stays in the history of the project for ever."""

WIDTHS = (480, 960, 1440)
"""A phone, a phone with a sharp screen or a desktop, a desktop with a sharp screen: the text column is 600 px wide."""

BUDGET = 60_000
"""Bytes of a file 960 pixels wide, which decides the quality; others may have as many for their width squared."""

QUALITIES = (80, 70, 60, 50, 40, 30)
"""Of WebP, from which the first that keeps to the budget is taken. Lossless would double what drawings weigh."""

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
RECIPE = f"{__version__} {WIDTHS} {BUDGET} {QUALITIES} 1"
"""What the bytes depend on besides the original; the number counts other changes to this file."""

SMALLER = f"save it {WIDTHS[-1]} pixels wide"
AGAIN = "open it in a picture editor and save it anew as jpg or png"

Image.MAX_IMAGE_PIXELS = LONGEST * LONGEST
"""Pillow refuses what would take more memory than that before unpacking it; its warning about less is an error here."""

warnings.simplefilter("error", Image.DecompressionBombWarning)

Rendition = tuple[int, int, bytes]
"""Width, height and content of one file."""


def make(data: bytes) -> list[Rendition]:
    """The files made from an original, smallest first; the same original gives the same bytes.

    Raises Unfit when it is too large, moves, or cannot be read.
    """
    original = _opened(data)
    try:
        image = _plain(ImageOps.exif_transpose(original))
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, OverflowError) as error:
        raise Unfit("the picture cannot be read", AGAIN) from error
    sized = [_narrowed(image, width) for width in widths(image.width)]
    measured = max((part for part in sized if part.width <= 960), key=lambda part: part.width, default=sized[0])
    quality, fitting = _fitting(measured)
    return [(part.width, part.height, fitting if part is measured else _saved(part, quality)) for part in sized]


def widths(original: int) -> list[int]:
    """The widths made from an original this wide: never wider than it is, and none that hardly differs from the last."""
    largest = min(original, WIDTHS[-1])
    return [*(width for width in WIDTHS if width < largest * 0.8), largest]


def _opened(data: bytes) -> Image.Image:
    """The original with only its header read; raises Unfit when it is too large or moves."""
    if len(data) > HEAVIEST:
        raise Unfit(f"the picture has {len(data) / 1e6:.1f} MB, at most {HEAVIEST // 10**6} are read", SMALLER)
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unfit(f"the picture has more than {LONGEST} pixels a side", SMALLER) from error
    except OSError as error:
        raise Unfit("the file is no picture", AGAIN) from error
    if max(image.size) > LONGEST:
        raise Unfit(
            f"the picture has {image.width} × {image.height} pixels, at most {LONGEST} a side are read", SMALLER
        )
    if image.format in ("PNG", "WEBP", "AVIF") and getattr(image, "is_animated", False):
        raise Unfit("the picture moves, and readers cannot stop it", "use a still picture")
    return image


def _plain(image: Image.Image) -> Image.Image:
    """The picture in sRGB, with transparency only if it has any."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256, "L")
    if image.mode != "CMYK":
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if profile:
        image = _converted(image, profile)
    return image.convert("RGB") if image.mode == "CMYK" else image


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    mode = "RGB" if image.mode == "CMYK" else image.mode
    try:
        ours, theirs = ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, theirs, ours, outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError):
        return image


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS) if width < image.width else image


def _fitting(image: Image.Image) -> tuple[int, bytes]:
    """The best quality that keeps a picture of this width within its budget, else the least; and what it gives."""
    most = BUDGET * image.width**2 // 960**2
    tried = ((quality, _saved(image, quality)) for quality in QUALITIES)
    return next(found for found in tried if len(found[1]) <= most or found[0] == QUALITIES[-1])


def _saved(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=quality)
    return out.getvalue()
