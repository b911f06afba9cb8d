"""What travels with a build from event to event. No door itself.

The configuration object lives exactly as long as one build, and all passes share it: so that is where it travels.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from gettext import NullTranslations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from knowledge.bodies import Bodies
from knowledge.catalogue import Catalogue
from knowledge.documents.archive import Archive
from knowledge.downloads.deliveries import Delivery
from knowledge.downloads.sets import Book
from knowledge.entries import Text
from knowledge.legacy import Parcel
from knowledge.memory import Memory
from knowledge.problems import Problem, report
from knowledge.progress import Counter
from knowledge.shelf import Shelf


class Unpublishable(PluginError):
    """What is to be mended before anything is built."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(report(problems))
        self.problems = problems


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

    beside: dict[str, Callable[[], Parcel]] = field(default_factory=dict)
    """By language, passes that run in other processes: each waits for its end, and says what it made."""

    shown: dict[str, str] = field(default_factory=dict)
    """By language, the digest of all that shows in it."""

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

    documents: dict[str, str] = field(default_factory=dict)
    """The digest of all that pages made for documents share, by the language of their readers."""

    counters: dict[tuple[str, str], Counter] = field(default_factory=dict)
    """How much is done, by stage and language."""

    changed: dict[str, str] = field(default_factory=dict)
    """What each article that is made anew will be remembered as, by the path of its text."""


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
