"""The site carries one stylesheet, a few scripts and the fonts, each under a name that changes with what is in it.

So browsers keep them for a year without asking again. Material's own JavaScript and maps stay behind.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

import material
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.utils.templates import TemplateContext, url_filter

from builds import build
from folders import cache, overrides
from knowledge import assets, fonts
from passes import AFTER_I18N, is_first


def on_config(config: MkDocsConfig) -> None:
    """Templates are ours alone, so that nobody looks through the fourteen thousand files of Material's in every pass."""
    config.theme.dirs = [str(overrides(config))]


@event_priority(AFTER_I18N)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """The first pass publishes the assets of every language; the others publish none of their own."""
    for file in list(files):
        if not file.is_documentation_page() and file.src_dir != config.docs_dir:
            files.remove(file)
    if is_first(config):
        for name, data in _ours(config).items():
            kept = build(config).names[f"assets/{name}"] = assets.kept(name, data)
            files.append(File.generated(config, kept, content=data))
    return files


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates write `'assets/site.css' | url`, and pages say what it is called in this build."""
    names = build(config).names

    @pass_context
    def url(context: Context, address: str) -> str:
        return str(url_filter(cast(TemplateContext, context), names.get(address, address)))

    env.filters["url"] = url
    return env


def _ours(config: MkDocsConfig) -> dict[str, bytes]:
    ours = overrides(config) / "assets"
    styles = Path(material.__file__).parent / "templates/assets/stylesheets"
    theme = next(styles.glob("main.*.min.css")).read_text("utf-8")
    site = (ours / "site.css").read_text("utf-8")
    made = {path.name: path.read_bytes() for path in sorted(ours.iterdir()) if path.name != "site.css"}
    cut = fonts.files(cache(config))
    rules = fonts.stylesheet({name: Path(assets.kept(name, data)).name for name, data in cut.items()})
    made["site.css"] = assets.stylesheet(theme, site, rules, cache(config) / "styles").encode()
    return made | {f"fonts/{name}": data for name, data in cut.items()}
