"""The files in the content folder, read once: pages as front matter and body, everything else as assets.

The only room that reads `docs/`. Every other room works on what this one returns.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from knowledge import characters, frontmatter, limits, missteps, names, store
from knowledge.frontmatter import FrontMatter, Refused
from knowledge.languages import Languages
from knowledge.links import Link, links
from knowledge.problems import Problem
from knowledge.recollection import Recollection

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


def read(docs: Path, languages: Languages, shown: str, known: Recollection | None = None) -> Folder:
    """Every file below `docs`, in a stable order; `shown` is what that folder is called in messages.

    A text is not parsed again while `known` has it and its file has the same bytes.
    """
    folder, known = Folder(), known or Recollection()
    languages = known.same("languages", languages)
    found = list(_found(docs))
    folder.problems += (Problem(f"{shown}/{item.path}", 1, "file", *fault) for item in found for fault in _astray(item))
    for item in found:
        if not item.lies_here or item.path == FACTS:
            continue
        path, name = item.path, item.path.rpartition("/")[2]
        folder.problems += known.kept("name", path, languages, partial(names.check, path, f"{shown}/{path}", languages))
        if not name.endswith(".md"):
            folder.assets.add(path)
        elif (code := languages.of_file(name)) and code in languages and name == languages[code].file_name():
            data = _bytes(docs / path)
            make = partial(_read, data, path, code, shown)
            source, problems = known.kept("text", path, (code, shown, store.digest(data)), make)
            folder.sources.append(source)
            folder.problems += problems
    return folder


@dataclass(frozen=True)
class _Item:
    """Something in the content folder that is no folder."""

    path: str
    hidden: bool
    link: bool
    file: bool
    size: int

    @property
    def lies_here(self) -> bool:
        """Whether it is a file to be read, and not a way to read another: a link would publish whatever it leads to."""
        return self.file and not self.link and not self.hidden


def _found(place: Path | str, above: str = "", hidden: bool = False) -> Iterator[_Item]:
    """Everything below a folder: the files of a folder before the folders in it, each by name."""
    with os.scandir(place) as listed:
        entries = sorted(listed, key=lambda entry: (entry.is_dir(follow_symlinks=False), entry.name))
    for entry in entries:
        path, unseen = f"{above}{entry.name}", hidden or entry.name.startswith(".")
        if entry.is_dir(follow_symlinks=False):
            yield from _found(entry.path, f"{path}/", unseen)
        else:
            said = entry.stat(follow_symlinks=False)
            yield _Item(path, unseen, entry.is_symlink(), entry.is_file(), said.st_size)


def _astray(item: _Item) -> Iterator[tuple[str, str]]:
    """Whether it does not belong into a content folder, hidden or not: what is wrong, the cure."""
    if item.link:
        yield "it is a link to another place", "put the file itself here"
    elif not item.file:
        yield "it is neither a file nor a folder", "delete it"
    elif item.size > limits.HEAVIEST:
        yield f"it has more than {limits.HEAVIEST // 1_000_000} MB", "make it smaller, or leave it out"


def _bytes(path: Path) -> bytes:
    """What a file holds, as far as a text may be long, and one more."""
    with path.open("rb") as file:
        return file.read(limits.LARGEST + 1)


def _read(data: bytes, path: str, code: str, shown: str) -> tuple[Source, list[Problem]]:
    """One text; one that cannot be read is empty, and the problem says why."""
    place, problems = f"{shown}/{path}", []
    try:
        if len(data) > limits.LARGEST:
            raise Refused(1, f"the text has more than {limits.LARGEST // 1_000} KB", "make several pages of it")
        text = decode(data)
        limits.check(text)
        matter, body, line = frontmatter.split(text)
        if matter is None:
            raise Refused(1, *missteps.unopened(text))
        fields = frontmatter.parse(matter)
    except Refused as fault:
        problems.append(Problem(place, fault.line, fault.field, fault.what, fault.cure))
        fields, body, line = FrontMatter(), "", 1
    return Source(path, place, path.rpartition("/")[0], code, fields, body, line), problems


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
