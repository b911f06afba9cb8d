"""The next build of a language knows what this one made of the same ingredients."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from passes import AFTER_I18N, memory


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """What was asked for in this pass is on disk, and what was not is gone."""
    memory(config).close()
