"""Pages that somebody may have to leave at once have a button for it; the build says where it leads, or ends."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from builds import Unpublishable, catalogue
from knowledge import leave
from passes import is_first, language


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Where a page has the button, every language has an address to leave for."""
    found = catalogue(config)
    if is_first(config) and any(leave.shown(entry) for entry in found.entries.values()):
        name = Path(config.config_file_path).name
        if problems := list(leave.check(config.extra.get("leave"), found.languages, config.site_url or "", name)):
            raise Unpublishable(problems)


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates know where readers of this language leave for."""
    env.globals["leave"] = leave.target(config.extra.get("leave"), language(config))
    return env
