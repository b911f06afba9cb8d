"""The way on when MkDocs ends: ProperDocs, its fork, builds our own site from the same sources, byte for byte."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from subprocess import run

from tests.conftest import ROOT, Built

from knowledge import provenance

ENDINGS = {
    "html",
    "pdf",
    "docx",
    "epub",
    "zip",
    "txt",
    "xml",
    "webp",
    "png",
    "json",
    "js",
    "css",
    "woff2",
    "pf_fragment",
}
"""What both must have made: documents with versions, articles with pictures and cards, archives, search."""


def forked(folder: Path) -> Built:
    """Our site as ProperDocs builds it."""
    done = run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "-f", str(ROOT / "mkdocs.yml"), "-d", str(folder)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Built(folder, done.returncode, done.stdout + done.stderr)


def test_properdocs_builds_the_same_site(real: Built, tmp_path: Path) -> None:
    theirs = forked(tmp_path / "site")
    assert theirs.code == 0, theirs.said
    names = sorted(provenance.names(provenance.digests(real.folder)))
    assert sorted(provenance.names(provenance.digests(theirs.folder))) == names
    assert {name.rpartition(".")[2] for name in names} >= ENDINGS
    assert [name for name in names if (real.folder / name).read_bytes() != (theirs.folder / name).read_bytes()] == []
