"""The passes of the other languages run beside the first one, each in a process of its own, unless nothing in them has changed.

In a preview, and where processes cannot be copied, static-i18n builds one after the other, as it does by itself.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from mkdocs import utils
from mkdocs.commands import build as mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from builds import build
from knowledge import finished, legacy, processes, titlecards
from knowledge.legacy import Parcel
from passes import AFTER_I18N, BEFORE_I18N, epoch, i18n, is_first, is_whole, language, only

log = logging.getLogger(f"mkdocs.hooks.{__name__}")


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """What all languages share lies there; the other passes have begun, but for those that show what they showed last time."""
    if is_first(config) and is_whole(config) and processes.able():
        made, last = build(config), legacy.of(Path(config.config_file_path or ""))
        for other in [language for language in made.catalogue.languages.all if not language.default]:
            shown = made.shown[other.code] = finished.language(epoch(config, other), made.catalogue, other, made.today)
            parcel = last.take(other.code, shown, titlecards.folders(other), Path(config.site_dir))
            work = partial(_pass, config, other.code)
            made.beside[other.code] = processes.done(parcel) if parcel else processes.beside(work)
    return nav


def _kept(directory: str) -> None:
    """The first pass has emptied the folder, and may have written into it since."""
    log.debug("%s is kept", directory)


def _pass(config: MkDocsConfig, code: str) -> Parcel:
    """Builds a language as static-i18n does inside the first pass; says what can be downloaded in it."""
    i18n(config).building, i18n(config).current_language = True, code
    utils.clean_directory = _kept
    made = build(config)
    deliveries, books = len(made.deliveries), len(made.books)
    mkdocs.build(config)
    return made.deliveries[deliveries:], made.books[books:]


@event_priority(BEFORE_I18N)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Every language that is wanted is on disk, and static-i18n finds nothing left to do."""
    made = build(config)
    if is_first(config) and (made.beside or only(config)):
        parcels = {code: wait() for code, wait in made.beside.items()}
        made.deliveries += [item for deliveries, _ in parcels.values() for item in deliveries]
        made.books += [book for _, books in parcels.values() for book in books]
        legacy.leave(Path(config.site_dir), {code: (made.shown[code], parcels[code]) for code in parcels})
        for other in i18n(config).config.languages:
            other.build = other.locale == language(config).code
