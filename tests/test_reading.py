"""What is read is checked as a whole: articles that wait for their day, archives that would confuse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.drafts import HOME, LANGUAGES, Files, lay, told
from tests.site.writing import REVIEWED, page

from knowledge import reading
from knowledge.catalogue import Catalogue

FRAME: Files = {
    **HOME,
    "news/2026/index.md": page("Articles of 2026", reviewed=REVIEWED),
    "topics/safety/index.md": page("Safety", reviewed=REVIEWED),
}
TODAY = date(2026, 3, 14)


def article(day: str, body: str = "Text.") -> str:
    return page(f"Of {day}", body, date=day, topics=["safety"])


def read(folder: Path, files: Files) -> tuple[Catalogue, list[str]]:
    catalogue, problems = reading.read(lay(folder, {**FRAME, **files}), LANGUAGES, "docs", TODAY)
    return catalogue, told(problems)


def test_an_article_is_held_back_until_its_day(tmp_path: Path) -> None:
    files = {"news/2026/today/index.md": article("2026-03-14"), "news/2026/later/index.md": article("2026-03-15")}
    catalogue, problems = read(tmp_path, files)
    assert problems == []
    assert [entry.id for entry in catalogue.held] == ["news/2026/later"]
    assert [entry.id for entry in catalogue.of_kind("article")] == ["news/2026/today"]


def test_a_link_to_an_article_that_is_held_back_is_told(tmp_path: Path) -> None:
    link = article("2026-03-14", "[See](../later/index.md)")
    files = {"news/2026/today/index.md": link, "news/2026/later/index.md": article("2026-03-15")}
    (problem,) = read(tmp_path, files)[1]
    assert "news/2026/today/index.md:" in problem
    assert "held back until 2026-03-15" in problem


def test_articles_that_wait_for_the_same_day_may_link_to_each_other(tmp_path: Path) -> None:
    link = article("2026-05-01", "[See](../second/index.md)")
    files = {"news/2026/first/index.md": link, "news/2026/second/index.md": article("2026-05-01")}
    assert read(tmp_path, files)[1] == []


def test_problems_of_an_article_that_is_held_back_are_told_today(tmp_path: Path) -> None:
    files = {"news/2026/later/index.md": article("2026-12-01", "[See](../nowhere/index.md)")}
    assert len(read(tmp_path, files)[1]) == 1


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"news/2025/same/index.md": article("2025-01-01")},
            "docs/news/2026/same/index.md:1: name: news/2025/same has the same name",
        ),
        (
            {"news/2026/wrong/index.md": article("2025-01-01")},
            "docs/news/2026/wrong/index.md:4: date: 2025-01-01 lies in the folder news/2026",
        ),
        (
            {"news/2026/page/index.md": article("2026-01-01")},
            "docs/news/2026/page/index.md:1: name: the folder 'page' is taken by the further pages of lists",
        ),
    ],
    ids=["same name", "date of another year", "taken name"],
)
def test_what_would_confuse_the_archive_is_told(tmp_path: Path, files: Files, said: str) -> None:
    problems = read(tmp_path, {"news/2026/same/index.md": article("2026-01-01"), **files})[1]
    assert [problem for problem in problems if problem.startswith(said)]
    assert len(problems) == 1
