"""Pictures as files carry them: JPEG or PNG, which every program shows, no finer than paper needs.

The web gets WebP, which Word does not know and which would lie unpacked in a PDF. A drawing stays a drawing.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import typst
from PIL import Image, UnidentifiedImageError, __version__

from knowledge.fields import Unfit

FINEST = 1400
"""Pixels a side: about 240 to the inch across the text."""

FEW = 256
"""So many colours a drawing has at most; a photograph has more."""

FINENESS = 220
"""Dots to the inch of a drawing that is shown as dots."""

RECIPE = f"{__version__} 1"
"""What the bytes depend on besides the picture."""


@dataclass(frozen=True)
class Plate:
    """One picture, ready to be carried."""

    name: str
    data: bytes = field(repr=False)
    kind: str
    """Its media type."""


def plate(stem: str, data: bytes) -> Plate:
    """A picture under a name of its own; raises Unfit when it is none."""
    if b"<svg" in data[:1000]:
        return Plate(f"{stem}.svg", data, "image/svg+xml")
    try:
        image = _on_white(data)
    except (UnidentifiedImageError, OSError) as fault:
        raise Unfit("a picture cannot be read", "save it anew as JPEG or PNG") from fault
    few = image.getcolors(FEW) is not None
    image.thumbnail((FINEST, FINEST), Image.Resampling.LANCZOS)
    out = BytesIO()
    if few:
        image.quantize(FEW).save(out, "PNG", optimize=True)
        return Plate(f"{stem}.png", out.getvalue(), "image/png")
    image.save(out, "JPEG", quality=82, optimize=True)
    return Plate(f"{stem}.jpg", out.getvalue(), "image/jpeg")


def _on_white(data: bytes) -> Image.Image:
    """A picture as paper shows it, without anything beside its dots."""
    with Image.open(BytesIO(data)) as opened:
        image = opened.convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    return white.convert("RGB")


def dotted(plate: Plate) -> Plate:
    """The same picture as dots, for programs that do not know drawings."""
    if plate.kind != "image/svg+xml":
        return plate
    page = b'#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("drawing.svg")'
    files: Any = {"main.typ": page, "drawing.svg": plate.data}
    return Plate(plate.name, typst.compile(files, format="png", ppi=FINENESS), "image/png")


def inlaid(html: str, plates: Iterable[Plate]) -> str:
    """HTML that holds its pictures itself, so that nothing else has to be read."""
    for plate in plates:
        held = f"data:{plate.kind};base64,{b64encode(plate.data).decode()}"
        html = html.replace(f'src="{plate.name}"', f'src="{held}"')
    return html
