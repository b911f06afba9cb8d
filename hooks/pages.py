"""A page is read from the catalogue, gets the template of its kind, and its HTML is made safe and right to read."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from builds import build, catalogue, text_of
from knowledge import fragments, markup
from outputs import setting


def on_pre_build(*, config: MkDocsConfig) -> None:
    """MkDocs sets up no extensions of Markdown for each page anew, for it converts nothing."""
    config.markdown_extensions = []


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str:
    """MkDocs sees no Markdown: a text is converted once for all pages that show it, and never by its front matter."""
    return ""


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page knows its title and the template of its kind."""
    text = text_of(page, config)
    kind = catalogue(config).entries[text.source.page_id].kind
    page.meta = {"title": text.record.title, "template": kind.template}
    return markdown


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The HTML holds only what a page may carry, with its islands isolated and its links marked."""
    text = text_of(page, config)
    root = fragments.finish(build(config).bodies.clean(text), setting(text, page.url, files, config))
    page.meta["contents"] = fragments.contents(root)
    return markup.serialise(root)
