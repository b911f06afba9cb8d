"""The kind of a page follows from its path, and its template from its kind.

So no article names a template, and moving a folder is all it takes to change what a page is.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, fields
from functools import cache, cached_property

from knowledge.records import Article, Document, Home, Hub, Page, Person, Record, Region, Report, Topic


@dataclass(frozen=True)
class Kind:
    """A sort of page."""

    name: str
    """The noun used for its template, in `data-kind`, and as a search filter."""

    pattern: str
    """A regular expression that the whole id (the path of its folder) matches."""

    record: type[Record]
    """The contract of its front matter."""

    copied: bool = True
    """Whether readers of a language it is not translated into get it inside their own chrome.

    Articles are not copied: lists and links lead to the original, marked with its language.
    """

    found: bool = True
    """Whether search and the A–Z site map list it."""

    @property
    def template(self) -> str:
        """Its template below `overrides/`."""
        return f"kinds/{self.name}.html"

    @cached_property
    def words(self) -> frozenset[str]:
        """The fields that every language writes for itself."""
        return frozenset(field.name for field in fields(self.record) if field.metadata["translated"])

    @cached_property
    def facts(self) -> frozenset[str]:
        """The fields that only the source file has."""
        return frozenset(field.name for field in fields(self.record)) - self.words

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The fields without which there is no page."""
        return tuple(field.name for field in fields(self.record) if field.default is MISSING)


KINDS = (
    Kind("home", r"", Home, found=False),
    Kind("news", r"news", Hub),
    Kind("year", r"news/\d{4}", Page),
    Kind("article", r"news/\d{4}/[^/]+", Article, copied=False),
    Kind("hub", r"topics|regions|people|policies", Hub),
    Kind("topic", r"topics/[^/]+", Topic),
    Kind("region", r"regions/[^/]+", Region),
    Kind("person", r"people/[^/]+", Person),
    Kind("document", r"ethics|policies/[^/]+", Document),
    Kind("version", r"(?:ethics|policies/[^/]+)/v[1-9]\d*", Document, found=False),
    Kind("report", r"contact|report", Report),
    Kind("translations", r"translations", Page),
    Kind("check", r"check", Page),
    Kind("search", r"search", Page, found=False),
    Kind("contents", r"a-z", Page, found=False),
    Kind("page", r".+", Page),
)
"""Every kind; the first whose pattern matches is the page's.

The page about raising a concern lies at `contact/`, because the history of a browser shows addresses; `report/` is for sites
that have published that address, which never changes.
"""


@cache
def kind_of(page_id: str) -> Kind:
    """The kind of the page whose folder is `page_id` (`""` is the home page)."""
    return next(kind for kind in KINDS if re.fullmatch(kind.pattern, page_id))


def named(name: str) -> Kind:
    """The kind with this name; raises StopIteration when there is none."""
    return next(kind for kind in KINDS if kind.name == name)
