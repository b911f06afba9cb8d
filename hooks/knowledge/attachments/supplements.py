"""The files beside a page that readers can take away: those that its editor lists, and those that its text links to.

Each is cleaned once and kept; what is published is the cleaned file. A file that no page names is not published. Reads the
originals, and keeps what it made in the folder of the cache.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote

from knowledge import store, typography
from knowledge.attachments import cleaning
from knowledge.attachments.enclosures import Enclosure, enclosures
from knowledge.downloads import deliveries
from knowledge.downloads.deliveries import Delivery
from knowledge.fields import Unfit
from knowledge.languages import Language, Languages
from knowledge.problems import Problem
from knowledge.sources import Source

FIELD = "attachments"


@dataclass(frozen=True)
class Mention:
    """Where a page names a file."""

    source: Source
    line: int
    field: str
    said: Enclosure | None = None
    """What its editor says of it; None when the text links to it."""


@dataclass(frozen=True)
class Supplements:
    """All such files of a site."""

    kept: Mapping[str, Path] = field(default_factory=dict)
    """Where the cleaned file lies, by the path of the original in the content folder."""

    idle: tuple[str, ...] = ()
    """Those that no page names."""

    def only(self, paths: Collection[str]) -> Supplements:
        """Those of these files alone; the others wait for the day of their page."""
        return Supplements({path: place for path, place in self.kept.items() if path in paths}, self.idle)


@dataclass(frozen=True)
class Shown:
    """A file as the foot of a page shows it."""

    title: str
    kind: str
    delivery: Delivery

    def row(self, folder: str) -> dict[str, str | int]:
        """The file as data for the page in a `folder` of the site."""
        return deliveries.row(self.delivery, folder, title=self.title, kind=self.kind)


def mentions(sources: Iterable[Source], assets: frozenset[str], languages: Languages) -> dict[str, Mention]:
    """Every file that a page lists or links to, by its path; what an editor says of it comes before a link."""
    found: dict[str, Mention] = {}
    for file in sources:
        for said in _listed(file):
            path = normpath(join(file.page_id, said.file))
            found[path] = Mention(file, file.matter.lines[FIELD], FIELD, said)
    for file in sources:
        for link in file.links:
            path = normpath(join(file.page_id, unquote(link.destination.partition("#")[0])))
            stem, _, ending = path.rpartition(".")
            for name in (path, *(f"{stem}.{language.code}.{ending}" for language in languages.all)):
                if name in assets and cleaning.ending(name) in cleaning.TYPES:
                    found.setdefault(name, Mention(file, link.line, "link"))
    return found


def _listed(file: Source) -> tuple[Enclosure, ...]:
    with suppress(KeyError, Unfit):
        return enclosures(file.matter.values[FIELD])
    return ()


def read(
    mentioned: Mapping[str, Mention], assets: frozenset[str], docs: Path, cache: Path
) -> tuple[Supplements, list[Problem]]:
    """The cleaned files, made where the cache lacks them, and what cannot be published."""
    kept, problems = {}, []
    for path, mention in mentioned.items():
        try:
            kept[path] = _made(path, mention, assets, docs, cache / "attachments")
        except Unfit as fault:
            name = basename(path)
            problems.append(mention.source.problem(mention.field, f"{name}: {fault.what}", fault.cure, mention.line))
    idle = sorted(path for path in assets if cleaning.ending(path) in cleaning.TYPES and path not in mentioned)
    return Supplements(kept, tuple(idle)), problems


def _made(path: str, mention: Mention, assets: frozenset[str], docs: Path, cache: Path) -> Path:
    if path not in assets:
        beside = [basename(name) for name in assets if dirname(name) == dirname(path)]
        near = get_close_matches(basename(path), beside, 1, 0.5)
        raise Unfit("there is no such file beside this page", f"did you mean {near[0]}?" if near else "put it there")
    data, name = (docs / path).read_bytes(), basename(path)
    title, language = (mention.said.title, mention.said.language) if mention.said else ("", "")
    key = store.digest(cleaning.RECIPE, cleaning.ending(name), title, language, data)
    place = cache / f"{key}.{cleaning.ending(name)}"
    return store.kept(place, partial(cleaning.cleaned, name, data, title, language))


def shown(
    said: Iterable[Enclosure], page_id: str, languages: Languages, reader: Language, find: Callable[[str], Path]
) -> Iterator[Shown]:
    """What a page lists, the reader's language first; `find` gives the cleaned file of an original."""
    for item in sorted(said, key=lambda item: item.language != reader.code):
        language = languages.by_code.get(item.language) or Language(item.language, item.language, default=False)
        folder = f"{page_id}/" if page_id else ""
        title = typography.setter(item.language)(item.title)
        yield Shown(title, item.kind, deliveries.delivery(folder, find(folder + item.file), item.file, language, ""))
