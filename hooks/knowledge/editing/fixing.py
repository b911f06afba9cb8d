"""Mending what is mechanical in all texts: `python -m knowledge.editing.fixing` is what `make fix` runs.

Writes the files of texts, and shows each change. Former versions stay as they are. Translations keep their stamp, because a
ledger remembers the words of the source alone; a changed source is told.
"""

from __future__ import annotations

import sys
from pathlib import Path

from knowledge.configuration import Configuration
from knowledge.documents import commands, holdings
from knowledge.documents.commands import Refusal
from knowledge.documents.holdings import Holdings
from knowledge.editing import checking, mending
from knowledge.editing.mending import Change
from knowledge.editing.remarks import isolated

FINE = "Nothing to mend that a program can."


def fix(site: Configuration, file: str = "") -> str:
    """Mends every text, or the one file named; returns each change and what follows from it."""
    told, sources = [], []
    for page in checking.pages(site):
        path = site.root / page.path
        if file and path.resolve() not in ((site.root / file).resolve(), Path(file).resolve()):
            continue
        after = mending.mended(page.text, page.code, page.fields)
        changed = list(mending.changes(page.text, after))
        if changed:
            path.write_text(after, "utf-8", newline="\n")
            told += [f"{page.path}:{_shown(change)}" for change in changed]
        if not all(change.spaces_only for change in changed):
            sources.append(page.path)
    return "\n".join([*told, *_outdated(holdings.read(site), sources)]) or FINE


def _shown(change: Change) -> str:
    return f"{change.line}: {isolated(change.before)} → {isolated(change.after)}"


def _outdated(books: Holdings, changed: list[str]) -> list[str]:
    """A line for each source of a document whose words changed: its translations are to be looked at."""
    told = []
    for entry in books.catalogue.entries.values():
        shown = entry.texts[entry.original].source.shown
        others = [code for code in books.ledgers[entry.id].bases if code in entry.texts]
        if shown in changed and others:
            cure = "`make status` names the clauses, `make translated` says that they are right"
            told.append(f"{shown} is a source: what changed in it is out of date in {', '.join(others)}: {cure}")
    return told


def main(arguments: list[str]) -> int:
    """Mends the site of the configuration named first, or only the file named second."""
    config, file = [*arguments, "", ""][:2]

    def work() -> str:
        if file.strip() and not any(
            path.is_file() for path in (Path(file.strip()), commands.site(config).root / file.strip())
        ):
            raise Refusal(f"there is no file {file}")
        return fix(commands.site(config), file.strip())

    return commands.perform(work, "Nothing was mended")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
