"""A copy of the site as it would be after an import, in which everything is checked before anything is published.

Next to the content folder stands a folder of hard links to all of it, and new pages are written among them. The checks of
the site say what would break: that is held back, and the rest moves into the content folder page by page, each whole or not
at all. What lies there is never written over; an interrupted run loses nothing but the copy.
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import TracebackType

from knowledge import links, reading
from knowledge.configuration import Configuration
from knowledge.documents import ledgers
from knowledge.importer import alignment, years
from knowledge.importer.manuscripts import Manuscript
from knowledge.importer.media import Belongings
from knowledge.problems import Problem, report

WAITS = "the text it was translated from is held back"
OTHER = "the text it was translated from is not the one in the content folder"


@dataclass
class Laid:
    """A text in the copy."""

    page_id: str
    path: str
    """Of its file, from the content folder."""

    source: str
    """The path of the text it was translated from, which may be its own."""

    links: dict[str, str]
    """Pages it links to, by id, and their addresses on the old site."""

    files: frozenset[str]
    new: bool
    """Whether nothing lies at its place in the content folder."""

    remarks: list[str]
    """What somebody should look at."""

    drafted: bool = False
    """Whether its summary is its first sentences, because nobody wrote one."""

    held: list[str] = field(default_factory=list)
    """Why it cannot be published."""

    turned: set[str] = field(default_factory=set)
    """Pages, by id, that are held back, so that its links to them lead to the old site."""

    @property
    def original(self) -> bool:
        """Whether the others were translated from it."""
        return self.path == self.source


class Stage:
    """The copy; a context that leaves nothing behind."""

    def __init__(self, site: Configuration, today: date) -> None:
        self.site, self.today = site, today
        self.folder = site.docs.with_name(f".{site.docs.name}.import")
        self.whole, self.again, self.held = (self.folder / name for name in ("whole", "again", "held"))
        self.laid: dict[str, Laid] = {}
        self.belongings: dict[str, Belongings] = {}
        self.years: list[Path] = []
        """Pages of years in the copy that the content folder lacks."""

    def __enter__(self) -> Stage:
        shutil.rmtree(self.folder, ignore_errors=True)
        for root, folders, names in os.walk(self.site.docs):
            folders[:] = [name for name in folders if not name.startswith(".") or name == ledgers.FOLDER]
            copy = self.whole / Path(root).relative_to(self.site.docs)
            copy.mkdir(parents=True)
            for name in names:
                (copy / name).hardlink_to(Path(root, name))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def beside(self, page_id: str) -> Belongings:
        """The files beside a page."""
        return self.belongings.setdefault(page_id, Belongings(self.site.docs / page_id))

    def lay(self, laid: Laid, manuscript: Manuscript) -> None:
        """Writes a text into the copy; one whose place is taken beside it, to be compared."""
        self.laid[laid.path] = laid
        path = (self.whole if laid.new else self.again) / laid.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(manuscript.text, "utf-8")
        for name in laid.files if laid.new else ():
            if not (path.parent / name).exists():
                shutil.copyfile(self.beside(laid.page_id).brought[name], path.parent / name)
        laid.held += manuscript.faults

    def settle(self) -> None:
        """Holds back everything the site would not build with; raises RuntimeError when that is not enough."""
        for laid in self.laid.values():
            self._align(laid)
        begun = {str(Path(path).parents[1]) for path in self.laid if Path(path).parents[1].name <= str(self.today.year)}
        self.years = years.write(self.whole, begun)
        self._hold({path: laid.held for path, laid in self.laid.items() if laid.held and laid.new})
        while problems := self._problems():
            faults = self._blamed(problems)
            if not faults:
                raise RuntimeError(report(problems))
            self._hold(faults)
        self._hold({path: [OTHER] for path in self._strangers()})

    def _align(self, laid: Laid) -> None:
        """Gives a translation the headings of its source, or the word that it has its own."""
        if not laid.original:
            path = (self.whole if laid.new else self.again) / laid.path
            text = alignment.aligned(path.read_text("utf-8"), (self.whole / laid.source).read_text("utf-8"))
            path.write_text(text, "utf-8")
            laid.remarks += [alignment.OWN] if f"\n{alignment.ADAPTED}---\n" in text else []

    def _problems(self) -> list[Problem]:
        site = self.site
        return reading.read(self.whole, site.languages, site.shown, self.today, site.cache)[1]

    def _blamed(self, problems: list[Problem]) -> dict[str, list[str]]:
        """New texts with faults, by path, and what they are; a fault of an old file is one of the new ones beside it."""
        faults: dict[str, list[str]] = defaultdict(list)
        for problem in problems:
            path = problem.path.removeprefix(f"{self.site.shown}/")
            said = f"line {problem.line}: {problem.field}: {problem.what}: {problem.cure}"
            if path in self.laid and self.laid[path].new:
                faults[path].append(said)
            else:
                for laid in self.laid.values():
                    if laid.new and not laid.held and laid.page_id == path.rpartition("/")[0]:
                        faults[laid.path].append(f"beside it, {path}: {said}")
        return faults

    def _strangers(self) -> list[str]:
        """New translations whose source in the content folder says something else than the archive."""
        changed = {path for path, laid in self.laid.items() if not laid.new and not self.same(path)}
        return [path for path, laid in self.laid.items() if laid.new and not laid.held and laid.source in changed]

    def same(self, path: str) -> bool:
        """Whether a text whose place is taken says what lies there."""
        return (self.again / path).read_bytes() == (self.site.docs / path).read_bytes()

    def _hold(self, faults: dict[str, list[str]]) -> None:
        """Takes texts out of the copy, with their translations, and turns links to pages that are gone back."""
        waiting = [laid for laid in self.laid.values() if laid.new and not laid.original and not laid.held]
        faults |= {laid.path: [WAITS] for laid in waiting if laid.source in faults and laid.path not in faults}
        for path, reasons in faults.items():
            self.laid[path].held = reasons
            self._take_out(self.laid[path])
        there = {laid.page_id for laid in self.laid.values() if self._is_there(laid)}
        for laid in self.laid.values():
            for page_id in set(laid.links) - there - laid.turned:
                self._turn_back(laid, page_id)

    def _is_there(self, laid: Laid) -> bool:
        return not laid.held or not laid.new or (self.site.docs / laid.page_id).exists()

    def _take_out(self, laid: Laid) -> None:
        """Moves a text to the folder of what is held back, with files that no other text of its page needs."""
        page, target = self.whole / laid.page_id, self.held / laid.page_id
        others = [text for text in self.laid.values() if text.page_id == laid.page_id and not text.held]
        needed = {name for text in others for name in text.files}
        target.mkdir(parents=True, exist_ok=True)
        shutil.move(self.whole / laid.path, self.held / laid.path)
        for name in laid.files:
            if self._lay_there(page / name) or name in needed:
                shutil.copyfile(page / name, target / name)
            elif (page / name).exists():
                shutil.move(page / name, target / name)
        if not any(page.iterdir()):
            page.rmdir()

    def _lay_there(self, path: Path) -> bool:
        """Whether a file of the copy is one of the content folder under a second name."""
        return (self.site.docs / path.relative_to(self.whole)).exists()

    def _turn_back(self, laid: Laid, page_id: str) -> None:
        """A link to a page that is held back leads to the old site, as it did; in our copy, never in what lies there."""
        path = (self.again if not laid.new else self.held if laid.held else self.whole) / laid.path
        text, ours, address = path.read_text("utf-8"), links.relative(laid.page_id, page_id), laid.links[page_id]
        path.write_text(text.replace(f"]({ours})", f"]({address})"), "utf-8")
        laid.turned.add(page_id)
        laid.remarks.append(f"a link leads to the old site, because the page is held back: {address}")

    def same_but_links(self, laid: Laid) -> bool:
        """Whether what lies there differs only in links that led to the old site when it came."""
        texts = [(folder / laid.path).read_text("utf-8") for folder in (self.again, self.site.docs)]
        for page_id, address in laid.links.items():
            ours = links.relative(laid.page_id, page_id)
            texts = [text.replace(f"]({ours})", f"]({address})") for text in texts]
        return texts[0] == texts[1]

    def publish(self) -> None:
        """Moves every new page into the content folder whole, and new files of pages that are there one by one."""
        for page_id in dict.fromkeys(laid.page_id for laid in self.laid.values() if laid.new and not laid.held):
            source, target = self.whole / page_id, self.site.docs / page_id
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                source.rename(target)
                continue
            new = [path for path in source.iterdir() if not self._lay_there(path)]
            for path in sorted(new, key=lambda path: path.suffix == ".md"):
                path.rename(target / path.name)
        self.years = [path for path in self.years if (self.site.docs / path.relative_to(self.whole)).parent.is_dir()]
        for path in self.years:
            path.rename(self.site.docs / path.relative_to(self.whole))
