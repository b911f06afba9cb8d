"""What we write, everybody reads as we meant it."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from knowledge.png import png


@st.composite
def pictures(draw: st.DrawFn) -> tuple[Image.Image, bytes]:
    """A picture of places in a palette, and the palette."""
    colours = draw(st.integers(1, 16))
    width, height = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    places = draw(st.lists(st.integers(0, colours - 1), min_size=width * height, max_size=width * height))
    palette = draw(st.binary(min_size=colours * 3, max_size=colours * 3))
    return Image.frombytes("L", (width, height), bytes(places)), palette


@given(pictures())
def test_every_pixel_has_its_colour(drawn: tuple[Image.Image, bytes]) -> None:
    indices, palette = drawn
    with Image.open(BytesIO(png(indices, palette))) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "P", indices.size)
        wanted = b"".join(palette[place * 3 : place * 3 + 3] for place in indices.tobytes())
        assert image.convert("RGB").tobytes() == wanted
