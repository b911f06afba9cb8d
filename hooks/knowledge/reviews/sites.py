"""Two finished sites side by side: which pages differ, which weigh more or less, what newly keeps people out.

Only pages that differ are read as trees, so a small change costs little. Reads files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from knowledge.reviews import barriers, weights

PAGE = "index.html"


@dataclass
class Comparison:
    """What differs between two sites."""

    pages: int = 0
    """How many pages both sites have."""

    differing: int = 0
    """How many of them are not the same."""

    weights: list[weights.Change] = field(default_factory=list)
    come: dict[str, Counter[str]] = field(default_factory=dict)
    """Barriers that a page did not have before, by its address."""

    gone: int = 0
    """How many barriers are there no more."""


def compare(before: Path, after: Path, heirs: Mapping[str, str]) -> Comparison:
    """What differs between the site in one folder and the one in another; `heirs` are addresses, new → old."""
    found, changes = Comparison(), []
    for place in sorted(after.rglob(PAGE)):
        url = _url(place, after)
        old = before / heirs.get(url, url) / PAGE
        data, was = place.read_bytes(), old.read_bytes() if old.is_file() else None
        found.pages += was is not None
        if data == was:
            continue
        page, former = html.document_fromstring(data), html.document_fromstring(was) if was else None
        _barred(found, url, page, former)
        if former is not None:
            found.differing += 1
            weighed = weights.weight(before, heirs.get(url, url), former), weights.weight(after, url, page)
            changes.append(weights.Change(url, *weighed))
    found.weights = weights.notable(changes)
    return found


def _barred(found: Comparison, url: str, page: HtmlElement, former: HtmlElement | None) -> None:
    now, then = barriers.barriers(page), barriers.barriers(former) if former is not None else Counter[str]()
    if more := now - then:
        found.come[url] = more
    found.gone += (then - now).total()


def _url(place: Path, site: Path) -> str:
    folder = place.parent.relative_to(site).as_posix()
    return "" if folder == "." else f"{folder}/"
