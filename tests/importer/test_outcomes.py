"""Every entry meets one fate, and the counts add up."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.importer.outcomes import Fate, Outcome, Report, harmless

SAID = st.lists(st.sampled_from(["a table", "a picture"]), max_size=2)
OUTCOMES = st.lists(
    st.builds(
        Outcome,
        st.integers(1, 9),
        st.integers(0, 9),
        st.just("7"),
        st.just("fr"),
        st.sampled_from(["Puits", ""]),
        st.just("news/2021/x/index.fr.md"),
        st.sampled_from(["", "it is a draft"]),
        SAID,
        SAID,
    ),
    max_size=8,
)


def outcome(place: int, **changes: object) -> Outcome:
    """What became of an entry, with some fields changed."""
    return Outcome(place, place * 10, str(place), "en", f"Title {place}", **changes)  # type: ignore[arg-type]


MIXED = Report(
    "export.xml",
    2,
    [
        outcome(1, path="news/2021/a/index.md"),
        outcome(2, remarks=["a table"], path="news/2021/b/index.md", drafted=True),
        outcome(3, held=["no topic"], remarks=["a table"]),
        outcome(4, skipped="it is a draft"),
    ],
    ["news/2021"],
)


@settings(deadline=None)
@given(OUTCOMES)
def test_counts_add_up_to_the_entries_and_each_is_a_row(outcomes: list[Outcome]) -> None:
    report = Report("export.xml", 0, outcomes)
    assert sum(report.counts.values()) == len(outcomes)
    assert len(list(report.table())) == len(outcomes) + 1
    listed = json.loads(json.dumps(report.plain()))
    assert listed["entries"] == len(listed["list"]) == sum(listed["counts"].values())


def test_one_thing_becomes_of_an_entry() -> None:
    assert [each.fate for each in MIXED.outcomes] == [Fate.IMPORTED, Fate.REMARKED, Fate.HELD, Fate.SKIPPED]
    assert outcome(1, skipped="x", held=["y"]).fate is Fate.SKIPPED


def test_the_summary_fits_on_a_few_lines() -> None:
    assert MIXED.summary().splitlines() == [
        "export.xml holds 4 entries and 2 media files:",
        "  held: 1",
        "  skipped: 1",
        "  imported with remarks: 1",
        "  imported: 1",
    ]


def test_a_row_says_what_there_is_to_do() -> None:
    heads, *rows = MIXED.table()
    second = dict(zip(heads, rows[1], strict=True))
    assert second == {
        "outcome": "imported with remarks",
        "language": "en",
        "title": "Title 2",
        "file": "news/2021/b/index.md",
        "what is said": "a table",
        "summary": "to write",
        "author": "",
        "old address": "",
        "entry": "2",
    }


def test_no_title_is_a_formula() -> None:
    assert [harmless(cell) for cell in ("=1+1", "@x", "5 = 5", "", "–")] == ["'=1+1", "'@x", "5 = 5", "", "–"]
