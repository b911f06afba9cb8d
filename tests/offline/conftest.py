"""A small site in three languages, and what is made of it to be carried."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.attachments.makings import pdf
from tests.conftest import Built, build_tiny
from tests.site.gifts import document
from tests.site.writing import REVIEWED, page, picture

from knowledge import configuration
from knowledge.offline import carrying
from knowledge.offline.packs import Site

WEB = "https://host/kb/"
REPORT = {"file": "report.pdf", "title": "The report", "language": "en", "kind": "annex"}
RIVER = {"date": "2026-02-03", "topics": ["water"], "image": "river.png", "image_alt": "The river"}
FILES: dict[str, str | bytes] = {
    **document(),
    "policies/index.md": page("Policies", reviewed=REVIEWED, menu=1),
    "policies/index.ar.md": page("السياسات"),
    "check/index.md": page("Check", reviewed=REVIEWED),
    "check/index.ar.md": page("تحقق"),
    "search/index.md": page("Search", reviewed=REVIEWED),
    "search/index.ar.md": page("بحث"),
    "a-z/index.md": page("All pages", reviewed=REVIEWED),
    "topics/index.md": page("Topics", reviewed=REVIEWED),
    "topics/water/index.md": page(
        "Water", "Rivers and wells. [River](../../news/2026/river/index.md)", reviewed=REVIEWED
    ),
    "topics/water/index.ar.md": page("الماء", "الأنهار والآبار."),
    "news/index.md": page("News", reviewed=REVIEWED),
    "news/2026/index.md": page("2026", reviewed=REVIEWED),
    "news/2026/river/index.md": page("A river", "A hidden delta.", **RIVER, attachments=[REPORT], downloads=True),
    "news/2026/river/index.ar.md": page("نهر بلا جسور", "دلتا مخفية.", image_alt="النهر"),
    "news/2026/river/river.png": picture("teal", 900, 500),
    "news/2026/river/report.pdf": pdf(),
    "news/2026/well/index.md": page("A well", date="2026-02-04", topics=["water"]),
}


@dataclass(frozen=True)
class Carried:
    """A site and the folder made of it."""

    site: Site
    built: Built
    folder: Path
    """With the archives, the file for Kiwix and the page that offers them."""

    config: Path


@pytest.fixture(scope="session")
def carried(tmp_path_factory: pytest.TempPathFactory) -> Carried:
    """The site, built and carried once for all tests."""
    folder = tmp_path_factory.mktemp("offline")
    built = build_tiny(folder, FILES, site_url=WEB)
    assert built.code == 0, built.said
    config = folder / "tiny.yml"
    assert carrying.main([str(config), str(built.folder)]) == 0
    said = configuration.read(config)
    site = Site(built.folder, said.languages, said.site_url, said.overrides, said.cache)
    return Carried(site, built, folder / "offline", config)
