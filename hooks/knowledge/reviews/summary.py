"""What a change does, in plain words and in the order of what matters to whoever says yes or no to it.

First whom readers would now turn to, then what stops the build, then pages, other languages, weight and what keeps people out.
What did not happen is not mentioned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.documents import bulletin
from knowledge.documents.clauses import clause_id
from knowledge.problems import Problem
from knowledge.reviews import barriers, weights
from knowledge.reviews.account import FEW, Code, Item, Part, Piece, Quote, row, told
from knowledge.reviews.findings import Findings
from knowledge.reviews.lateness import Stale
from knowledge.reviews.signposts import Signposts
from knowledge.reviews.turnover import Page, Shift

OPEN = "any page may look different"
MARKED = "Readers of a document see it marked; `make translated FILE=…` says that a translation is up to date."
NOTHING = "Nothing that readers see has changed."
SORTS = ("new", "changed", "moved", "removed")
PARTS = {
    "title": "title",
    "summary": "summary",
    "start": "words before the first clause",
    "annexes": "annexes and notes",
}


UNPACKED = (
    "Links lead to a preview on your own machine: `make serve`, or what is attached to the pull request, unpacked into `site`, "
    "and `python3 -m http.server -d site`."
)


@dataclass(frozen=True)
class Summary:
    """The parts of a summary."""

    found: Findings
    signs: Signposts

    def parts(self) -> list[Part]:
        """Every part, empty ones too; a writer leaves those out."""
        return [
            self._contacts(),
            self._remarks(),
            self._problems(),
            self._pages(),
            self._facts(),
            self._stale(),
            self._caught_up(),
            *self._sites(),
        ]

    def headline(self) -> str:
        """The whole change in one line, what matters most first."""
        found, sorts = self.found, [page.sort for page in self.found.pages]
        counts = [f"{sorts.count(sort)} {sort}" for sort in SORTS if sort in sorts]
        said = [
            "ways to reach people changed" if found.contacts else "",
            f"{_counted(len(found.problems), 'thing')} to mend" if found.problems else "",
            f"pages: {', '.join(counts)}" if counts else "",
            f"{_counted(len(found.ripples), 'fact')} changed" if found.ripples else "",
            f"{_counted(len(found.stale), 'part')} out of date in translations" if found.stale else "",
            f"{_counted(len(found.caught_up), 'part')} up to date again" if found.caught_up else "",
            "what makes the site changed" if found.generator else "",
        ]
        line = "; ".join(filter(None, said))
        return f"{line[0].upper()}{line[1:]}." if line else NOTHING

    def _contacts(self) -> Part:
        items = []
        for place, (gone, new) in self.found.contacts.items():
            lines = [*(f"gone: {way}" for way in gone), *(f"new: {way}" for way in new)]
            items.append(Item([place], [Item([Code(line)]) for line in lines]))
        return Part(
            "Ways to reach people changed",
            items,
            "Ask whoever they belong to, not whoever wrote the change.",
            loud=True,
        )

    def _problems(self) -> Part:
        first = "First those at which a build stops, in what changed before all else." if self.found.problems else ""
        return Part("To mend", [Item(self._problem(problem)) for problem in self.found.problems], first)

    def _problem(self, problem: Problem) -> list[Piece]:
        return [self.signs.line(problem), *told(f": {problem.field}: {problem.what}: {problem.cure}")]

    def _pages(self) -> Part:
        first = UNPACKED if self.signs.preview.startswith("http://127.") else ""
        return Part("Pages", [self._page(page) for page in self.found.pages], first)

    def _page(self, page: Page) -> Item:
        """A page, then what happened to each of its texts and files."""
        title = Quote(page.title) if page.texts or page.sort == "removed" else self.signs.titled(page.id)
        head: list[Piece] = [title, f" ({page.kind}): {page.sort}"]
        if page.former != page.id:
            head += [", from ", Code(f"{page.former}/"), " to ", Code(f"{page.id}/"), ": the old address leads nowhere"]
        if page.sort == "removed":
            head += [": ", Code(f"{page.id}/"), " leads nowhere now"]
        if page.held:
            head.append(f"; nobody sees it before {page.held.isoformat()}")
        below = [Item(self._text(page, shift)) for shift in page.texts if page.sort != "removed"]
        below += [Item([Code(shift.name), f": {shift.sort}"]) for shift in page.files]
        return Item(head, below)

    def _text(self, page: Page, shift: Shift) -> list[Piece]:
        fields = f" (only {', '.join(shift.fields)})" if shift.fields else ""
        fields += f", {_clauses(shift.clauses)}" if shift.clauses else ""
        if shift.sort == "removed":
            return [f"{self.signs.name(shift.name)}: removed"]
        return [self.signs.seen(page.id, shift.name, self.signs.name(shift.name)), f": {shift.sort}{fields}"]

    def _facts(self) -> Part:
        items = []
        for name, pages in self.found.ripples.items():
            on = row([self.signs.titled(page_id) for page_id in pages])
            items.append(Item([Code(name), " stands on ", *(on or ["no page"])]))
        return Part("Facts that changed, and the pages that show them", items)

    def _stale(self) -> Part:
        groups: dict[str, list[Item]] = {}
        for item in self.found.stale:
            groups.setdefault(item.page_id, []).append(Item(self._late(item)))
        items = [Item([self.signs.titled(page_id)], below) for page_id, below in groups.items()]
        for behind in self.found.behind:
            changed = self.signs.name(behind.source)
            items.append(
                Item(
                    [
                        self.signs.titled(behind.page_id),
                        f": {changed} changed, {self.signs.names(behind.codes)} did not",
                    ]
                )
            )
        last = MARKED if groups else ""
        return Part("Out of date in other languages", items, last=last)

    def _late(self, item: Stale) -> list[Piece]:
        """A clause that changed, and who has to follow."""
        source = self.found.after.catalogue.entries[item.page_id].original
        anchor = "" if item.part in PARTS else f"#{clause_id(item.part)}"
        words = PARTS.get(item.part, item.part)
        sort = {"added": "new", "removed": "gone"}.get(item.change.kind, item.change.kind)
        name = self.signs.seen(item.page_id, source, words, anchor)
        return [name, f" {sort}, to follow in {self.signs.names(item.codes)}: ", Quote(bulletin.told(item.change))]

    def _caught_up(self) -> Part:
        groups: dict[tuple[str, str], list[str]] = {}
        for page_id, code, part in self.found.caught_up:
            groups.setdefault((page_id, code), []).append(PARTS.get(part, part))
        items = [
            Item([self.signs.titled(page_id, code), f", {self.signs.name(code)}: {', '.join(parts)}"])
            for (page_id, code), parts in groups.items()
        ]
        return Part("Up to date again", items)

    def _sites(self) -> list[Part]:
        """What two finished sites tell, when there are two."""
        sites = self.found.sites
        return (
            [weights.told(sites.weights, self.signs), barriers.told(sites.come, sites.gone, self.signs)]
            if sites
            else []
        )

    def _remarks(self) -> Part:
        items = [Item(told(remark)) for remark in self.found.remarks]
        if self.found.generator:
            sites = self.found.sites
            seen = f"{sites.differing} of {sites.pages} pages are not as they were" if sites else OPEN
            files = row([Code(name) for name in self.found.generator])
            items.append(Item(["What makes the site changed (", *files, f"): {seen}"]))
        return Part("To know", items)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _clauses(numbers: Sequence[str]) -> str:
    """Clauses in a row; of many, how many."""
    return f"clause {', '.join(numbers)}" if len(numbers) <= FEW else f"{len(numbers)} clauses"
