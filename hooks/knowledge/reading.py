"""Reading the site: from the content folder to the catalogue, with everything there is to mend.

The order of the checks in one place; `make site`, the preview and the tests all come in here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

from knowledge import agreement, coherence, concerns, entries, facts, pictures, provenance, sources
from knowledge.attachments import supplements
from knowledge.attachments.supplements import Supplements
from knowledge.catalogue import Catalogue
from knowledge.documents import audit
from knowledge.editing import unfinished
from knowledge.editing.drafts import marked
from knowledge.entries import Entry
from knowledge.languages import Languages
from knowledge.pictures import Album
from knowledge.problems import Problem
from knowledge.recollection import Recollection
from knowledge.sources import Folder, Source


def read(
    docs: Path,
    languages: Languages,
    shown: str = "docs",
    today: date | None = None,
    cache: Path = Path(".cache"),
    known: Recollection | None = None,
    drafts: bool = False,
) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of a content folder (called `shown` in messages) and its problems, in the order of files.

    With problems the catalogue is incomplete and must not be published. Articles dated after `today` are held back.
    Pictures that were made before are found in the folder `cache`, and new ones are kept there; a preview reads and checks
    only what changed since it last did, which is what `known` holds. With `drafts`, which only a preview asks for, what is
    held back or not finished is in the catalogue, and marked.
    """
    known = known or Recollection()
    folder = sources.read(docs, languages, shown, known)
    values, unfit = facts.read(docs / sources.FACTS, languages, f"{shown}/{sources.FACTS}")
    built, faults = entries.build(folder.sources, languages, values, known)
    held = {name: entry for name, entry in built.items() if _is_early(entry, today or provenance.build_day())}
    published = {name: entry for name, entry in built.items() if name not in held}
    album, carried, spoilt = _files(folder, languages, docs, cache, () if drafts else held)
    catalogue = Catalogue(languages, published, frozenset(folder.assets), values, tuple(held.values()), album, carried)
    ledgers, damaged = audit.remember(docs, shown, catalogue)
    catalogue = replace(catalogue, ledgers=ledgers)
    problems = [*folder.problems, *unfit, *faults, *spoilt, *damaged]
    problems += _checked(docs, shown, catalogue, folder, known)
    waiting = {source.path: faults for source in folder.sources if (faults := _unfinished(source, known))}
    if drafts:
        return replace(catalogue, entries=marked(built, held, waiting), held=()), sorted(problems)
    return catalogue, sorted(chain(problems, *waiting.values()))


def _files(
    folder: Folder, languages: Languages, docs: Path, cache: Path, held: Collection[str]
) -> tuple[Album, Supplements, list[Problem]]:
    """Pictures and other files that pages name, without those that only pages in `held` do; and what is wrong with any."""
    assets = frozenset(folder.assets)
    album, spoilt = pictures.read(pictures.mentions(folder.sources, assets, languages), docs, cache)
    named = supplements.mentions(folder.sources, assets, languages)
    carried, unclean = supplements.read(named, assets, docs, cache)
    if held:
        shown_on = [source for source in folder.sources if source.page_id not in held]
        album = album.only(pictures.mentions(shown_on, assets, languages))
        carried = carried.only(supplements.mentions(shown_on, assets, languages))
    return album, carried, [*spoilt, *unclean]


def _checked(docs: Path, shown: str, catalogue: Catalogue, folder: Folder, known: Recollection) -> Iterator[Problem]:
    """What is wrong with pages that could be read; drafts are checked as if they were held back."""
    yield from coherence.check(catalogue, folder.sources, known)
    yield from concerns.check(catalogue, folder.sources)
    yield from agreement.check(catalogue)
    yield from coherence.unpublished(catalogue.assets, shown)
    yield from audit.check(docs, shown, catalogue, known)
    if not any(source.page_id == "" for source in folder.sources):
        yield Problem(f"{shown}/index.md", 1, "file", "the site has no first page", "write it")


def _unfinished(source: Source, known: Recollection) -> list[Problem]:
    return known.kept("unfinished", source.path, source, lambda: list(unfinished.check(source)))


def _is_early(entry: Entry, today: date) -> bool:
    return entry.kind.name == "article" and entry.record.date > today
