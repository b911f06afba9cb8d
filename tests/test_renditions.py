"""Readers get pictures upright, in true colours, small, and without what a camera wrote into them."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from functools import cache
from hashlib import shake_128
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from tests.site.writing import picture

from knowledge.fields import Unfit
from knowledge.renditions import BUDGET, HEAVIEST, LONGEST, QUALITIES, WIDTHS, Rendition, make, widths

RED, GREEN = (255, 0, 0), (0, 255, 0)
ORIENTATION = 0x0112
ENDS = ["JPEG", "PNG", "WEBP", "AVIF"]


def saved(image: Image.Image, kind: str = "PNG", **how: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def opened(rendition: Rendition) -> Image.Image:
    return Image.open(BytesIO(rendition[2]))


def near(shown: Any, wanted: tuple[int, ...]) -> bool:
    """Whether a colour is the wanted one, but for what WebP leaves away."""
    return all(abs(one - other) < 24 for one, other in zip(shown, wanted, strict=True))


def noise(width: int, height: int) -> Image.Image:
    """Every pixel by chance, the same at each run."""
    return Image.frombytes("RGB", (width, height), shake_128(b"noise").digest(width * height * 3))


@cache
def photo(width: int = 1600, height: int = 1067) -> bytes:
    """Something like a photograph: large shapes, fine texture, noise."""
    layers = []
    for grain in (9, 60, 300):
        small = noise(grain, grain)
        layers.append(small.resize((width, height), Image.Resampling.BICUBIC))
    return saved(Image.blend(Image.blend(layers[0], layers[1], 0.35), layers[2], 0.12), "JPEG", quality=92)


def test_a_photo_is_made_in_three_widths_within_the_budget() -> None:
    made = make(photo())
    assert [(width, height) for width, height, _ in made] == [(480, 320), (960, 640), (1440, 960)]
    assert [opened(part).size for part in made] == [(480, 320), (960, 640), (1440, 960)]
    assert {opened(part).format for part in made} == {"WEBP"}
    assert len(made[1][2]) <= BUDGET == 60_000


def test_a_photo_full_of_detail_is_made_coarser_and_a_plain_one_is_not() -> None:
    detailed = noise(960, 640)
    assert make(saved(detailed))[-1][2] == saved(detailed, "WEBP", quality=QUALITIES[-1])
    plain = Image.new("RGB", (960, 640), GREEN)
    assert make(saved(plain))[-1][2] == saved(plain, "WEBP", quality=QUALITIES[0])


def test_the_same_original_gives_the_same_bytes() -> None:
    assert make(photo(700, 500)) == make(photo(700, 500))


@pytest.mark.parametrize(
    ("original", "wanted"),
    [
        (30, [30]),
        (480, [480]),
        (500, [500]),
        (601, [480, 601]),
        (1000, [480, 1000]),
        (1440, [*WIDTHS]),
        (4000, [*WIDTHS]),
    ],
)
def test_no_width_is_made_that_hardly_differs_from_the_next(original: int, wanted: list[int]) -> None:
    assert widths(original) == wanted


@given(st.integers(1, LONGEST))
def test_nothing_is_made_wider_than_the_original(original: int) -> None:
    made = widths(original)
    assert made == sorted(set(made))
    assert made[-1] == min(original, WIDTHS[-1])


def test_nothing_a_camera_wrote_is_published() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x9003] = "SECRET-CAMERA", "SECRET-DAY"
    exif.get_ifd(0x8825)[1] = "SECRET-PLACE"
    said = {"exif": exif.tobytes(), "comment": b"SECRET-COMMENT", "xmp": b"<x>SECRET-XMP</x>"}
    data = saved(Image.new("RGB", (600, 400), RED), "JPEG", icc_profile=profile(), **said)
    secrets = {b"SECRET-" + word for word in (b"CAMERA", b"DAY", b"PLACE", b"COMMENT", b"XMP")}
    assert {secret for secret in secrets if secret in data} == secrets
    for part in make(data):
        assert b"SECRET" not in part[2]
        assert not {"exif", "icc_profile", "xmp", "comment"} & set(opened(part).info)


@pytest.mark.parametrize("kind", ENDS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_taken_sideways_stands_upright(kind: str, orientation: int) -> None:
    """The top left corner is red in what the camera's owner saw, wherever the file has it."""
    upright = Image.new("RGB", (60, 40), GREEN)
    upright.paste(RED, (0, 0, 30, 20))
    turn = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}.get(orientation)
    stored = upright if turn is None else upright.transpose(Image.Transpose(turn))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    (part,) = make(saved(stored, kind, exif=exif.tobytes(), quality=100))
    shown = opened(part).convert("RGB")
    assert shown.size == (60, 40)
    assert near(shown.getpixel((8, 8)), RED)
    assert all(near(shown.getpixel(corner), GREEN) for corner in ((52, 8), (8, 32), (52, 32)))


def profile(swapped: bool = False) -> bytes:
    """The profile of sRGB, or one in which red is the green of sRGB."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return data.replace(b"rXYZ", b"____").replace(b"gXYZ", b"rXYZ").replace(b"____", b"gXYZ") if swapped else data


@pytest.mark.parametrize(
    ("icc", "wanted"), [(profile(), RED), (profile(swapped=True), GREEN), (b"no profile", RED), (b"", RED)]
)
def test_colours_are_those_that_the_profile_means(icc: bytes, wanted: tuple[int, ...]) -> None:
    (part,) = make(saved(Image.new("RGB", (40, 40), RED), icc_profile=icc))
    assert near(opened(part).convert("RGB").getpixel((20, 20)), wanted)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_can_be_shown(mode: str) -> None:
    white = {"I;16": 65535, "P": 7}.get(mode) or Image.new("RGB", (1, 1), "white").convert(mode).getpixel((0, 0))
    image = Image.new(mode, (40, 40), white)
    if mode == "P":
        image.putpalette([255] * 768)
    (part,) = make(saved(image))
    assert near(opened(part).convert("RGB").getpixel((20, 20)), (255, 255, 255))


@pytest.mark.parametrize("kind", ["JPEG", "MPO"])
def test_pictures_for_print_and_of_two_lenses_can_be_shown(kind: str) -> None:
    if kind == "MPO":
        second = Image.new("RGB", (40, 40), GREEN)
        data = saved(Image.new("RGB", (40, 40), RED), "MPO", save_all=True, append_images=[second])
    else:
        data = saved(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), "JPEG")
    (part,) = make(data)
    assert near(opened(part).convert("RGB").getpixel((20, 20)), RED)


def test_what_is_transparent_stays_so() -> None:
    (part,) = make(saved(Image.new("RGBA", (40, 40), (255, 0, 0, 0))))
    assert opened(part).convert("RGBA").getpixel((20, 20))[3] == 0  # type: ignore[index]


def header(width: int, height: int) -> bytes:
    """A PNG of some hundred bytes that claims to be so large, as one that unfolds into gigabytes does."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def moving(kind: str) -> bytes:
    still = Image.new("RGB", (40, 40), RED)
    return saved(still, kind, save_all=True, append_images=[Image.new("RGB", (40, 40), GREEN)], duration=100)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "the file is no picture"),
        (b"words", "the file is no picture"),
        (b"\x89PNG\r\n\x1a\n", "the file is no picture"),
        (photo(700, 500)[:9000], "the picture cannot be read"),
        (saved(Image.new("RGB", (600, 400)), "PNG")[:200], "the picture cannot be read"),
        (header(4001, 10), "4001 × 10 pixels, at most 4000 a side"),
        (header(4200, 4200), "more than 4000 pixels a side"),
        (header(60_000, 60_000), "more than 4000 pixels a side"),
        (photo(700, 500) + bytes(HEAVIEST), "the picture has 8.1 MB, at most 8 are read"),
        (moving("PNG"), "the picture moves"),
        (moving("WEBP"), "the picture moves"),
        (moving("AVIF"), "the picture moves"),
        (saved(Image.new("RGB", (9, 9)), "GIF"), "the file is no picture"),
        (saved(Image.new("RGB", (9, 9)), "TIFF"), "the file is no picture"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_shown_is_refused_with_words(data: bytes, what: str) -> None:
    with pytest.raises(Unfit) as fault:
        make(data)
    assert what in fault.value.what
    assert fault.value.cure


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ENDS), st.data())
def test_a_broken_file_is_refused_and_never_ends_the_build(kind: str, data: st.DataObject) -> None:
    whole = bytearray(saved(Image.open(BytesIO(picture(width=40, height=30))), kind))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=8)):
        whole[place] = data.draw(st.integers(0, 255))
    with suppress(Unfit):
        assert make(bytes(whole[: data.draw(st.integers(1, len(whole)))]))
