"""Changed contact facts for whoever reviews a change: `make contacts BASE=main` compares the content with that of a commit.

`BASE` can also be a folder: the content of another copy of the project. Reads files, asks git, and writes nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

from knowledge import configuration, whereabouts
from knowledge.whereabouts import State


class Unknown(ValueError):
    """There is no such state."""


def state(base: str, site: configuration.Configuration) -> State:
    """The content that a folder or a commit holds; raises Unknown when there is neither."""
    if base and Path(base).is_dir():
        return folder(Path(base))
    commit = _git(site.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base or 'HEAD'}^{{commit}}")
    named = commit.decode().strip()
    listed = _git(site.docs, "ls-tree", "-r", "-z", "--name-only", named, ".").decode("utf-8", "replace").split("\0")
    wanted = [name for name in listed if name.endswith(whereabouts.READ) and name.isprintable()]
    return dict(zip(wanted, _contents(site.docs, named, wanted), strict=True))


def folder(path: Path) -> State:
    """The files of a content folder as it lies there; links to other places are not followed."""
    found = (file for file in path.rglob("*") if file.suffix in whereabouts.READ)
    kept = (file for file in found if file.is_file() and not file.is_symlink())
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in kept}


def _contents(docs: Path, commit: str, names: list[str]) -> list[bytes]:
    """What files below a folder held at a commit, all asked for at once."""
    asked = "".join(f"{commit}:./{name}\n" for name in names)
    said, found = _git(docs, "cat-file", "--batch", asked=asked.encode()), []
    while said:
        head, _, rest = said.partition(b"\n")
        size = int(head.rpartition(b" ")[2])
        found.append(rest[:size])
        said = rest[size + 1 :]
    return found


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
    told = whereabouts.report(before, folder(site.docs), site.languages, site.shown)
    print(told or "No way to reach anybody changed.")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
