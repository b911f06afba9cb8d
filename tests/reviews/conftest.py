"""What tests of reviews share: one project, made once and copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.reviews.changes import Project, project


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project before any change."""
    folder = tmp_path_factory.mktemp("pattern")
    project(folder)
    return folder


@pytest.fixture
def changed(pattern: Path, tmp_path: Path) -> Project:
    """A project to change."""
    shutil.copytree(pattern, tmp_path / "copy")
    return Project(tmp_path / "copy/now", str(tmp_path / "copy/before"))
