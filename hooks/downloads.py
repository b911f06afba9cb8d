"""Documents can be taken away: files to print, to work with and to carry, made from the finished page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from builds import build
from folders import cache, overrides
from knowledge.attachments import supplements
from knowledge.downloads import deliveries, printing, sets
from knowledge.downloads.deliveries import Delivery
from knowledge.downloads.printables import Printable
from knowledge.downloads.printing import Workshop
from outputs import printables, tell, write
from passes import AFTER_I18N, is_first, is_preview, language

log = get_plugin_logger("downloads")


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """The files of this language are made; templates find those of a page under `downloads`, programs in a list beside it."""
    found: dict[str, list[Delivery]] = {}
    if not is_preview(config):
        for page_id, text, items in _made(config, files):
            found[page_id] = items
            build(config).deliveries += items
            build(config).books += sets.books(page_id, text, items)
            for item in items:
                utils.copy_file(str(item.kept), str(Path(config.site_dir, item.address)))
        attached: Any = env.globals["attachments"]
        for entry in build(config).catalogue.entries.values():
            if language(config).code in entry.texts:
                _list(config, language(config).url(entry.id), found.get(entry.id, []), attached(entry))
    env.globals["downloads"] = lambda page_id: found.get(page_id, [])
    return env


def _list(config: MkDocsConfig, folder: str, made: list[Delivery], attached: list[supplements.Shown]) -> None:
    if rows := [deliveries.row(item, folder) for item in made] + [item.row(folder) for item in attached]:
        write(config, f"{folder}downloads.json", deliveries.listed(rows))


def _made(config: MkDocsConfig, files: Files) -> Iterator[tuple[str, Printable, list[Delivery]]]:
    """The files of each page; whatever could not be made has been told, and fails the build at its end."""
    wanted = printables(config, files)
    printed = printing.make(wanted.values(), Workshop(overrides(config) / "downloads", cache(config)), told=tell)
    for problem in printed.problems:
        log.warning(str(problem))
    for page_id, item in wanted.items():
        yield page_id, item, printed.of(item, language(config).url(page_id))


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Once, all files of the site are listed with their digests, as `sha256sum -c` reads them."""
    if is_first(config):
        write(config, "SHA256SUMS", deliveries.sums(build(config).deliveries))
