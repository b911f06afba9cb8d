"""Which pass is this, and what does it know? Not a door itself.

MkDocs builds the first language, and static-i18n builds the others inside that build's `on_post_build`, all with the same
configuration object.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from builds import Build, build, catalogue
from folders import overrides, root
from knowledge import finished, news, provenance, store, strings
from knowledge.bodies import Bodies
from knowledge.catalogue import Catalogue
from knowledge.documents.archive import Archive
from knowledge.languages import Language, Languages, read
from knowledge.memory import Memory, place
from knowledge.recollection import Recollection
from knowledge.shelf import Shelf

AFTER_I18N = -110
"""Event priority: static-i18n works at -100, and before it the language is still that of the previous pass."""


BEFORE_I18N = -99
"""Event priority: just before static-i18n."""


def i18n(config: MkDocsConfig) -> Any:
    """The plugin that has a pass for each language."""
    return config.plugins["i18n"]


def languages(config: MkDocsConfig) -> Languages:
    """The languages of the site, as its file says: static-i18n puts what a pass calls the site above that."""
    said = ChainMap(*config.user_configs)
    return read(i18n(config).config.languages, said["site_name"], said.get("site_description") or "")


def language(config: MkDocsConfig) -> Language:
    """The language of this pass; static-i18n itself still names the last one when the first pass ends."""
    plugin = i18n(config)
    first = only(config) or plugin.default_language
    return catalogue(config).languages[plugin.current_language if plugin.building else first]


def is_first(config: MkDocsConfig) -> bool:
    """Whether this is the first pass, in which the others are nested, or the only one."""
    return not i18n(config).building


def alone(config: MkDocsConfig, code: str) -> None:
    """Lets a build make one language, whichever it is; texts in the others are read and checked all the same."""
    config.__dict__["only"] = i18n(config).current_language = code


def only(config: MkDocsConfig) -> str | None:
    """The language that is built alone; None when all are."""
    found: str | None = config.__dict__.get("only")
    return found


def is_whole(config: MkDocsConfig) -> bool:
    """Whether all of the site is made, for readers: this is no preview, and no language is built alone."""
    return not is_preview(config) and not only(config)


def recall(config: MkDocsConfig, known: Recollection) -> None:
    """Says that a build is a preview, and lets it read and check only what changed."""
    config.__dict__["known"] = known
    config.__dict__["recalled"] = True


def known(config: MkDocsConfig) -> Recollection:
    """What is known from builds before this one in the same process."""
    found: Recollection = config.__dict__.setdefault("known", Recollection())
    return found


def is_preview(config: MkDocsConfig) -> bool:
    """Whether this is `make serve`: nothing else ever shows drafts."""
    return "recalled" in config.__dict__


def begin(config: MkDocsConfig, catalogue: Catalogue) -> None:
    """Lets the catalogue travel with the build."""
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    recipe = store.digest(repr(config.markdown_extensions), repr(config.mdx_configs))

    def kept(filled: str, make: Callable[[], str]) -> str:
        return remembered(config, recipe, filled, make=lambda: make().encode()).decode()

    bodies = Bodies(markdown, catalogue.facts, kept)
    config.__dict__["build"] = Build(catalogue, bodies, provenance.build_day(), recipe=recipe)


def words(config: MkDocsConfig, wanted: Language) -> NullTranslations:
    """The chrome's words in a language; ends the build when they are not translated at all."""
    spoken = build(config).spoken
    if wanted.code not in spoken:
        try:
            spoken[wanted.code] = strings.translations(overrides(config) / "locales", wanted.code)
        except strings.Missing as fault:
            raise PluginError(str(fault)) from fault
    return spoken[wanted.code]


def archive(config: MkDocsConfig, reader: Language | None = None) -> Archive:
    """The dossiers of all documents for the readers of this pass, or of another language; one archive a build for each."""
    reader, known = reader or language(config), build(config).archives

    def translate(message: str, spoken: Language) -> str:
        return words(config, spoken).gettext(message)

    if reader.code not in known:
        known[reader.code] = Archive(catalogue(config), reader, build(config).today, config.site_url or "/", translate)
    return known[reader.code]


def memory(config: MkDocsConfig) -> Memory:
    """What the last build of this site made in the language of this pass; a preview has memories of its own."""
    code, memories = language(config).code, build(config).memories
    if code not in memories:
        kept = f"{'preview' if is_preview(config) else 'site'}-{code}"
        memories[code] = Memory(place(Path(config.config_file_path or ""), kept))
    return memories[code]


def remembered(config: MkDocsConfig, *ingredients: str, make: Callable[[], bytes]) -> bytes:
    """What our program makes of some ingredients, from the last build where it has made it already."""
    return memory(config).kept(store.digest(provenance.program(), *ingredients), make)


def documents(config: MkDocsConfig) -> str:
    """The digest of what all pages that are made for documents share in this pass."""
    known, reader, found = build(config).documents, language(config), catalogue(config)
    if reader.code not in known:
        known[reader.code] = finished.documents(epoch(config), found, build(config).today)
    return known[reader.code]


def shelf(config: MkDocsConfig) -> Shelf:
    """What all pages of this pass share."""
    shelves, reader, found = build(config).shelves, language(config), catalogue(config)
    if reader.code not in shelves:
        shelves[reader.code] = Shelf(found, reader, news.articles(found))
    return shelves[reader.code]


def epoch(config: MkDocsConfig, reader: Language | None = None) -> str:
    """The digest of what all articles and lists share for the readers of this pass, or of another language."""
    shared = (
        provenance.program(),
        provenance.folder(overrides(config)),
        finished.settings(config, root(config)),
        *((root(config) / str(name)).read_text("utf-8") for name in config.hooks),
        build(config).recipe,
        repr(build(config).names),
    )
    return finished.epoch(catalogue(config), reader or language(config), *shared)
