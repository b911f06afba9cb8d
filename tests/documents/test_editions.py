"""Where each version of a document stands on a day, which text applied when, and what no history can be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.documents.versions import DOCUMENT, FIRST, SECOND, catalogue, text, told, translation, versions
from tests.drafts import LANGUAGES

from knowledge.documents import editions
from knowledge.documents.editions import Edition

TODAY = date(2026, 6, 15)


def history(*files: str, today: date = TODAY) -> list[Edition]:
    found = catalogue(versions(*files))
    return editions.editions(found, found.entries[DOCUMENT], today)


def stands(*files: str, today: date = TODAY) -> list[str]:
    """The states of all versions, oldest first."""
    return [edition.state for edition in reversed(history(*files, today=today))]


@pytest.mark.parametrize(
    ("files", "states"),
    [
        ([text(1, status="draft")], ["draft"]),
        ([FIRST], ["in-force"]),
        ([text(1, "2026-06-16")], ["adopted"]),
        ([text(1, "2026-06-15")], ["in-force"]),
        ([FIRST, text(2, status="draft")], ["in-force", "draft"]),
        ([FIRST, text(2, "2026-06-16")], ["in-force", "adopted"]),
        ([FIRST, text(2, "2026-06-15")], ["superseded", "in-force"]),
        ([FIRST, SECOND, text(3, status="draft")], ["superseded", "in-force", "draft"]),
        ([text(1, status="superseded", until="2026-03-01"), SECOND], ["superseded", "in-force"]),
        ([text(1, status="superseded"), text(2, "2026-07-01")], ["in-force", "adopted"]),
        ([text(1, status="withdrawn", until="2026-06-15")], ["withdrawn"]),
        ([text(1, status="withdrawn", until="2026-06-16")], ["in-force"]),
        ([text(1, "2026-07-01", status="withdrawn", until="2026-08-01")], ["adopted"]),
        ([text(1, until="2026-06-15")], ["withdrawn"]),
        ([FIRST, text(2, "2026-03-01", status="withdrawn", until="2026-05-01")], ["superseded", "withdrawn"]),
        ([FIRST, text(2, "2026-07-01", status="withdrawn", until="2026-07-01")], ["in-force", "withdrawn"]),
        ([text(1, status="withdrawn", until="2026-02-01"), SECOND], ["withdrawn", "in-force"]),
        ([text(1, status="withdrawn", until="2026-12-01"), SECOND], ["superseded", "in-force"]),
    ],
)
def test_a_version_stands_where_its_days_put_it(files: list[str], states: list[str]) -> None:
    assert stands(*files) == states
    assert told(*files) == []


def test_a_version_that_is_frozen_as_in_force_is_superseded_from_the_day_the_next_takes_effect() -> None:
    new, old = history(FIRST, SECOND)
    assert (old.since, old.until, old.by, old.current) == (date(2026, 1, 1), date(2026, 3, 1), 2, False)
    assert (new.since, new.until, new.by, new.current) == (date(2026, 3, 1), None, None, True)


def test_an_end_that_is_known_is_told_before_it_comes_and_the_successor_when_it_has() -> None:
    _, before = history(FIRST, SECOND, today=date(2026, 2, 28))
    assert (before.state, before.until, before.by) == ("in-force", date(2026, 3, 1), None)


def test_the_newest_version_comes_first_and_ten_comes_after_nine() -> None:
    files = [text(place, f"2026-01-{place:02}") for place in range(1, 12)]
    assert [edition.version for edition in history(*files)] == list(range(11, 0, -1))


def test_a_former_version_has_the_same_history_as_its_document() -> None:
    found = catalogue(versions(FIRST, SECOND))
    former = found.entries[f"{DOCUMENT}/v1"]
    assert editions.editions(found, former, TODAY) == history(FIRST, SECOND)


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ("2025-12-31", None),
        ("2026-01-01", 1),
        ("2026-02-28", 1),
        ("2026-03-01", 2),
        ("2026-04-30", 2),
        ("2026-05-01", None),
        ("2026-07-01", 4),
    ],
)
def test_a_day_belongs_to_the_version_that_begins_on_it_and_not_to_the_one_that_ends(
    day: str, version: int | None
) -> None:
    """Version 2 was withdrawn, which revives nothing; version 3 was withdrawn before it took effect."""
    second = text(2, "2026-03-01", status="withdrawn", until="2026-05-01")
    third = text(3, "2026-06-01", status="withdrawn", until="2026-06-01")
    found = editions.applied(history(FIRST, second, third, text(4, "2026-07-01")), date.fromisoformat(day))
    assert (found and found.version) == version


@given(
    some.lists(some.integers(1, 200), min_size=1, max_size=6),
    some.lists(some.sampled_from([None, 0, 5, 400]), min_size=6, max_size=6),
    some.integers(-10, 1300),
)
def test_on_any_day_at_most_one_version_applies_and_it_is_the_one_in_force(
    gaps: list[int], lives: list[int | None], day: int
) -> None:
    start, files = date(2026, 1, 1), []
    for version, (gap, life) in enumerate(zip(gaps, lives, strict=False), 1):
        start += timedelta(gap)
        end = {} if life is None else {"status": "withdrawn", "until": (start + timedelta(life)).isoformat()}
        files.append(text(version, start.isoformat(), **end))
    today = date(2026, 1, 1) + timedelta(day)
    found = history(*files, today=today)
    applying = [edition.version for edition in found if edition.applies(today)]
    assert applying == [edition.version for edition in found if edition.state == "in-force"]
    assert len(applying) <= 1
    assert told(*files) == []


def test_a_text_in_force_on_a_day_is_found_in_each_language_it_had() -> None:
    files = versions(FIRST, SECOND) | {
        f"{DOCUMENT}/v1/index.fr.md": translation("Cadeaux, version 1"),
        f"{DOCUMENT}/index.fr.md": translation("Cadeaux"),
        f"{DOCUMENT}/index.ar.md": translation("الهدايا"),
    }
    found = catalogue(files)
    history = editions.editions(found, found.entries[DOCUMENT], TODAY)

    def read(day: str) -> dict[str, tuple[str, str]]:
        edition = editions.applied(history, date.fromisoformat(day))
        assert edition
        assert [language.code for language in edition.languages] == list(edition.entry.texts)
        return {
            language.code: (edition.entry.url(language), edition.entry.text(language.code).record.title)
            for language in LANGUAGES.all
            if language in edition.languages
        }

    assert read("2026-02-01") == {
        "en": ("policies/gifts/v1/", "Gifts"),
        "fr": ("fr/policies/gifts/v1/", "Cadeaux, version 1"),
    }
    assert read("2026-04-01") == {
        "en": ("policies/gifts/", "Gifts"),
        "fr": ("fr/policies/gifts/", "Cadeaux"),
        "ar": ("ar/policies/gifts/", "الهدايا"),
    }


def test_each_state_has_its_words() -> None:
    states = ["draft", "adopted", "in-force", "superseded", "withdrawn"]
    assert [editions.words(state, str.upper) for state in states] == [
        "DRAFT",
        "ADOPTED",
        "IN FORCE",
        "SUPERSEDED",
        "WITHDRAWN",
    ]
