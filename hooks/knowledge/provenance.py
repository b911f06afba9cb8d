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
from collections.abc import Iterator
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


def written(site: Path, made_from: Origin, day: date) -> str:
    """The file for a finished site that was built on a day."""
    return json.dumps({**made_from, "day": day.isoformat(), "digest": digest(site)}, indent=2) + "\n"


def digest(site: Path) -> str:
    """The digest of a site: 64 hexadecimal digits."""
    lines = (f"{hashlib.sha256((site / name).read_bytes()).hexdigest()}  {name}\n" for name in names(site))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def names(site: Path) -> Iterator[str]:
    """The files that make the digest, in the order of the bytes of their paths."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    yield from sorted((name for name in found if name != PLACE and Path(name).suffix not in ENDINGS), key=str.encode)


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


def folder(place: Path, *apart: str) -> str:
    """The digest of all files below a folder, such as that of the templates, but those at paths that are set `apart`."""
    found = sorted(f"{root}/{name}".removeprefix(f"{place}/") for root, _, names in os.walk(place) for name in names)
    made = hashlib.sha256()
    for name in found:
        if name not in apart:
            made.update(f"{hashlib.sha256((place / name).read_bytes()).hexdigest()} {name}\n".encode())
    return made.hexdigest()


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
