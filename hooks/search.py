"""When every language is on disk, each gets a search index of its own texts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from knowledge import search
from knowledge.languages import Language
from passes import AFTER_I18N, catalogue, is_first


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """`pagefind/` lies at the root of every language."""
    if is_first(config):
        found, site = catalogue(config), Path(config.site_dir)

        def index(language: Language) -> None:
            search.index(search.findings(found, language, site), language, site / language.root / "pagefind")

        with ThreadPoolExecutor() as pool:
            list(pool.map(index, found.languages.all))
