"""Sets the words of a title card in type: lines, sizes, colours, from the inline start of the language.

Pillow shapes and orders the letters with Raqm, which needs the library FriBiDi of the machine. Sixteen colours are enough
for text with soft edges, so a card is small and quick to make. Works on plain values and returns bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import version
from io import BytesIO

import pymupdf_fonts
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw, ImageFont, __version__, features

from knowledge import bidi, linebreaks
from knowledge.png import png

WIDTH, HEIGHT = 1200, 630
"""What every service takes (1.91 : 1)."""

BAND, START, END = 36, 104, 96
"""Pixels: the coloured band at the inline start, where text begins, and what stays free at the inline end."""

WORDS = WIDTH - START - END

SIZES = (76, 66, 56, 48)
"""Pixels of the title: the first at which it fits, else the last."""

LINES, ROOM = 4, 350
"""At most so many lines, at most so many pixels high."""

LEADING = {"ltr": 1.24, "rtl": 1.4}
"""Arabic has marks above and below its letters."""

SMALL, TOP, BOTTOM, MIDDLE = 34, 112, 562, 330
"""Size of the other lines, their baselines from above, and where the title is centred."""

RINGS = (160, 122, 84, 46)
"""Pixels: the radius of each, times three quarters."""

COLOURS = ("paper", "ink", "accent", "soft")
SHADES = {"ink": range(1, 7), "accent": range(7, 12), "soft": range(12, 16)}
"""The places of each colour in the palette, from nearly paper, which is 0, to itself: soft edges."""

UNSEEN = {ord(mark) for mark in "\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u200e\u200f"}
"""Characters that order or join others and are not in the typeface, nor need to be."""

RECIPE = f"{__version__} {version('pymupdf-fonts')} 1"
"""What the bytes depend on besides words and colours; the number counts changes to this file and those it uses."""

Palette = tuple[tuple[int, ...], ...]
"""Red, green and blue of the COLOURS."""


def able() -> bool:
    """Whether this machine can set text: Raqm is part of Pillow, FriBiDi of the machine."""
    return bool(features.check("raqm"))


@cache
def letters() -> frozenset[int]:
    """The characters that can be set."""
    tree = TTFont(BytesIO(pymupdf_fonts.myfont("figbo")), lazy=True)
    return frozenset(tree.getBestCmap() or {}) | UNSEEN


@dataclass(frozen=True)
class Words:
    """What stands on a card."""

    title: str
    site: str
    day: str
    code: str
    """The language tag: the shape of some letters differs by language."""

    direction: str


@dataclass(frozen=True)
class Line:
    """One line of type."""

    text: str
    font: ImageFont.FreeTypeFont
    baseline: int
    """Pixels from above."""


@dataclass(frozen=True)
class Press:
    """What all cards of a site have in common: colours and type, read once; and what comes back in many of them."""

    colours: Palette
    lengths: dict[tuple[str, str], float] = field(default_factory=dict, repr=False)
    """How long words are at the largest size, by language and word."""

    grounds: dict[tuple[str, str], Image.Image] = field(default_factory=dict, repr=False)
    """What lies under title and day, by language and site."""

    @cached_property
    def shades(self) -> bytes:
        """The palette of all cards."""
        return _shades(self.colours)

    @cached_property
    def bold(self) -> dict[int, ImageFont.FreeTypeFont]:
        """The typeface of titles in each size."""
        return {size: _font("figbo", size) for size in (*SIZES, SMALL)}

    @cached_property
    def regular(self) -> ImageFont.FreeTypeFont:
        """The typeface of the day."""
        return _font("figo", SMALL)

    def card(self, said: Words) -> bytes:
        """A card as PNG; the same words give the same bytes."""
        canvas = self._ground(said).copy()
        font, lines = self._fitted(said)
        step = font.size * LEADING[said.direction]
        first = MIDDLE - step * (len(lines) - 1) / 2 + font.size * 0.33
        for number, line in enumerate(lines):
            _write(canvas, said, Line(line, font, round(first + number * step)), SHADES["ink"][-1])
        _tint(canvas, said, Line(said.day, self.regular, BOTTOM), "soft")
        return png(canvas, self.shades)

    def _ground(self, said: Words) -> Image.Image:
        name = (said.code, said.site)
        if name not in self.grounds:
            canvas = _paper(said.direction)
            length = self._length(said.site, said) * SMALL / SIZES[0]
            font = self.bold[SMALL].font_variant(size=SMALL * min(1, WORDS / length))
            _tint(canvas, said, Line(said.site, font, TOP), "accent")
            self.grounds[name] = canvas
        return self.grounds[name]

    def _fitted(self, said: Words) -> tuple[ImageFont.FreeTypeFont, list[str]]:
        """The typeface in the size of a title, and its lines; a word longer than a line makes all of it smaller."""
        parts = said.title.split(" ")
        full = [self._length(part, said) for part in (*parts, " ")]
        lines: list[str] = []
        for size in SIZES:
            *lengths, space = (length * size / SIZES[0] for length in full)
            lines = linebreaks.balanced(parts, lengths, space, WORDS)
            high = len(lines) * size * LEADING[said.direction]
            if len(lines) <= LINES and high <= ROOM and max(lengths) <= WORDS:
                return self.bold[size], lines
        smaller = self.bold[SIZES[-1]].font_variant(size=SIZES[-1] * min(1, WORDS / max(lengths)))
        return smaller, lines if len(lines) <= LINES else [*lines[: LINES - 1], lines[LINES - 1] + "…"]

    def _length(self, word: str, said: Words) -> float:
        name = (said.code, word)
        if name not in self.lengths:
            self.lengths[name] = self.bold[SIZES[0]].getlength(word, direction=said.direction, language=said.code)
        return self.lengths[name]


def _paper(direction: str) -> Image.Image:
    """Paper, a band at the inline start, rings in the corner at the inline end."""
    fine = Image.new("L", (RINGS[0] * 4, RINGS[0] * 4), 0)
    for radius in RINGS:
        ImageDraw.Draw(fine).circle((RINGS[0] * 3, RINGS[0] * 3), radius * 3, outline=255, width=36)
    faint = SHADES["accent"][:2]
    rings = fine.reduce(4).point([0] * 64 + [faint[0]] * 96 + [faint[1]] * 96)
    canvas = Image.new("L", (WIDTH, HEIGHT), 0)
    canvas.paste(rings, (WIDTH - rings.width, HEIGHT - rings.height))
    canvas.paste(SHADES["accent"][-1], (0, 0, BAND, HEIGHT))
    return canvas if direction == "ltr" else canvas.transpose(Image.Transpose.FLIP_LEFT_RIGHT)


def _write(canvas: Image.Image, said: Words, line: Line, ink: int) -> None:
    """Writes a line from the inline start; on paper, which is place 0, its edges blend into the places up to `ink`."""
    mirrored = said.direction == "rtl"
    text = bidi.isolated_text(line.text) if mirrored else line.text
    at, anchor = (WIDTH - START if mirrored else START, line.baseline), "rs" if mirrored else "ls"
    pen = ImageDraw.Draw(canvas)
    pen.text(at, text, ink, line.font, anchor, direction=said.direction, language=said.code)


def _tint(canvas: Image.Image, said: Words, line: Line, colour: str) -> None:
    """Writes a small line in another colour than ink."""
    places, above = SHADES[colour], line.baseline - SMALL
    strip = Image.new("L", (WIDTH, SMALL * 2), 0)
    _write(strip, said, Line(line.text, line.font, SMALL), len(places))
    strip = strip.point([0, *places, *[0] * (255 - len(places))])
    under = canvas.crop((0, above, WIDTH, above + strip.height))
    canvas.paste(ImageChops.lighter(under, strip), (0, above))


def _shades(colours: Palette) -> bytes:
    paper, *others = colours
    shades = [*paper]
    for colour, places in zip(others, SHADES.values(), strict=True):
        for step in range(1, len(places) + 1):
            shades += [round(low + (high - low) * step / len(places)) for low, high in zip(paper, colour, strict=True)]
    return bytes(shades)


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(pymupdf_fonts.myfont(name)), size, layout_engine=ImageFont.Layout.RAQM)
