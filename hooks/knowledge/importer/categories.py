"""Under which topics and regions an imported text belongs: by the names of its categories on the old site.

A category that bears the name of a topic or a region, in any language, finds it by itself. For the others there is
`import.yml` beside the export, which whoever imports writes: names of categories and the pages they belong to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from knowledge.catalogue import Catalogue
from knowledge.entries import Entry
from knowledge.fields import References
from knowledge.importer.exports import AUTHOR, Term, Unreadable
from knowledge.records import Article

FILE = "import.yml"
ARTICLE = "post"
"""What WordPress calls an article."""

TAG = "post_tag"
UNSAID = {AUTHOR, TAG, "post_format", "translation_priority"}
"""Sorts of terms too many or too technical to remark on when they match nothing."""

NAMED = {
    item.metadata["reader"].kind: item.name
    for item in fields(Article)
    if isinstance(item.metadata["reader"], References)
}
"""Kinds of pages that articles name in their front matter → the field they do it in."""


@dataclass(frozen=True)
class Filing:
    """Where one text belongs."""

    given: Mapping[str, list[str]]
    """Field of the front matter → folders of pages."""

    unknown: list[str]
    """Categories that lead nowhere."""


@dataclass(frozen=True)
class Categories:
    """What is known about the categories of an old site."""

    pages: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    """Folded name or slug of a category → the pages it stands for; none for one that is known to mean nothing."""

    sorts: frozenset[str] = frozenset({ARTICLE})
    """The sorts of posts that are articles."""

    def file(self, terms: Iterable[Term]) -> Filing:
        """Where a text with these terms belongs."""
        filed: dict[str, dict[str, None]] = {}
        unknown = []
        for term in terms:
            found = self._find(term)
            if found is None and term.domain not in UNSAID:
                unknown.append(unescape(term.name))
            for entry in found or ():
                filed.setdefault(NAMED[entry.kind.name], {})[entry.id.rpartition("/")[2]] = None
        return Filing({name: list(folders) for name, folders in filed.items()}, unknown)

    def untold(self, terms: Iterable[Term]) -> list[str]:
        """The tags of a text that lead nowhere: too many to remark on, and told all together."""
        return [unescape(term.name) for term in terms if term.domain == TAG and self._find(term) is None]

    def stranger(self, terms: Iterable[Term]) -> str:
        """The author of a text who has no page here; `""` when there is none, or they have."""
        return next((term.name for term in terms if term.domain == AUTHOR and not self._find(term)), "")

    def _find(self, term: Term) -> tuple[Entry, ...] | None:
        """The pages a term stands for: those of people when it names an author, else topics and regions."""
        found = self.pages.get(_folded(term.name), self.pages.get(_folded(term.slug)))
        people = term.domain == AUTHOR
        return found and (tuple(entry for entry in found if (NAMED[entry.kind.name] == "authors") == people) or None)


def known(catalogue: Catalogue, instructions: Path) -> Categories:
    """What the site's own pages and `import.yml` say; raises Unreadable when that file makes no sense."""
    pages: dict[str, tuple[Entry, ...]] = {}
    for entry in catalogue.of_kind(*NAMED):
        names = {text.record.title for text in entry.texts.values()} | {
            text.record.short for text in entry.texts.values()
        }
        for name in {*names, entry.id.rpartition("/")[2]} - {""}:
            pages[_folded(name)] = (*pages.get(_folded(name), ()), entry)
    said = _read(instructions)
    categories, sorts = said.get("categories") or {}, said.get("sorts") or [ARTICLE]
    if not isinstance(categories, dict) or not isinstance(sorts, list) or set(said) - {"categories", "sorts"}:
        raise Unreadable(
            f"{instructions.name} holds `categories:` (name: page, one a line) and `sorts:` (a list), nothing else"
        )
    given = {_folded(str(name)): _targets(name, value, catalogue, instructions) for name, value in categories.items()}
    return Categories(pages | given, frozenset(map(str, sorts)))


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        said = yaml.safe_load(path.read_text("utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path.name} is not YAML: {' '.join(str(error).split())}") from error
    return said if isinstance(said, dict) else {"": said}


def _targets(name: object, value: object, catalogue: Catalogue, path: Path) -> tuple[Entry, ...]:
    """The pages that a category is said to belong to; `~` means none, and that this is meant."""
    found = []
    for target in value if isinstance(value, list) else [value] if value else []:
        folder = str(target).rpartition("/")[2]
        entry = next(filter(None, (catalogue.find(kind, wanted) for kind in NAMED for wanted in (str(target),))), None)
        if entry is None:
            known_ids = [entry.id for entry in catalogue.of_kind(*NAMED)]
            near = get_close_matches(str(target), known_ids, 1, 0.5) or get_close_matches(folder, known_ids, 1, 0.3)
            cure = f"did you mean {near[0]}?" if near else f"write one of {', '.join(known_ids)}"
            raise Unreadable(f"{path.name}: {name}: there is no {target}: {cure}")
        found.append(entry)
    return tuple(found)


def _folded(name: str) -> str:
    """A name without the differences that do not tell names apart: case, entities, hyphens, spaces."""
    return " ".join(unescape(name).replace("-", " ").replace("’", "'").casefold().split())
