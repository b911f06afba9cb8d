"""A small site in three languages before and after a change, for tests of what reviewers are told of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from subprocess import run

from tests.documents.shelved import shelve, stamped
from tests.site.writing import REVIEWED, page, picture

from knowledge import configuration
from knowledge.documents.register import main as register
from knowledge.reviews import account, appraisal, findings, inventory, succession
from knowledge.reviews.findings import Findings
from knowledge.reviews.inventory import Inventory
from knowledge.reviews.revisions import Revision

TODAY = date(2026, 3, 1)
GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull} | {
    f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}
STORY = "A well was dug.\n\nIt gave water to the whole village.\n\nNobody asked who would mend the pump."
WELL = "news/2026/well"
FACTS = "desk:\n  phone: '+45 88 32 70 00'\n  hours: {en: Always., fr: Toujours., ar: دائما.}\n"
FILES: dict[str, str | bytes] = {
    "index.md": page("Home", "Welcome.", reviewed=REVIEWED),
    "about/index.md": page("About", "Call {{ desk.phone }}.", reviewed=REVIEWED),
    "about/index.fr.md": page("À propos", "Appelez {{ desk.phone }}."),
    f"{WELL}/index.md": page("The well", STORY, date="2026-01-05", topics=["water"]),
    f"{WELL}/index.fr.md": page("Le puits", "Un puits fut creusé.\n\nIl donna de l’eau."),
    f"{WELL}/pump.png": picture(),
    "topics/water/index.md": page("Water", reviewed=REVIEWED),
    "facts.yml": FACTS,
}


@dataclass(frozen=True)
class Project:
    """A project that somebody changes, and the commit or folder it is compared with."""

    root: Path
    base: str

    @property
    def config(self) -> str:
        return str(self.root / "mkdocs.yml")

    def path(self, name: str) -> Path:
        """A file of the content folder."""
        return self.root / "docs" / name

    def rewrite(self, name: str, old: str, new: str) -> None:
        """Changes words of a file."""
        text = self.path(name).read_text("utf-8")
        assert old in text
        self.path(name).write_text(text.replace(old, new), "utf-8")

    def states(self) -> tuple[Inventory, Inventory, dict[str, str]]:
        """Before, after, and the pages that moved."""
        before, after = (
            inventory.read(configuration.read(Path(root) / "mkdocs.yml")) for root in (self.base, self.root)
        )
        return before, after, succession.heirs(before.texts, after.texts)

    def findings(self) -> Findings:
        """What differs from the folder it is compared with."""
        base = Revision(configuration.read(Path(self.base) / "mkdocs.yml"), "before")
        return findings.gather(base, configuration.read(Path(self.config)), TODAY)

    def told(self) -> str:
        """The summary for a terminal, without addresses."""
        line, parts = appraisal.told(self.findings(), "")
        return account.text(line, parts).replace(f" <{appraisal.PREVIEW}", " <")


Change = Callable[[], Project]


def project(folder: Path) -> Project:
    """A project, and a copy of it as it was."""
    shelve(folder / "now", others=FILES)
    register([str(folder / "now/mkdocs.yml")])
    for code in ("fr", "ar"):
        stamped(folder / "now", code)
    shutil.copytree(folder / "now", folder / "before")
    return Project(folder / "now", str(folder / "before"))


def git(folder: Path, *words: str) -> None:
    """Runs git as nobody in particular."""
    run(["git", "-C", str(folder), *words], env=os.environ | GIT, check=True, capture_output=True)
