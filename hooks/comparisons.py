"""Each document can be read in two languages side by side, clause by clause."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from knowledge import chrome, fragments
from knowledge.documents import citations, comparisons, dossier, sections
from knowledge.entries import Text
from knowledge.languages import Language
from passes import archive, build, catalogue, language, render, setting


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """`compare/<language>/` lies below every document and version for every other language it has."""
    found, reader = catalogue(config), language(config)
    for entry in found.of_kind("document", "version"):
        opened = archive(config).dossier(entry)
        for other in opened.others:
            url = opened.comparison(other)

            def below(shown: Language, other: Language = other) -> str:
                return f"{dossier.COMPARE}{(reader if shown == other else other).code}/"

            texts = [entry.texts[code] for code in (reader.code, other.code)]
            left, right = (_clauses(text, url, files, config) for text in texts)
            view = chrome.view(entry, reader, found, config.site_url or "/", below)
            rows = comparisons.align(left, right)
            render(env, config, "comparison.html", url, view, dossier=opened, texts=texts, rows=rows)
    return env


def _clauses(text: Text, url: str, files: Files, config: MkDocsConfig) -> dict[str, str]:
    """The clauses of a text as they stand on the page at `url`."""
    shown = setting(text, url, files, config)
    root = fragments.finish(build(config).bodies.clean(text), shown)
    found = sections.wrap(root, lambda number: citations.spoken(number, shown.reader.code, shown.translate))
    return sections.own(found)
