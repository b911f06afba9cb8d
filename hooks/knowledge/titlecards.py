"""The picture that stands for an article where its link is shared: the title in its own language, the site, the day.

Messengers and social networks show it instead of a bare address. A machine without FriBiDi makes none, rather than cards
with broken Arabic; nor is there one for a title in letters that the typeface lacks. Keeps what it made in the cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import ImageColor

from knowledge import press, store
from knowledge.entries import Text
from knowledge.languages import Language
from knowledge.press import COLOURS, Palette, Words

HELP = "No title cards were made: install FriBiDi (apt install libfribidi0, brew install fribidi) and build again."

FOLDER = "assets/cards/"
"""Where cards lie, from the root of the site."""

LIKE = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2011": "-"})
"""What the typeface lacks, and what looks the same."""


class Missing(LookupError):
    """A colour that the stylesheet does not say."""


def palette(css: str) -> Palette:
    """The colours of a stylesheet, as its first lines set them; raises Missing."""
    found = []
    for name in COLOURS:
        match = re.search(rf"--{name}:\s*(#(?:[0-9a-f]{{3}}){{1,2}})\s*;", css, re.I)
        if not match:
            raise Missing(f"site.css does not say --{name} as #rrggbb, which title cards need")
        found.append(ImageColor.getrgb(match[1])[:3])
    return tuple(found)


def words(text: Text) -> Words:
    """What stands on the card of an article."""
    language, record = text.language, text.record
    title, site = (line.translate(LIKE) for line in (record.title, language.site_name))
    return Words(title, site, language.date(record.date).translate(LIKE), language.code, language.direction)


@dataclass(frozen=True)
class Card:
    """The card of one article in one language."""

    address: str
    """From the root of the site."""

    width: int = press.WIDTH
    height: int = press.HEIGHT


def folders(reader: Language) -> tuple[str, ...]:
    """All folders of the site that only readers of a language see, if it is not the first: its pages, and their cards."""
    return reader.root, f"{FOLDER}{reader.root}"


def card(text: Text) -> Card | None:
    """The card of an article; None when there can be none."""
    said = words(text)
    if not press.able() or not {ord(letter) for letter in said.title + said.site + said.day} <= press.letters():
        return None
    return Card(f"{FOLDER}{text.language.url(text.source.page_id).rstrip('/')}.png")


def cards(texts: Iterable[Text], colours: Palette, kept: Path) -> list[tuple[Card, Path]]:
    """The cards of articles and where each lies: drawn now, unless the folder `kept` has it already.

    Threads pay off: packing and writing happen outside Python's lock.
    """
    printer = press.Press(colours)

    def made(text: Text) -> Path:
        said = words(text)
        name = store.digest(press.RECIPE, repr(said), repr(colours))
        return store.kept(kept / f"{name}.png", partial(printer.card, said))

    found = [(place, text) for text in texts if (place := card(text))]
    with ThreadPoolExecutor() as pool:
        lying = pool.map(made, [text for _, text in found])
        return [(place, path) for (place, _), path in zip(found, lying, strict=True)]
