"""The further pages of every list of articles, and what the archive can be narrowed by, for each language."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from knowledge import chrome, listings
from knowledge.listings import Listing
from passes import catalogue, language, render, write


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Each list leads on to plain pages that hold everything."""
    shelf: Any = env.globals["shelf"]
    for listing in shelf.listed():
        for number in range(1, listing.pages + 1):
            _page(env, config, listing, number)
        if listing.owner.kind.name == "news":
            write(config, f"{language(config).url(listing.owner.id)}index.json", listings.index(listing.entries))
    return env


def _page(env: Environment, config: MkDocsConfig, listing: Listing, number: int) -> None:
    view = chrome.view(listing.owner, listing.reader, catalogue(config), config.site_url or "/")
    render(env, config, "listing.html", listing.url(number), view, listing=listing, number=number)
