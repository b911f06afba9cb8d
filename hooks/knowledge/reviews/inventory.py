"""Everything that a review asks of one state of the project: its texts, its documents with what they remember, its files.

Reads what can be read and lets the rest be: a change that would not build is reviewed all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge import entries, facts, reviewing, sources
from knowledge.catalogue import Catalogue
from knowledge.configuration import Configuration
from knowledge.documents import audit
from knowledge.sources import Source
from knowledge.whereabouts import State


@dataclass(frozen=True)
class Inventory:
    """One state of the project."""

    site: Configuration
    catalogue: Catalogue
    """The pages whose front matter can be used."""

    texts: Mapping[str, Mapping[str, Source]]
    """Every text by page and language, whether it can be read or not."""

    state: State
    """The files that can say how to reach somebody."""

    def path(self, name: str) -> Path:
        """Where a file of the content folder lies."""
        return self.site.docs / name

    def title(self, page_id: str, code: str = "") -> str:
        """What a page is called in a language, else in its first; its folder when it says nothing."""
        texts = self.texts.get(page_id, {})
        entry = self.catalogue.entries.get(page_id)
        first = entry.original if entry else self.site.languages.default.code
        said = [texts[name].matter.values.get("title") for name in (code, first, *texts) if name in texts]
        return next((str(words) for words in said if words), page_id or "/")


def read(site: Configuration) -> Inventory:
    """The state of the project that a configuration belongs to."""
    folder = sources.read(site.docs, site.languages, site.shown)
    values, _ = facts.read(site.docs / sources.FACTS, site.languages, sources.FACTS)
    built, _ = entries.build(folder.sources, site.languages, values)
    bare = Catalogue(site.languages, built, frozenset(folder.assets), values)
    ledgers, _ = audit.remember(site.docs, site.shown, bare)
    texts: dict[str, dict[str, Source]] = {}
    for source in folder.sources:
        texts.setdefault(source.page_id, {})[source.language] = source
    whole = Catalogue(site.languages, built, bare.assets, values, ledgers=ledgers)
    return Inventory(site, whole, texts, reviewing.folder(site.docs, site))
