"""The way on when MkDocs ends: ProperDocs, its fork, builds the same site from the same sources, byte for byte."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from subprocess import run

from tests.conftest import ROOT, Built

from knowledge import provenance


def test_properdocs_builds_the_same_site(real: Built, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "--strict",
        "-f",
        "mkdocs.yml",
        "-d",
        str(tmp_path / "site"),
    ]
    quiet = {"PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    done = run(command, cwd=ROOT, env=os.environ | quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    theirs, ours = (
        {name: folder / name for name in provenance.names(folder)} for folder in (tmp_path / "site", real.folder)
    )
    assert set(theirs) ^ set(ours) == set()
    assert [name for name in ours if ours[name].read_bytes() != theirs[name].read_bytes()] == []
