"""A page is read from the catalogue, gets the template of its kind, and its HTML is made safe and right to read."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from knowledge import facts, fragments
from knowledge.pictures import Picture
from passes import build, catalogue, language, text_of


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str:
    """The Markdown is the body alone, heading ids and facts written out; MkDocs never sees the front matter.

    The first line is empty because MkDocs takes `Word: text` at the very top for metadata.
    """
    text = text_of(page, config)
    return "\n" + facts.fill(text.body, text.language.code, catalogue(config).facts)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page knows its title and the template of its kind."""
    text = text_of(page, config)
    kind = catalogue(config).entries[text.source.page_id].kind
    page.meta = {"title": text.record.title, "template": kind.template}
    return markdown


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The HTML holds only what a page may carry, with its islands isolated and its links marked."""
    text, reader = text_of(page, config), language(config)
    found, words = catalogue(config), build(config).words

    def picture(address: str) -> Picture | None:
        codes = reader.code, found.languages.default.code
        return found.album.at(address, page.url, text.source.page_id, *codes)

    return fragments.finish(html, text.language, reader, page.url, found.languages, words.gettext, picture)
