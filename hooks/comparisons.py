"""Each document can be read in two languages side by side, clause by clause."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from builds import build, catalogue
from knowledge import chrome, finished, fragments
from knowledge.documents import comparisons, dossier, inputs, sections
from knowledge.documents.comparisons import Parts
from knowledge.documents.dossier import Dossier
from knowledge.languages import Language
from outputs import rendered, setting, write
from passes import archive, epoch, language, remembered


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """`compare/<language>/` lies below every document and version for every other language it has."""
    found = catalogue(config)
    shared = finished.documents(epoch(config), found, build(config).today)
    for entry in found.of_kind("document", "version"):
        opened = archive(config).dossier(entry)
        shown = cache(partial(_parts, opened, files=files, config=config))
        for other in opened.others:
            url = opened.comparison(other)
            made = partial(_page, env, config, opened, other, shown)
            write(config, f"{url}index.html", remembered(config, shared, url, make=made).decode())
    return env


def _page(
    env: Environment, config: MkDocsConfig, opened: Dossier, other: Language, shown: Callable[[str], Parts]
) -> bytes:
    entry, reader = opened.edition.entry, language(config)

    def below(spoken: Language) -> str:
        return f"{dossier.COMPARE}{(reader if spoken == other else other).code}/"

    texts = [entry.texts[code] for code in (reader.code, other.code)]
    view = chrome.view(entry, reader, catalogue(config), config.site_url or "/", below)
    rows = comparisons.align(shown(reader.code), shown(other.code))
    late = {text.language.code: archive(config).staleness(entry, text) for text in texts}
    said = {"dossier": opened, "texts": texts, "rows": rows, "late": late, "now": shown(entry.original)}
    return rendered(env, config, "comparison.html", opened.comparison(other), view, **said).encode()


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
