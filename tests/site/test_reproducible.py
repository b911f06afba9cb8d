"""The same sources give the same site, byte for byte, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import run
from typing import Any

import pytest
from tests.conftest import HOME, ROOT
from tests.servers import find
from tests.site.writing import REVIEWED, files, page, picture

MOMENT = "1795305600"
"""22 November 2026."""

SLEEP = "import select, time\ntime.sleep = lambda seconds: select.select([], [], [], seconds)\n"
"""With libfaketime, Python's own sleep fails: it waits for a moment that the library moves into the past."""

ALONE = "import os\nos.sched_setaffinity(0, [min(os.sched_getaffinity(0))])\n"
"""On a machine with one core, where languages are built one after the other."""

ARTICLE: dict[str, Any] = {"date": "2026-01-02", "topics": ["safety"], "regions": ["asia"]}
SITE: Mapping[str, str | bytes] = {
    "index.md": HOME,
    "facts.yml": "organisation:\n  email: info@host.org\n",
    "search/index.md": page("Search", reviewed=REVIEWED),
    "a-z/index.md": page("Site map", reviewed=REVIEWED),
    "topics/index.md": page("Topics", reviewed=REVIEWED),
    "topics/safety/index.md": page("Safety", reviewed=REVIEWED),
    "topics/safety/index.fr.md": page("Sécurité"),
    "topics/law/index.md": page("Law", reviewed=REVIEWED),
    "regions/asia/index.md": page("Asia", reviewed=REVIEWED),
    "regions/europe/index.md": page("Europe", reviewed=REVIEWED),
    "news/index.md": page("News", reviewed=REVIEWED),
    "news/2026/index.md": page("2026", reviewed=REVIEWED),
    "news/2026/one/index.md": page("One", "![A wall](wall.png)", **ARTICLE),
    "news/2026/one/wall.png": picture(width=600, height=400),
    "news/2026/one/index.ar.md": page("خبر"),
    "news/2026/two/index.md": page("Two", **ARTICLE | {"topics": ["law"], "regions": ["europe"]}),
    "ethics/index.md": page("Code", reviewed=REVIEWED, identifier="code", version=1, status="draft"),
}
"""A site with one of everything that is made: lists, feeds, cards, documents, search with filters."""


def made(folder: Path, umask: int, custom: str = "", **settings: str) -> dict[str, bytes]:
    """What is built in a folder of its own, from nothing, by somebody with other settings."""
    config = folder / "mkdocs.yml"
    folder.mkdir(parents=True)
    for name in ("hooks", "overrides", "mkdocs.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    for path, text in SITE.items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    (folder / "sitecustomize.py").write_text(SLEEP + custom, "utf-8")
    own = {"PYTHONPATH": f"{folder / 'hooks'}:{folder}", "SOURCE_DATE_EPOCH": MOMENT, **settings}
    command = [sys.executable, "-m", "knowledge.publishing", str(config), str(folder / "site")]
    done = run(command, cwd=folder, env=os.environ | own, capture_output=True, text=True, check=False, umask=umask)
    assert done.returncode == 0, done.stdout + done.stderr
    return files(folder / "site")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """One site built by two people four hundred days apart."""
    folder = tmp_path_factory.mktemp("reproducible")
    later = {"LD_PRELOAD": find("faketime"), "FAKETIME": "+400d", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    here = made(folder / "here", 0o022, TZ="UTC", HOME=str(folder), PYTHONHASHSEED="1")
    there = made(
        folder / "a much longer path/there",
        0o077,
        ALONE,
        TZ="Pacific/Kiritimati",
        HOME="/nonexistent",
        LANG="C",
        PYTHONHASHSEED="2",
        **later,
    )
    return here, there


def test_the_site_has_everything_that_is_made(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    endings = {name.rpartition(".")[2] for name in both[0]}
    assert set("html css js json xml txt br gz woff2 webp png pf_filter pf_meta pdf docx epub".split()) <= endings


def test_both_have_the_same_files(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    assert set(both[0]) ^ set(both[1]) == set()


def test_every_file_has_the_same_bytes(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    assert [name for name, data in both[0].items() if both[1].get(name) != data] == []
