"""When a language is on disk, it gets a search index of its own texts."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from knowledge import search
from passes import AFTER_I18N, catalogue, language


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """`pagefind/` lies at the root of every language."""
    reader, site = language(config), Path(config.site_dir)
    search.index(search.findings(catalogue(config), reader, site), reader, site / reader.root / "pagefind")
