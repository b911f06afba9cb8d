"""The report tells every entry once, and first what needs somebody."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import yaml
from hypothesis import given, settings
from tests.importer.test_outcomes import MIXED, OUTCOMES, outcome

from knowledge.importer.outcomes import Left, Outcome, Report
from knowledge.importer.telling import MANY, markdown


@settings(deadline=None)
@given(OUTCOMES)
def test_each_entry_is_told_once(outcomes: list[Outcome]) -> None:
    lines = markdown(Report("export.xml", 0, outcomes)).splitlines()
    assert Counter(line.startswith("- **") for line in lines)[True] == len(outcomes)


def test_what_is_most_urgent_comes_first() -> None:
    headings = [line for line in markdown(MIXED).splitlines() if line.startswith("## ")]
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
    text = markdown(MIXED)
    assert "- **Title 3** (line 30, post 3, en)\n    - no topic\n    - a table\n" in text
    assert "- **Title 2** (line 20, post 2, en) → `news/2021/b/index.md`\n    - a table\n" in text
    assert "- 2 times: a table" in text
    assert "1 texts have none on the old site" in text
    assert "`news/2021/index.md`" in text


def test_where_there_are_no_lines_the_place_is_told() -> None:
    report = Report("posts.json", 0, [Outcome(3, 0, "", "", "")])
    assert "- **(no title)** (entry 3)" in markdown(report)


def test_skipped_entries_stand_below_their_reason() -> None:
    skipped = [
        outcome(1, skipped="it is private"),
        outcome(2, skipped="it is a draft"),
        outcome(3, skipped="it is a draft"),
    ]
    text = markdown(Report("export.xml", 0, skipped))
    assert "### It is a draft: 2\n\n- **Title 2** (line 20, post 2, en)\n- **Title 3** (line 30, post 3, en)\n" in text
    assert text.index("### It is a draft: 2") < text.index("### It is private: 1")


def test_categories_to_name_can_be_copied_into_import_yml() -> None:
    names = {"Climate: health": 2, "أخبار": 1, "#1": 3, "no": 1, "Europe & co": 1}
    text = markdown(replace(MIXED, left=Left(categories=names)))
    block = text.partition("```yaml\n")[2].partition("```")[0]
    assert yaml.safe_load(block) == {"categories": dict.fromkeys(names)}
    assert "'#1': ~  # 3 entries\n" in block
    assert "أخبار: ~  # 1 entry\n" in block


def test_what_stays_behind_is_told() -> None:
    tags = {f"tag {number:02}": 1 for number in range(MANY + 1)}
    text = markdown(replace(MIXED, left=Left(tags=tags | {"radio": 5}, fields={"subtitle": 2}, comments=7)))
    assert "can name tags too: radio (5), tag 00 (1), " in text
    assert "tag 38 (1) …" in text
    assert "- Fields that the old site made up: subtitle (2)" in text
    assert "- Comments of readers: 7" in text


def test_pages_of_years_that_were_written_are_told() -> None:
    assert "one now, like that of the latest year: `news/2019/index.md`." in markdown(
        replace(MIXED, years=["news/2019"])
    )
