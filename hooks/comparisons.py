"""Each document can be read in two languages side by side, clause by clause."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from builds import build, catalogue
from knowledge import chrome, fragments
from knowledge.documents import comparisons, dossier, inputs, sections
from knowledge.documents.comparisons import Parts
from knowledge.documents.dossier import Dossier
from knowledge.languages import Language
from outputs import render, setting
from passes import archive, language


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """`compare/<language>/` lies below every document and version for every other language it has."""
    found, reader = catalogue(config), language(config)
    for entry in found.of_kind("document", "version"):
        opened = archive(config).dossier(entry)
        shown = cache(partial(_parts, opened, files=files, config=config))
        for other in opened.others:
            view = chrome.view(entry, reader, found, config.site_url or "/", partial(_below, reader, other))
            said = partial(_said, config, opened, other, shown)
            render(env, config, "comparison.html", opened.comparison(other), view, said)
    return env


def _below(reader: Language, other: Language, spoken: Language) -> str:
    """Where the same two languages stand side by side for readers of either, or the same other for those of a third."""
    return f"{dossier.COMPARE}{(reader if spoken == other else other).code}/"


def _said(config: MkDocsConfig, opened: Dossier, other: Language, shown: Callable[[str], Parts]) -> dict[str, object]:
    entry, reader = opened.edition.entry, language(config)
    texts = [entry.texts[code] for code in (reader.code, other.code)]
    rows = comparisons.align(shown(reader.code), shown(other.code))
    late = {text.language.code: archive(config).staleness(entry, text) for text in texts}
    return {"dossier": opened, "texts": texts, "rows": rows, "late": late, "now": shown(entry.original)}


def _parts(opened: Dossier, code: str, *, files: Files, config: MkDocsConfig) -> Parts:
    """A text beside another one: marked where it is out of date, its fields as on paper."""
    entry, text, readers = opened.edition.entry, opened.edition.entry.texts[code], archive(config)
    below = f"{opened.url(opened.edition)}{dossier.COMPARE}{code}/"
    own = archive(config, text.language).dossier(entry)
    root = fragments.finish(build(config).bodies.clean(text), setting(text, below, files, config))
    found = sections.wrap(root, own.named)
    sections.formerly(found, text.record.renumbered, own.formerly)
    place = get_relative_url(own.source.language.url(entry.id), below)
    readers.marker(own.edition, place).note_all(found, own.staleness)
    inputs.draw(found)
    return comparisons.parts(root, found, own.staleness.moved, code)
