"""The further pages of every list of articles, and what the archive can be narrowed by, for each language."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from builds import catalogue
from knowledge import chrome, finished, listings
from knowledge.chrome import View
from knowledge.listings import Listing
from outputs import rendered, write
from passes import epoch, language, memory, shelf


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Each list leads on to plain pages that hold everything."""
    shared = epoch(config)
    for listing in shelf(config).listed():
        view = chrome.view(listing.owner, listing.reader, catalogue(config), config.site_url or "/")
        alike = finished.listing(shared, view, listing.pages)
        for number in range(1, listing.pages + 1):
            _page(env, config, listing, number, view, finished.further(alike, listing.page(number), number))
        if listing.owner.kind.name == "news":
            write(config, f"{language(config).url(listing.owner.id)}index.json", listings.index(listing.entries))
    return env


def _page(env: Environment, config: MkDocsConfig, listing: Listing, number: int, view: View, key: str) -> None:
    """A page that shows the same cards as in the last build is the same."""
    url = listing.url(number)

    def made() -> bytes:
        return rendered(env, config, "listing.html", url, view, listing=listing, number=number).encode()

    write(config, f"{url}index.html", memory(config).kept(key, made).decode())
