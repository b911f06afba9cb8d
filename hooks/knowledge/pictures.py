"""The pictures that pages show: each made once, in a few widths, for all languages, and described to the browser in full.

An editor puts one file beside a page. What is published are the files made from it, named after it and its content; the
original stays in the project. A page says how large each is, so that nothing jumps while it loads and a phone fetches the
small one. Reads the originals, and keeps what it made in the folder of the cache.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields
from functools import cached_property, partial
from pathlib import Path
from posixpath import join, normpath, relpath
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from knowledge import drawings, renditions, store
from knowledge.fields import PICTURE, Unfit, picture
from knowledge.kinds import kind_of
from knowledge.languages import Languages
from knowledge.problems import Problem
from knowledge.sources import Source

HINT = re.compile(PICTURE.pattern.replace("$", r"\b"))
"""What a text without pictures has nowhere, so that it need not be looked through."""

SIZES = "(min-width: 40em) 600px, 92vw"
"""How wide a picture stands on the page, for the browser to choose by: site.css gives the text 34em."""


@dataclass(frozen=True)
class File:
    """One file made from a picture."""

    width: int
    height: int
    """In pixels."""

    address: str
    """Where it is published, from the root of the site."""

    kept: Path = field(repr=False)
    """Where it lies until then."""


@dataclass(frozen=True)
class Picture:
    """A picture as pages show it."""

    files: tuple[File, ...]
    """Smallest first; a drawing has one."""

    @property
    def largest(self) -> File:
        """What a link to the picture leads to."""
        return self.files[-1]

    def attributes(self, url: str) -> dict[str, str]:
        """What an <img> on the page at `url` says about it, but for its words."""
        shown = {relpath(file.address, url or "."): file.width for file in self.files}
        middle = next((file for file in reversed(self.files) if file.width <= 960), self.largest)
        said = {"src": relpath(middle.address, url or ".")}
        if len(self.files) > 1:
            said |= {"srcset": ", ".join(f"{name} {width}w" for name, width in shown.items()), "sizes": SIZES}
        return said | {"width": str(self.largest.width), "height": str(self.largest.height)}


@dataclass(frozen=True)
class Album:
    """Every picture of the site."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """By the path of its original in the content folder."""

    def of(self, path: str, *codes: str) -> Picture | None:
        """The picture at a path, or the variant for the first of these languages that has one (`map.fr.png`)."""
        stem, _, ending = path.rpartition(".")
        names = [*(f"{stem}.{code}.{ending}" for code in codes), path]
        return next((self.pictures[name] for name in names if name in self.pictures), None)

    def at(self, address: str, url: str, page_id: str, *codes: str) -> Picture | None:
        """The picture that an address leads to, on the page at `url`, whether MkDocs wrote it or an editor in raw HTML."""
        try:
            path = unquote(urlsplit(address).path)
        except ValueError:  # no address at all: `//[`
            return None
        return self._by_address.get(normpath(join(url, path))) or self.of(normpath(join(page_id, path)), *codes)

    def only(self, paths: Collection[str]) -> Album:
        """The album with these pictures alone."""
        return Album({path: found for path, found in self.pictures.items() if path in paths})

    @cached_property
    def _by_address(self) -> dict[str, Picture]:
        return {found.largest.address: found for found in self.pictures.values()}


Mentions = Mapping[str, tuple[Source, int]]
"""Path of a picture → the first text that names it, and the line there."""


def mentions(sources: Iterable[Source], assets: frozenset[str], languages: Languages) -> Mentions:
    """Every picture that a page shows or links to, with its variants; nobody could find the others."""
    found: dict[str, tuple[Source, int]] = {}
    for file in sources:
        for path, line in _named(file):
            stem, _, ending = path.rpartition(".")
            for name in (path, *(f"{stem}.{language.code}.{ending}" for language in languages.all)):
                if name in assets:
                    found.setdefault(name, (file, line))
    return found


def _named(file: Source) -> Iterator[tuple[str, int]]:
    for item in fields(kind_of(file.page_id).record):
        if item.metadata["reader"] is picture and isinstance(name := file.matter.values.get(item.name), str):
            yield normpath(join(file.page_id, name)), file.matter.lines[item.name]
    if HINT.search(file.body):
        for link in file.links:
            path = unquote(link.destination.partition("#")[0])
            if PICTURE.search(path):
                yield normpath(join(file.page_id, path)), link.line


def read(mentioned: Mentions, docs: Path, cache: Path) -> tuple[Album, list[Problem]]:
    """The pictures of a content folder, made where the cache lacks them, and those that cannot be shown.

    Threads pay off: Pillow works outside Python's lock.
    """
    with ThreadPoolExecutor() as pool:
        results = list(pool.map(lambda path: _tried(path, docs, cache / "pictures"), mentioned))
    album, problems = {}, []
    for (path, mention), result in zip(mentioned.items(), results, strict=True):
        if isinstance(result, Picture):
            album[path] = result
        else:
            problems.append(_problem(path, result, *mention))
    return Album(album), problems


def _problem(path: str, fault: Unfit, file: Source, line: int) -> Problem:
    return file.problem("image", f"{relpath(path, file.page_id or '.')}: {fault.what}", fault.cure, line)


def _tried(path: str, docs: Path, cache: Path) -> Picture | Unfit:
    try:
        return _made(path, (docs / path).read_bytes(), cache)
    except Unfit as fault:
        return fault


def _made(path: str, data: bytes, cache: Path) -> Picture:
    stem, _, ending = path.rpartition(".")
    recipe, make, suffix = (
        (drawings.RECIPE, drawings.make, "svg") if ending == "svg" else (renditions.RECIPE, renditions.make, "webp")
    )
    key = store.digest(recipe, data)

    def keep() -> bytes:
        made = make(data)
        for width, _, content in made:
            store.kept(cache / f"{key}-{width}.{suffix}", partial(bytes, content))
        return json.dumps([[width, height] for width, height, _ in made]).encode()

    sizes = json.loads(store.kept(cache / f"{key}.json", keep).read_bytes())
    files = [
        File(width, height, f"{stem}-{width}.{key[:8]}.{suffix}", cache / f"{key}-{width}.{suffix}")
        for width, height in sizes
    ]
    return Picture(tuple(files))


def show(root: HtmlElement, url: str, find: Callable[[str], Picture | None]) -> None:
    """Every picture of the page at `url` loads late and says how large it is; links to pictures lead to the largest file.

    `find` gives the picture that an address on the page leads to.
    """
    for image in root.iter("img"):
        if found := find(image.get("src", "")):
            _narrow(image, found.attributes(url))
        image.set("loading", "lazy")
        image.set("decoding", "async")
    for anchor in root.iter("a"):
        if HINT.search(anchor.get("href", "")) and (found := find(anchor.get("href", ""))):
            anchor.set("href", relpath(found.largest.address, url or "."))


def _narrow(image: HtmlElement, said: dict[str, str]) -> None:
    """Describes a picture, no wider than the editor asked for (`{ width=200 }`)."""
    width, height, wanted = int(said["width"]), int(said["height"]), image.get("width", "")
    if wanted.isascii() and wanted.isdigit() and 0 < int(wanted) < width:
        said |= {"width": wanted, "height": str(max(1, round(height * int(wanted) / width)))}
        said |= {"sizes": f"{wanted}px"} if "sizes" in said else {}
    image.attrib.update(said)
