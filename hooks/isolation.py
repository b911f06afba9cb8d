"""The build fails when a phone number or an address stands unisolated in right-to-left text."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

from knowledge import bidi
from passes import known, language

log = get_plugin_logger("isolation")


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Every unisolated island of the page has been told; strict builds end with them."""
    if language(config).direction == "rtl":
        for island in known(config).kept("exposed", page.url, output, lambda: list(bidi.exposed(output))):
            page.meta["exposed"] = True
            log.warning(f"{page.file.src_uri}: {island} would show in the wrong order: isolate it in the template")
    return output
