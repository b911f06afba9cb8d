"""When a language is on disk, it gets a search index of its own texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from builds import build, catalogue
from knowledge import search
from knowledge.documents import editions
from passes import AFTER_I18N, is_preview, language, remembered


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """`pagefind/` lies at the root of every language; a preview has none, for it would wait for it at every change."""
    if is_preview(config):
        return
    found, reader, site = catalogue(config), language(config), Path(config.site_dir)
    applied = editions.still_applied(found, build(config).today)

    def kept(*ingredients: str, make: Callable[[], bytes]) -> bytes:
        return remembered(config, *ingredients, make=make)

    search.index(search.findings(found, reader, site, applied, kept), reader, site / reader.root / "pagefind", kept)
