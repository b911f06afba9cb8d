"""What a change does to the site, for whoever reviews it: `python -m knowledge.reviews.appraisal` is what `make review` runs.

Prints it for a terminal and, where a file is named, adds it there as Markdown, which hosts show beside a pull request. Reads
both states and writes that file; with things to mend it still succeeds, because it tells how things are.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from knowledge import provenance, publishing
from knowledge.documents import commands
from knowledge.reviews import account, findings, revisions
from knowledge.reviews.account import Part
from knowledge.reviews.findings import Findings
from knowledge.reviews.signposts import Signposts
from knowledge.reviews.sites import PAGE
from knowledge.reviews.summary import Summary

PREVIEW = "http://127.0.0.1:8000/"
"""Where `make serve` shows the site, and `python3 -m http.server -d site` too."""


def found(base: str, config: str, before: str = "", site: str = "") -> Findings:
    """What differs from the state `base`; `before` and `site` are folders with finished sites of both states."""
    now = commands.site(config)
    after = Path(site) if site else publishing.place(now.root / (Path(config).name or "mkdocs.yml"))
    lacking = [str(folder) for folder in (Path(before), after) if before and not (folder / PAGE).is_file()]
    built = (Path(before), after) if before and not lacking else None
    with tempfile.TemporaryDirectory() as folder:
        revision = revisions.lay(base, now, config, Path(folder))
        differences = findings.gather(revision, now, provenance.build_day(), built)
    unseen = [f"There is no finished site in {folder}: weight and barriers were not compared." for folder in lacking]
    return replace(differences, remarks=[*differences.remarks, *unseen])


def told(differences: Findings, preview: str, host: str = "") -> tuple[str, list[Part]]:
    """The summary: its line and its parts."""
    summary = Summary(differences, Signposts(differences.after, _folder(preview or PREVIEW), _folder(host)))
    return summary.headline(), summary.parts()


def _folder(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""


def main(arguments: list[str]) -> int:
    """Tells what changed; the arguments are those of `make review` in the Makefile, and any may be empty."""
    config, base, before, site, preview, host, file = [*arguments, *[""] * 7][:7]

    def work() -> str:
        differences = found(base, config, before, site)
        if file:
            with Path(file).open("a", encoding="utf-8") as out:
                out.write(account.markdown(*told(differences, preview, host)))
        return account.text(*told(differences, preview))

    return commands.perform(work, "Nothing was compared")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
