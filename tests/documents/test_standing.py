"""Status, days and languages of one version go together, or it is told what does not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.documents.versions import DOCUMENT, brief, catalogue, text, translation

from knowledge.documents import standing

CURRENT, FRENCH = f"{DOCUMENT}/index.md", f"{DOCUMENT}/index.fr.md"


def told(source: str, french: str | None = None) -> list[str]:
    files = {CURRENT: source} | ({FRENCH: french} if french else {})
    return [brief(problem) for problem in standing.check(catalogue(files).entries[DOCUMENT])]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"status": "draft"},
        {"until": "2027-01-01"},
        {"status": "withdrawn", "until": "2026-05-01"},
        {"status": "withdrawn", "until": "2026-01-01"},
        {"prevails": "en"},
        {"prevails": "equal"},
        {"status": "draft", "prevails": "en"},
    ],
)
def test_what_can_be_is_passed_over(fields: dict[str, Any]) -> None:
    assert told(text(**fields)) == []


@pytest.mark.parametrize("status", ["in-force", "superseded", "withdrawn"])
def test_a_text_that_binds_or_bound_says_from_when_and_by_whose_decision(status: str) -> None:
    said = told(text(status=status, effective=None, adopted_by=None, until="2027-01-01"))
    assert said == [
        f"index.md:7: effective: a text with status {status} needs this field: "
        "write effective: and the day from which it applies",
        f"index.md:7: adopted_by: a text with status {status} needs this field: "
        "write adopted_by: and the body or role that adopted it",
    ]


def test_every_language_says_who_adopted_it() -> None:
    assert told(text(), translation(adopted_by=None)) == [
        "index.fr.md:1: adopted_by: a text with status in-force needs this field: "
        "write adopted_by: and the body or role that adopted it"
    ]


def test_a_text_that_is_withdrawn_says_from_when() -> None:
    assert told(text(status="withdrawn")) == [
        "index.md:7: until: a text with status withdrawn needs this field: "
        "write until: and the day from which it no longer applies"
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"until": "2025-12-31"}, "it would end before it applies, on 2026-01-01: write a later day; the same day for"),
        ({"until": "2025-12-31", "status": "withdrawn"}, "it would end before it applies, on 2026-01-01"),
        ({"until": "2026-01-01"}, "it would apply on no day: write a later day, or status: withdrawn"),
    ],
)
def test_a_text_does_not_end_before_it_begins(fields: dict[str, Any], said: str) -> None:
    (problem,) = told(text(**fields))
    assert problem.startswith(f"index.md:10: until: {said}")


def test_a_draft_has_no_days_and_nobody_adopted_it_in_any_language() -> None:
    given: dict[str, Any] = {"effective": "2026-01-01", "until": "2027-01-01", "adopted_by": "The board"}
    assert [problem.partition(": write ")[0] for problem in told(text(status="draft", **given), translation())] == [
        "index.md:8: effective: a draft applies on no day: delete it, or write status: in-force once the text is adopted",
        "index.md:10: until: a draft applies on no day: delete it, or write status: in-force once the text is adopted",
        "index.md:9: adopted_by: somebody adopted it, and it is a draft: delete it, or write status: in-force "
        "once the text is adopted",
        "index.fr.md:4: adopted_by: somebody adopted it, and it is a draft: delete it, or write status: in-force "
        "once the text is adopted",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("translator", "A bureau"),
        ("reviewer", "A lawyer"),
        ("compared", "2026-01-02"),
        ("machine", True),
        ("machine", False),
        ("differs", {"1.1": "the law counts in weeks"}),
    ],
)
def test_only_a_translation_was_translated(name: str, value: Any) -> None:
    assert told(text(**{name: value})) == [
        f"index.md:10: {name}: this text is no translation: delete it: only translations have it"
    ]
    assert told(text(), translation(**{name: value})) == []


@pytest.mark.parametrize("prevails", ["fr", "de", "English"])
def test_a_text_that_is_not_there_cannot_prevail(prevails: str) -> None:
    assert told(text(prevails=prevails)) == [
        f"index.md:10: prevails: this document has no text in {prevails!r}: write one of en, equal"
    ]


def test_a_translation_may_prevail() -> None:
    assert told(text(prevails="fr"), translation()) == []


@pytest.mark.parametrize("prevails", ["fr", "equal"])
def test_what_a_machine_wrote_and_nobody_compared_cannot_prevail(prevails: str) -> None:
    (problem,) = told(text(prevails=prevails), translation(machine=True))
    assert problem.startswith("index.fr.md:5: machine: a machine made this text, nobody has compared it")
    assert told(text(prevails=prevails), translation(machine=True, compared="2026-01-02")) == []
    assert told(text(prevails="en"), translation(machine=True)) == []
    assert told(text(prevails=prevails, status="draft"), translation(machine=True, adopted_by=None)) == []
