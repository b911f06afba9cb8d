"""The preview says where each language can be looked at."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from passes import catalogue


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """An address for each language has been printed."""
    print("The preview is ready; it follows what you change in docs, overrides and mkdocs.yml. Stop it with Ctrl-C.")
    for language in catalogue(config).languages.all:
        print(f"  {server.url}{language.root}  {language.name}", flush=True)
    return server
