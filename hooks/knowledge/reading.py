"""Reading the site: from the content folder to the catalogue, with everything there is to mend.

The order of the checks in one place; `make site`, the preview and the tests all come in here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from knowledge import agreement, coherence, concerns, entries, facts, pictures, provenance, sources
from knowledge.attachments import supplements
from knowledge.catalogue import Catalogue
from knowledge.documents import audit
from knowledge.editing import unfinished
from knowledge.entries import Entry
from knowledge.languages import Languages
from knowledge.problems import Problem


def read(
    docs: Path, languages: Languages, shown: str = "docs", today: date | None = None, cache: Path = Path(".cache")
) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of a content folder (called `shown` in messages) and its problems, in the order of files.

    With problems the catalogue is incomplete and must not be published. Articles dated after `today` are held back.
    Pictures that were made before are found in the folder `cache`, and new ones are kept there.
    """
    folder = sources.read(docs, languages, shown)
    values, unfit = facts.read(docs / sources.FACTS, languages, f"{shown}/{sources.FACTS}")
    built, faults = entries.build(folder.sources, languages, values)
    held = {name: entry for name, entry in built.items() if _is_early(entry, today or provenance.build_day())}
    published = {name: entry for name, entry in built.items() if name not in held}
    assets = frozenset(folder.assets)
    album, spoilt = pictures.read(pictures.mentions(folder.sources, assets, languages), docs, cache)
    shown_on = [source for source in folder.sources if source.page_id not in held]
    album = album.only(pictures.mentions(shown_on, assets, languages))
    named = supplements.mentions(folder.sources, assets, languages)
    carried, unclean = supplements.read(named, assets, docs, cache)
    carried = carried.only(supplements.mentions(shown_on, assets, languages))
    catalogue = Catalogue(languages, published, assets, values, tuple(held.values()), album, carried)
    ledgers, damaged = audit.remember(docs, shown, catalogue)
    catalogue = replace(catalogue, ledgers=ledgers)
    problems = [*folder.problems, *unfit, *faults, *spoilt, *unclean, *damaged]
    problems += [*coherence.check(catalogue, folder.sources), *concerns.check(catalogue, folder.sources)]
    problems += [*agreement.check(catalogue), *coherence.unpublished(assets, shown)]
    problems += [fault for source in folder.sources for fault in unfinished.check(source)]
    problems += audit.check(docs, shown, catalogue)
    if not any(source.page_id == "" for source in folder.sources):
        problems.append(Problem(f"{shown}/index.md", 1, "file", "the site has no first page", "write it"))
    return catalogue, sorted(problems)


def _is_early(entry: Entry, today: date) -> bool:
    return entry.kind.name == "article" and entry.record.date > today
