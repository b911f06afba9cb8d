"""Pictures are carried as what every program shows."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from tests.drafts import DRAWING

from knowledge.downloads import plates
from knowledge.fields import Unfit


def stored(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def noise(size: tuple[int, int]) -> Image.Image:
    return Image.effect_noise(size, 90).convert("RGB").rotate(30)


def coloured() -> Image.Image:
    bands = [
        noise((1600, 800)).getchannel(0),
        Image.linear_gradient("L").resize((1600, 800)),
        noise((1600, 800)).getchannel(0),
    ]
    return Image.merge("RGB", bands)


def test_a_photograph_becomes_a_jpeg_no_finer_than_paper() -> None:
    made = plates.plate("plate-1", stored(coloured(), "WEBP"))
    assert (made.name, made.kind) == ("plate-1.jpg", "image/jpeg")
    with Image.open(BytesIO(made.data)) as image:
        assert image.size == (1400, 700)
        assert not image.getexif()


def test_a_picture_of_few_colours_becomes_a_png_on_white() -> None:
    made = plates.plate("x", stored(Image.new("RGBA", (20, 10), (0, 0, 0, 0)), "PNG"))
    assert made.name == "x.png"
    with Image.open(BytesIO(made.data)) as image:
        assert image.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_a_drawing_stays_one_and_can_be_turned_into_dots() -> None:
    made = plates.plate("x", DRAWING)
    assert (made.name, made.data) == ("x.svg", DRAWING)
    dots = plates.dotted(made)
    assert dots.data.startswith(b"\x89PNG")
    assert plates.dotted(dots) is dots


def test_what_is_no_picture_is_told() -> None:
    with pytest.raises(Unfit, match="cannot be read"):
        plates.plate("x", b"words")


def test_html_can_hold_its_pictures() -> None:
    made = plates.inlaid('<img src="x.svg">', [plates.plate("x", DRAWING)])
    assert made.startswith('<img src="data:image/svg+xml;base64,')
