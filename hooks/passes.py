"""Which pass is this? What every door needs to know about the build it is part of; not a door itself.

MkDocs builds the first language, and static-i18n builds the others inside that build's `on_post_build`, all with the same
configuration object. It lives exactly as long as one build, so the catalogue travels on it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from gettext import NullTranslations
from pathlib import Path
from posixpath import join, normpath
from typing import Any, cast

from jinja2 import Environment
from markdown import Markdown
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from knowledge import finished, news, progress, provenance, store, strings
from knowledge.bodies import Bodies
from knowledge.catalogue import Catalogue
from knowledge.chrome import View
from knowledge.documents.archive import Archive
from knowledge.downloads import printables as papers
from knowledge.downloads.deliveries import Delivery
from knowledge.downloads.printables import Printable
from knowledge.downloads.sets import Book
from knowledge.entries import Entry, Text
from knowledge.fragments import Setting
from knowledge.languages import Language, Languages, read
from knowledge.memory import Memory, place
from knowledge.pictures import Picture
from knowledge.problems import Problem, report
from knowledge.progress import Counter
from knowledge.recollection import Recollection
from knowledge.records import Document
from knowledge.shelf import Shelf

AFTER_I18N = -110
"""Event priority: static-i18n works at -100, and before it the language is still that of the previous pass."""


BEFORE_I18N = -99
"""Event priority: just before static-i18n."""


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
    return read(i18n(config).config.languages, config.site_name, config.site_description or "")


def language(config: MkDocsConfig) -> Language:
    """The language of this pass; static-i18n itself still names the last one when the first pass ends."""
    plugin = i18n(config)
    first = only(config) or plugin.default_language
    return catalogue(config).languages[plugin.current_language if plugin.building else first]


def is_first(config: MkDocsConfig) -> bool:
    """Whether this is the first pass, in which the others are nested, or the only one."""
    return not i18n(config).building


def alone(config: MkDocsConfig, code: str) -> None:
    """Lets a preview build one language, whichever it is; texts in the others are read and checked all the same."""
    config.__dict__["only"] = i18n(config).current_language = code


def recall(config: MkDocsConfig, known: Recollection) -> None:
    """Says that a build is a preview, and lets it read and check only what changed."""
    config.__dict__["known"] = known
    config.__dict__["recalled"] = True


def known(config: MkDocsConfig) -> Recollection:
    """What is known from builds before this one in the same process."""
    found: Recollection = config.__dict__.setdefault("known", Recollection())
    return found


def only(config: MkDocsConfig) -> str | None:
    """The language that is built alone; None when all are."""
    found: str | None = config.__dict__.get("only")
    return found


class Unpublishable(PluginError):
    """What is to be mended before anything is built."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(report(problems))
        self.problems = problems


Parcel = tuple[list[Delivery], list[Book]]
"""What a pass made for readers to take away."""


@dataclass
class Build:
    """What travels with a build."""

    catalogue: Catalogue
    bodies: Bodies
    today: date
    """The day of the build."""

    names: dict[str, str] = field(default_factory=dict)
    """What each asset is called on the site, by what templates call it."""

    spoken: dict[str, NullTranslations] = field(default_factory=dict)
    """The chrome's words in every language that was asked for."""

    deliveries: list[Delivery] = field(default_factory=list)
    """The files that can be downloaded, of every pass so far."""

    books: list[Book] = field(default_factory=list)
    """The current versions of documents among them."""

    archives: dict[str, Archive] = field(default_factory=dict)
    """The dossiers of all documents, for the readers of each language that asked."""

    beside: list[Callable[[], Parcel]] = field(default_factory=list)
    """Passes that run in other processes; each waits for its end, and says what it made."""

    recipe: str = ""
    """How Markdown is converted: its extensions and their settings."""

    words: NullTranslations = field(default_factory=NullTranslations)
    """The chrome's words in the language of this pass."""

    shelves: dict[str, Shelf] = field(default_factory=dict)
    """What the pages of each language share."""

    memories: dict[str, Memory] = field(default_factory=dict)
    """What the last build made in each language."""

    unchanged: dict[str, dict[str, str]] = field(default_factory=dict)
    """The articles of each language that are as they were: their HTML by where it lies in the site."""

    counters: dict[tuple[str, str], Counter] = field(default_factory=dict)
    """How much is done, by stage and language."""

    changed: dict[str, str] = field(default_factory=dict)
    """What each article that is made anew will be remembered as, by the path of its text."""


def tell(line: str) -> None:
    """Tells how far the build is, when whoever started it asks for that."""
    if os.environ.get(progress.ASKED):
        sys.stdout.write(f"{line}\n")  # in one piece, for others write into the same pipe
        sys.stdout.flush()


def begin(config: MkDocsConfig, catalogue: Catalogue) -> None:
    """Lets the catalogue travel with the build."""
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    recipe = store.digest(repr(config.markdown_extensions), repr(config.mdx_configs))

    def kept(filled: str, make: Callable[[], str]) -> str:
        return remembered(config, recipe, filled, make=lambda: make().encode()).decode()

    bodies = Bodies(markdown, catalogue.facts, kept)
    config.__dict__["build"] = Build(catalogue, bodies, provenance.build_day(), recipe=recipe)


def end(config: MkDocsConfig) -> None:
    """Lets go of a build, however it ended: the next one in this process finds what is remembered free."""
    if found := config.__dict__.pop("build", None):
        for kept in found.memories.values():
            kept.leave()


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


def setting(text: Text, url: str, files: Files, config: MkDocsConfig) -> Setting:
    """Where and for whom a text stands on the page at `url` in this pass."""
    found, reader, home = catalogue(config), language(config), text.source.page_id

    def lead(path: str) -> str | None:
        file = files.get_file_from_path(normpath(join(home, path)))
        return utils.get_relative_url(file.url, url) if file else None

    def picture(address: str) -> Picture | None:
        return found.album.at(address, url, home, reader.code, found.languages.default.code)

    return Setting(text.language, reader, url, found.languages, words(config, text.language).gettext, lead, picture)


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


def shelf(config: MkDocsConfig) -> Shelf:
    """What all pages of this pass share."""
    shelves, reader, found = build(config).shelves, language(config), catalogue(config)
    if reader.code not in shelves:
        shelves[reader.code] = Shelf(found, reader, news.articles(found))
    return shelves[reader.code]


def epoch(config: MkDocsConfig) -> str:
    """The digest of what all articles and lists of this pass share."""
    shared = (
        provenance.program(),
        provenance.folder(overrides(config)),
        finished.settings({name: value for name, value in config.items() if name != "site_dir"}),
        *((root(config) / str(name)).read_text("utf-8") for name in config.hooks),
        build(config).recipe,
        repr(build(config).names),
    )
    return finished.epoch(catalogue(config), language(config), *shared)


def is_preview(config: MkDocsConfig) -> bool:
    """Whether this is `make serve`: nothing else ever shows drafts."""
    return "recalled" in config.__dict__


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


def render(env: Environment, config: MkDocsConfig, template: str, url: str, view: View, **context: object) -> None:
    """Writes a page of the site that is made for an entry and has no file of its own, such as `history/`."""
    write(config, f"{url}index.html", rendered(env, config, template, url, view, **context))


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
    """Writes a file of the site, named from its root."""
    utils.write_file(text.encode(), str(Path(config.site_dir, name)))


def i18n(config: MkDocsConfig) -> Any:
    """The plugin that has a pass for each language."""
    return config.plugins["i18n"]
