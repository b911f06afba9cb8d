"""Every version of a document has an address of its own for ever, also while it is the current one."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from knowledge import chrome
from passes import archive, catalogue, language, render


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """`v3/` leads to the document while that is version 3; once it is frozen, its own page lies there."""
    found, reader = catalogue(config), language(config)
    for entry in found.of_kind("document"):
        opened = archive(config).dossier(entry)
        view = chrome.view(entry, reader, found, config.site_url or "/", lambda _: "")
        render(env, config, "onward.html", reader.url(opened.edition.place), view, dossier=opened)
    return env
