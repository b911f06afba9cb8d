"""Reading the site: from the content folder to the catalogue, with everything there is to mend.

The order of the checks in one place; `make site`, the preview and the tests all come in here.
"""

from __future__ import annotations

from pathlib import Path

from knowledge import coherence, entries, facts, sources
from knowledge.catalogue import Catalogue
from knowledge.languages import Languages
from knowledge.problems import Problem


def read(docs: Path, languages: Languages, shown: str = "docs") -> tuple[Catalogue, list[Problem]]:
    """The catalogue of a content folder (called `shown` in messages) and its problems, in the order of files.

    With problems the catalogue is incomplete and must not be published.
    """
    folder = sources.read(docs, languages, shown)
    values, unfit = facts.read(docs / sources.FACTS, languages, f"{shown}/{sources.FACTS}")
    built, faults = entries.build(folder.sources, languages, values)
    catalogue = Catalogue(languages, built, frozenset(folder.assets), values)
    problems = [*folder.problems, *unfit, *faults, *coherence.check(catalogue, folder.sources)]
    if not any(source.page_id == "" for source in folder.sources):
        problems.append(Problem(f"{shown}/index.md", 1, "file", "the site has no first page", "write it"))
    return catalogue, sorted(problems)
