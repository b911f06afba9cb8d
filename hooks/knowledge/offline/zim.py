"""One file in all languages for Kiwix, which people read where there is no network: schools, clinics, camps, prisons.

libzim compresses the pages and indexes their words and titles. Kiwix finds words as they are written, so a word with the
Arabic article stands in the index without it too. Writes the file.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import langcodes
import typst
from libzim.writer import Creator, Hint, IndexData, Item, StringProvider

from knowledge import wordforms
from knowledge.languages import Languages
from knowledge.offline.packs import Leaf

ICON = 48
"""Pixels a side of the picture that stands for the file."""

TITLE, DESCRIPTION = 30, 80
"""Characters that readers of such files show at most (openZIM, Metadata)."""

ATTACHED = re.compile(r"^(?:[وف]?[بك]?ال|[وف]?لل)(?=.{3})")
"""The Arabic article, with what is written as part of it."""


@dataclass(frozen=True)
class Label:
    """What the file says of itself."""

    name: str
    languages: Languages
    web: str
    day: date | None


class _Words(IndexData):  # type: ignore[misc]  # libzim has no types
    """What full-text search knows of a page: the words of its text, none of its menus."""

    def __init__(self, leaf: Leaf | None) -> None:
        super().__init__()
        self.leaf = leaf

    def has_indexdata(self) -> bool:
        return self.leaf is not None

    def get_title(self) -> str:
        return self.leaf.title if self.leaf else ""

    def get_content(self) -> str:
        return " ".join(_spread(self.leaf)) if self.leaf else ""

    def get_keywords(self) -> str:
        return ""

    def get_wordcount(self) -> int:
        return len(self.leaf.words.split()) if self.leaf else 0

    def get_position(self) -> None:
        return None


def _spread(leaf: Leaf) -> Iterator[str]:
    """The words of a page, folded as Kiwix folds what is asked for; then, without the article, those that bear it."""
    found = wordforms.words(f"{leaf.title} {leaf.words}")
    yield from found
    yield from sorted({bare for word in found if (bare := ATTACHED.sub("", word)) != word})


class _Entry(Item):  # type: ignore[misc]
    """One file of the copy."""

    def __init__(self, path: str, data: bytes, leaf: Leaf | None) -> None:
        super().__init__()
        self.path, self.data, self.leaf = path, data, leaf

    def get_path(self) -> str:
        return self.path

    def get_title(self) -> str:
        return self.leaf.title if self.leaf else ""

    def get_mimetype(self) -> str:
        return mimetypes.guess_type(self.path)[0] or KINDS.get(PurePosixPath(self.path).suffix, "text/plain")

    def get_contentprovider(self) -> Any:
        return StringProvider(self.data)

    def get_hints(self) -> dict[Any, int]:
        return {Hint.FRONT_ARTICLE: int(self.leaf is not None)}

    def get_indexdata(self) -> Any:
        return _Words(self.leaf)


KINDS = {".woff2": "font/woff2", ".webp": "image/webp", ".epub": "application/epub+zip"}
"""Types of files that some machines do not know."""


def write(path: Path, files: Mapping[str, bytes], leaves: Mapping[str, Leaf], label: Label, icon: bytes) -> None:
    """Writes the file; `icon` is a drawing (SVG)."""
    first = label.languages.default
    with Creator(path).config_verbose(False).config_indexing(True, three_letters(first.code)) as creator:
        creator.set_mainpath(f"{first.root}index.html")
        creator.add_illustration(ICON, dotted(icon))
        for name, said in metadata(label).items():
            creator.add_metadata(name, said)
        for name, data in sorted(files.items()):
            creator.add_item(_Entry(name, data, leaves.get(name)))


def metadata(label: Label) -> dict[str, Any]:
    """What libraries of such files show and sort by."""
    first = label.languages.default
    said = {
        "Name": label.name,
        "Title": _shortened(first.site_name, TITLE),
        "Description": _shortened(first.site_description or first.site_name, DESCRIPTION),
        "Creator": first.site_name,
        "Publisher": first.site_name,
        "Language": ",".join(three_letters(language.code) for language in label.languages.all),
        "Source": label.web,
        "Tags": "_ftindex:yes",
        "Date": label.day or date(1980, 1, 1),
    }
    return {name: words for name, words in said.items() if words}


def three_letters(code: str) -> str:
    """The code of a language in ISO 639-3, as such files name it (`fra`)."""
    return str(langcodes.Language.get(code).to_alpha3())


def _shortened(words: str, most: int) -> str:
    """The beginning of a line, ending with a whole word."""
    return words if len(words) <= most else words[: most - 1].rpartition(" ")[0] + "…"


def dotted(drawing: bytes) -> bytes:
    """A square drawing as PNG of the size that is wanted."""
    page = f'#set page(width: {ICON}pt, height: {ICON}pt, margin: 0pt, fill: none)\n#image("icon.svg", width: 100%)'
    inputs: Any = {"main.typ": page.encode(), "icon.svg": drawing}
    return bytes(typst.compile(inputs, format="png", ppi=72))
