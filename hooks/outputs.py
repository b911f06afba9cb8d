"""What doors put back: pages made for an entry, texts to print, files of the site. No door itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from posixpath import join, normpath
from typing import Any, cast

from jinja2 import Environment
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from builds import build, catalogue
from knowledge import progress
from knowledge.chrome import View
from knowledge.downloads import printables as papers
from knowledge.downloads.printables import Printable
from knowledge.entries import Entry, Text
from knowledge.fragments import Setting
from knowledge.pictures import Picture
from knowledge.records import Document
from passes import archive, documents, language, remembered, words


def setting(text: Text, url: str, files: Files, config: MkDocsConfig) -> Setting:
    """Where and for whom a text stands on the page at `url` in this pass."""
    found, reader, home = catalogue(config), language(config), text.source.page_id

    def lead(path: str) -> str | None:
        file = files.get_file_from_path(normpath(join(home, path)))
        return utils.get_relative_url(file.url, url) if file else None

    def picture(address: str) -> Picture | None:
        return found.album.at(address, url, home, reader.code, found.languages.default.code)

    return Setting(text.language, reader, url, found.languages, words(config, text.language).gettext, lead, picture)


def printables(config: MkDocsConfig, files: Files) -> dict[str, Printable]:
    """The texts of this pass that can be taken away as files, by the id of their page."""
    found: dict[str, Printable] = {}
    for entry in catalogue(config).entries.values():
        wanted = isinstance(entry.record, Document) or getattr(entry.record, "downloads", False)
        if wanted and language(config).code in entry.texts:
            found[entry.id] = _printable(entry, config, files)
    return found


def _printable(entry: Entry, config: MkDocsConfig, files: Files) -> Printable:
    """A text of this pass, with the body of its finished page, as it is to be printed."""
    reader, site_url = language(config), config.site_url or "/"
    text = entry.texts[reader.code]
    page = cast(Page, files.src_uris[text.source.path].page)
    setting_of = setting(text, page.url, files, config)

    def find(address: str) -> Path | None:
        picture = setting_of.find(address)
        return picture.largest.kept if picture else None

    body, place = str(page.content), site_url + page.url
    if isinstance(entry.record, Document):
        return replace(papers.document(archive(config).dossier(entry), body, find), page=place)
    return papers.article(entry, text, place, body, build(config).words.gettext, find)


def given(context: TemplateContext) -> dict[str, Any]:
    """What templates are given: MkDocs's own values, and ours, which its type does not know."""
    return cast(dict[str, Any], context)


Said = Callable[[], Mapping[str, object]]
"""What a template is given besides what all pages know; only asked for when the page is made."""


def render(env: Environment, config: MkDocsConfig, template: str, url: str, view: View, said: Said) -> None:
    """Writes a page that is made for a document and has no file of its own, such as `history/`.

    While no document has changed it is the one of the last build.
    """

    def made() -> bytes:
        return rendered(env, config, template, url, view, **said()).encode()

    write(config, f"{url}index.html", remembered(config, documents(config), url, make=made).decode())


def rendered(env: Environment, config: MkDocsConfig, template: str, url: str, view: View, **context: object) -> str:
    """The HTML of such a page."""
    shared = {
        "config": config,
        "base_url": utils.get_relative_url(".", url),
        "page": None,
        "view": view,
        "address": url,
    }
    return env.get_template(template).render(shared, **context)


def write(config: MkDocsConfig, name: str, text: str) -> None:
    """Writes a file of the site, named from its root: always a new one, for what lies there may be one of the last site."""
    place = Path(config.site_dir, name)
    place.unlink(missing_ok=True)
    utils.write_file(text.encode(), str(place))


def tell(line: str) -> None:
    """Tells how far the build is, when whoever started it asks for that."""
    if os.environ.get(progress.ASKED):
        sys.stdout.write(f"{line}\n")  # in one piece, for others write into the same pipe
        sys.stdout.flush()
