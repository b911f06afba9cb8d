"""The state that a change was made from is found in the history, or a line says why not and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.reviews.changes import Project, git

from knowledge import configuration
from knowledge.documents.commands import Refusal
from knowledge.reviews import revisions
from knowledge.reviews.revisions import Revision


@pytest.fixture
def kept(changed: Project) -> Project:
    """A project below the root of a repository, with one commit."""
    whole = changed.root.parent
    git(whole, "init", "--quiet", "-b", "main")
    git(whole, "add", "now")
    git(whole, "commit", "--quiet", "-m", "First")
    return Project(changed.root, "main")


def laid(project: Project, folder: Path, base: str = "") -> Revision:
    """A former state of a project."""
    return revisions.lay(
        base or project.base, configuration.read(Path(project.config)), project.config, folder / "laid"
    )


def commit(project: Project, message: str = "Next") -> None:
    """Keeps everything as it is."""
    git(project.root, "add", ".")
    git(project.root, "commit", "--quiet", "-m", message)


def test_the_content_is_as_it_was_at_the_commit(kept: Project, tmp_path: Path) -> None:
    kept.rewrite("about/index.md", "Call", "Ring")
    found = laid(kept, tmp_path)
    assert "Call" in (found.site.docs / "about/index.md").read_text("utf-8")
    assert (found.site.docs / "policies/gifts/.ledger/fr.json").is_file()
    assert found.remark == ""


def test_what_others_did_since_is_no_part_of_the_change(kept: Project, tmp_path: Path) -> None:
    """The base branch went on while somebody worked on another: compared is with where both parted."""
    git(kept.root, "switch", "--quiet", "-c", "work")
    kept.rewrite("about/index.md", "Call", "Ring")
    commit(kept)
    git(kept.root, "switch", "--quiet", "main")
    kept.rewrite("index.md", "Welcome", "Good morning")
    commit(kept)
    git(kept.root, "switch", "--quiet", "work")
    assert "Welcome" in (laid(kept, tmp_path).site.docs / "index.md").read_text("utf-8")


def test_a_history_that_is_cut_off_is_told_and_compared_all_the_same(kept: Project, tmp_path: Path) -> None:
    git(kept.root, "switch", "--quiet", "--orphan", "work")
    shutil.copytree(Path(kept.root).parent / "before", kept.root, dirs_exist_ok=True)
    commit(kept)
    found = laid(kept, tmp_path)
    assert "compared with main itself" in found.remark
    assert "`git fetch --unshallow`" in found.remark


def test_a_shallow_clone_that_has_the_commit_is_enough(kept: Project, tmp_path: Path) -> None:
    kept.rewrite("about/index.md", "Call", "Ring")
    commit(kept)
    commit_two = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "2", f"file://{kept.root.parent}", str(commit_two))
    found = laid(Project(commit_two / "now", "HEAD^1"), tmp_path)
    assert "Call" in (found.site.docs / "about/index.md").read_text("utf-8")


def test_a_content_folder_that_was_renamed_is_found_where_it_was(kept: Project, tmp_path: Path) -> None:
    (kept.root / "docs").rename(kept.root / "texts")
    config = kept.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "docs_dir: texts\n", "utf-8")
    assert laid(kept, tmp_path).site.docs.name == "docs"


def test_a_copy_of_the_content_alone_will_do(changed: Project, tmp_path: Path) -> None:
    found = laid(changed, tmp_path, f"{changed.base}/docs")
    assert (found.site.docs / "about/index.md").is_file()
    assert found.site.files == ()


def test_links_to_other_places_are_left_out(kept: Project, tmp_path: Path) -> None:
    kept.path("about/passwords.md").symlink_to("/etc/passwd")
    commit(kept)
    assert not laid(kept, tmp_path).site.docs.joinpath("about/passwords.md").exists()


@pytest.mark.parametrize("base", ["origin/main", "deleted-branch", "--output=x", "HEAD:now"])
def test_what_is_no_state_is_told_with_the_cure(kept: Project, tmp_path: Path, base: str) -> None:
    with pytest.raises(Refusal, match=f"{base} is neither a commit here nor a folder: `git fetch origin`"):
        laid(kept, tmp_path, base)


def test_a_project_that_lay_elsewhere_is_told(kept: Project, tmp_path: Path) -> None:
    kept.root.rename(kept.root.with_name("site"))
    moved = Project(kept.root.with_name("site"), "main")
    with pytest.raises(Refusal, match=r"at main there was no site/mkdocs\.yml"):
        laid(moved, tmp_path)


def test_a_project_without_history_is_told(changed: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(Refusal, match="lies in no git repository"):
        laid(changed, tmp_path, "main")


def test_a_machine_without_git_is_told(changed: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refusal, match="there is no git here"):
        laid(changed, tmp_path, "main")
