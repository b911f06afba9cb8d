"""Readers and translators find how far every translation can be relied on and what else is behind, as a page and as data."""

from __future__ import annotations

import json

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from builds import build, catalogue
from knowledge import arrears, coverage, facts, news
from knowledge.documents import redline, upkeep
from knowledge.documents.freshness import Change
from outputs import write
from passes import language


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates find a row for each document and language, overdue reviews, and articles by year; `index.json` has the same."""
    found, today, reader = catalogue(config), build(config).today, language(config)
    rows, late = upkeep.rows(found, found.ledgers, today), arrears.overdue(found, today)
    years, spoken = coverage.years(news.articles(found), found.languages.all), found.languages.all
    plot = coverage.plot(years, spoken, reader.direction == "rtl")
    env.globals |= {"upkeep": rows, "overdue": late, "years": years, "plot": plot}

    def marked(change: Change, code: str) -> Markup:
        before, after = (facts.fill(words, code, found.facts) for words in (change.before, change.after))
        return redline.html(redline.compare(before, after))

    env.filters["redline"] = marked
    for entry in found.of_kind("translations"):
        plain = upkeep.plain(rows, today) | {"reviews": arrears.plain(late), "articles": coverage.plain(years)}
        said = json.dumps(plain, ensure_ascii=False, indent=1)
        write(config, f"{reader.url(entry.id)}index.json", said + "\n")
    return env
