"""Every picture of the site is made once for all languages, and pages say all about it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from posixpath import normpath
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image
from tests.drafts import DRAWING, HOME, LANGUAGES, Files, draft, lay, sound, told
from tests.site.writing import REVIEWED, page, picture

from knowledge import markup, reading
from knowledge.pictures import Album, File, Picture, show

WIDE, NARROW = picture("teal", 1600, 900), picture("red", 300, 200)
FACTS: dict[str, Any] = {"date": "2026-01-05", "topics": ["water"], "image": "boat.png"}
FILES: Files = {
    "topics/water/index.md": page("Water", reviewed=REVIEWED),
    "news/2026/boat/index.md": page("Boat", image_alt="A boat", **FACTS),
    "news/2026/boat/index.fr.md": page("Bateau", image_alt="Un bateau"),
    "news/2026/boat/boat.png": WIDE,
    "news/2026/boat/boat.fr.png": NARROW,
    "about/index.md": page(
        "About", "![A map](map.png)\n\n[The plan](plan.jpg) and [a list](list.csv)", reviewed=REVIEWED
    ),
    "about/map.png": NARROW,
    "about/plan.jpg": WIDE,
    "about/list.csv": b"a,b\n",
    "about/nobody-shows-this.png": WIDE,
    "about/sketch.svg": DRAWING,
    "other/index.md": page("Other", '<img src="../about/sketch.svg" alt="A sketch">', reviewed=REVIEWED),
}


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Album:
    return sound(tmp_path_factory.mktemp("pictures"), FILES).album


def test_what_pages_show_or_link_to_is_made_with_its_variants_and_nothing_else(album: Album) -> None:
    shown = {
        "news/2026/boat/boat.png",
        "news/2026/boat/boat.fr.png",
        "about/map.png",
        "about/plan.jpg",
        "about/sketch.svg",
    }
    assert set(album.pictures) == shown


def test_the_files_are_named_after_the_picture_its_width_and_its_content(album: Album) -> None:
    names = [file.address for file in album.pictures["about/plan.jpg"].files]
    digest = names[0].split(".")[1]
    assert names == [f"about/plan-{width}.{digest}.webp" for width in (480, 960, 1440)]
    assert album.pictures["news/2026/boat/boat.png"].largest.address == f"news/2026/boat/boat-1440.{digest}.webp"
    assert album.pictures["about/map.png"].largest.address.split(".")[1] != digest
    assert album.pictures["about/sketch.svg"].largest.address.endswith(".svg")


def test_the_files_are_as_large_as_they_say(album: Album) -> None:
    for found in album.pictures.values():
        for file in found.files:
            if file.kept.suffix == ".webp":
                with Image.open(file.kept) as image:
                    assert image.size == (file.width, file.height)
    assert [(file.width, file.height) for file in album.pictures["about/sketch.svg"].files] == [(40, 30)]


def test_what_is_in_the_cache_is_not_made_again(tmp_path: Path) -> None:
    docs, cache = lay(tmp_path / "docs", {**HOME, **FILES}), tmp_path / "cache"
    first, _ = reading.read(docs, LANGUAGES, cache=cache)
    for path in cache.rglob("*.*"):
        os.utime(path, (0, 0))
    second, _ = reading.read(docs, LANGUAGES, cache=cache)
    assert second.album.pictures == first.album.pictures
    assert {path.stat().st_mtime for path in cache.rglob("*.*")} == {0}
    lay(docs, {"about/map.png": picture("blue", 300, 200)})
    third, _ = reading.read(docs, LANGUAGES, cache=cache)
    changed = {path for path, found in third.album.pictures.items() if found != first.album.pictures[path]}
    assert changed == {"about/map.png"}


def test_pictures_of_an_article_that_waits_for_its_day_wait_too(tmp_path: Path) -> None:
    later = page("Boat", image_alt="A boat", **(FACTS | {"date": "2999-01-05"}))
    moved = {name.replace("2026", "2999"): content for name, content in FILES.items()}
    found = sound(tmp_path, {**moved, "news/2999/boat/index.md": later})
    assert set(found.album.pictures) == {"about/map.png", "about/plan.jpg", "about/sketch.svg"}


def test_every_picture_that_cannot_be_shown_is_told_where_it_is_named(tmp_path: Path) -> None:
    body = "Words.\n\n![A map](map.png)\n\n![A map again](map.png) ![Old](old.gif) ![Drawn](sketch.svg)\n\n![Odd](../map.png)"
    files = {
        **FILES,
        "news/2026/boat/boat.png": b"\x89PNG",
        "news/2026/boat/boat.fr.png": picture("red", 4100, 10),
        "about/index.md": page("About", body, reviewed=REVIEWED),
        "about/map.png": WIDE[:300],
        "about/old.gif": b"GIF89a",
        "about/sketch.svg": b"<svg",
        "map.png": b"",
    }
    _, problems = draft(tmp_path, files)
    assert told(problems) == [
        "docs/about/index.md:8: image: map.png: the picture cannot be read: "
        "open it in a picture editor and save it anew as jpg or png",
        "docs/about/index.md:10: image: old.gif is no picture that browsers show: save it as jpg, png, webp, avif or svg",
        "docs/about/index.md:10: image: sketch.svg: the drawing cannot be read: "
        "open it in a drawing program and save it as plain SVG",
        "docs/about/index.md:12: image: ../map.png: the file is no picture: "
        "open it in a picture editor and save it anew as jpg or png",
        "docs/about/old.gif:1: file: files of the type .gif are not published: leave it out, or save it as a picture "
        "or one of pdf, docx, xlsx, pptx, odt, ods, odp, csv, txt, asc",
        "docs/news/2026/boat/index.md:8: image: boat.fr.png: the picture has 4100 × 10 pixels, "
        "at most 4000 a side are read: save it 1440 pixels wide",
        "docs/news/2026/boat/index.md:8: image: boat.png: the file is no picture: "
        "open it in a picture editor and save it anew as jpg or png",
    ]


def made(*widths: int, height: int = 90, address: str = "a/b/boat") -> Picture:
    return Picture(tuple(File(width, height, f"{address}-{width}.0.webp", Path("x")) for width in widths))


BOAT, PLAN = made(480, 960, 1440), made(300, address="plan")
ALBUM = Album({"a/b/boat.png": BOAT, "plan.png": PLAN, "plan.fr.png": made(200, address="plan.fr")})


def test_a_picture_is_described_to_the_browser_in_full() -> None:
    assert BOAT.attributes("fr/a/b/") == {
        "src": "../../../a/b/boat-960.0.webp",
        "srcset": "../../../a/b/boat-480.0.webp 480w, ../../../a/b/boat-960.0.webp 960w, ../../../a/b/boat-1440.0.webp 1440w",
        "sizes": "(min-width: 40em) 600px, 92vw",
        "width": "1440",
        "height": "90",
    }


@pytest.mark.parametrize("url", ["", "./", "a/b/", "fr/"])
def test_a_picture_with_one_file_needs_no_choice(url: str) -> None:
    said = PLAN.attributes(url)
    assert normpath(f"{url}{said['src']}") == "plan-300.0.webp"
    assert {"width", "height", "src"} == set(said)


@pytest.mark.parametrize(
    ("address", "codes", "wanted"),
    [
        ("../../../a/b/boat-1440.0.webp", (), BOAT),
        ("boat.png", (), BOAT),
        ("./boat.png?x#y", (), BOAT),
        ("../../plan.png", (), PLAN),
        ("../../plan.png", ("fr",), ALBUM.pictures["plan.fr.png"]),
        ("../../plan.png", ("ar", "fr"), ALBUM.pictures["plan.fr.png"]),
        ("../../plan.png", ("ar",), PLAN),
        ("boat.jpg", (), None),
        ("https://example.org/boat.png", (), None),
        ("", (), None),
        ("../../../../../../boat.png", (), None),
    ],
)
def test_a_picture_is_found_by_what_mkdocs_or_an_editor_wrote(
    address: str, codes: Sequence[str], wanted: Picture | None
) -> None:
    assert ALBUM.at(address, "fr/a/b/", "a/b", *codes) == wanted


def shown(fragment: str, url: str = "a/b/") -> str:
    root = markup.parse(fragment)
    show(root, url, lambda address: ALBUM.at(address, url, "a/b"))
    return markup.serialise(root)


def test_pictures_in_a_text_load_late_and_links_to_them_lead_to_the_largest_file() -> None:
    image = markup.parse(shown('<p><a href="boat.png"><img alt="A boat" src="boat.png"></a></p>'))
    assert image.xpath(".//a/@href") == ["boat-1440.0.webp"]
    (found,) = image.iter("img")
    assert dict(found.attrib) == BOAT.attributes("a/b/") | {"alt": "A boat", "loading": "lazy", "decoding": "async"}


@pytest.mark.parametrize("fragment", ['<a href="../c/">a</a>', '<a href="list.csv">a</a>', "<p>words</p>"])
def test_everything_else_stays_as_it_is(fragment: str) -> None:
    assert shown(fragment) == fragment


@pytest.mark.parametrize(
    ("wanted", "size"),
    [
        ("200", ("200", "12", "200px")),
        ("5000", ("1440", "90", BOAT.attributes("")["sizes"])),
        ("12em", ("1440", "90", None)),
    ],
)
def test_an_editor_may_ask_for_a_smaller_picture(wanted: str, size: tuple[str, str, str | None]) -> None:
    (image,) = markup.parse(shown(f'<img src="boat.png" alt="" width="{wanted}">')).iter("img")
    given_size = (image.get("width"), image.get("height"), image.get("sizes"))
    assert given_size[:2] == size[:2]
    assert size[2] in (None, given_size[2])


@given(st.text(max_size=40))
@example("//[")
@example("//[]")
def test_no_address_ends_the_build(address: str) -> None:
    assert ALBUM.at(address, "fr/a/b/", "a/b", "fr") in (None, *ALBUM.pictures.values())
