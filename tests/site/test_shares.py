"""Each language is built on a machine of its own, what they made is brought together: the site is the same."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest
from tests.conftest import ROOT
from tests.site.test_reproducible import MOMENT
from tests.site.test_unchanged import built, laid, remembered, unkept, written
from tests.site.writing import page


def machine(folder: Path) -> Path:
    """A folder with a site that has a document in two languages, and nothing from any other."""
    unkept(laid(folder))
    written("ethics/index.fr.md", page("Code"), folder / "docs")
    return folder


def share(folder: Path, code: str) -> CompletedProcess[str]:
    """What `make share LANG=…` does in a folder."""
    command = [sys.executable, "-m", "knowledge.shares", str(folder / "mkdocs.yml"), code]
    own = {"PYTHONPATH": str(ROOT / "hooks"), "SOURCE_DATE_EPOCH": MOMENT, "PYTHONDONTWRITEBYTECODE": ""}
    return run(command, cwd=folder, env=os.environ | own, capture_output=True, text=True, check=False)


def test_languages_built_on_machines_of_their_own_are_the_site_that_one_machine_builds(tmp_path: Path) -> None:
    runners = {code: machine(tmp_path / code) for code in ("en", "fr", "ar")}
    for code, folder in runners.items():
        done = share(folder, code)
        assert done.returncode == 0, done.stdout + done.stderr
        assert f"What was made for {code!r} lies in .memory and .cache" in done.stdout
        assert sorted(path.name for path in folder.iterdir()) == [
            ".cache",
            ".memory",
            "docs",
            "hooks",
            "mkdocs.yml",
            "overrides",
        ]
    last = machine(tmp_path / "last")
    for folder in runners.values():
        for kept in (".memory", ".cache"):
            shutil.copytree(folder / kept, last / kept, dirs_exist_ok=True)
    before = remembered(last)
    assert set(before) == {"en", "fr", "ar"}
    merged = built(last)
    assert {code: len(keys - before[code]) for code, keys in remembered(last).items()} == {"en": 0, "fr": 0, "ar": 0}
    assert "fr/ethics/code_v1_fr.pdf" in merged
    assert merged == built(machine(tmp_path / "alone"))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("de", "'de' is not a language of this site: write LANG= and one of en, fr, ar"),
        ("", "'' is not a language of this site: write LANG= and one of en, fr, ar"),
    ],
)
def test_a_language_that_the_site_has_not_is_not_built(tmp_path: Path, code: str, said: str) -> None:
    done = share(laid(tmp_path / "home"), code)
    assert (done.returncode, done.stderr.strip()) == (1, said)


def test_a_share_that_cannot_be_built_leaves_nothing_and_says_why(tmp_path: Path) -> None:
    folder = laid(tmp_path / "home")
    (folder / "docs/news/2026/two/index.md").write_text("no front matter", "utf-8")
    done = share(folder, "ar")
    assert done.returncode == 1
    assert "docs/news/2026/two/index.md:1" in done.stdout + done.stderr
    assert "Nothing is ready." in done.stdout
    assert [path.name for path in (folder / ".memory").iterdir() if path.name.startswith("share")] == []
