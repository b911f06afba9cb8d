"""Pages show small, upright pictures without metadata; originals stay at home, and each is made once for all languages."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from lxml.html import HtmlElement
from PIL import Image
from tests.conftest import Built, Site
from tests.drafts import DRAWING
from tests.site.writing import REVIEWED, files, home, leads_to, one, page, picture

RAW = '<p><img src="plan.png" alt="The plan"></p>'


def photo() -> bytes:
    """A photograph as a telephone makes it: lying on its side, with the place and the owner in it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, "SECRET"
    exif.get_ifd(0x8825)[1] = "SECRET"
    out = BytesIO()
    Image.radial_gradient("L").resize((900, 1600)).convert("RGB").save(out, "JPEG", exif=exif.tobytes())
    return out.getvalue()


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """An article with a photo, and a page with a picture in its text, in raw HTML, as a drawing and behind a link."""
    text = f"![A map](map.png)\n\n{RAW}\n\n![A sketch](sketch.svg)\n\n[Large](../news/2026/river/river.jpg) [List](list.csv)"
    done = tiny(
        home()
        | {
            "topics/water/index.md": page("Water", reviewed=REVIEWED),
            "news/2026/river/index.md": page(
                "River", date="2026-02-03", topics=["water"], image="river.jpg", image_alt="The river"
            ),
            "news/2026/river/index.ar.md": page("النهر", image_alt="النهر"),
            "news/2026/river/river.jpg": photo(),
            "about/index.md": page("About", text, reviewed=REVIEWED),
            "about/index.ar.md": page("من نحن", text.replace("A map", "خريطة")),
            "about/map.png": picture("red", 1000, 400),
            "about/plan.png": picture("blue", 90, 60),
            "about/plan.ar.png": picture("green", 80, 60),
            "about/sketch.svg": DRAWING.replace(b"<path", b"<script>alert(1)</script><path"),
            "about/list.csv": b"a,b\n",
            "about/forgotten.png": picture("gray", 90, 60),
        }
    )
    assert done.code == 0, done.said
    return done


def _pages(built: Built) -> Iterator[tuple[str, HtmlElement]]:
    for path in sorted(built.folder.rglob("index.html")):
        url = path.parent.relative_to(built.folder).as_posix().removeprefix(".")
        yield f"{url}/".lstrip("/"), built.page(url)


def _made(built: Built) -> dict[str, bytes]:
    endings = (".png", ".jpg", ".webp", ".svg")
    found = {name: data for name, data in files(built.folder).items() if name.endswith(endings)}
    return {name: data for name, data in found.items() if not name.startswith("assets/")}


def test_what_is_published_was_made_from_the_originals_once_for_all_languages(built: Built) -> None:
    names = sorted(name.split(".")[0] + "." + name.split(".")[-1] for name in _made(built))
    assert names == [
        "about/map-1000.webp",
        "about/map-480.webp",
        "about/plan-90.webp",
        "about/plan.webp",
        "about/sketch-40.svg",
        *(f"news/2026/river/river-{width}.webp" for width in (1440, 480, 960)),
    ]
    assert "about/list.csv" in files(built.folder)


def test_nothing_of_what_the_camera_wrote_is_published(built: Built) -> None:
    assert b"SECRET" in photo()
    assert not [name for name, data in files(built.folder).items() if b"SECRET" in data]


def test_a_drawing_carries_no_script(built: Built) -> None:
    (drawing,) = (data for name, data in _made(built).items() if name.endswith(".svg"))
    assert b"<path" in drawing
    assert b"script" not in drawing


def test_every_address_of_a_picture_leads_to_a_file_as_large_as_it_says(built: Built) -> None:
    count = 0
    for url, root in _pages(built):
        for image in root.iter("img"):
            choices = [choice.split() for choice in image.get("srcset", "").split(", ") if choice]
            assert leads_to(url, image.get("src", "")) in _made(built), (url, image.get("src"))
            for address, width in choices:
                with Image.open(BytesIO(_made(built)[leads_to(url, address)])) as made:
                    assert f"{made.width}w" == width
            assert int(image.get("width", "")) / int(image.get("height", "")) == pytest.approx(
                {"river": 1600 / 900, "map": 2.5}.get(image.get("src", "").rpartition("/")[2].partition("-")[0], 1.4),
                0.1,
            )
            count += 1
    assert count == 11


@pytest.mark.parametrize(("url", "alt"), [("news/2026/river/", "The river"), ("ar/news/2026/river/", "النهر")])
def test_the_lead_picture_stands_upright_and_is_fetched_first(built: Built, url: str, alt: str) -> None:
    image = one(built.page(url), "//article//img")
    assert (image.get("alt"), image.get("width"), image.get("height")) == (alt, "1440", "810")
    assert (image.get("loading"), image.get("fetchpriority")) == (None, "high")


@pytest.mark.parametrize("url", ["about/", "fr/about/", "ar/about/"])
def test_pictures_in_a_text_are_fetched_late_from_the_same_place(built: Built, url: str) -> None:
    images = built.page(url).xpath("//article//img")
    assert {image.get("loading") for image in images} == {"lazy"}
    assert {leads_to(url, image.get("src")).partition("-")[0] for image in images} == {
        "about/map",
        "about/plan" if url != "ar/about/" else "about/plan.ar",
        "about/sketch",
    }


@pytest.mark.parametrize("url", ["about/", "fr/about/", "ar/about/"])
def test_a_link_to_a_picture_leads_to_the_largest_file(built: Built, url: str) -> None:
    link = one(built.page(url), "//a[text()='Large']")
    assert leads_to(url, link.get("href", "")).startswith("news/2026/river/river-1440.")
    assert leads_to(url, link.get("href", "")) in _made(built)


def test_a_picture_that_cannot_be_shown_is_told_with_everything_else(site: Site) -> None:
    done = site(
        home()
        | {
            "about/index.md": page("About", "![A map](map.png)\n\n[lost](../lost/index.md)", reviewed=REVIEWED),
            "about/map.png": picture("red", 5000, 20),
        }
    )
    assert done.code == 1
    assert "content/about/index.md:6: image: map.png: the picture has 5000 × 20 pixels" in done.said
    assert "content/about/index.md:8: link: there is no page ../lost/index.md" in done.said
    assert not done.folder.exists()
