"""One sitemap for the whole site, and a robots.txt that names it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from builds import build, catalogue
from knowledge.documents import editions
from knowledge.sitemap import sitemap
from outputs import write
from passes import AFTER_I18N, is_first, is_whole


def on_config(config: MkDocsConfig) -> None:
    """MkDocs leaves the sitemap to us: its own lists copies and the day of the build."""
    config.theme.static_templates.discard("sitemap.xml")


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Once every language is on disk, the sitemap lists every text; nobody looks for one in a preview."""
    if is_first(config) and is_whole(config):
        site_url = config.site_url or "/"
        applied = editions.still_applied(catalogue(config), build(config).today)
        write(config, "sitemap.xml", sitemap(catalogue(config), site_url, applied))
        write(config, "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n")
