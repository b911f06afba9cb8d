"""A document's clauses are sections with addresses, and its page shows how far one can rely on it."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from knowledge import facts, linkeddata, markup
from knowledge.documents import citations, inputs, legislation, sections
from knowledge.documents.marks import Marker
from passes import archive, build, catalogue, language, text_of


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Each clause is a section; where its source has moved on, the clause says so."""
    text, reader, translate = text_of(page, config), language(config), build(config).words.gettext
    if not text.clauses:
        return html
    entry, root = catalogue(config).entries[text.source.page_id], markup.parse(html)
    found = sections.wrap(root, lambda number: citations.spoken(number, reader.code, translate))
    dossier = archive(config).dossier(entry)
    sections.formerly(found, text.record.renumbered, dossier.formerly)
    source = entry.texts[entry.original]
    place = get_relative_url(source.language.url(entry.id), page.url)
    order = [clause.number for clause in source.clauses]
    known = catalogue(config).facts
    marker = Marker(
        reader, source.language, place, translate, lambda words: facts.fill(words, source.language.code, known)
    )
    marker.mark(root, found, dossier.staleness, order)
    page.meta["fields"] = inputs.fit(found)
    return markup.serialise(root)


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates write the numbers of clauses as the reader does: `3.2 أ`."""
    env.filters["clause"] = lambda number: citations.named(number, language(config).code)
    return env


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """The dossier of a document is in its context, and what it says to machines."""
    found, text = catalogue(config), text_of(page, config)
    entry = found.entries[text.source.page_id]
    if entry.kind.name in ("document", "version"):
        dossier = archive(config).dossier(entry)
        said = legislation.document(dossier.edition, text, dossier.before, config.site_url or "/")
        context["dossier"] = dossier  # type: ignore[typeddict-unknown-key]
        context["linked"] = linkeddata.script(said)  # type: ignore[typeddict-unknown-key]
    return context
