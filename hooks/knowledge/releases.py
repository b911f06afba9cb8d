"""Publishing into a folder that a server shows: `make publish DEST=…` and `make rollback DEST=…`.

The server shows `current`, a link. A new site is copied beside the old ones and looked through, and only then does the link
change, in one step. Wherever a publication is cut off, readers see a whole site: the old one or the new one.
Reads and writes files.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge import configuration, provenance, publishing, smoke
from knowledge.configuration import Configuration

CURRENT = "current"
"""The link that a server follows."""

RELEASES = "releases"
"""The folder of all sites that are kept, each called by the first digits of its digest."""

KEPT = 5
"""How many sites are kept, the current one among them."""

DIGITS = 16
LOCK = ".lock"
OPEN = 0o755
"""Folders that everybody may read and only their owner may change; files likewise, without the right to be run."""


class Refused(Exception):
    """The site that is published stays as it is; the message says why and what to do."""


def publish(site: Path, dest: Path, of: Configuration) -> Path:
    """Makes a finished site the current one of `dest` and returns its release; raises Refused when anything is wrong with it."""
    with _alone(dest):
        _sweep(dest)
        release = dest / RELEASES / provenance.digest(provenance.digests(site))[:DIGITS]
        if release.exists():
            _insist(
                release, of, "this site was published before, and changed since: find out by whom before you delete it"
            )
        else:
            part = release.with_name(f".part-{release.name}")
            _copy(site, part)
            _insist(part, of, "this build cannot be published; what is published stays")
            part.rename(release)
        os.utime(release)
        _switch(dest, release)
        for old in _by_age(dest)[KEPT:]:
            _remove(old)
    return release


def rollback(dest: Path, of: Configuration) -> Path:
    """Makes the site before the current one the current one, takes the other away, and returns the release."""
    with _alone(dest):
        _sweep(dest)
        current = (dest / CURRENT).resolve()
        age = current.stat().st_mtime_ns if current.exists() else 0
        earlier = [found for found in _by_age(dest) if found != current and (found.stat().st_mtime_ns < age or not age)]
        if not earlier:
            raise Refused("there is no earlier site to go back to")
        _insist(earlier[0], of, "the site before this one is not whole; what is published stays")
        if age:
            os.utime(current, (0, 0))  # if the power fails here, nobody goes back to it later
        _switch(dest, earlier[0])
        if current.exists():
            _remove(current)
    return earlier[0]


@contextmanager
def _alone(dest: Path) -> Iterator[None]:
    """Nobody else publishes there meanwhile; a process that is killed lets go."""
    if (dest / CURRENT).exists() and not (dest / CURRENT).is_symlink():
        raise Refused(f"{dest / CURRENT} is no link: it was not made by this command; choose another folder")
    for folder in (dest, dest / RELEASES):
        if not folder.exists():
            folder.mkdir(parents=True)
            folder.chmod(OPEN)
    with (dest / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            raise Refused(f"somebody else is publishing to {dest}: wait, and try again") from fault
        yield


def _copy(site: Path, part: Path) -> None:
    """A copy that is on the disk for good, and that a server of any user can read."""
    shutil.copytree(site, part)
    part.chmod(OPEN)
    for path in part.rglob("*"):
        path.chmod(OPEN if path.is_dir() else OPEN & ~0o111)
    os.sync()


def _insist(release: Path, of: Configuration, otherwise: str) -> None:
    if flaws := list(smoke.flaws(release, of.languages, f"{of.site_url.rstrip('/')}/")):
        raise Refused("\n".join([f"{release}: {otherwise}:", *(f"  {flaw}" for flaw in flaws)]))


def _switch(dest: Path, release: Path) -> None:
    """The link changes by a rename, which happens whole or not at all."""
    link = dest / RELEASES / ".part-link"
    link.symlink_to(Path(RELEASES, release.name))
    link.rename(dest / CURRENT)


def _by_age(dest: Path) -> list[Path]:
    """All releases, the one that was made current last first."""
    found = [path for path in (dest / RELEASES).resolve().iterdir() if not path.name.startswith(".")]
    return sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def _remove(release: Path) -> None:
    """Takes a release away under another name first, so that half of one is never taken for a whole."""
    part = release.with_name(f".part-{release.name}")
    release.rename(part)
    shutil.rmtree(part)


def _sweep(dest: Path) -> None:
    """Takes away what an interrupted publication left."""
    for part in (dest / RELEASES).glob(".part-*"):
        part.unlink() if part.is_symlink() else shutil.rmtree(part)


def main(arguments: list[str]) -> int:
    """`publish DEST CONFIG` or `rollback DEST CONFIG`."""
    command, dest, config = arguments[0], arguments[1], Path(arguments[2]).resolve()
    if not dest:
        print(f"Say where: make {command} DEST=/srv/knowledge")
        return 1
    place, of = Path(dest).resolve(), configuration.read(config)
    try:
        release = publish(publishing.place(config), place, of) if command == "publish" else rollback(place, of)
    except Refused as fault:
        print(fault)
        return 1
    print(f"{place / CURRENT} is now {release.name}; sites kept: {len(_by_age(place))}, at most {KEPT}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
