"""Sveltia CMS as its makers publish it, fetched once by npm and checked: `python -m knowledge.editing.cms` is `make admin`.

The site needs no Node: npm is asked for one archive of one version, whose digest stands here, and nothing in it is run.
What of it the browser needs is kept in the folder of the cache, and published only where the editor is turned on.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

VERSION = "0.221.1"
DIGEST = "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
"""SHA-512 of the archive, in Base64 as npm writes it."""

INSIDE = ("package/npm/", "package/locales/", "package/LICENSE.txt")
"""What of the archive the browser needs: the form of the program that brings all it needs along, and its words."""

WORDS = re.compile(rb"(\.\./locales/[\w-]+)\.json\b")
MISSING = "The editor in the browser is turned on, and its program is not here: run `make admin` once"


class Refused(Exception):
    """Why there is no program, in one line."""


def place(cache: Path) -> Path:
    """Where the program is kept."""
    return cache / f"sveltia-cms-{VERSION}"


def files(cache: Path) -> Iterator[tuple[str, Path]]:
    """Every file of the program by its name below `cms/`; none where it is not here."""
    for path in sorted(place(cache).rglob("*")):
        if path.is_file():
            yield path.relative_to(place(cache)).as_posix(), path


def fetch(cache: Path) -> Path:
    """The folder of the program, fetched where it is not here yet; raises Refused."""
    folder = place(cache)
    if not folder.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache) as aside:
            fresh = Path(aside, "fresh")
            unpack(_packed(Path(aside)).read_bytes(), fresh)
            fresh.rename(folder)
    return folder


def _packed(folder: Path) -> Path:
    """The archive, as npm fetches it."""
    if not shutil.which("npm"):
        raise Refused("npm is not here: install it, or run `make admin` where it is and copy the folder of the cache")
    done = run(
        ["npm", "pack", "--silent", f"@sveltia/cms@{VERSION}"], cwd=folder, capture_output=True, text=True, check=False
    )
    found = list(folder.glob("*.tgz"))
    if done.returncode or not found:
        raise Refused(f"npm could not fetch it: {' '.join(done.stderr.split())[:300]}")
    return found[0]


def unpack(data: bytes, folder: Path) -> None:
    """Lays out what the browser needs of an archive, after checking that it is the one; raises Refused."""
    if base64.b64encode(hashlib.sha512(data).digest()).decode() != DIGEST:
        raise Refused("what npm fetched is not the archive that was looked at; nothing of it is used")
    with TemporaryDirectory() as aside:
        Path(aside, "cms.tgz").write_bytes(data)
        with tarfile.open(Path(aside, "cms.tgz")) as archive:
            for member in archive.getmembers():
                if member.isfile() and member.name.startswith(INSIDE) and not member.name.endswith(".map"):
                    content = archive.extractfile(member)
                    name, data = readable(member.name.removeprefix("package/"), content.read() if content else b"")
                    target = folder / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(data)


def readable(name: str, data: bytes) -> tuple[str, bytes]:
    """A file as browsers read it: the words of each language, which the program imports as JSON, become modules."""
    if name.startswith("locales/"):
        return name.removesuffix(".json") + ".js", b"export default " + data
    return name, WORDS.sub(rb"\1.js", data) if name.endswith(".js") else data


def main(arguments: list[str]) -> int:
    """Fetches the program into the cache beside the configuration named first."""
    try:
        print(f"The editor in the browser is ready: {fetch(Path(*arguments[:1]).parent / '.cache')}")
    except Refused as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["mkdocs.yml"]))
