"""A site with an address says where to tell of a hole in it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from builds import build, catalogue
from knowledge import disclosure
from outputs import write
from passes import AFTER_I18N, is_first


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Once, `security.txt` lies where the standard wants it."""
    if is_first(config) and config.site_url:
        found = catalogue(config)
        said = disclosure.disclosure(found.facts, found.languages.all, build(config).today, config.site_url)
        if said:
            write(config, disclosure.PLACE, said)
