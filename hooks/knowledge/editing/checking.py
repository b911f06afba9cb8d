"""Checking all texts in seconds, before anybody builds: `python -m knowledge.editing.checking` is what `make check` runs.

First what stops a build, which the build tells too; then style, which does not. It reads the site and writes nothing there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from knowledge import concerns, leave, orphans, reading, sources
from knowledge.bodies import Bodies
from knowledge.catalogue import Catalogue
from knowledge.configuration import Configuration
from knowledge.documents import audit, commands
from knowledge.editing import linter, remarks
from knowledge.editing.remarks import Page
from knowledge.fields import PICTURE
from knowledge.kinds import kind_of
from knowledge.problems import Problem, report

FINE = "Nothing to mend."
UNSEEN = "Nobody would come across these; that may be as you want it:"


class Faulty(commands.Refusal):
    """What there is to mend."""


def check(site: Configuration) -> str:
    """FINE, with what nobody would come across; raises Faulty with everything there is to mend."""
    catalogue, problems = faults(site)
    told = [report(problems)] if problems else []
    if found := stumbles(site, catalogue.assets):
        count = "1 thing" if len(found) == 1 else f"{len(found)} things"
        told.append("\n".join([f"{count} that readers would stumble over; no build stops at that:", *map(str, found)]))
    unseen = [] if problems else orphans.told(catalogue, site.shown)
    notes = ["\n".join([UNSEEN, *unseen])] if unseen else []
    if told:
        raise Faulty("\n\n".join([*told, *notes]))
    return "\n\n".join([FINE, *notes])


def faults(site: Configuration) -> tuple[Catalogue, list[Problem]]:
    """The catalogue, and everything at which a build stops before it makes a page."""
    catalogue, problems = reading.read(site.docs, site.languages, site.shown, cache=site.cache)
    if problems:
        return catalogue, problems
    bodies = Bodies(site.markdown(), catalogue.facts)
    shown = {*concerns.shown(catalogue, bodies.markdown), *audit.shown(catalogue, bodies.words)}
    return catalogue, sorted({*shown, *_leaving(site, catalogue)})


def _leaving(site: Configuration, catalogue: Catalogue) -> Iterator[Problem]:
    """What is wrong with where the button leads that leaves the site, if a page has one."""
    if any(leave.shown(entry) for entry in catalogue.entries.values()):
        yield from leave.check(site.extra.get("leave"), site.languages, site.site_url, site.files[0].name)


def stumbles(site: Configuration, assets: Iterable[str]) -> list[Problem]:
    """What readers would stumble over, in texts, Markdown and pictures (among the files `assets`)."""
    return sorted({*_remarks(site), *linter.check(site.docs, site.shown), *_pictures(site, assets)})


def pages(site: Configuration) -> Iterator[Page]:
    """Every file that somebody can still change: former versions stay as they are."""
    for source in sources.read(site.docs, site.languages, site.shown).sources:
        kind = kind_of(source.page_id)
        if kind.name != "version" and source.matter.values:
            text = sources.decode((site.docs / source.path).read_bytes())
            yield Page(source.shown, text, source.language, kind.words)


def _remarks(site: Configuration) -> Iterator[Problem]:
    for page in pages(site):
        yield from remarks.check(page)


def _pictures(site: Configuration, assets: Iterable[str]) -> Iterator[Problem]:
    for path in sorted(assets):
        if PICTURE.search(path):
            yield from remarks.heavy(f"{site.shown}/{path}", (site.docs / path).stat().st_size)


def main(arguments: list[str]) -> int:
    """Checks the site of the configuration named first; 0 when there is nothing to mend."""
    return commands.perform(lambda: check(commands.site([*arguments, ""][0])), "There is something to mend")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
