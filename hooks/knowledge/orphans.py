"""What lies in the content folder and nobody finds: pictures that no page shows, pages that no other page leads to.

Only editors need to know, so `make check` tells and the site does not; a page may be kept out of the way on purpose, so
nothing fails. The site map and the search list every page: they are no way that somebody would come by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from knowledge.catalogue import Catalogue
from knowledge.entries import Entry, Text
from knowledge.fields import PICTURE, References
from knowledge.links import target
from knowledge.shelf import FOOT

LISTED = ("home", "news", "year", "article", "document", "version", "report", "search", "contents", "check")
"""Kinds that every site leads to by itself: in lists, in the frame of each page, beside what it offers."""


def pictures(catalogue: Catalogue) -> list[str]:
    """Pictures that no page shows or links to, by their path; those of articles that wait for their day are shown there."""
    waiting = {entry.id for entry in catalogue.held}
    found = (path for path in catalogue.assets if PICTURE.search(path) and path not in catalogue.album.pictures)
    return sorted(path for path in found if path.rpartition("/")[0] not in waiting)


def pages(catalogue: Catalogue) -> list[Entry]:
    """Pages that no menu, no list and no other page leads to, by id."""
    linked = {name for entry in catalogue.entries.values() for name in _leads(entry, catalogue) if name != entry.id}
    return [entry for entry in catalogue.entries.values() if entry.id not in linked and not _listed(entry)]


def _listed(entry: Entry) -> bool:
    return entry.kind.name in LISTED or entry.id in FOOT or bool(getattr(entry.record, "menu", None))


def _leads(entry: Entry, catalogue: Catalogue) -> Iterator[str]:
    """The pages that a page leads to: those above it, those it lists, those it names, those its texts link to."""
    parts = entry.id.split("/")
    yield from ("/".join(parts[:depth]) for depth in range(1, len(parts)))
    if entry.kind.name == "hub":
        yield from (child.id for child in catalogue.children(entry.id))
    for field in fields(entry.record):
        reader = field.metadata["reader"]
        if isinstance(reader, References):
            found = (catalogue.find(reader.kind, name) for name in getattr(entry.record, field.name))
            yield from (named.id for named in found if named)
    for text in entry.texts.values():
        yield from _linked(text, catalogue)


def _linked(text: Text, catalogue: Catalogue) -> Iterator[str]:
    for link in text.source.links:
        address = link.destination.partition("#")[0]
        if address and (found := target(text.source.page_id, address, catalogue.languages)):
            yield found.page_id


def told(catalogue: Catalogue, shown: str) -> list[str]:
    """What editors may want to know, a line each; `shown` is what the content folder is called."""
    unseen = [f"{shown}/{path}: no page shows this picture; show it, or delete it" for path in pictures(catalogue)]
    idle = [f"{shown}/{path}: no page offers this file; offer it, or delete it" for path in catalogue.supplements.idle]
    alone = [
        f"{entry.texts[entry.original].source.shown}: no other page leads here; link to it, or give it a place in the menu"
        for entry in pages(catalogue)
    ]
    return [*unseen, *idle, *alone]
