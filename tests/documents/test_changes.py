"""What readers hear of documents: each step in the life of each version, on its day, once."""

from __future__ import annotations

from datetime import date

import pytest
from tests.documents.versions import DOCUMENT, catalogue, text, translation, versions
from tests.drafts import ENGLISH

from knowledge.documents import changes
from knowledge.documents.changes import Change

TODAY = date(2026, 6, 15)


def heard(*files: str, today: date = TODAY) -> list[Change]:
    return changes.changes(catalogue(versions(*files)), today)


def told(*files: str, today: date = TODAY) -> list[tuple[str, str]]:
    return [(step.id, step.day.isoformat()) for step in heard(*files, today=today)]


@pytest.mark.parametrize(
    ("files", "steps"),
    [
        ([text(1, status="draft", reviewed="2026-02-01")], [("version-1-draft", "2026-02-01")]),
        ([text(1, "2026-07-01", reviewed="2026-06-01")], [("version-1-adopted", "2026-06-01")]),
        ([text(1, "2026-03-01", reviewed="2026-06-01")], [("version-1-in-force", "2026-03-01")]),
        (
            [text(1), text(2, "2026-03-01"), text(3, status="draft", reviewed="2026-05-01")],
            [
                ("version-3-draft", "2026-05-01"),
                ("version-2-in-force", "2026-03-01"),
                ("version-1-in-force", "2026-01-01"),
            ],
        ),
        (
            [text(1, status="withdrawn", until="2026-05-01")],
            [("version-1-withdrawn", "2026-05-01"), ("version-1-in-force", "2026-01-01")],
        ),
        ([text(1, status="withdrawn", until="2026-07-01")], [("version-1-in-force", "2026-01-01")]),
        (
            [text(1), text(2, "2026-07-01", status="withdrawn", until="2026-07-01", reviewed="2026-06-01")],
            [("version-2-withdrawn", "2026-06-01"), ("version-1-in-force", "2026-01-01")],
        ),
    ],
)
def test_each_step_is_told_with_its_day_the_newest_first(files: list[str], steps: list[tuple[str, str]]) -> None:
    assert told(*files) == steps


def test_a_draft_that_was_reviewed_before_it_was_opened_is_newer_than_what_came_before_it() -> None:
    """Freezing leaves the day of the review as it was."""
    files = [text(1, "2026-03-01", reviewed="2026-02-01"), text(2, status="draft", reviewed="2026-02-01")]
    assert told(*files) == [("version-2-draft", "2026-03-01"), ("version-1-in-force", "2026-03-01")]


def test_a_step_keeps_its_id_and_its_day_when_the_text_is_reviewed_frozen_and_superseded() -> None:
    before = heard(text(1, reviewed="2026-01-01"))
    after = heard(text(1, reviewed="2026-01-01"), text(2, "2026-03-01", reviewed="2026-06-01"))
    assert [(step.id, step.day) for step in before] == [(step.id, step.day) for step in after[1:]]
    assert {step.document.id for step in (*before, *after)} == {DOCUMENT}


def test_an_adoption_is_news_until_the_version_takes_effect() -> None:
    files = [text(1), text(2, "2026-06-15")]
    assert [name for name, _ in told(*files, today=date(2026, 6, 14))] == ["version-2-adopted", "version-1-in-force"]
    assert [name for name, _ in told(*files)] == ["version-2-in-force", "version-1-in-force"]


def test_documents_come_in_the_order_of_their_ids_on_the_same_day() -> None:
    files = {f"policies/{name}/index.md": text(1, identifier=name) for name in ("travel", "gifts", "care")}
    found = changes.changes(catalogue(files), TODAY)
    assert [step.document.id for step in found] == ["policies/care", "policies/gifts", "policies/travel"]


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        (
            [text(1, "2026-03-01"), text(2, status="draft", reviewed="2026-02-01")],
            "Version 2. Status: Draft. Last reviewed on 1 February 2026.",
        ),
        ([text(1, "2026-07-01")], "Version 1 has been adopted and applies from 1 July 2026."),
        ([text(1)], "Version 1 took effect on 1 January 2026."),
        ([text(1, until="2026-05-01")], "Version 1 was withdrawn on 1 May 2026."),
        ([text(1, status="withdrawn", until="2026-01-01")], "Version 1 was withdrawn before it took effect."),
    ],
)
def test_each_step_is_told_in_a_sentence(files: list[str], sentence: str) -> None:
    assert changes.sentence(heard(*files)[0], ENGLISH, str) == sentence


def test_a_step_leads_to_the_texts_of_its_version() -> None:
    files = versions(text(1), text(2, "2026-03-01")) | {f"{DOCUMENT}/v1/index.fr.md": translation("Cadeaux")}
    new, old = changes.changes(catalogue(files), TODAY)
    assert (new.edition.entry.id, old.edition.entry.id) == (DOCUMENT, f"{DOCUMENT}/v1")
    assert list(old.edition.entry.texts) == ["en", "fr"]
