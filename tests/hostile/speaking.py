"""Markdown as the site speaks it, without a build."""

from __future__ import annotations

from functools import cache

import yaml
from markdown import Markdown
from tests.conftest import ROOT


@cache
def converter() -> Markdown:
    """The converter with the extensions of the site and their settings."""
    said = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    settings = {name: given for item in said if isinstance(item, dict) for name, given in item.items()}
    plain = [item for item in said if isinstance(item, str)]
    return Markdown(extensions=[*plain, *settings], extension_configs=settings)
