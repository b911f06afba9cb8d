"""Every entry is told once, the most urgent first, and the counts add up."""

from __future__ import annotations

import json
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.importer.outcomes import Fate, Outcome, Report

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
def test_counts_add_up_to_the_entries_and_each_is_told_once(outcomes: list[Outcome]) -> None:
    report = Report("export.xml", 0, outcomes)
    assert sum(report.counts.values()) == len(outcomes)
    assert Counter(line.startswith("- **") for line in report.markdown().splitlines())[True] == len(outcomes)
    listed = json.loads(json.dumps(report.plain()))
    assert listed["entries"] == len(listed["list"]) == sum(listed["counts"].values())


def test_one_thing_becomes_of_an_entry() -> None:
    assert [each.fate for each in MIXED.outcomes] == [Fate.IMPORTED, Fate.REMARKED, Fate.HELD, Fate.SKIPPED]
    assert outcome(1, skipped="x", held=["y"]).fate is Fate.SKIPPED


def test_what_is_most_urgent_comes_first() -> None:
    headings = [line for line in MIXED.markdown().splitlines() if line.startswith("## ")]
    assert headings == [
        "## Summaries to write",
        "## Pages to write",
        "## Said most often",
        "## Held: 1",
        "## Skipped: 1",
        "## Imported with remarks: 1",
        "## Imported: 1",
    ]


def test_an_entry_is_told_with_its_place_its_file_and_everything_said_of_it() -> None:
    text = MIXED.markdown()
    assert "- **Title 3** (line 30, post 3, en)\n    - no topic\n    - a table\n" in text
    assert "- **Title 2** (line 20, post 2, en) → `news/2021/b/index.md`\n    - a table\n" in text
    assert "- 2 times: a table" in text
    assert "Texts that had none: 1." in text
    assert "`news/2021/index.md`" in text


def test_where_there_are_no_lines_the_place_is_told() -> None:
    report = Report("posts.json", 0, [Outcome(3, 0, "", "", "")])
    assert "- **(no title)** (entry 3)" in report.markdown()


def test_the_summary_fits_on_a_few_lines() -> None:
    assert MIXED.summary().splitlines() == [
        "export.xml holds 4 entries and 2 media files:",
        "  held: 1",
        "  skipped: 1",
        "  imported with remarks: 1",
        "  imported: 1",
    ]
