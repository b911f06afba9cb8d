"""Each document can be read in two languages side by side, clause by clause."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from knowledge import chrome, fragments
from knowledge.documents import comparisons, dossier, inputs, sections
from knowledge.documents.comparisons import Parts
from knowledge.entries import Entry, Text
from knowledge.languages import Language
from passes import archive, build, catalogue, language, render, setting


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """`compare/<language>/` lies below every document and version for every other language it has."""
    found, reader = catalogue(config), language(config)
    for entry in found.of_kind("document", "version"):
        opened = archive(config).dossier(entry)
        url = opened.url(opened.edition) + dossier.COMPARE
        shown = {code: _parts(entry, text, url, files, config) for code, text in entry.texts.items() if opened.others}
        for other in opened.others:

            def below(shown: Language, other: Language = other) -> str:
                return f"{dossier.COMPARE}{(reader if shown == other else other).code}/"

            texts = [entry.texts[code] for code in (reader.code, other.code)]
            view = chrome.view(entry, reader, found, config.site_url or "/", below)
            rows = comparisons.align(shown[reader.code], shown[other.code])
            late = {text.language.code: archive(config).staleness(entry, text) for text in texts}
            said = {"dossier": opened, "texts": texts, "rows": rows, "late": late, "now": shown[entry.original]}
            render(env, config, "comparison.html", opened.comparison(other), view, **said)
    return env


def _parts(entry: Entry, text: Text, url: str, files: Files, config: MkDocsConfig) -> Parts:
    """A text as it stands on a page one folder below `url`: marked where it is out of date, its fields as on paper."""
    below, readers = f"{url}{text.language.code}/", archive(config)
    own = archive(config, text.language).dossier(entry)
    root = fragments.finish(build(config).bodies.clean(text), setting(text, below, files, config))
    found = sections.wrap(root, own.named)
    sections.formerly(found, text.record.renumbered, own.formerly)
    place = get_relative_url(own.source.language.url(entry.id), below)
    readers.marker(own.edition, place).note_all(found, own.staleness)
    inputs.draw(found)
    return comparisons.parts(root, found, own.staleness.moved, text.language.code)
