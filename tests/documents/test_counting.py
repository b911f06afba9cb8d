"""Counting: old numbers stay, new ones were never used, and a translation counts as its source does."""

from __future__ import annotations

import pytest

from knowledge.documents.counting import Outline, Stock, Uncountable, counted, follow, outline
from knowledge.documents.places import places


def numbers(
    body: str, used: tuple[str, ...] = (), source: Outline | None = None, gone: tuple[str, ...] = ()
) -> list[str]:
    found = places(body)
    own = {place.number for place in found if place.number}
    return counted(found, Stock({*own, *used, *gone}), source or {}, set(gone))


def like(source: str, translation: str) -> list[str]:
    found = places(source)
    guide = outline(found, numbers(source))
    return numbers(translation, tuple(number for side in guide.values() for number in side), guide)


def refused(body: str, gone: tuple[str, ...] = ()) -> str:
    with pytest.raises(Uncountable) as fault:
        numbers(body, gone=gone)
    return f"{fault.value.place.passage.line}: {fault.value.what}: {fault.value.cure}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## A\n\nx:\n\n- a\n- b\n\ny\n\n## B\n\nz", ["1", "1.1", "1.1 a", "1.1 b", "1.2", "2", "2.1"]),
        ("## 3. A\n\n3.1 x\n\n## ? B\n\ny\n\n## 2. C\n\nz", ["3", "3.1", "4", "4.1", "2", "2.1"]),
        ("## 3. A\n\n3.1 x\n\n? new\n\n3.7 y", ["3", "3.1", "3.8", "3.7"]),
        ("## 3. A\n\n3.1 x:\n\na) y\n\n?) new\n\n3.2 z", ["3", "3.1", "3.1 a", "3.1 b", "3.2"]),
        ("## 3. A\n\n3.1 x:\n\n?) new", ["3", "3.1", "3.1 a"]),
        ("## A\n\n3.1 x\n\n3.2 y\n\n## B\n\nz", ["3", "3.1", "3.2", "4", "4.1"]),
        ("## A\n\nx:\n\na) y\n\n- z", ["1", "1.1", "1.1 a", "1.1 b"]),
    ],
)
def test_new_numbers_are_the_next_free_ones(body: str, expected: list[str]) -> None:
    assert numbers(body) == expected


def test_a_number_that_was_ever_used_is_not_used_again() -> None:
    assert numbers("## 3. A\n\n3.1 x\n\n? y\n\n## ? B", used=("3.9", "3.12 a", "8")) == ["3", "3.1", "3.13", "9"]


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("## A\n\nx\n\ny\n\n## B\n\nz", "## أ\n\nس\n\n## ب\n\nع", ["1", "1.1", "2", "2.1"]),
        ("## A\n\nx\n\n## B\n\nz", "## أ\n\nس\n\nص\n\n## ب\n\nع", ["1", "1.1", "1.2", "2", "2.1"]),
        ("## 3. A\n\n3.1 x\n\n3.9 y\n\n3.2 z", "## 3. A\n\n3.1 x\n\n? y\n\n3.2 z", ["3", "3.1", "3.9", "3.2"]),
        ("## 3. A\n\n3.1 x\n\n3.9 y\n\n3.2 z", "## A\n\nx\n\ny\n\nz", ["3", "3.1", "3.9", "3.2"]),
        ("## 3. A\n\n3.1 x\n\n3.2 z", "## 3. A\n\n3.1 x\n\n? y\n\n3.2 z", ["3", "3.1", "3.3", "3.2"]),
        ("## 3. A\n\nx\n\n## 1. B\n\ny", "## 3. A\n\nx\n\n## ? B\n\ny", ["3", "3.1", "1", "1.1"]),
    ],
)
def test_a_translation_gets_the_numbers_its_source_has_there(
    source: str, translation: str, expected: list[str]
) -> None:
    assert like(source, translation) == expected


def test_landmarks_out_of_order_are_followed_from_where_they_stand() -> None:
    assert follow(["2", "", "1", ""], ["1", "2", "3", "4"], Stock(["1", "2", "3", "4"]), "") == ["2", "3", "1", "5"]


def test_a_new_point_before_an_old_one_is_refused() -> None:
    assert refused("## 3. A\n\n3.1 x:\n\n?) new\n\na) y") == (
        "7: a new point before 3.1 a would take its letter: "
        "put the new point last: letters go in order, and 3.1 a keeps its own"
    )


def test_the_letter_of_a_point_that_is_gone_is_not_used_again() -> None:
    assert refused("## 3. A\n\n3.1 x:\n\na) y\n\n?) new", ("3.1 b",)) == (
        "7: 3.1 b was published before and is gone: write b) [repealed in version …] here, then the new point"
    )


def test_more_points_than_letters_are_refused() -> None:
    assert refused("## A\n\nx:\n\n" + "- y\n" * 27).endswith("make two clauses of it")


def test_a_number_before_the_first_heading_is_refused() -> None:
    assert refused("1.1 x\n\n## A") == "1: 1.1 stands before the first heading: move it below one"
