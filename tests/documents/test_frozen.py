"""A former version is what it was, file for file, and anybody can check it without this site."""

from __future__ import annotations

import shutil
from pathlib import Path
from subprocess import run

import pytest
from tests.documents.versions import DOCUMENT, brief, catalogue, text, translation, versions
from tests.drafts import LANGUAGES, Files, draft, lay

from knowledge.documents import frozen, ledgers

SHOWN = f"docs/{DOCUMENT}/v1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A version with two texts, a picture and a ledger, as it was frozen."""
    files: Files = {"index.md": text(), "index.fr.md": translation(), "map.png": b"map", ".ledger/clauses.txt": "1\n"}
    folder = lay(tmp_path / "v1", files)
    ledgers.save(folder, ledgers.SUMS, frozen.summed(folder))
    return folder


def told(folder: Path) -> list[str]:
    ledger, _ = ledgers.read(folder, SHOWN)
    return [brief(problem) for problem in frozen.check(folder, SHOWN, ledger.sums)]


def test_a_version_that_is_as_it_was_is_passed_over(folder: Path) -> None:
    (folder / ".DS_Store").write_bytes(b"of a desktop")
    assert told(folder) == []


def test_anybody_can_check_it_with_the_usual_command(folder: Path) -> None:
    command = shutil.which("sha256sum") or "sha256sum"
    done = run([command, "-c", ".ledger/SHA256SUMS"], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n")[:-1] == [
        f"{name}: OK" for name in [".ledger/clauses.txt", "index.fr.md", "index.md", "map.png"]
    ]


@pytest.mark.parametrize("name", ["index.md", "index.fr.md", "map.png", ".ledger/clauses.txt"])
def test_a_file_that_was_changed_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    assert told(folder) == [
        f"v1/{name}:1: frozen: this file of a former version has been changed: "
        "bring it back as it was; what is to be different goes into the next version"
    ]


@pytest.mark.parametrize("name", ["index.md", "index.fr.md", "map.png", ".ledger/clauses.txt"])
def test_a_file_that_is_gone_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert told(folder) == [f"v1/{name}:1: frozen: this file of a former version is gone: bring it back"]


@pytest.mark.parametrize("name", ["index.ar.md", "photo.png", ".ledger/ar.json"])
def test_a_file_that_was_added_is_named(folder: Path, name: str) -> None:
    shutil.copy(folder / "map.png", folder / name)
    added = [problem for problem in told(folder) if ": frozen: " in problem]
    assert added == [f"v1/{name}:1: frozen: this file was not part of the former version: delete it"]


def test_without_its_digests_nothing_shows_that_it_is_as_it_was(folder: Path) -> None:
    (folder / ".ledger/SHA256SUMS").unlink()
    assert told(folder) == [
        "v1/.ledger/SHA256SUMS:1: frozen: it is missing, so nothing shows whether this version is as it was: "
        f"bring it back, or run make version DOC={SHOWN} once"
    ]


def test_line_ends_that_git_wrote_for_windows_make_no_difference(folder: Path) -> None:
    for name in ("index.md", "index.fr.md", ".ledger/SHA256SUMS"):
        (folder / name).write_bytes((folder / name).read_bytes().replace(b"\n", b"\r\n"))
    assert told(folder) == []


def test_a_version_whose_pages_are_all_gone_is_still_missed(tmp_path: Path) -> None:
    docs = lay(tmp_path, versions(text(1), text(2, "2026-03-01")))
    version = docs / DOCUMENT / "v1"
    ledgers.save(version, ledgers.SUMS, frozen.summed(version))
    (version / "index.md").unlink()
    found, _ = draft(docs, {})
    assert f"{DOCUMENT}/v1" not in found.entries
    (problem,) = frozen.problems(docs, found, "docs")
    assert brief(problem) == "v1/index.md:1: frozen: this file of a former version is gone: bring it back"


def test_a_fact_in_a_former_version_would_change_it_later(tmp_path: Path) -> None:
    known = {"club.name": {language.code: "The Club" for language in LANGUAGES.all}}
    body = "Ask {{ club.name }}, or {{ else }}, or `{{ club.name }}`.\n"
    files = versions(text(1, owner="{{ club.name }}", body=body), text(2, "2026-03-01", owner="{{ club.name }}"))
    found = [brief(problem) for problem in frozen.problems(tmp_path, catalogue(files, known=known), "docs")]
    assert [problem for problem in found if "SHA256SUMS" not in problem] == [
        "v1/index.md:12: fact: {{ club.name }} would change this text later: "
        "write the words that were true when it was frozen",
        "v1/index.md:10: owner: {{ club.name }} would change this text later: "
        "write the words that were true when it was frozen",
    ]
