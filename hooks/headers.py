"""Hosts that read a file of headers find one; other servers are set up as `serving/` shows."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from builds import catalogue
from knowledge import headers
from knowledge.editing import desk
from outputs import write
from passes import AFTER_I18N, is_first


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Once, `_headers` lies at the root of the site."""
    if is_first(config):
        wider = desk.everywhere(desk.backend(config.extra["admin"])) if "admin" in config.extra else {}
        write(config, "_headers", headers.written(headers.rules(catalogue(config), wider)))
