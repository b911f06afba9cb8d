"""What the form in the browser asks for is what the classes say, field by field, for every kind of page."""

from __future__ import annotations

from dataclasses import fields

import pytest

from knowledge.editing import desk, widgets
from knowledge.editing.widgets import Widget
from knowledge.fields import Choice, References
from knowledge.kinds import KINDS, Kind, named

OFFERED = [kind for kind in KINDS if kind.name not in desk.APART]
PAGES = {"topic": [("safety", "Safety"), ("gender", "Gender")], "document": [("policies/gifts", "Gifts")]}


def form(kind: Kind, source: str = "") -> dict[str, Widget]:
    """The form of a kind of page, by the names of its fields."""
    return {item["name"]: item for item in widgets.form(kind.record, lambda name: PAGES.get(name, []), source, ["fr"])}


@pytest.mark.parametrize("kind", OFFERED, ids=lambda kind: kind.name)
def test_a_form_has_every_field_and_no_other_needed_and_translated_alike(kind: Kind) -> None:
    found = form(kind)
    assert found.keys() == (kind.words | kind.facts | {"body"}) - {"translated_from"}
    assert {name for name, item in found.items() if item.get("required", True)} == {*kind.needed, "body"}
    assert {name for name, item in found.items() if item["i18n"]} == (kind.words | {"body"}) - {"translated_from"}


@pytest.mark.parametrize("kind", OFFERED, ids=lambda kind: kind.name)
def test_a_form_offers_the_choices_of_the_class_and_the_pages_of_the_site(kind: Kind) -> None:
    found = form(kind)
    for field in fields(kind.record):
        reader = field.metadata["reader"]
        if isinstance(reader, Choice):
            assert found[field.name]["options"] == list(reader.names)
        if isinstance(reader, References):
            pages = [(page["value"], page["label"]) for page in found[field.name].get("options", [])]
            assert pages == PAGES.get(reader.kind, [])


@pytest.mark.parametrize("kind", OFFERED, ids=lambda kind: kind.name)
def test_every_field_says_what_it_means(kind: Kind) -> None:
    assert [name for name, item in form(kind).items() if name != "body" and not item["hint"].endswith(".\u2069")] == []


def test_what_is_needed_comes_first_then_the_text() -> None:
    assert list(form(named("article")))[:5] == ["title", "summary", "date", "topics", "body"]


def test_a_translation_of_another_language_says_so_where_the_source_need_not() -> None:
    origin = form(named("article"), "ar")["translated_from"]
    assert (origin["options"], origin["required"], origin["i18n"]) == (["ar"], ["fr"], True)
