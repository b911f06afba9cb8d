"""Exactly what changed in the source since a translation was made is out of date, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.versions import DOCUMENT, catalogue, text, translation

from knowledge.documents import freshness
from knowledge.documents.freshness import Change, Staleness
from knowledge.documents.ledgers import Base
from knowledge.entries import Text

BODY = "Read this first.\n\n## 1. Rule\n\n1.1 Refuse gifts:\n\na) money;\n\nb) things.\n\n1.2 Report them.\n\nAnswer: yes.\n"


def source(body: str = BODY, title: str = "Gifts", name: str = "One", **fields: Any) -> Text:
    """The source of a document; `name` is what {{ org.name }} stands for."""
    file = text(body=body, **fields).replace("title: Gifts", f'title: "{title}"')
    return catalogue({f"{DOCUMENT}/index.md": file}, known={"org.name": {"en": name}}).entries[DOCUMENT].texts["en"]


BASE = freshness.said(source())


def late(body: str, base: Base = BASE, **fields: Any) -> Staleness:
    return freshness.stale(base, source(body, **fields))


def test_what_a_source_says_is_its_opening_and_its_clauses_as_written() -> None:
    asked = source("{{ org.name }} asks.\n\n## 1. Rule\n\n1.1 See\n[how](a.md).\n", version=3, title="{{ org.name }}")
    assert freshness.said(asked) == Base(
        "en", 3, "{{ org.name }}", "Gifts.", "{{ org.name }} asks.", {"1": "Rule", "1.1": "See [how](a.md)."}
    )


def test_a_translation_of_the_same_words_is_fresh() -> None:
    assert not late(BODY)
    assert late(BODY) == Staleness()


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("Refuse gifts", "Refuse\ngifts"),
        BODY.replace("Report them", "Report \u00a0 them"),
        BODY.replace("\n\nAnswer", "\nAnswer"),
        BODY.replace("\n", "\n\n"),
    ],
)
def test_line_breaks_and_spaces_change_nothing(body: str) -> None:
    assert not late(body)


def test_letters_that_are_written_in_two_ways_are_the_same() -> None:
    base = freshness.said(source("## 1. Re\u0301gle\n\n1.1 \u0627\u0654\n"))
    assert not late("## 1. R\u00e9gle\n\n1.1 \u0623\n", base)


def test_links_of_a_folder_one_deeper_lead_to_the_same_place_and_others_do_not() -> None:
    def linked(path: str) -> str:
        return f"## 1. Rule\n\n1.1 See [how]({path}).\n"

    base = freshness.said(source(linked("../../report/index.md")))
    assert not late(linked("../../../report/index.md"), base)
    assert list(late(linked("../../people/index.md"), base).clauses) == ["1.1"]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("Refuse gifts", "Return gifts", {"1.1": Change("Refuse gifts:", "Return gifts:")}),
        ("money;", "coins;", {"1.1 a": Change("money;", "coins;")}),
        ("Answer: yes.", "Answer: no.", {"1.2": Change("Report them.\n\nAnswer: yes.", "Report them.\n\nAnswer: no.")}),
        ("1. Rule", "1. Rules", {"1": Change("Rule", "Rules")}),
        ("## 1.", "## 1. Rule\n\n1.3 New.\n\n1.1 x\n\n## 2.", None),
        ("1.2 Report them.", "1.2 [repealed in version 2]", None),
    ],
)
def test_exactly_the_clause_that_changed_is_stale(old: str, new: str, changes: dict[str, Change] | None) -> None:
    found = late(BODY.replace(old, new)).clauses
    assert found
    assert changes is None or found == changes


def test_kinds_of_change_are_told_in_the_order_of_the_text() -> None:
    body = BODY.replace("b) things.\n\n", "").replace("1.1 Refuse", "1.3 New.\n\n1.1 Refuse all")
    found = late(body).clauses
    assert [(number, change.kind) for number, change in found.items()] == [
        ("1.3", "added"),
        ("1.1", "changed"),
        ("1.1 b", "removed"),
    ]
    assert found["1.1 b"] == Change("things.", "")
    assert found["1.3"] == Change("", "New.")


def test_a_clause_that_went_from_the_start_or_the_end_keeps_its_place() -> None:
    base = freshness.said(source("## 1. A\n\n1.1 B\n\n## 2. C\n\n2.1 D\n"))
    assert list(late("## 2. C\n\n2.2 E\n", base).clauses) == ["1", "1.1", "2.1", "2.2"]


def test_the_opening_is_compared_too() -> None:
    file = BODY.replace("first", "now")
    found = freshness.stale(replace(BASE, summary="On gifts."), source(file, "Presents"))
    assert found
    assert list(found.parts.items()) == [
        ("title", Change("Gifts", "Presents")),
        ("summary", Change("On gifts.", "Gifts.")),
        ("start", Change("Read this first.", "Read this now.")),
    ]
    assert not found.clauses


def test_what_stands_apart_from_the_clauses_is_compared_too() -> None:
    apart = BODY + "\n## Annex\n\nA form.[^1]\n\n[^1]: By post.\n\n[^2]: Nobody asks.\n"
    base = freshness.said(source(apart))
    assert base.annexes == "## Annex\n\nA form.[^1]\n\n[^1]: By post.\n\n[^2]: Nobody asks."
    for word in ("Annex", "form", "post", "Nobody"):
        found = late(apart.replace(word, "other"), base)
        assert list(found.parts) == ["annexes"]
        assert (found.apart, bool(found.clauses)) == (True, False)
    assert list(late(apart.replace("Report", "Report[^2]"), base).parts) == ["1.2", "annexes"]
    assert not late(apart, base)


def test_a_fact_that_changed_makes_nothing_stale() -> None:
    body = "## 1. Rule\n\n1.1 Ask {{ org.name }}.\n"
    one, other = (source(body, "{{ org.name }}", name) for name in ("One", "Other"))
    assert one.record.title != other.record.title
    assert not freshness.stale(freshness.said(one), other)


def test_a_clause_that_only_moved_is_followed_and_not_stale() -> None:
    found = late(BODY.replace("1.2 Report", "1.4 Report"), renumbered={"1.2": "1.4"})
    assert not found
    assert found.moved == {"1.2": "1.4"}


def test_a_clause_that_moved_and_changed_is_stale_under_its_new_number() -> None:
    found = late(BODY.replace("1.2 Report", "1.5 Tell"), renumbered={"1.2": "1.4", "1.4": "1.5"})
    old, new = "Report them.\n\nAnswer: yes.", "Tell them.\n\nAnswer: yes."
    assert (found.moved, found.clauses) == ({"1.2": "1.5"}, {"1.5": Change(old, new)})


def test_two_clauses_that_became_one_are_one_changed_and_one_removed() -> None:
    body = BODY.replace("b) things.\n\n", "").replace("money;", "money and things.")
    found = late(body, renumbered={"1.1 b": "1.1 a"})
    assert {number: change.kind for number, change in found.clauses.items()} == {"1.1 a": "changed", "1.1 b": "removed"}
    assert found.moved == {}


def test_moves_in_a_circle_end() -> None:
    assert freshness.follow("1", (("1", "2"), ("2", "1"))) in ("1", "2")
    assert freshness.follow("3", (("1", "2"),)) == "3"


def test_a_translation_of_another_language_is_a_problem() -> None:
    files = {f"{DOCUMENT}/index.md": text(), f"{DOCUMENT}/index.fr.md": translation()}
    english, french = catalogue(files).entries[DOCUMENT].texts.values()
    (problem,) = freshness.check(french, replace(BASE, source="ar"), english)
    assert str(problem) == (
        f"docs/{DOCUMENT}/index.fr.md:1: translated_from: it was made from ar, and its source is en now: "
        f"compare it with its source, then run `make translated FILE=docs/{DOCUMENT}/index.fr.md`"
    )
    assert list(freshness.check(french, BASE, english)) == []


def test_a_version_that_goes_back_is_told_by_the_translations_of_the_later_one() -> None:
    files = {f"{DOCUMENT}/index.md": text(), f"{DOCUMENT}/index.fr.md": translation()}
    english, french = catalogue(files).entries[DOCUMENT].texts.values()
    (problem,) = freshness.check(french, replace(BASE, version=2), english)
    assert str(problem) == (
        f"docs/{DOCUMENT}/index.md:6: version: docs/{DOCUMENT}/index.fr.md was made from version 2, and this is "
        "version 1: write version: 2: numbers of versions never go back"
    )


NUMBERS = st.lists(st.integers(1, 9), unique=True).map(lambda found: [f"1.{number}" for number in found])


@given(NUMBERS, NUMBERS)
def test_added_and_removed_are_the_difference_of_the_numbers(before: list[str], after: list[str]) -> None:
    base, now = (
        freshness.said(source("## 1. Rule\n\n" + "\n\n".join(f"{n} Words." for n in ns))) for ns in (before, after)
    )
    body = "## 1. Rule\n\n" + "\n\n".join(f"{number} Words." for number in after)
    found = late(body, base).clauses
    assert {number for number, change in found.items() if change.kind == "added"} == set(after) - set(before)
    assert {number for number, change in found.items() if change.kind == "removed"} == set(before) - set(after)
    order = freshness.order(base, now, {})
    assert [number for number in order if number in now.clauses] == list(now.clauses)
    assert sorted(order) == sorted(set(base.clauses) | set(now.clauses))
