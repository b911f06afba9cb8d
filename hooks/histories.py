"""Each document has a page of its history: every version, when it applied, and what changed from one to the next."""

from __future__ import annotations

from functools import partial

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from builds import catalogue
from knowledge import chrome
from knowledge.documents import dossier, histories
from knowledge.documents.dossier import Dossier
from outputs import render
from passes import archive, language


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """`history/` lies below every document."""
    found, reader = catalogue(config), language(config)
    for entry in found.of_kind("document"):
        opened = archive(config).dossier(entry)
        view = chrome.view(entry, reader, found, config.site_url or "/", lambda _: dossier.HISTORY)
        render(env, config, "history.html", opened.history, view, partial(_said, opened, config))
    return env


def _said(opened: Dossier, config: MkDocsConfig) -> dict[str, object]:
    steps = histories.steps(opened.editions, language(config), catalogue(config).facts, archive(config).behind)
    return {"dossier": opened, "steps": steps}
