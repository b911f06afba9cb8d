"""Each document has a page of its history: every version, when it applied, and what changed from one to the next."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from builds import catalogue
from knowledge import chrome
from knowledge.documents import dossier, histories
from outputs import render
from passes import archive, language


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """`history/` lies below every document."""
    found, reader = catalogue(config), language(config)
    for entry in found.of_kind("document"):
        shelf = archive(config)
        opened = shelf.dossier(entry)
        view = chrome.view(entry, reader, found, config.site_url or "/", lambda _: dossier.HISTORY)
        steps = histories.steps(opened.editions, reader, found.facts, shelf.behind)
        render(env, config, "history.html", opened.history, view, dossier=opened, steps=steps)
    return env
