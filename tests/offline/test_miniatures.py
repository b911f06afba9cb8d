"""Every picture of an article is carried in few bytes, so that an archive with all articles can be sent."""

from __future__ import annotations

import json
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from tests.conftest import ROOT, Built
from tests.site.writing import picture

from knowledge import configuration, renditions
from knowledge.downloads import parcels
from knowledge.kinds import kind_of
from knowledge.offline import carrying, miniatures, packs
from knowledge.offline.packs import Pack, Site

ARTICLES = 1375
LISTED = 1500
"""Bytes that an article takes in four lists: of all, of its year, of a topic and of a region."""

WHOLE, WITHOUT = 25_000_000, 5_000_000
"""Bytes of an archive with so many articles, and without any."""


def photograph(width: int = 1600, height: int = 1200) -> bytes:
    """The heaviest picture there can be: nothing but noise."""
    out = BytesIO()
    Image.effect_noise((width, height), 120).convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()


@pytest.mark.parametrize(("width", "height"), [(1600, 1200), (700, 1400)])
def test_the_heaviest_photograph_is_carried_in_few_bytes(width: int, height: int) -> None:
    narrowest = renditions.make(photograph(width, height))[0][2]
    small = miniatures.small(narrowest)
    assert len(small) <= miniatures.MOST < len(narrowest)
    with Image.open(BytesIO(small)) as shown, Image.open(BytesIO(narrowest)) as before:
        assert shown.width / shown.height == pytest.approx(before.width / before.height, abs=0.02)


def test_a_picture_that_is_small_stays_as_it_is() -> None:
    drawn = renditions.make(picture("teal", 900, 500))[0][2]
    assert miniatures.small(drawn) is drawn


@pytest.mark.parametrize(
    ("name", "fewer"),
    [("news/2026/river/a-480.webp", True), ("ethics/a-480.webp", False), ("news/2026/river/a.pdf", False)],
)
def test_only_pictures_of_articles_are_made_smaller(tmp_path: Path, name: str, fewer: bool) -> None:
    said, noise = configuration.read(ROOT / "mkdocs.yml"), renditions.make(photograph())[0][2]
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_bytes(noise)
    site = Site(tmp_path, said.languages, "", said.overrides, tmp_path / "cache")
    assert (len(site.carried(name)) < len(noise)) == fewer


@pytest.fixture(scope="module")
def arabic(real: Built) -> Pack:
    """Our own site, in the language whose files are the largest."""
    said = configuration.read(ROOT / "mkdocs.yml")
    return packs.pack(
        Site(real.folder, said.languages, said.site_url, said.overrides, said.cache), [said.languages["ar"]]
    )


def sizes(pack: Pack) -> dict[str, int]:
    """What each file takes up in an archive."""
    held = BytesIO(parcels.packed(pack.files, stored=carrying.STORED))
    with ZipFile(held) as archive:
        return {entry.filename: entry.compress_size + 2 * len(entry.filename) + 76 for entry in archive.infolist()}


def beside_article(name: str) -> bool:
    return kind_of(name.removeprefix("ar/").rpartition("/")[0]).name == "article"


def test_our_documents_with_all_that_is_carried_but_articles_are_small(arabic: Pack) -> None:
    assert sum(size for name, size in sizes(arabic).items() if not beside_article(name)) < WITHOUT


def test_an_archive_with_all_articles_can_be_sent(arabic: Pack) -> None:
    """What one article takes with its row of the search, its place in lists and a picture, as often as there may be articles."""
    taken = sizes(arabic)
    pages = [size for name, size in taken.items() if beside_article(name) and name.endswith(".html")]
    rows = json.loads(arabic.files["ar/search/rows.js"].decode().removeprefix("globalThis.rows = ").rstrip(";\n"))
    found = [row for row in rows if row[3] == "article"]
    assert len(pages) >= len(found) > 20
    row = len(zlib.compress(json.dumps(found, ensure_ascii=False).encode())) / len(found)
    others = sum(size for name, size in taken.items() if not beside_article(name))
    assert others + ARTICLES * (sum(pages) / len(pages) + row + LISTED + miniatures.MOST + 200) < WHOLE
