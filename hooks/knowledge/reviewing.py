"""Changed contact facts for whoever reviews a change: `make contacts BASE=main` compares the content with that of a commit.

`BASE` can also be a folder: the content of another copy of the project. Reads files, asks git, and writes nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

from knowledge import configuration, whereabouts
from knowledge.whereabouts import State


class Unknown(ValueError):
    """There is no such state."""


def state(base: str, site: configuration.Configuration) -> State:
    """A site as it was at a commit, or as it is in a folder with other content; raises Unknown when there is neither."""
    if base and Path(base).is_dir():
        return folder(Path(base), site)
    commit = _git(site.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base or 'HEAD'}^{{commit}}")
    named = commit.decode().strip()
    listed = _git(site.docs, "ls-tree", "-r", "-z", "--name-only", named, ".").decode("utf-8", "replace").split("\0")
    wanted = [name for name in listed if whereabouts.matters(name) and name.isprintable()]
    return dict(_contents(site.docs, named, [*wanted, *_settings(site)]))


def folder(path: Path, site: configuration.Configuration) -> State:
    """The files of a content folder as it lies there, and the configuration beside it; links to other places are not followed."""
    places = {
        file.relative_to(path).as_posix(): file for file in path.rglob("*") if file.is_file() and not file.is_symlink()
    }
    wanted = {name: file for name, file in places.items() if whereabouts.matters(name)}
    beside = {name: path / name for name in _settings(site)}
    return {name: file.read_bytes() for name, file in (wanted | beside).items() if file.is_file()}


def _settings(site: configuration.Configuration) -> list[str]:
    """The configuration files, from the content folder."""
    return [Path(os.path.relpath(file, site.docs)).as_posix() for file in site.files]


def _contents(docs: Path, commit: str, names: list[str]) -> Iterator[tuple[str, bytes]]:
    """What files held at a commit, all asked for at once; those that were not there are left out."""
    asked = "".join(f"{commit}:./{name}\n" for name in names)
    said = _git(docs, "cat-file", "--batch", asked=asked.encode())
    for name in names:
        head, _, said = said.partition(b"\n")
        if not head.endswith(b" missing"):
            size = int(head.rpartition(b" ")[2])
            yield name, said[:size]
            said = said[size + 1 :]


def _git(folder: Path, *words: str, asked: bytes = b"") -> bytes:
    done = run(["git", "-C", str(folder), *words], input=asked, capture_output=True, check=False)
    if done.returncode:
        raise Unknown
    return done.stdout


def main(arguments: list[str]) -> int:
    """Prints what changed since a commit or a folder; 0 when nothing did, 1 when something did, 2 when nobody can say."""
    base, file = (*arguments, "", "")[:2]
    site = configuration.read(Path(file or "mkdocs.yml"))
    try:
        before = state(base, site)
    except (Unknown, OSError):
        print(f"{whereabouts.visible(base) or 'HEAD'} is neither a commit nor a folder: make contacts BASE=main")
        return 2
    after = folder(site.docs, site)
    if not before.keys() & set(_settings(site)):  # a copy of the content alone says nothing of the configuration
        after = {name: data for name, data in after.items() if name not in _settings(site)}
    told = whereabouts.report(before, after, site.languages, site.shown, site.markdown())
    print(told or "No way to reach anybody changed.")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
