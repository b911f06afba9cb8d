"""Where a build finds things: folders that follow from the configuration. No door itself."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def root(config: MkDocsConfig) -> Path:
    """The folder of the configuration file: what paths in messages are relative to."""
    return Path(config.config_file_path or ".").parent.resolve()


def cache(config: MkDocsConfig) -> Path:
    """Where what is slow to make is kept between builds; deleting it is always safe."""
    return root(config) / ".cache"


def overrides(config: MkDocsConfig) -> Path:
    """The folder of our templates."""
    return Path(config.theme.custom_dir or root(config) / "overrides")


def docs(config: MkDocsConfig) -> tuple[Path, str]:
    """The content folder, and what it is called in messages."""
    return Path(config.docs_dir), Path(os.path.relpath(config.docs_dir, root(config))).as_posix()
