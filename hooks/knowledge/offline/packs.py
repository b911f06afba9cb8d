"""Everything that is carried together: the pages of some languages, their pictures, fonts and files, and the search.

Made from the folder of a finished site, and laid out as it is, so that addresses between files stay true. Reads that folder
and the scripts of offline search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from posixpath import dirname, relpath

from lxml.html import HtmlElement, builder

from knowledge import store, strings, wordforms
from knowledge.compression import ENDINGS
from knowledge.kinds import kind_of
from knowledge.languages import Language, Languages
from knowledge.offline import copies, miniatures, rows
from knowledge.offline.copies import PAGE, Journey
from knowledge.offline.rows import Row

SCRIPTS = ("minisearch.js", "finder.js")
"""What the search page loads besides its rows; MiniSearch lies here as its makers publish it."""

LICENCE = "minisearch.LICENSE.txt"
PLACE = "assets/offline/"
ROWS = "rows.js"
SUMS = "SHA256SUMS"
FONT = re.compile(r'url\("([^":]+)"\)')


@dataclass(frozen=True)
class Site:
    """A finished site on disk."""

    folder: Path
    languages: Languages
    web: str
    """Its address, ending in a slash; `""` when it has none."""

    overrides: Path
    """The folder of our templates."""

    cache: Path
    """Where what is slow to make is kept."""

    @cached_property
    def names(self) -> frozenset[str]:
        """All its files but compressed copies, from its root."""
        found = (path for path in self.folder.rglob("*") if path.is_file() and path.suffix not in ENDINGS)
        return frozenset(path.relative_to(self.folder).as_posix() for path in found)

    def pages(self, reader: Language) -> list[str]:
        """The addresses of the pages of a language, from the root (`ar/policies/`), in order."""
        others = tuple(language.root for language in self.languages.all if not language.default)
        found = [name.removesuffix(PAGE) for name in self.names if name == PAGE or name.endswith(f"/{PAGE}")]
        return sorted(
            url for url in found if url.startswith(reader.root) and (reader.root or not url.startswith(others))
        )

    def read(self, name: str) -> bytes:
        """One of its files."""
        return (self.folder / name).read_bytes()

    def carried(self, name: str) -> bytes:
        """One of its files as it is carried: pictures of articles in few bytes."""
        data = self.read(name)
        if len(data) <= miniatures.MOST or not _beside_article(name):
            return data
        kept = self.cache / "miniatures" / f"{store.digest(miniatures.RECIPE, data)}.webp"
        return store.kept(kept, partial(miniatures.small, data)).read_bytes()

    def tree(self, url: str) -> HtmlElement:
        """One of its pages."""
        return copies.parsed(self.read(url + PAGE).decode())

    def needing(self, reader: Language) -> str:
        """What readers are told of a link that leads to the web."""
        translate = strings.translations(self.overrides / "locales", reader.code).gettext
        return translate("Needs a connection")


@dataclass
class Pack:
    """What is carried."""

    files: dict[str, bytes] = field(default_factory=dict)
    """By place."""

    needed: set[str] = field(default_factory=set)
    """Files of the site that pages name."""

    leaves: dict[str, Leaf] = field(default_factory=dict)
    """What can be found, by the place of its page."""


@dataclass(frozen=True)
class Leaf:
    """A page that search finds, as other programs are told of it."""

    title: str
    words: str
    language: Language


def pack(site: Site, readers: Sequence[Language]) -> Pack:
    """Everything that readers of some languages need, together."""
    found = Pack()
    journey = travelling(site, readers)
    for reader in readers:
        _language(found, site, reader, journey)
    for name in sorted(found.needed):
        found.files[name] = site.carried(name)
    for name in [name for name in found.needed if name.endswith(".css")]:
        folder = name.rpartition("/")[0]
        for font in FONT.findall(found.files[name].decode()):
            found.files[f"{folder}/{font}"] = site.read(f"{folder}/{font}")
    return found


def _beside_article(name: str) -> bool:
    """Whether a file is a picture that lies beside an article."""
    return name.endswith(".webp") and kind_of(dirname(name)).name == "article"


def travelling(site: Site, readers: Sequence[Language]) -> Journey:
    """What is carried when readers of some languages go."""
    return Journey(frozenset(url for reader in readers for url in site.pages(reader)), site.names, site.web)


def _language(found: Pack, site: Site, reader: Language, journey: Journey) -> None:
    listed: list[Row] = []
    finder = next((url for url in site.pages(reader) if kind_of(page_id(url, reader)).name == "search"), "")
    said = site.needing(reader)
    for url in site.pages(reader):
        root, name = site.tree(url), url + PAGE
        if known := rows.row(page_id(url, reader), root, reader, finder):
            listed.append(known)
            found.leaves[name] = Leaf(known.title, _told(root), reader)
        found.needed |= _carry(root, url, reader, site, journey)
        copies.sign(root, said)
        found.files[name] = copies.written(root).encode()
    if finder:
        found.files[finder + ROWS] = rows.script(listed).encode()
        for script in (*SCRIPTS, LICENCE):
            found.files[PLACE + script] = (site.overrides / "offline" / script).read_bytes()


def page_id(url: str, reader: Language) -> str:
    """The id of the page at an address."""
    return url.removeprefix(reader.root).rstrip("/")


def _told(root: HtmlElement) -> str:
    """All words of a text."""
    return "\n".join(words for article in root.iterfind(".//main/article") for _, words in rows.parts(article))


def _carry(root: HtmlElement, url: str, reader: Language, site: Site, journey: Journey) -> set[str]:
    """Makes a page ready, with what its scripts would have fetched."""
    for check in root.xpath("//*[@data-sums]"):
        check.set("data-list", site.read(SUMS).decode())
    needed = copies.carry(root, url, journey)
    for results in root.xpath("//*[@id='results']"):
        if forms := wordforms.UNAIDED.get(reader.code.partition("-")[0]):
            results.attrib.update({"data-least": str(forms.least), "data-rules": rows.data(forms.rules)})
        for script in root.xpath("//head/script[@src]")[:1]:
            for place in (PLACE + SCRIPTS[0], url + ROWS, PLACE + SCRIPTS[1]):
                script.addprevious(builder.E.script(src=relpath(place, url or "."), defer=""))
    return needed


def in_order(files: dict[str, bytes], first: str) -> Iterator[tuple[str, bytes]]:
    """Files by place, one of them before all others."""
    return iter(sorted(files.items(), key=lambda item: (item[0] != first, item[0])))
