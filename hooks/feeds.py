"""Each language has its feeds: the newest articles, those of each topic, and what is new in the documents."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from builds import build, catalogue
from knowledge import atom, feeds
from outputs import write
from passes import language


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """The feeds of this language are on disk, and templates find those that a page offers under `feeds`."""
    words, today = build(config).words.gettext, build(config).today
    found = feeds.offers(catalogue(config), language(config), config.site_url or "", words, today)
    for offer in found:
        write(config, offer.path, atom.document(offer.feed))
    env.globals["feeds"] = lambda page_id: feeds.offered(found, page_id)
    return env
