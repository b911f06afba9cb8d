"""Articles that show the same as in the last build are not made again."""

from __future__ import annotations

from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from builds import build, catalogue
from knowledge import chrome, finished, store
from knowledge.entries import Entry
from knowledge.fragments import Setting
from outputs import setting, write
from passes import AFTER_I18N, epoch, language, memory, shelf


@event_priority(AFTER_I18N)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """MkDocs is left only the articles that are to be made; the others are at hand."""
    found, code, kept = catalogue(config), language(config).code, memory(config)
    known = build(config).unchanged[code] = {}
    shared = epoch(config)
    records = finished.records(shared, found)
    for entry in found.of_kind("article"):
        if code in entry.texts and finished.is_kept(entry):
            file = files.src_uris[entry.texts[code].source.path]
            text = entry.texts[code]
            shown = partial(_key, entry, setting(text, file.url, files, config), shared, config)
            key = kept.kept(store.digest(records, file.src_uri, text.source.body, text.body), shown).decode()
            if made := kept.get(key):
                known[file.dest_uri] = made.decode()
                files.remove(file)
            else:
                build(config).changed[file.src_uri] = key
    return files


def _key(entry: Entry, where: Setting, shared: str, config: MkDocsConfig) -> bytes:
    """What the article shows, which is only asked when any article of the site says something else of itself."""
    view = chrome.view(entry, language(config), catalogue(config), config.site_url or "/")
    clean = build(config).bodies.clean(entry.texts[language(config).code])
    return finished.key(shared, view, shelf(config), clean, where).encode()


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """What was made now is remembered, unless something is wrong with it."""
    key = build(config).changed.get(page.file.src_uri)
    if key and "exposed" not in page.meta:
        memory(config).keep(key, output.encode())
    return output


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Every article of this language lies in the site."""
    for place, made in build(config).unchanged[language(config).code].items():
        write(config, place, made)
