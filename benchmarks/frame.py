"""The frame of a corpus: the real content without its articles, whose place the corpus's own take.

So a corpus has real menus, topics, people, documents and facts, and whatever the real content gains the corpus gains too.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from knowledge.catalogue import Catalogue
from knowledge.kinds import kind_of


def copy(docs: Path, folder: Path, catalogue: Catalogue) -> None:
    """Copies the content in `docs`, which `catalogue` is of, into a new folder, without articles.

    A link to one of them leads to the page of its year.
    """

    def articles(place: str, names: list[str]) -> list[str]:
        below = Path(place).relative_to(docs)
        return [name for name in names if (docs / below / name).is_dir() and _is_article(below / name)]

    shutil.copytree(docs, folder, ignore=articles)
    gone = "|".join(re.escape(entry.id.rpartition("/")[2]) for entry in catalogue.of_kind("article"))
    link = re.compile(rf"/(?:{gone})(/index[\w.-]*\.md)(?:#[\w-]+)?")
    for path in folder.rglob("*.md") if gone else ():
        path.write_text(link.sub(r"\1", path.read_text("utf-8")), "utf-8")


def _is_article(path: Path) -> bool:
    return kind_of(path.as_posix()).name == "article"


def add_years(folder: Path, catalogue: Catalogue, years: Iterable[int]) -> None:
    """Writes a page for each year that has none, after the newest one there is."""
    newest = max(entry.id for entry in catalogue.of_kind("year"))
    above, _, known = newest.rpartition("/")
    for year in years:
        place = folder / above / str(year)
        if not place.exists():
            place.mkdir()
            for path in sorted((folder / newest).glob("*.md")):
                text = re.sub(rf"\b{known}\b(?!-)", str(year), path.read_text("utf-8"))
                (place / path.name).write_text(text, "utf-8")
