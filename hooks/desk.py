"""Whoever turns it on has an editor in the browser; whoever does not, nothing of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from builds import catalogue
from folders import cache, docs
from knowledge import policy
from knowledge.editing import cms, desk
from outputs import write
from passes import AFTER_I18N, is_first


def on_config(config: MkDocsConfig) -> None:
    """`extra.admin`, where it is set, says where the files are kept, and the program is here."""
    if "admin" in config.extra:
        try:
            desk.backend(config.extra["admin"])
        except desk.Unusable as fault:
            raise PluginError(f"mkdocs.yml: extra.admin: {fault}") from fault
        if not any(cms.files(cache(config))):
            raise PluginError(cms.MISSING)


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> None:
    """The page of the editor is there, with what it is told of the site."""
    if "admin" in config.extra and is_first(config):
        kept, first = desk.backend(config.extra["admin"]), catalogue(config).languages.default
        said = desk.settings(catalogue(config), kept, docs(config)[1], config.site_url or "/")
        words = {"own": policy.written(desk.directives(kept)), "language": first}
        words["settings"] = json.dumps(said, ensure_ascii=False, indent=1)
        for name in ("index.html", "start.js"):
            write(config, desk.PLACE + name, env.get_template(f"desk/{name}").render(words))


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """The program lies beside the page."""
    if "admin" in config.extra and is_first(config):
        for name, path in cms.files(cache(config)):
            target = Path(config.site_dir, desk.PLACE, "cms", name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
