"""One language is built alone where whoever started the build asks for it."""

from __future__ import annotations

import os

from mkdocs.config.defaults import MkDocsConfig

from knowledge.languages import ALONE
from passes import alone


def on_config(config: MkDocsConfig) -> None:
    """That language is the only one."""
    if code := os.environ.get(ALONE):
        alone(config, code)
