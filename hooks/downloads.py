"""Documents can be taken away: files to print, to work with and to carry, made from the finished page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from knowledge.downloads import deliveries, printing, sets
from knowledge.downloads.deliveries import Delivery
from knowledge.downloads.printables import ENDINGS, Printable
from knowledge.downloads.printing import Workshop
from passes import AFTER_I18N, build, cache, downloadable, is_first, is_preview, language, overrides, printable, write

log = get_plugin_logger("downloads")


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """The files of this language are made, and templates find those of a page under `downloads`."""
    found: dict[str, list[Delivery]] = {}
    if not is_preview(config):
        for page_id, folder, text, items in _made(config, files):
            found[page_id] = items
            build(config).deliveries += items
            build(config).books += sets.books(page_id, text, items)
            write(config, f"{folder}downloads.json", deliveries.listed(items))
            for item in items:
                utils.copy_file(str(item.kept), str(Path(config.site_dir, item.address)))
    env.globals["downloads"] = lambda page_id: found.get(page_id, [])
    return env


def _made(config: MkDocsConfig, files: Files) -> Iterator[tuple[str, str, Printable, list[Delivery]]]:
    """The files of each page; whatever could not be made has been told, and fails the build at its end."""
    wanted: dict[str, Printable] = {entry.id: printable(entry, config, files) for entry in downloadable(config)}
    printed = printing.make(wanted.values(), Workshop(overrides(config) / "downloads", cache(config)), told=print)
    for problem in printed.problems:
        log.warning(str(problem))
    for page_id, item in wanted.items():
        names = [name for ending in ENDINGS if (name := item.name(ending)) in printed.files]
        folder = language(config).url(page_id)
        yield (
            page_id,
            folder,
            item,
            [deliveries.delivery(folder, printed.files[name], name, item.language, item.version) for name in names],
        )


@event_priority(AFTER_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Once, all files of the site are listed with their digests, as `sha256sum -c` reads them."""
    if is_first(config):
        write(config, "SHA256SUMS", deliveries.sums(build(config).deliveries))
