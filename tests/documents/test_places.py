"""Places: what of a text gets a number, what has one, and what never gets one."""

from __future__ import annotations

import pytest
from tests.documents.hostile import ENOUGH, TEXTS, seconds

from knowledge.documents.places import places


def found(body: str) -> list[str]:
    """The places of a body: their number, or their sort with how much makes room for it."""
    return [place.number or f"{place.sort} {place.lead}" for place in places(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Before.\n\n- point", []),
        ("## A\n\nOne.\n\nTwo.", ["section 0", "clause 0", "clause 0"]),
        ("## 3. A\n\nOne.", ["3", "clause 0"]),
        ("## A\n\nOne:\n\n- x\n- y\n\nTwo.", ["section 0", "clause 0", "point 2", "point 2", "clause 0"]),
        ("## A\n\n**One** :**\n\n1. x\n\n2. y", ["section 0", "clause 0", "point 3", "point 3"]),
        ("## A\n\nOne.\n\n* x\n* y", ["section 0", "clause 0", "clause 2", "clause 2"]),
        ("## A\n\n- x:\n- y", ["section 0", "clause 2", "clause 2"]),
        ("## A\n\nOne:\n\n| t |\n|---|\n\n- x", ["section 0", "clause 0", "clause 2"]),
        ("## A\n\nOne:\n\n- x\n\n### Deeper\n\n- y", ["section 0", "clause 0", "point 2", "clause 2"]),
        ("## A\n\nOne:\n\na) x\n\nb) y\n\nd) z", ["section 0", "clause 0", "point 0", "point 0", "clause 0"]),
        ("## A\n\na) x\n\nOne.", ["section 0", "point 0", "clause 0"]),
        ("## A\n\n? One\n\n?) two", ["section 0", "clause 2", "point 3"]),
        ("## A\n\n> q\n\n```\nc\n```\n\n!!! note\n    n\n\n---\n\n[^1]: n\n\n[a]: b", ["section 0"]),
        ("## 3. A\n\n3.1 One\n\nWords.\n\n- x", ["3", "3.1"]),
        ("## 3. A\n\n3.1 One\n\n? Two\n\n3.? Three\n\n؟ أربعة", ["3", "3.1", "clause 2", "clause 4", "clause 2"]),
        ("## 3. A\n\n3.1 One\n\na) x\n\n?) y\n\n؟) ص", ["3", "3.1", "3.1 a", "point 3", "point 3"]),
        ("## 3. A\n\n3.1 One\n\n## B\n\nTwo.\n\n? Three", ["3", "3.1"]),
        ("## 3. A\n\n3.1 One\n\n## ? B\n\nTwo.", ["3", "3.1", "section 5", "clause 0"]),
        ("## A\n\nOne.\n\n## ؟ ب\n\nTwo.", ["section 0", "clause 0", "section 5", "clause 0"]),
        ("Words.\n\n## Annex\n\nOne.\n\n## 1. A\n\nTwo.", ["1", "clause 0"]),
        ("? Early\n\n1.1 One\n\n## 3. A", ["clause 2", "1.1", "3"]),
    ],
)
def test_places_of_a_text(body: str, expected: list[str]) -> None:
    assert found(body) == expected


def test_a_letter_that_is_there_is_kept_though_the_clause_above_it_has_no_number_yet() -> None:
    assert [place.kept for place in places("## A\n\nOne:\n\na) x\n\n- y")] == [False, False, True, False]


def test_what_is_indented_below_a_point_belongs_to_it() -> None:
    body = "## A\n\nOne:\n\n- x\n\n    inside\n\n    - deeper\n\n- y\n\n!!! note\n    n\n\n    m\n"
    assert [len(place.inside) for place in places(body)] == [0, 0, 2, 0]


@pytest.mark.parametrize("name", ["points", "waiting points", "lettered paragraphs", "paragraphs", "empty lines"])
def test_a_hostile_text_takes_no_longer_than_its_length(name: str) -> None:
    assert seconds(lambda: places(f"## A\n\n{TEXTS[name]}")) < ENOUGH
