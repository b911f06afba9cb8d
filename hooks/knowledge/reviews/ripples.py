"""Which pages show a fact that changed: the file of facts is one line, and that line stands on many pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.facts import PLACEHOLDER, Facts
from knowledge.reviews.inventory import Inventory
from knowledge.sources import Source


def ripples(before: Facts, after: Inventory) -> dict[str, list[str]]:
    """Facts that changed, by name, with the pages that show them."""
    now = after.catalogue.facts
    changed = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
    shown: dict[str, set[str]] = {}
    for page_id, texts in after.texts.items():
        for name in _named(texts):
            shown.setdefault(name, set()).add(page_id)
    groups = {name: name.partition(".")[0] for name in changed}
    return {name: sorted(shown.get(name, set()) | shown.get(groups[name], set())) for name in changed}


def _named(texts: Mapping[str, Source]) -> Iterator[str]:
    """The facts that a page shows, and the groups of them that it lists as channels."""
    for source in texts.values():
        values = source.matter.values
        for match in PLACEHOLDER.finditer(source.body + " ".join(map(str, values.values()))):
            yield match["name"]
        listed = values.get("channels")
        yield from map(str, listed if isinstance(listed, list) else ())
