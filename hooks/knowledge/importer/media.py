"""The pictures and documents of an old site: found in the folder beside the export, and named as files here are named.

Nothing is fetched. What is not there, or is not what its name says, is told. Reads the folder of media.
"""

from __future__ import annotations

import glob
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from filecmp import cmp
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from PIL import Image

from knowledge import renditions
from knowledge.attachments import cleaning
from knowledge.fields import Unfit
from knowledge.outline import slug

FOLDERS = ("uploads", "wp-content/uploads")
"""Where media lie, from the folder of the export."""

UPLOADED = re.compile(r"(?:^|/)uploads/(?P<path>.+)$")
SIZED = re.compile(r"-(?:\d+x\d+|scaled)(?=\.\w+$)")
"""How WordPress names smaller copies of a picture."""

COPIES = ("scaled", "2048x*", "1536x*", "1024x*", "768x*")
"""Those that show the whole picture, the widest first; themes have others made that are cut."""

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".avif"}
DOCUMENTS = set(".csv .doc .docx .epub .mp3 .mp4 .odp .ods .odt .ogg .pdf .ppt .pptx .rtf .txt .xls .xlsx .zip".split())
"""Files that readers can download and that run nothing in a browser."""


class Absent(LookupError):
    """A file that cannot be brought along, and why."""


@dataclass(frozen=True)
class Media:
    """The files of an old site."""

    export: Path
    """The folder the export lies in."""

    site: str
    """The address of the old site; `""` when unknown."""

    known: dict[str, Path | str] = field(default_factory=dict, repr=False, compare=False)
    """The file, or why there is none, by address: many texts show the same pictures."""

    def find(self, address: str) -> Path:
        """The file that an address of the old site led to; raises Absent."""
        if address not in self.known:
            try:
                self.known[address] = self._found(address)
            except Absent as fault:
                self.known[address] = str(fault)
        found = self.known[address]
        if isinstance(found, str):
            raise Absent(found)
        return found

    def _found(self, address: str) -> Path:
        ours = UPLOADED.search(unquote(urlsplit(address).path))
        host = (urlsplit(self.site).hostname or "").removeprefix("www.")
        if address.startswith("data:") or not ours or (urlsplit(address).netloc and host not in address):
            raise Absent(
                "it lies on another site" if not address.startswith("data:") else "it is written into the text"
            )
        for name in dict.fromkeys((ours["path"], SIZED.sub("", ours["path"]))):
            for form in ("NFC", "NFD"):
                if found := self._at(unicodedata.normalize(form, name)):
                    return _usable(found)
        raise Absent("it is not in the folder of media")

    def _at(self, name: str) -> Path | None:
        for folder in (self.export / folder for folder in FOLDERS):
            path = (folder / name).resolve()
            if path.is_file() and path.is_relative_to(folder.resolve()):
                return path
        return None


def _usable(path: Path) -> Path:
    """The same file, or, of a picture that is too large, the widest of the smaller copies that lie beside it; raises Absent."""
    try:
        return check(path)
    except Absent:
        stem = glob.escape(SIZED.sub("", path.name).removesuffix(path.suffix))
        for copy in [copy for name in COPIES for copy in sorted(path.parent.glob(f"{stem}-{name}{path.suffix}"))]:
            with suppress(Absent):
                return check(copy)
        raise


def check(path: Path) -> Path:
    """The same file; raises Absent when it is of a sort that the site does not show, or cannot be prepared for readers."""
    if path.suffix.lower() in DOCUMENTS:
        return _clean(path)
    if path.suffix.lower() == ".svg":
        raise Absent("a drawing (.svg) can hold programs: look at it, and put it beside the page by hand")
    if path.suffix.lower() not in PICTURES:
        raise Absent(f"this site shows no {path.suffix}")
    if path.stat().st_size > renditions.HEAVIEST:
        raise Absent(f"it has {path.stat().st_size / 1e6:.1f} MB: save it {renditions.WIDTHS[-1]} pixels wide")
    try:
        with Image.open(path, formats=renditions.FORMATS) as image:
            if max(image.size) > renditions.LONGEST:
                raise Absent(f"it has {image.width} × {image.height} pixels: save it {renditions.WIDTHS[-1]} wide")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Absent(f"it has too many pixels: save it {renditions.WIDTHS[-1]} wide") from error
    except OSError as error:
        raise Absent("it cannot be read as a picture") from error
    return path


def _clean(path: Path) -> Path:
    """The same document; raises Absent when it cannot be published without what it says of those who made it."""
    if cleaning.ending(path.name) in cleaning.TYPES:
        try:
            cleaning.cleaned(path.name, path.read_bytes(), "", "")
        except Unfit as fault:
            raise Absent(f"{fault.what}: {fault.cure}") from fault
    return path


@dataclass
class Belongings:
    """The files beside one page, by name: those that are there and those that texts bring along."""

    there: Path
    """The folder of the page, which may not exist yet."""

    brought: dict[str, Path] = field(default_factory=dict)

    def add(self, path: Path) -> str:
        """The name a file has beside the page; the same content has one name, another content another."""
        stem, ending = PurePosixPath(path.name).stem, path.suffix.lower()
        wanted = slug(stem) or slug(f"picture {stem}")
        name, count = f"{wanted}{ending}", 1
        while (holder := self._holder(name)) and not cmp(holder, path, shallow=False):
            count += 1
            name = f"{wanted}-{count}{ending}"
        self.brought[name] = path
        return name

    def _holder(self, name: str) -> Path | None:
        here = self.there / name
        return here if here.is_file() else self.brought.get(name)
