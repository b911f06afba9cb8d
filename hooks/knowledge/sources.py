"""The files in the content folder, read once: pages as front matter and body, everything else as assets.

The only room that reads `docs/`. Every other room works on what this one returns.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from knowledge import frontmatter
from knowledge.frontmatter import FrontMatter, Refused
from knowledge.kinds import kind_of
from knowledge.languages import Languages
from knowledge.problems import Problem

FACTS = "facts.yml"
"""The one data file: names, addresses and channels that stand in many pages. Read by the facts room, never published."""

TURNED = "page"
"""The folder of a list's further pages (`news/page/2/`): no page of its own may be called so."""

MADE = {"history": "the page of its history", "compare": "comparisons of its languages", "receipt": "its receipt"}
"""Folders below a document and its versions that the build fills, and with what."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ASSET = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?P<language>[a-z]{2,3}))?\.[a-z0-9]{2,5}")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
"""Control characters: XML refuses them, so no feed could carry them."""

OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that reorder the text around them (UAX 9): the classic way to make a reviewer read something else."""


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
    for path in _files(docs):
        name = path.rpartition("/")[2]
        if path == FACTS:
            continue
        folder.problems += _names(path, f"{shown}/{path}", languages)
        if not name.endswith(".md"):
            folder.assets.add(path)
        elif (code := languages.of_file(name)) and code in languages:
            _add(folder, docs, path, code, shown)
    return folder


def _files(docs: Path) -> Iterator[str]:
    for root, directories, names in os.walk(docs):
        directories[:] = sorted(name for name in directories if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(root, name).relative_to(docs).as_posix()


def _names(path: str, shown: str, languages: Languages) -> list[Problem]:
    """Problems of folder and file names: they are addresses, so they are plain."""
    *folders, name = path.split("/")
    problems = []
    for depth, part in enumerate(folders):
        if not SLUG.fullmatch(part):
            cure = "use small letters a to z, digits and single hyphens"
            problems.append(Problem(shown, 1, "name", f"the folder {part!r} cannot be an address", cure))
        elif taken := _taken(part, "/".join(folders[:depth])):
            what = f"the folder {part!r} is taken by {taken}"
            problems.append(Problem(shown, 1, "name", what, "give it another name"))
        elif re.fullmatch(r"[a-z]{2}", part):
            what = f"the folder {part!r} has two letters, like a language"
            problems.append(Problem(shown, 1, "name", what, "give it a longer name"))
    if name.endswith(".md"):
        problems += _page_name(name, shown, languages)
    else:
        problems += _asset_name(name, shown, languages)
    return problems


def _taken(name: str, above: str) -> str:
    """What a folder of this name in the folder `above` is kept for; `""` when it is free."""
    if name == TURNED:
        return "the further pages of lists"
    if name in MADE and kind_of(above).name in ("document", "version"):
        return MADE[name]
    numbered = re.fullmatch(r"v\d+", name) and kind_of(f"{above}/{name}").name != "version"
    return "former versions of documents, v1, v2 and so on below theirs" if numbered else ""


def _asset_name(name: str, shown: str, languages: Languages) -> list[Problem]:
    match = ASSET.fullmatch(name)
    if not match:
        cure = "use small letters a to z, digits and single hyphens, as press-card.jpg"
        return [Problem(shown, 1, "name", f"the file {name!r} cannot be an address", cure)]
    if match["language"] and match["language"] not in languages:
        what = f"{match['language']!r} is not a language of this site"
        return [Problem(shown, 1, "name", what, f"call it {name.replace('.', '-', 1)}, or name one that is")]
    return []


def _page_name(name: str, shown: str, languages: Languages) -> list[Problem]:
    code = languages.of_file(name)
    if code and code in languages and name == languages[code].file_name():
        return []
    names = languages.file_names()
    if code and code in languages:
        what, cure = f"{name!r} names the first language", f"call it {languages.default.file_name()}"
    elif code:
        what, cure = f"{code!r} is not a language of this site", f"call it {names}"
    else:
        near = get_close_matches(name, [language.file_name() for language in languages.all], 1, 0.5)
        what = f"{name!r} is not the name of a page"
        cure = f"each page is a folder with {names} in it" + (f"; did you mean {near[0]}?" if near else "")
    return [Problem(shown, 1, "name", what, cure)]


def _add(folder: Folder, docs: Path, path: str, code: str, shown: str) -> None:
    place = f"{shown}/{path}"
    try:
        text = decode((docs / path).read_bytes())
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
    if control := CONTROLS.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise Refused(line, f"a control character (U+{ord(control[0]):04X}) stands in the text", "delete it")
    if hidden := OVERRIDES.search(text):
        line = text.count("\n", 0, hidden.start()) + 1
        what = f"an invisible character (U+{ord(hidden[0]):04X}) changes the order of the text"
        raise Refused(line, what, "delete it: the site puts phone numbers and addresses in order by itself")
    return text
