"""The files in the content folder, read once: pages as front matter and body, everything else as assets.

The only room that reads `docs/`. Every other room works on what this one returns.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from knowledge import characters, frontmatter, limits, names
from knowledge.frontmatter import FrontMatter, Refused
from knowledge.languages import Languages
from knowledge.links import Link, links
from knowledge.problems import Problem

FACTS = "facts.yml"
"""The one data file: names, addresses and channels that stand in many pages. Read by the facts room, never published."""


@dataclass(frozen=True)
class Source:
    """One language's file of one page."""

    path: str
    """Relative to the content folder, with forward slashes."""

    shown: str
    """The same file as editors see it, from the root of the project."""

    page_id: str
    """The folder it lies in: the id of the page in every language."""

    language: str
    """The code of the language it is written in."""

    matter: FrontMatter
    body: str
    body_line: int
    """The line of the file the body starts at."""

    @cached_property
    def links(self) -> list[Link]:
        """The links and pictures of the body as written."""
        return list(links(self.body, self.body_line))

    def problem(self, field: str, what: str, cure: str, line: int | None = None) -> Problem:
        """A problem of this file; at the field's line unless another is given."""
        return Problem(self.shown, line or self.matter.lines.get(field, 1), field, what, cure)


@dataclass
class Folder:
    """What lies in the content folder."""

    sources: list[Source] = field(default_factory=list)
    assets: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read(docs: Path, languages: Languages, shown: str) -> Folder:
    """Every file below `docs`, in a stable order; `shown` is what that folder is called in messages."""
    folder = Folder()
    folder.problems += (Problem(f"{shown}/{path}", 1, "file", *fault) for path, *fault in _astray(docs))
    for path in _files(docs):
        name = path.rpartition("/")[2]
        if path == FACTS:
            continue
        folder.problems += names.check(path, f"{shown}/{path}", languages)
        if not name.endswith(".md"):
            folder.assets.add(path)
        elif (code := languages.of_file(name)) and code in languages and name == languages[code].file_name():
            _add(folder, docs, path, code, shown)
    return folder


def _files(docs: Path) -> Iterator[str]:
    for root, directories, files in os.walk(docs):
        directories[:] = sorted(name for name in directories if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and _lies_here(Path(root, name)):
                yield Path(root, name).relative_to(docs).as_posix()


def _lies_here(path: Path) -> bool:
    """Whether a file is one, and not a way to read another: a link would publish whatever it leads to."""
    return path.is_file() and not path.is_symlink()


def _astray(docs: Path) -> Iterator[tuple[str, str, str]]:
    """What does not belong into a content folder, hidden or not: its path, what is wrong, the cure."""
    for root, directories, files in os.walk(docs):
        for name in sorted([*directories, *files]):
            path = Path(root, name)
            shown = path.relative_to(docs).as_posix()
            if path.is_symlink():
                yield shown, "it is a link to another place", "put the file itself here"
            elif name in files and not path.is_file():
                yield shown, "it is neither a file nor a folder", "delete it"
            elif name in files and path.stat().st_size > limits.HEAVIEST:
                yield shown, f"it has more than {limits.HEAVIEST // 1_000_000} MB", "make it smaller, or leave it out"


def _add(folder: Folder, docs: Path, path: str, code: str, shown: str) -> None:
    place = f"{shown}/{path}"
    try:
        if (docs / path).stat().st_size > limits.LARGEST:
            raise Refused(1, f"the text has more than {limits.LARGEST // 1_000} KB", "make several pages of it")
        text = decode((docs / path).read_bytes())
        limits.check(text)
        matter, body, line = frontmatter.split(text)
        if matter is None:
            raise Refused(1, "it has no front matter", "begin the file with ---, title: …, summary: … and ---")
        fields = frontmatter.parse(matter)
    except Refused as fault:
        folder.problems.append(Problem(place, fault.line, "file", fault.what, fault.cure))
        fields, body, line = FrontMatter(), "", 1
    page_id = path.rpartition("/")[0]
    folder.sources.append(Source(path, place, page_id, code, fields, body, line))


def decode(data: bytes) -> str:
    """The text of a file; raises Refused when it is empty, not UTF-8, or hides its order from reviewers."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(line, "it is not UTF-8 text", "save the file again with the encoding UTF-8") from error
    if not text.strip():
        raise Refused(1, "the file is empty", "write the page or delete the file")
    if fault := characters.fault(text):
        position, what, cure = fault
        raise Refused(text.count("\n", 0, position) + 1, what, cure)
    return text
