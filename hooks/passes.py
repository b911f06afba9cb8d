"""Which pass is this? What every door needs to know about the build it is part of; not a door itself.

MkDocs builds the first language, and static-i18n builds the others inside that build's `on_post_build`, all with the same
configuration object. It lives exactly as long as one build, so the catalogue travels on it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from knowledge import strings
from knowledge.catalogue import Catalogue
from knowledge.entries import Text
from knowledge.languages import Language, Languages, read

AFTER_I18N = -110
"""Event priority: static-i18n works at -100, and before it the language is still that of the previous pass."""


def root(config: MkDocsConfig) -> Path:
    """The folder of the configuration file: what paths in messages are relative to."""
    return Path(config.config_file_path or ".").parent.resolve()


def cache(config: MkDocsConfig) -> Path:
    """Where what is slow to make is kept between builds; deleting it is always safe."""
    return root(config) / ".cache"


def overrides(config: MkDocsConfig) -> Path:
    """The folder of our templates."""
    return Path(config.theme.custom_dir or root(config) / "overrides")


def docs(config: MkDocsConfig) -> tuple[Path, str]:
    """The content folder, and what it is called in messages."""
    return Path(config.docs_dir), Path(os.path.relpath(config.docs_dir, root(config))).as_posix()


def languages(config: MkDocsConfig) -> Languages:
    """The languages of the site."""
    return read(_i18n(config).config.languages, config.site_name, config.site_description or "")


def language(config: MkDocsConfig) -> Language:
    """The language of this pass; right from static-i18n's `on_config` on."""
    plugin = _i18n(config)
    return catalogue(config).languages[plugin.current_language or plugin.default_language]


def is_first(config: MkDocsConfig) -> bool:
    """Whether this is the first language's pass, in which the others are nested."""
    return not _i18n(config).building


@dataclass
class Build:
    """What travels with a build."""

    catalogue: Catalogue
    words: NullTranslations = field(default_factory=NullTranslations)
    """The chrome's words in the language of this pass."""


def begin(config: MkDocsConfig, catalogue: Catalogue) -> None:
    """Lets the catalogue travel with the build."""
    config.__dict__["build"] = Build(catalogue)


def build(config: MkDocsConfig) -> Build:
    """What travels with this build; raises KeyError before `begin`."""
    found: Build = config.__dict__["build"]
    return found


def catalogue(config: MkDocsConfig) -> Catalogue:
    """The catalogue of this build."""
    return build(config).catalogue


def text_of(page: Page, config: MkDocsConfig) -> Text:
    """The text a MkDocs page shows."""
    return catalogue(config).by_path[page.file.src_uri]


def words(config: MkDocsConfig, wanted: Language) -> NullTranslations:
    """The chrome's words in a language; ends the build when they are not translated at all."""
    try:
        return strings.translations(overrides(config) / "locales", wanted.code)
    except strings.Missing as fault:
        raise PluginError(str(fault)) from fault


def write(config: MkDocsConfig, name: str, text: str) -> None:
    """Writes a file of the site, named from its root."""
    utils.write_file(text.encode(), str(Path(config.site_dir, name)))


def _i18n(config: MkDocsConfig) -> Any:
    return config.plugins["i18n"]
