"""Sites as strings: languages, folders and catalogues for tests that need no build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.site.writing import REVIEWED, page

from knowledge import languages, reading
from knowledge.catalogue import Catalogue
from knowledge.problems import Problem

LANGUAGES = languages.read(
    [
        {"locale": "en", "name": "English", "default": True},
        {"locale": "fr", "name": "Français"},
        {"locale": "ar", "name": "العربية"},
    ],
    "A site",
)
ENGLISH, FRENCH, ARABIC = LANGUAGES.all

Files = Mapping[str, str | bytes]
"""Paths below the content folder and what the files hold."""

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h40v30z"/></svg>'
"""The smallest picture that can be published."""

HOME: Files = {"index.md": page("Home", reviewed=REVIEWED)}


def lay(folder: Path, files: Files) -> Path:
    """Writes files into a content folder, and returns it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def draft(folder: Path, files: Files) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of a site with these files and a first page, and what there is to mend."""
    return reading.read(lay(folder, {**HOME, **files}), LANGUAGES)


def sound(folder: Path, files: Files) -> Catalogue:
    """The catalogue of a site without a fault."""
    catalogue, problems = draft(folder, files)
    assert not problems, told(problems)
    return catalogue


def told(problems: Iterable[Problem]) -> list[str]:
    """Problems as editors read them."""
    return [str(problem) for problem in problems]
