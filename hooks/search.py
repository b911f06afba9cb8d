"""When every language is on disk, each gets a search index of its own texts."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from knowledge import search
from passes import AFTER_I18N, catalogue, is_first


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """`pagefind/` lies at the root of every language."""
    if is_first(config):
        site = Path(config.site_dir)
        for language in catalogue(config).languages.all:
            found = search.findings(catalogue(config), language, site)
            search.index(found, language, site / language.root / "pagefind")
