"""Readers and translators find how far every translation can be relied on, as a page and as data."""

from __future__ import annotations

import json

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from knowledge.documents import citations, redline, upkeep
from passes import build, catalogue, language, write


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates find a row for each document and language; `index.json` beside the page says the same."""
    found, today = catalogue(config), build(config).today
    rows = upkeep.rows(found, found.ledgers, today)
    env.globals |= {"upkeep": rows, "overdue": upkeep.overdue(rows)}
    env.filters["redline"] = lambda change: redline.html(redline.compare(change.before, change.after))
    env.filters["clause"] = lambda number: citations.named(number, language(config).code)
    for entry in found.of_kind("translations"):
        said = json.dumps(upkeep.plain(rows, today), ensure_ascii=False, indent=1)
        write(config, f"{language(config).url(entry.id)}index.json", said + "\n")
    return env
