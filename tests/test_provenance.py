"""A published site says what it was made from, and its digest changes with every byte and every name."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path
from subprocess import run

import pytest

from knowledge import provenance

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A finished site with names that sort differently by letter and by byte."""
    folder = tmp_path / "site"
    for name in ("index.html", "a/b.html", "a-b/c.html", "Z.txt", "é.html", ".well-known/security.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"This is {name}.", "utf-8")
    return folder


def test_a_changed_file_or_name_changes_the_digest(site: Path) -> None:
    before = provenance.digest(provenance.digests(site))
    (site / "index.html").write_text("Changed.", "utf-8")
    changed = provenance.digest(provenance.digests(site))
    (site / "Z.txt").rename(site / "Y.txt")
    assert len({before, changed, provenance.digest(provenance.digests(site))}) == 3


def test_what_follows_from_the_rest_does_not_count(site: Path) -> None:
    before = provenance.digest(provenance.digests(site))
    for name in ("build.json", "index.html.br", "index.html.gz"):
        (site / name).write_text("Made from the rest.", "utf-8")
    assert provenance.digest(provenance.digests(site)) == before


def test_the_command_in_the_readme_gives_the_same_digest(site: Path) -> None:
    (site / "build.json").write_text(provenance.written(provenance.digests(site), {}, date(2026, 11, 22)), "utf-8")
    (site / "index.html.br").write_bytes(b"")
    (command,) = [line.strip() for line in README.splitlines() if line.startswith("    find . -type f")]
    done = run(["bash", "-c", command], cwd=site, capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == json.loads((site / "build.json").read_text("utf-8"))["digest"]


def git(folder: Path, *command: str) -> None:
    """Runs git as somebody whom no settings of this machine change."""
    who = {
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@host",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@host",
    }
    run(["git", "-C", str(folder), *command], check=True, env=os.environ | who, capture_output=True)


def test_the_commit_is_told_and_whether_files_were_changed_since(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("One.", "utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "One")
    clean = provenance.origin(tmp_path)
    assert list(clean) == ["commit"]
    assert len(str(clean["commit"])) == 40
    (tmp_path / "page.md").write_text("Two.", "utf-8")
    assert provenance.origin(tmp_path) == clean | {"changed": True}


def test_without_git_nothing_is_said_of_a_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert provenance.origin(tmp_path) == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("git") is None
    assert provenance.origin(tmp_path) == {}


def test_the_file_says_day_and_digest(site: Path) -> None:
    said = json.loads(provenance.written(provenance.digests(site), {"commit": "0" * 40}, date(2026, 11, 22)))
    assert said == {"commit": "0" * 40, "day": "2026-11-22", "digest": provenance.digest(provenance.digests(site))}


def test_the_day_of_the_build_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert provenance.build_day() == date(1970, 1, 2)
