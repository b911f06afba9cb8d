"""The passes of the other languages run beside the first one, each in a process of its own.

In a preview, and where processes cannot be copied, static-i18n builds one after the other, as it does by itself.
"""

from __future__ import annotations

import logging
import os
from functools import partial

from mkdocs import utils
from mkdocs.commands import build as mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from builds import Parcel, build
from knowledge import processes, shares
from passes import AFTER_I18N, BEFORE_I18N, alone, i18n, is_first, is_whole, language, only

log = logging.getLogger(f"mkdocs.hooks.{__name__}")


def on_config(config: MkDocsConfig) -> None:
    """Where one language is asked for alone, it is the only one."""
    if code := os.environ.get(shares.ASKED):
        alone(config, code)


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """What all languages share lies there, and the other passes have begun."""
    if is_first(config) and is_whole(config) and processes.able():
        others = [language for language in build(config).catalogue.languages.all if not language.default]
        build(config).beside = [processes.beside(partial(_pass, config, other.code)) for other in others]
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
    if is_first(config) and (build(config).beside or only(config)):
        for wait in build(config).beside:
            deliveries, books = wait()
            build(config).deliveries += deliveries
            build(config).books += books
        for other in i18n(config).config.languages:
            other.build = other.locale == language(config).code
