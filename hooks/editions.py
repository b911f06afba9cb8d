"""Every version of a document has an address of its own for ever, also while it is the current one."""

from __future__ import annotations

from functools import partial

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from builds import build, catalogue
from knowledge import chrome, markup
from knowledge.bodies import Bodies
from knowledge.documents import sections
from knowledge.documents.dossier import Dossier
from outputs import render
from passes import archive, language


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """`v3/` leads to the document while that is version 3, clause by clause; once it is frozen, its own page lies there."""
    found, reader = catalogue(config), language(config)
    for entry in found.of_kind("document"):
        opened = archive(config).dossier(entry)
        view = chrome.view(entry, reader, found, config.site_url or "/", lambda _: "")
        place = reader.url(opened.edition.place)
        render(env, config, "onward.html", place, view, partial(_said, opened, build(config).bodies))
    return env


def _said(opened: Dossier, bodies: Bodies) -> dict[str, object]:
    annexes = sections.titles(markup.parse(bodies.clean(opened.text)))
    return {"dossier": opened, "said": bodies.words(opened.text).clauses, "annexes": annexes}
