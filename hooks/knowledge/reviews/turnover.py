"""Pages that came, changed, moved or went between two states, language by language, with the files beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from filecmp import cmp
from typing import Literal

from knowledge.kinds import kind_of
from knowledge.reviews.inventory import Inventory

Sort = Literal["new", "changed", "moved", "removed"]


@dataclass(frozen=True)
class Shift:
    """What happened to one text, or to one file beside it."""

    name: str
    """The code of the language, or the name of the file."""

    sort: Sort
    fields: tuple[str, ...] = ()
    """The fields of front matter that changed, when its words below did not."""

    clauses: tuple[str, ...] = ()
    """The clauses that came, changed or went, by number."""


@dataclass(frozen=True)
class Page:
    """What happened to one page."""

    id: str
    former: str
    """Its folder before; the same unless it moved."""

    title: str
    kind: str
    sort: Sort
    texts: tuple[Shift, ...]
    files: tuple[Shift, ...] = ()
    held: date | None = None
    """The day until which nobody sees it, when that is still to come."""


def pages(before: Inventory, after: Inventory, heirs: Mapping[str, str], today: date) -> list[Page]:
    """Every page with which something happened, by its folder; `heirs` are pages that moved, new id → old id."""
    left = before.texts.keys() - after.texts.keys() - set(heirs.values())
    assets = _files(before, after, heirs)
    found = []
    for page_id in sorted(after.texts.keys() | left):
        former = heirs.get(page_id, page_id)
        texts = tuple(_texts(before, after, former, page_id))
        files = tuple(assets.get(page_id, ()))
        if texts or files or former != page_id:
            sort = _sort(page_id in before.texts, page_id in after.texts, former != page_id)
            title = (before if sort == "removed" else after).title(page_id)
            held = _held(after, page_id, today)
            found.append(Page(page_id, former, title, kind_of(page_id).name, sort, texts, files, held))
    return found


def _sort(was: bool, is_there: bool, moved: bool) -> Sort:
    if not is_there:
        return "removed"
    return "moved" if moved else ("changed" if was else "new")


def _held(after: Inventory, page_id: str, today: date) -> date | None:
    entry = after.catalogue.entries.get(page_id)
    day: date | None = getattr(entry.record, "date", None) if entry else None
    return day if day and day > today else None


def _texts(before: Inventory, after: Inventory, former: str, page_id: str) -> Iterator[Shift]:
    """What happened to each text of a page, in the order of the site's languages."""
    old, new = before.texts.get(former, {}), after.texts.get(page_id, {})
    spoken = [language.code for language in (*after.site.languages.all, *before.site.languages.all)]
    for code in dict.fromkeys(spoken):
        if code in old and code in new:
            if not _same(before, after, old[code].path, new[code].path):
                fields = _fields(before, after, former, page_id, code)
                yield Shift(code, "changed", fields, _clauses(before, after, former, page_id, code))
        elif code in old or code in new:
            yield Shift(code, "new" if code in new else "removed")


def _fields(before: Inventory, after: Inventory, former: str, page_id: str, code: str) -> tuple[str, ...]:
    """The fields that changed, in their order; none when words below them changed too, or nothing but how it is written."""
    old, new = before.texts[former][code], after.texts[page_id][code]
    if old.body.split() != new.body.split():
        return ()
    names = dict.fromkeys([*new.matter.values, *old.matter.values])
    return tuple(name for name in names if old.matter.values.get(name) != new.matter.values.get(name))


def _clauses(before: Inventory, after: Inventory, former: str, page_id: str, code: str) -> tuple[str, ...]:
    """The clauses of a text that are not as they were, in its order; those that went come last."""
    sides = []
    for state, name in ((before, former), (after, page_id)):
        entry = state.catalogue.entries.get(name)
        text = entry.texts.get(code) if entry else None
        sides.append({clause.number: clause.whole for clause in text.clauses} if text else {})
    old, new = sides
    return tuple(number for number in {**new, **old} if old.get(number) != new.get(number))


def _files(before: Inventory, after: Inventory, heirs: Mapping[str, str]) -> dict[str, list[Shift]]:
    """What happened to files beside pages, by the folder they lie in now, or lay in."""
    moves = {old: new for new, old in heirs.items()}
    old = {followed(name, moves): name for name in before.catalogue.assets}
    found: dict[str, list[Shift]] = {}
    for name in sorted(old.keys() | after.catalogue.assets):
        there = name in after.catalogue.assets
        if name in old and there and _same(before, after, old[name], name):
            continue
        page_id = _owner(name, after, before)
        if page_id in after.texts:
            sort: Sort = "changed" if name in old and there else ("new" if there else "removed")
            found.setdefault(page_id, []).append(Shift(name.removeprefix(page_id).lstrip("/"), sort))
    return found


def _owner(name: str, *states: Inventory) -> str:
    """The page beside which a file lies: the nearest folder above it that is one."""
    folder = name.rpartition("/")[0]
    while folder and not any(folder in state.texts for state in states):
        folder = folder.rpartition("/")[0]
    return folder


def followed(name: str, moves: Mapping[str, str]) -> str:
    """Where a file lies now whose folder moved; `moves` are old → new."""
    folder, _, file = name.rpartition("/")
    return f"{moves[folder]}/{file}" if folder in moves else name


def _same(before: Inventory, after: Inventory, old: str, new: str) -> bool:
    return cmp(before.path(old), after.path(new), shallow=False)
