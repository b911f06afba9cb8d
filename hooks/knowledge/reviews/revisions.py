"""The project as it was at a commit, laid out in a folder of its own, so that whatever reads the one can read the other.

What is wanted is the state that a change was made from: where both histories part, not what others have done since. Asks git,
which changes nothing; reads and writes that folder.
"""

from __future__ import annotations

import tarfile
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, run

from knowledge import configuration, whereabouts
from knowledge.configuration import Configuration
from knowledge.documents.commands import Refusal, site


@dataclass(frozen=True)
class Revision:
    """A former state that can be read."""

    site: Configuration
    name: str
    """What it is called in messages."""

    remark: str = ""
    """What a reviewer must know of it; `""` when nothing."""


def lay(base: str, now: Configuration, config: str, folder: Path) -> Revision:
    """The state `base` of the site whose configuration file is `config`, laid into an empty folder.

    `base` is a commit, or a folder: another copy of the project, or of its content. Raises Refusal when it is neither.
    """
    if base and Path(base).is_dir():
        return _copy(Path(base), now, config)
    named, root = base or "HEAD", _root(now.root)
    tip = _asked(now.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}")
    if not tip:
        raise Refusal(
            f"{whereabouts.visible(named)} is neither a commit here nor a folder: `git fetch origin` brings what is missing, "
            "`git branch --all` lists what there is; then make review BASE=…"
        )
    parted = _asked(now.root, "merge-base", tip, "HEAD")
    _unpack(root, parted or tip, folder)
    place = folder / now.root.relative_to(root) / (Path(config).name or "mkdocs.yml")
    if not place.is_file():
        raise Refusal(f"at {whereabouts.visible(named)} there was no {place.relative_to(folder)}: name a later commit")
    return Revision(site(str(place)), named, "" if parted else _cut_off(named))


def _cut_off(named: str) -> str:
    return (
        f"The history here does not reach back to where this change began, so it is compared with {named} itself: what others "
        "did there since looks undone. `git fetch --unshallow` brings the rest."
    )


def _copy(folder: Path, now: Configuration, config: str) -> Revision:
    """Another copy of the project, or of the content folder alone, which says nothing of the configuration."""
    place = folder / (Path(config).name or "mkdocs.yml")
    if place.is_file():
        return Revision(site(str(place)), str(folder))
    alone = configuration.Configuration(folder.resolve(), folder.resolve(), now.languages, extensions=now.extensions)
    return Revision(alone, str(folder))


def _root(folder: Path) -> Path:
    """The root of the repository that a folder lies in; raises Refusal when there is none, or no git."""
    try:
        found = _asked(folder, "rev-parse", "--show-toplevel")
    except OSError as fault:
        raise Refusal("there is no git here: name a folder with another copy, as make review BASE=../before") from fault
    if not found:
        raise Refusal(
            f"{folder} lies in no git repository: name a folder with another copy, as make review BASE=../before"
        )
    return Path(found).resolve()


def _asked(folder: Path, *words: str) -> str:
    """What git answers; `""` when it has no answer."""
    done = run(["git", "-C", str(folder), *words], stdout=PIPE, stderr=DEVNULL, check=False)
    return "" if done.returncode else done.stdout.decode("utf-8", "replace").strip()


def _unpack(root: Path, commit: str, folder: Path) -> None:
    """Writes the files of a commit into a folder; links are left out, because nothing of a site is one."""
    git = Popen(["git", "-C", str(root), "archive", "--format=tar", commit], stdout=PIPE, stderr=DEVNULL)
    try:
        with git, tarfile.open(fileobj=git.stdout, mode="r|") as archive:
            for member in archive:
                place = (folder / member.name).resolve()
                if member.isfile() and place.is_relative_to(folder.resolve()) and (data := archive.extractfile(member)):
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(data.read())
    except tarfile.ReadError:  # git said nothing, or not all
        git.wait()
    if git.returncode:
        raise Refusal(f"git cannot read the commit {commit}: `git fetch --unshallow` brings what is missing")
