"""`make contacts` compares the content with a commit or a folder, and its exit code says whether anything changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from subprocess import run

import pytest
from tests.site.writing import REVIEWED, page

from knowledge.reviewing import main

SETTINGS = "site_name: A site\nplugins:\n  i18n:\n    languages:\n      - {locale: en, name: English, default: true}\n"
GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull} | {
    f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}


def git(folder: Path, *words: str) -> None:
    run(["git", "-C", str(folder), *words], env=os.environ | GIT, check=True, capture_output=True)


def write(folder: Path, address: str) -> None:
    (folder / "docs/contact").mkdir(parents=True, exist_ok=True)
    (folder / "docs/contact/index.md").write_text(page("Contact", f"Write to {address}.", reviewed=REVIEWED), "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with one commit, in a folder of a larger one."""
    folder = tmp_path / "site"
    write(folder, "help@example.org")
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "First")
    return folder


def test_what_changed_since_a_commit_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "eve@example.org")
    (project / "docs/facts.yml").write_text("report:\n  phone: '+45 88 32 70 00'\n", "utf-8")
    assert main(["HEAD", str(project / "mkdocs.yml")]) == 1
    said = capsys.readouterr().out
    assert (
        "docs/contact/index.md (English):\n  gone: e-mail address help@example.org\n  new:  e-mail address eve@" in said
    )
    assert "  new:  report.phone +45 88 32 70 00" in said


def test_what_changed_between_two_commits_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "eve@example.org")
    git(project, "commit", "--quiet", "-a", "-m", "Second")
    assert main(["HEAD^1", str(project / "mkdocs.yml")]) == 1
    assert "new:  e-mail address eve@example.org" in capsys.readouterr().out
    assert main(["HEAD", str(project / "mkdocs.yml")]) == 0


def test_a_folder_will_do(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(project / "docs", tmp_path / "before")
    assert main([str(tmp_path / "before"), str(project / "mkdocs.yml")]) == 0
    assert capsys.readouterr().out == "No way to reach anybody changed.\n"
    (project / "docs/contact/index.md").unlink()
    assert main([str(tmp_path / "before"), str(project / "mkdocs.yml")]) == 1
    assert "gone: e-mail address help@example.org" in capsys.readouterr().out


@pytest.mark.parametrize("base", ["nothing-like-it", "--output=x", "HEAD:docs"])
def test_what_is_no_state_is_told(project: Path, base: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([base, str(project / "mkdocs.yml")]) == 2
    assert f"{base} is neither a commit nor a folder" in capsys.readouterr().out


def test_what_the_configuration_and_attached_files_add_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "mkdocs.yml").write_text(f"{SETTINGS}extra:\n  onion: {'a2' * 28}.onion\n", "utf-8")
    (project / "docs/contact/poster.pdf").write_bytes(b"%PDF-1.7")
    assert main(["HEAD", str(project / "mkdocs.yml")]) == 1
    said = capsys.readouterr().out
    assert f"mkdocs.yml:\n  new:  onion {'a2' * 28}.onion" in said
    assert "docs/contact/poster.pdf:\n  new:  file that says" in said


def test_a_copy_of_the_content_alone_says_nothing_of_the_configuration(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(project / "docs", tmp_path / "alone/docs")
    shutil.copytree(project, tmp_path / "whole")
    (project / "mkdocs.yml").write_text(f"{SETTINGS}site_url: https://evil.example/\n", "utf-8")
    assert main([str(tmp_path / "alone/docs"), str(project / "mkdocs.yml")]) == 0
    assert main([str(tmp_path / "whole/docs"), str(project / "mkdocs.yml")]) == 1
    assert "mkdocs.yml:\n  new:  site evil.example\n  new:  site_url https://evil.example/" in capsys.readouterr().out
