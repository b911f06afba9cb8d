"""The way on when MkDocs ends: ProperDocs, its fork, builds the same site from the same sources, byte for byte."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from subprocess import run

from tests.conftest import ROOT, Built, build_tiny
from tests.drafts import Files
from tests.site.test_documents import document
from tests.site.writing import CHANNEL, REVIEWED, concern, page, picture

from knowledge import provenance

FILES: Files = document() | {
    "topics/water/index.md": page("Water", reviewed=REVIEWED),
    "news/index.md": page("News", reviewed=REVIEWED, menu=2),
    "news/2026/a-well/index.md": page("A well", date="2026-01-05", topics=["water"], image="a.png", image_alt="A"),
    "news/2026/a-well/a.png": picture(),
    "news/2026/only-arabic/index.ar.md": page("بئر", "نص.", date="2026-01-06", topics=["water"]),
    "contact/index.md": concern("Contact", reviewed=REVIEWED),
    "search/index.md": page("Search", reviewed=REVIEWED),
    "facts.yml": CHANNEL.format("Always"),
}
"""A policy with two versions in three languages, articles with pictures, a page to raise concerns on, search."""

ENDINGS = "html pdf docx epub txt xml webp json js css woff2".split()


def forked(folder: Path) -> Built:
    """The site of a folder as ProperDocs builds it."""
    out = folder / "forked"
    done = run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "tiny.yml", "-d", str(out)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Built(out, done.returncode, done.stdout + done.stderr)


def test_properdocs_builds_the_same_site(tmp_path: Path) -> None:
    ours = build_tiny(tmp_path, FILES)
    theirs = forked(tmp_path)
    assert (ours.code, theirs.code) == (0, 0), ours.said + theirs.said
    names = set(provenance.names(ours.folder))
    assert set(provenance.names(theirs.folder)) == names
    assert {name.rpartition(".")[2] for name in names} >= {
        "html",
        "pdf",
        "docx",
        "epub",
        "xml",
        "webp",
        "json",
        "js",
        "css",
        "woff2",
    }
    assert [
        name for name in sorted(names) if (ours.folder / name).read_bytes() != (theirs.folder / name).read_bytes()
    ] == []
