"""How many articles can be read in each language, year by year, as figures and as a plot.

The plot has a strip for each language, with a column for each year: the column is as high as all articles of that year, and
filled as high as those in this language. So no colour and no legend is needed to read it, and years stand below each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.entries import Entry
from knowledge.languages import Language


@dataclass(frozen=True)
class Year:
    """The articles of one year."""

    year: int
    whole: int
    """All of them."""

    read: Mapping[str, int]
    """How many can be read in a language, by its code."""


def years(articles: Iterable[Entry], languages: Sequence[Language]) -> list[Year]:
    """Every year that has articles, the earliest first."""
    whole: Counter[int] = Counter()
    read: dict[str, Counter[int]] = {language.code: Counter() for language in languages}
    for article in articles:
        year = article.record.date.year
        whole[year] += 1
        for code in article.texts:
            read[code][year] += 1
    return [Year(year, whole[year], {code: counts[year] for code, counts in read.items()}) for year in sorted(whole)]


def plain(found: Iterable[Year]) -> list[dict[str, Any]]:
    """The years as JSON can hold them."""
    return [{"year": year.year, "all": year.whole, "languages": dict(year.read)} for year in found]


WIDTH, NAME, ROOM, FOOT = 360, 22, 64, 20
"""Of the drawing, in its own units: how wide it is, and how high the name of a language, its columns and the years are."""

HEAD = 16
"""Above a column, for its figure."""

MOST = 12
"""Years in the plot, the latest: more columns would be too narrow for their figures."""


@dataclass(frozen=True)
class Column:
    """One year in one language; all lengths in units of the drawing, from its upper left corner."""

    year: int
    read: int
    left: int
    middle: int
    width: int
    top: int
    height: int
    """Of all articles of that year."""

    foot: int
    filled: int
    """How high those in this language stand, from the foot of the column."""


@dataclass(frozen=True)
class Strip:
    """The columns of one language."""

    language: Language
    baseline: int
    """Where its name stands."""

    columns: Sequence[Column]


@dataclass(frozen=True)
class Plot:
    """A drawing of all strips."""

    strips: Sequence[Strip]
    height: int
    start: int
    """The side that the names stand at: where lines of text begin."""

    width: int = WIDTH


def plot(found: Sequence[Year], languages: Sequence[Language], mirrored: bool) -> Plot | None:
    """The latest years as a drawing, from the side where lines begin; None when there is nothing to draw."""
    shown = found[-MOST:]
    if not shown:
        return None
    most, pitch = max(year.whole for year in shown), WIDTH / len(shown)
    step = NAME + HEAD + ROOM + FOOT
    strips = []
    for row, language in enumerate(languages):
        foot = row * step + NAME + HEAD + ROOM
        columns = [
            _column(year, language, (len(shown) - 1 - place if mirrored else place) * pitch, pitch, foot, most)
            for place, year in enumerate(shown)
        ]
        strips.append(Strip(language, row * step + NAME - 6, columns))
    return Plot(strips, len(strips) * step, WIDTH if mirrored else 0)


def _column(year: Year, language: Language, left: float, pitch: float, foot: int, most: int) -> Column:
    width, middle, read = round(min(pitch * 0.6, 48)), round(left + pitch / 2), year.read[language.code]
    height, filled = (round(count / most * ROOM) for count in (year.whole, read))
    return Column(year.year, read, middle - width // 2, middle, width, foot - height, height, foot, filled)
