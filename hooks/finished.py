"""Articles that show the same as in the last build are not made again."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from knowledge import chrome, finished
from knowledge.entries import Entry
from passes import AFTER_I18N, build, catalogue, epoch, language, memory, setting, shelf, write


@event_priority(AFTER_I18N)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """MkDocs is left only the articles that are to be made; the others are at hand."""
    shared, code = epoch(config), language(config).code
    known = build(config).unchanged[code] = {}
    for entry in catalogue(config).of_kind("article"):
        if code in entry.texts and finished.is_kept(entry):
            file = files.src_uris[entry.texts[code].source.path]
            key = _key(entry, file.url, files, config, shared)
            if made := memory(config).get(key):
                known[file.dest_uri] = made.decode()
                files.remove(file)
            else:
                build(config).changed[file.src_uri] = key
    return files


def _key(entry: Entry, url: str, files: Files, config: MkDocsConfig, shared: str) -> str:
    text = entry.texts[language(config).code]
    view = chrome.view(entry, language(config), catalogue(config), config.site_url or "/")
    clean = build(config).bodies.clean(text)
    return finished.key(shared, view, shelf(config), clean, setting(text, url, files, config))


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
