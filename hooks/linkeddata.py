"""An article says to machines what it says to readers: who, when, in which languages."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from builds import catalogue, text_of
from knowledge import linkeddata
from outputs import given


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """The data of an article are in its context as they stand in the page; they name its picture and its title card."""
    found, text = catalogue(config), text_of(page, config)
    entry = found.entries[text.source.page_id]
    if entry.kind.name == "article":
        view, card = given(context)["view"], given(context)["card"]
        images = [image.address for image in (view.picture and view.picture.largest, card) if image]
        said = linkeddata.article(entry, text, found, config.site_url or "/", images)
        given(context)["linked"] = linkeddata.script(said)
    return context
