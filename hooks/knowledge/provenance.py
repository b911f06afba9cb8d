"""What a finished site was made from, and what it is: `build.json` lets anybody check that a copy is whole and unchanged.

The digest is the SHA-256 of the list of all files, a line each in the order of their paths, as `sha256sum` writes it. Left out
are `build.json` itself and the compressed copies, which follow from the rest. README says how to check one by hand.
Reads files, and asks git.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from subprocess import CalledProcessError, run

from knowledge import store
from knowledge.compression import ENDINGS

PLACE = "build.json"
"""Where it lies, from the root of the site."""


Origin = dict[str, object]
"""What git says of the files a site was made from."""


Digests = Mapping[str, str]
"""The SHA-256 of every file below a folder, in hexadecimal digits, by its path, in the order of the bytes of the paths."""


def written(site: Digests, made_from: Origin, day: date) -> str:
    """The file for a finished site that was built on a day."""
    return json.dumps({**made_from, "day": day.isoformat(), "digest": digest(site)}, indent=2) + "\n"


def digest(site: Digests) -> str:
    """The digest of a site: 64 hexadecimal digits."""
    return hashlib.sha256("".join(f"{site[name]}  {name}\n" for name in names(site)).encode()).hexdigest()


def names(site: Iterable[str]) -> Iterator[str]:
    """Those of the files of a site that make its digest."""
    return (name for name in site if name != PLACE and not name.endswith(ENDINGS))


def digests(place: Path) -> Digests:
    """The digests of all files below a folder."""
    found = (f"{root}/{name}".removeprefix(f"{place}/") for root, _, names in os.walk(place) for name in names)
    return {name: _digest(f"{place}/{name}") for name in sorted(found, key=str.encode)}


def _digest(file: str) -> str:
    return hashlib.sha256(Path(file).read_bytes()).hexdigest()


def build_day() -> date:
    """The day of the build: SOURCE_DATE_EPOCH's where it is set (reproducible-builds.org), else today's, in UTC."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
    return moment.date()


@cache
def program() -> str:
    """The digest of what makes sites: our code, Python, and every package beside them."""
    code = (path.read_bytes() for path in sorted(Path(__file__).parents[1].rglob("*.py")))
    packages = sorted(f"{found.name} {found.version}" for found in distributions())
    return store.digest(sys.version, *packages, *code)


def folder(place: Path) -> str:
    """The digest of all files below a folder, such as that of the templates."""
    return store.digest(repr(digests(place)))


def origin(source: Path) -> Origin:
    """The commit that a folder shows, and whether files were changed since; nothing where git is not or knows nothing."""
    try:
        commit = _git(source, "rev-parse", "HEAD").strip()
        changed = bool(_git(source, "status", "--porcelain"))
    except (OSError, CalledProcessError):
        return {}
    return {"commit": commit} | ({"changed": True} if changed else {})


def _git(folder: Path, *command: str) -> str:
    return run(["git", "-C", str(folder), *command], check=True, capture_output=True, text=True).stdout
