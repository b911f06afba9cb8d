"""What readers of each language can read, year by year, as figures and as a drawing that says the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from tests.conftest import Built
from tests.drafts import LANGUAGES, sound
from tests.site.writing import REVIEWED, page

from knowledge import coverage, news
from knowledge.coverage import Year
from knowledge.languages import Languages


def found(folder: Path) -> list[Year]:
    """Two years: two articles in the first, one of them in French; one in the second, in English and Arabic."""
    files = {
        "topics/safety/index.md": page("Safety", reviewed=REVIEWED),
        "news/2024/one/index.md": page("One", date="2024-01-01", topics=["safety"]),
        "news/2024/one/index.fr.md": page("Un"),
        "news/2024/two/index.md": page("Two", date="2024-02-01", topics=["safety"]),
        "news/2025/three/index.md": page("Three", date="2025-01-01", topics=["safety"]),
        "news/2025/three/index.ar.md": page("ثلاثة"),
    }
    return coverage.years(news.articles(sound(folder, files)), LANGUAGES.all)


def test_each_year_counts_what_can_be_read_in_each_language(tmp_path: Path) -> None:
    assert found(tmp_path) == [
        Year(2024, 2, {"en": 2, "fr": 1, "ar": 0}),
        Year(2025, 1, {"en": 1, "fr": 0, "ar": 1}),
    ]
    assert coverage.plain(found(tmp_path))[0] == {"year": 2024, "all": 2, "languages": {"en": 2, "fr": 1, "ar": 0}}


def test_columns_stand_for_all_articles_and_are_filled_for_those_in_the_language(tmp_path: Path) -> None:
    plot = coverage.plot(found(tmp_path), LANGUAGES.all, mirrored=False)
    assert plot
    english, french, arabic = plot.strips
    shown = [(column.height, column.filled) for strip in (english, french, arabic) for column in strip.columns]
    high = coverage.ROOM
    half = high // 2
    assert shown == [(high, high), (half, half), (high, half), (half, 0), (high, 0), (half, half)]
    assert {column.top + column.height - column.foot for column in french.columns} == {0}
    assert english.columns[0].foot < french.baseline < french.columns[0].foot < plot.height


def test_years_run_from_where_lines_begin(tmp_path: Path) -> None:
    years = found(tmp_path)
    plain, mirrored = (coverage.plot(years, LANGUAGES.all, mirrored) for mirrored in (False, True))
    assert plain
    assert mirrored
    assert (plain.start, mirrored.start) == (0, coverage.WIDTH)
    places = [[column.middle for column in plot.strips[0].columns] for plot in (plain, mirrored)]
    assert places[0] == sorted(places[0])
    assert places[1] == places[0][::-1]


@pytest.mark.parametrize("count", [1, coverage.MOST, 40])
def test_every_column_lies_within_the_drawing_and_beside_the_next(count: int) -> None:
    years = [Year(2000 + place, 3, {"en": 1, "fr": 1, "ar": 1}) for place in range(count)]
    plot = coverage.plot(years, LANGUAGES.all, mirrored=False)
    assert plot
    columns = plot.strips[0].columns
    assert columns[-1].year == years[-1].year
    assert len(columns) == min(count, coverage.MOST)
    edges = [edge for column in columns for edge in (column.left, column.left + column.width)]
    assert [0, *edges, coverage.WIDTH] == sorted([0, *edges, coverage.WIDTH])


def test_a_site_without_articles_has_no_plot() -> None:
    assert coverage.plot([], LANGUAGES.all, mirrored=False) is None


def test_the_page_draws_the_figures_of_its_table(real: Built, trilingual: Languages) -> None:
    for language in trilingual.all:
        page = real.page(f"{language.root}translations")
        (plot,) = page.cssselect("svg.plot")
        rows = [[cell.text_content() for cell in row] for row in page.cssselect(".coverage tbody tr")]
        names = [cell.text_content() for cell in page.cssselect(".coverage thead th")[1:-1]]
        years = [year for year, *_ in reversed(rows)]
        figures = [[row[place] for row in reversed(rows)] for place in range(1, len(names) + 1)]
        pairs = [list(zip(column, years, strict=True)) for column in figures]
        drawn = [
            word
            for name, strip in zip(names, pairs, strict=True)
            for word in (name, *(part for pair in strip for part in pair))
        ]
        assert [text.text_content() for text in plot.iter("text")] == drawn
        assert (plot.get("role"), bool(plot.get("aria-label"))) == ("img", True)
        assert b"style=" not in html.tostring(plot)
        first, last = (
            float(text.get("x", ""))
            for text in plot.cssselect("text:not(.name)")[: 2 * len(years)][:: 2 * len(years) - 1]
        )
        assert (first > last) == (language.direction == "rtl")
