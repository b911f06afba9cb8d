"""The pages of years that get their first articles: like the page of the latest year, with another number in it.

Such a page says no more than which articles it lists, so that of another year says the same. Reads pages of years, and writes
those that are missing.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from knowledge.kinds import kind_of


def write(content: Path, wanted: Collection[str]) -> list[Path]:
    """Writes the pages of the wanted years (`news/2019`) that a content folder lacks; none when it has none to go by."""
    lacking = [year for year in sorted(wanted) if not [*(content / year).glob("index*.md")]]
    model = max((folder for year in wanted for folder in _there((content / year).parent, content)), default=None)
    return [path for year in lacking for path in _copied(model, content / year)] if model else []


def _there(folder: Path, content: Path) -> list[Path]:
    """The folders of years that have a page."""
    found = {path.parent for path in folder.glob("*/index*.md")}
    return [path for path in found if kind_of(path.relative_to(content).as_posix()).name == "year"]


def _copied(model: Path, folder: Path) -> list[Path]:
    """The page of one year from that of another, in all its languages; a day is no year."""
    folder.mkdir(parents=True, exist_ok=True)
    number, written = re.compile(rf"(?<![\d-]){model.name}(?![\d-])"), []
    for page in sorted(model.glob("index*.md")):
        path = folder / page.name
        path.write_text(number.sub(folder.name, page.read_text("utf-8")), "utf-8")
        written.append(path)
    return written
