"""Everything that two states of the project differ in, gathered once for whoever tells it.

Reads both states, and two finished sites where there are some.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from filecmp import cmp
from pathlib import Path

from knowledge import whereabouts
from knowledge.configuration import Configuration
from knowledge.editing import checking
from knowledge.problems import Problem
from knowledge.reviews import inventory, lateness, ripples, sites, succession, turnover
from knowledge.reviews.inventory import Inventory
from knowledge.reviews.lateness import Behind, Stale
from knowledge.reviews.revisions import Revision
from knowledge.reviews.sites import Comparison
from knowledge.reviews.turnover import Page
from knowledge.whereabouts import State

WAYS = ("Makefile", ".github", ".ci")
"""Where it stands how the site is built and published."""

PACKAGES = "requirements.txt"
CODE = Path(__file__).parents[2]
"""The folder that the generator lies in."""

MADE = {"__pycache__"}
"""Folders that programs make beside code."""


@dataclass(frozen=True)
class Findings:
    """What a change does."""

    after: Inventory
    pages: Sequence[Page] = ()
    contacts: Mapping[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    """By file, what is gone and what is new."""

    problems: Sequence[Problem] = ()
    """What stops a build, then what readers would stumble over in files that changed."""

    ripples: Mapping[str, list[str]] = field(default_factory=dict)
    stale: Sequence[Stale] = ()
    behind: Sequence[Behind] = ()
    caught_up: Sequence[tuple[str, str, str]] = ()
    sites: Comparison | None = None
    generator: Sequence[str] = ()
    """Files that changed and make what readers see, but are no content."""

    remarks: Sequence[str] = ()
    """What a reviewer must know of the comparison itself."""


def gather(base: Revision, now: Configuration, today: date, built: tuple[Path, Path] | None = None) -> Findings:
    """What differs between a former state and the one now; `built` are finished sites of both."""
    before, after = inventory.read(base.site), inventory.read(now)
    heirs = succession.heirs(before.texts, after.texts)
    pages = turnover.pages(before, after, heirs, today)
    return Findings(
        after,
        pages,
        _contacts(before, after, heirs),
        _problems(now, pages),
        ripples.ripples(before.catalogue.facts, after),
        lateness.stale(before, after, heirs, today),
        lateness.behind(after, pages),
        lateness.caught_up(before, after, heirs, today),
        sites.compare(*built, _addresses(after, heirs)) if built else None,
        list(_generator(base.site, now)),
        [base.remark] if base.remark else [],
    )


def _contacts(before: Inventory, after: Inventory, heirs: Mapping[str, str]) -> dict[str, tuple[list[str], list[str]]]:
    """Ways to reach people, by file as reviewers know it; a page that moved is compared with what it was."""
    moves = {old: new for new, old in heirs.items()}
    old: State = {turnover.followed(name, moves): data for name, data in before.state.items()}
    new = after.state
    if before.site.files == ():
        new = {name: data for name, data in new.items() if not name.startswith("../")}
    found = whereabouts.changes(old, new, after.site.languages, after.site.markdown())
    told = {path: tuple([whereabouts.told(way) for way in ways] for ways in both) for path, both in found.items()}
    return {
        whereabouts.place(path, after.site.languages, after.site.shown): (gone, come)
        for path, (gone, come) in told.items()
    }


def _problems(now: Configuration, pages: Sequence[Page]) -> list[Problem]:
    catalogue, faults = checking.faults(now)
    changed = {f"{now.shown}/{page.id}" if page.id else now.shown for page in pages}
    style = checking.stumbles(now, catalogue.assets)
    near = [fault.path.rpartition("/")[0] in changed for fault in faults]
    first, then = ([fault for fault, own in zip(faults, near, strict=True) if own is side] for side in (True, False))
    return [*first, *then, *(fault for fault in style if fault.path.rpartition("/")[0] in changed)]


def _addresses(after: Inventory, heirs: Mapping[str, str]) -> dict[str, str]:
    """Addresses of pages that moved, in every language: new → old."""
    spoken = after.site.languages.all
    return {language.url(new): language.url(old) for new, old in heirs.items() for language in spoken}


def _generator(before: Configuration, now: Configuration) -> Iterator[str]:
    """Files that make the site and changed; of a copy of the content alone nothing is known."""
    if not before.files:
        return
    places = [
        *WAYS,
        PACKAGES,
        now.theme,
        *(file.relative_to(now.root).as_posix() for file in now.files if _inside(file, now)),
    ]
    if CODE.is_relative_to(now.root):
        places.append(CODE.relative_to(now.root).as_posix())
    for place in places:
        names = {name for root in (before.root, now.root) for name in _below(root, place)}
        yield from sorted(name for name in names if not _same(before.root / name, now.root / name))


def _inside(file: Path, site: Configuration) -> bool:
    return file.is_relative_to(site.root)


def _below(root: Path, place: str) -> Iterator[str]:
    """The files at or below a place, from the root."""
    found = (root / place).rglob("*") if (root / place).is_dir() else [root / place]
    for file in found:
        if file.is_file() and not MADE & set(file.parts):
            yield file.relative_to(root).as_posix()


def _same(old: Path, new: Path) -> bool:
    return old.is_file() and new.is_file() and cmp(old, new, shallow=False)
