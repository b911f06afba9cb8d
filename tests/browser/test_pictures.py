"""The pictures in README and CONTRIBUTING show the pages as they are."""

from __future__ import annotations

import re

from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser
from tests.browser.pictures import FOLDER, pictures
from tests.conftest import ROOT

MOST = 8.0
"""How far two pictures may be from each other, in shades of 255 on average: other words are 5 at most, another layout 11."""

SMALL = (96, 96)


def distance(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are from each other when one does not read their words."""
    small = [picture.convert("L").resize(SMALL) for picture in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*small)).mean[0])


def test_the_pictures_are_those_of_the_pages_as_they_are(address: str, browser: Browser) -> None:
    found = {name: distance(picture, Image.open(FOLDER / name)) for name, picture in pictures(browser, address)}
    assert {name: far for name, far in found.items() if far > MOST} == {}, "run `make picture`"
    shown = [
        re.findall(r"\.github/([\w.]+\.png)", path.read_text("utf-8"))
        for path in [ROOT / "README.md", *ROOT.glob("CONTRIBUTING*.md")]
    ]
    assert {name for names in shown for name in names} == found.keys()


def test_another_page_is_another_picture() -> None:
    status, correct = (Image.open(FOLDER / f"{name}.en.png") for name in ("status", "correct"))
    mirrored = Image.open(FOLDER / "status.ar.png")
    assert min(distance(status, correct), distance(status, mirrored)) > MOST
