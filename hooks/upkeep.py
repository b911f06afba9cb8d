"""Readers and translators find how far every translation can be relied on, as a page and as data."""

from __future__ import annotations

import json

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from knowledge import facts
from knowledge.documents import redline, upkeep
from knowledge.documents.freshness import Change
from passes import build, catalogue, language, write


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates find a row for each document and language; `index.json` beside the page says the same."""
    found, today = catalogue(config), build(config).today
    rows = upkeep.rows(found, found.ledgers, today)
    env.globals |= {"upkeep": rows, "overdue": upkeep.overdue(rows)}

    def marked(change: Change, code: str) -> Markup:
        before, after = (facts.fill(words, code, found.facts) for words in (change.before, change.after))
        return redline.html(redline.compare(before, after))

    env.filters["redline"] = marked
    for entry in found.of_kind("translations"):
        said = json.dumps(upkeep.plain(rows, today), ensure_ascii=False, indent=1)
        write(config, f"{language(config).url(entry.id)}index.json", said + "\n")
    return env
