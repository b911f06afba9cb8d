"""A page about raising a concern shows the channels at the end of the section that tells how to reach the organisation."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from builds import catalogue, text_of
from knowledge import channels, markup
from passes import language


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The template knows the channels, in the reader's language whatever that of the text is, and where they belong."""
    found, text = catalogue(config), text_of(page, config)
    if found.entries[text.source.page_id].kind.name == "report":
        page.meta["channels"] = channels.read(text.record.channels, found.facts, language(config))
        page.meta["parts"] = channels.divide(markup.parse(html))
    return html
