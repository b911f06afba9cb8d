"""Other generators with the same corpus: each gets it in the form it wants, and a command that builds it.

They are measured with what they bring: Hugo has templates that show what our pages show (`peers/hugo/`), and Pagefind
indexes what it made; MkDocs with Material and static-i18n, and Zensical, build with their own theme and search.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent / "peers"
PYTHON = Path(__file__).parents[1] / ".build/peers/bin/python"
"""Of the environment that `make bench` installs them into."""


@dataclass(frozen=True)
class Peer:
    """Another generator."""

    name: str
    lay_out: Callable[[Path, Path], None]
    """Writes the content of a folder, as it wants it, into a new one."""

    commands: Sequence[Sequence[str]]
    """What builds the site there, one after the other."""


def hugo(docs: Path, folder: Path) -> None:
    """Hugo calls a page with pages below it `_index`, and swallows what lies beside any other."""
    for path in sorted(docs.rglob("*")):
        below = path.relative_to(docs)
        if path.is_file() and path.name != "facts.yml" and not any(part.startswith(".") for part in below.parts):
            place = folder / "content" / below
            if path.suffix == ".md" and _leads_on(path.parent):
                place = place.with_name(f"_{place.name}")
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)


def _leads_on(folder: Path) -> bool:
    """Whether there are pages below the page of a folder."""
    return any(True for _ in folder.glob("*/**/index*.md"))


def plain(docs: Path, folder: Path) -> None:
    """The others read what we read."""
    shutil.copytree(docs, folder / "docs", ignore=shutil.ignore_patterns(".*"))
    shutil.copy(HERE / "mkdocs.yml", folder)


def python(*arguments: str) -> list[str]:
    """A module of the environment of peers, as a command."""
    return [str(PYTHON), "-m", *arguments]


HUGO = Peer("Hugo and Pagefind", hugo, [python("hugo", "--quiet", "-d", "site"), python("pagefind", "--site", "site")])

OTHERS = [
    Peer("MkDocs, Material, static-i18n", plain, [python("mkdocs", "build", "--quiet", "-d", "site")]),
    Peer("Zensical", plain, [python("zensical", "build")]),
]
"""Slower ones, built once each when `make bench OTHERS=yes` asks for them."""
