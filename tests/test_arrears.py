"""Which pages nobody has read through for too long."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.documents.shelved import shelve
from tests.drafts import sound
from tests.site.writing import page

from knowledge import arrears


@pytest.mark.parametrize(
    ("reviewed", "today", "late"),
    [
        ("2025-03-01", "2026-03-01", False),
        ("2025-03-01", "2026-03-02", True),
        ("2024-02-29", "2025-03-01", False),
        ("9999-12-31", "2026-01-01", False),
        ("2024-02-29", "2025-03-02", True),
    ],
)
def test_a_page_is_overdue_a_year_after_it_was_read(tmp_path: Path, reviewed: str, today: str, late: bool) -> None:
    catalogue = sound(tmp_path, {"about/index.md": page("About", reviewed=reviewed)})
    assert ("about" in arrears.overdue(catalogue, date.fromisoformat(today))) is late


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"reviewed": "2020-01-01", "next_review": "2027-05-01"}, date(2027, 5, 1)),
        ({"reviewed": "2026-01-05"}, date(2027, 1, 5)),
        ({"reviewed": "2020-01-01", "status": "withdrawn", "until": "2026-05-05"}, None),
    ],
)
def test_a_document_says_when_it_is_due_until_it_has_ended(
    tmp_path: Path, fields: dict[str, Any], due: date | None
) -> None:
    assert arrears.due(shelve(tmp_path, **fields).catalogue.entries["policies/gifts"]) == due


def test_articles_are_of_their_day_and_the_longest_overdue_comes_first(tmp_path: Path) -> None:
    files = {
        "topics/safety/index.md": page("Safety", reviewed="2021-01-01"),
        "about/index.md": page("About", reviewed="2020-01-01"),
        "news/2019/old/index.md": page("Old", date="2019-01-01", topics=["safety"]),
    }
    late = arrears.overdue(sound(tmp_path, files), date(2026, 1, 1))
    assert arrears.plain(late) == [{"id": "about", "due": "2021-01-01"}, {"id": "topics/safety", "due": "2022-01-01"}]
