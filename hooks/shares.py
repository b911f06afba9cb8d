"""One language is built alone where whoever started the build asks for it."""

from __future__ import annotations

import os

from mkdocs.config.defaults import MkDocsConfig

from knowledge import shares
from passes import alone


def on_config(config: MkDocsConfig) -> None:
    """That language is the only one."""
    if code := os.environ.get(shares.ASKED):
        alone(config, code)
