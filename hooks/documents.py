"""A document's clauses are sections with addresses, and its page shows how far one can rely on it."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from builds import catalogue, text_of
from knowledge import linkeddata, markup
from knowledge.documents import citations, clauses, inputs, legislation, sections
from outputs import given
from passes import archive, language


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Each clause is a section; where its source has moved on, the clause says so. Only a current form can be filled in."""
    text = text_of(page, config)
    if not text.clauses:
        return html
    entry, opened = catalogue(config).entries[text.source.page_id], archive(config)
    dossier, root = opened.dossier(entry), markup.parse(html)
    found = sections.wrap(root, dossier.named)
    sections.formerly(found, text.record.renumbered, dossier.formerly)
    later = [(new, old) for old, new in dossier.staleness.moved.items() if new not in found]
    sections.formerly(found, later, dossier.now)
    place = get_relative_url(dossier.source.language.url(entry.id), page.url)
    order = [clause.number for clause in dossier.source.clauses]
    opened.marker(dossier.edition, place).mark(root, found, dossier.staleness, order)
    if dossier.edition.current:
        page.meta["fields"] = inputs.fit(found)
    else:
        inputs.draw(found)
    return markup.serialise(root)


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates write the numbers of clauses as the reader does (`3.2 أ`), and their addresses."""
    env.filters["clause"] = lambda number: citations.named(number, language(config).code)
    env.filters["clause_id"] = clauses.clause_id
    return env


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """The dossier of a document is in its context, and what it says to machines."""
    found, text = catalogue(config), text_of(page, config)
    entry = found.entries[text.source.page_id]
    if entry.kind.name in ("document", "version"):
        dossier = archive(config).dossier(entry)
        said = legislation.document(dossier.edition, text, dossier.before, config.site_url or "/")
        given(context)["dossier"] = dossier
        given(context)["linked"] = linkeddata.script(said)
    return context
