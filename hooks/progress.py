"""Whoever started the build hears how far it is; `mkdocs` by itself and a preview say nothing of it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from builds import build
from knowledge.progress import Counter, Step
from outputs import tell
from passes import AFTER_I18N, language


def on_startup(*, command: str, dirty: bool) -> None:
    """Reading begins."""
    tell(str(Step("reading", "", 0, 1)))


@event_priority(AFTER_I18N + 1)
def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """It is known how many pages of this language are to be made."""
    code, pages = language(config).code, len(list(files.documentation_pages()))
    for stage in ("texts", "pages"):
        build(config).counters[stage, code] = Counter(stage, code, pages, tell)
    return nav


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """One more text is HTML."""
    build(config).counters["texts", language(config).code].step()
    return html


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """One more page is made."""
    build(config).counters["pages", language(config).code].step()
    return output


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Pages are on disk; what is left is search above all."""
    tell(str(Step("search", language(config).code, 0, 1)))
