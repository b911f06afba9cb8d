"""A file that cannot be made fails the build by name, and all others are made; only articles that ask for files have them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from subprocess import run

import pytest
from tests.conftest import ROOT, Built, build_tiny
from tests.site.writing import REVIEWED, home, page

UNKNOWN = "\U0001fbc5"
"""A sign that no typeface has."""

FORMATS = ("docx", "epub", "pdf", "txt")


def article(title: str, body: str, **fields: object) -> str:
    return page(title, body, date="2026-02-03", topics=["water"], **fields)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Three articles, as MkDocs leaves them when it fails: one cannot be set, one can, one asks for no files."""
    folder = tmp_path_factory.mktemp("tiny")
    files = {
        "topics/water/index.md": page("Water", reviewed=REVIEWED),
        "news/2026/odd/index.md": article("Odd", f"A sign: {UNKNOWN}", downloads=True),
        "news/2026/sound/index.md": article("Sound", "A river.", downloads=True),
        "news/2026/silent/index.md": article("Silent", "A well."),
    }
    failed = build_tiny(folder, home() | files)
    assert (failed.code, failed.folder.exists()) == (1, False), failed.said
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-f",
        str(folder / "tiny.yml"),
        "-d",
        str(folder / "out"),
    ]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    done = run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    return Built(folder / "out", done.returncode, failed.said)


def made(built: Built, name: str) -> list[str]:
    folder = built.folder / "news/2026" / name
    return sorted(path.suffix[1:] for path in folder.glob(f"{name}_v*"))


def test_a_file_that_cannot_be_made_fails_the_build_and_is_named_with_its_page(built: Built) -> None:
    assert built.code == 1
    (line,) = (line for line in built.said.splitlines() if "cannot be made" in line)
    assert "content/news/2026/odd/index.md:1: download: odd_v1_en.pdf for " in line
    assert "/news/2026/odd/ cannot be made: Typst says: " in line


def test_all_others_are_made(built: Built) -> None:
    assert made(built, "sound") == list(FORMATS)
    assert made(built, "odd") == ["docx", "epub", "txt"]


def test_an_article_that_asks_for_no_files_has_none(built: Built) -> None:
    assert built.has("news/2026/silent/")
    assert made(built, "silent") == []
    assert not (built.folder / "news/2026/silent/downloads.json").exists()
    assert (built.folder / "news/2026/sound/downloads.json").exists()
    assert Path(built.folder, "news/2026/sound/index.html").read_text("utf-8").count('class="downloads"') == 1
    assert "_v1_" not in Path(built.folder, "news/2026/silent/index.html").read_text("utf-8")
