"""A last look at a finished site, as it lies where a server will show it: is everything there that readers need first?

Reads files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as Xml

import brotli

from knowledge import compression, provenance
from knowledge.languages import Languages
from knowledge.sitemap import SITEMAP

PAGES = ("index.html", "404.html")
"""Pages of every language, from its root; where to raise a concern is told by the site map, as all other pages are."""

SEARCH = "pagefind/pagefind.js"


def flaws(site: Path, languages: Languages, site_url: str) -> Iterator[str]:
    """What is wrong with a site whose address is `site_url`, a line each; nothing when it can be shown."""
    if (site / provenance.PLACE).is_file():
        yield from _changes(site)
        yield from _spoilt(site)
    else:
        yield f"{provenance.PLACE} is missing: build the site with make site"
    for language in languages.all:
        for name in PAGES:
            yield from _page(site, language.root + name)
        if not (site / language.root / SEARCH).is_file():
            yield f"{language.root}{SEARCH} is missing: nobody could search"
    yield from _map(site, site_url)


def _changes(site: Path) -> Iterator[str]:
    said = json.loads((site / provenance.PLACE).read_text("utf-8"))["digest"]
    if said != provenance.digest(provenance.digests(site)):
        yield f"files are missing, damaged or added: the digest is not the one in {provenance.PLACE}"


def _spoilt(site: Path) -> Iterator[str]:
    """Compressed files that hold anything but the file beside them."""
    for ending in sorted(compression.ENDINGS):
        for path in sorted(site.rglob(f"*{ending}")):
            try:
                same = compression.unpacked(path) == path.with_suffix("").read_bytes()
            except (OSError, EOFError, brotli.error):
                same = False
            if not same:
                yield f"{path.relative_to(site).as_posix()} holds something else than the file beside it"


def _page(site: Path, name: str) -> Iterator[str]:
    path = site / name
    if not path.is_file():
        yield f"{name} is missing"
    elif "</html>" not in path.read_text("utf-8"):
        yield f"{name} is cut off"


def _map(site: Path, site_url: str) -> Iterator[str]:
    """Addresses of the site map that lead nowhere."""
    if not (site / "sitemap.xml").is_file():
        yield "sitemap.xml is missing"
        return
    for address in Xml.parse(site / "sitemap.xml").iterfind(f"{{{SITEMAP}}}url/{{{SITEMAP}}}loc"):
        yield from _page(site, unquote((address.text or "").removeprefix(site_url)) + "index.html")
