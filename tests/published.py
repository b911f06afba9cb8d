"""A small finished site, as the build leaves it, and what is published of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.drafts import LANGUAGES, lay

from knowledge import compression, provenance, smoke
from knowledge.configuration import Configuration

OF = Configuration(Path(), Path(), LANGUAGES, "https://host/kb/")
PAGE = "<!doctype html><html><body><main>{}</main></body></html>\n"
LONG = PAGE + "<!-- long enough to be compressed -->" * 40
MAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://host/kb/</loc></url>
<url><loc>https://host/kb/fr/contact/</loc></url></urlset>
"""


def finished(folder: Path, words: str) -> Path:
    """A site in three languages that says something."""
    files = {f"{language.root}{name}": PAGE.format(words) for language in LANGUAGES.all for name in smoke.PAGES}
    files |= {"contact/index.html": LONG.format(words), "fr/contact/index.html": PAGE.format(words)}
    search = {f"{language.root}pagefind/pagefind.js": "export const search = 1;\n" for language in LANGUAGES.all}
    lay(folder, files | search | {"sitemap.xml": MAP})
    seal(folder)
    return folder


def seal(folder: Path) -> None:
    """What is done to a site last."""
    (folder / provenance.PLACE).write_text(
        provenance.written(provenance.digests(folder), {}, date(2026, 11, 22)), "utf-8"
    )
    compression.compress(folder)
