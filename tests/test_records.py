"""The front-matter contract: a sentence under each field, and words kept apart from facts."""

from __future__ import annotations

import inspect
from dataclasses import fields

import pytest

from knowledge import records
from knowledge.contract import sentences
from knowledge.fields import References
from knowledge.kinds import KINDS, named
from knowledge.records import Page, Record

CLASSES = [value for value in vars(records).values() if isinstance(value, type) and issubclass(value, Record)]
WORDS = {"title", "summary", "short", "translated_from"}
FACTS = {"reviewed", "menu", "order"}


@pytest.mark.parametrize("record", CLASSES, ids=lambda record: record.__name__)
def test_every_field_has_a_sentence_under_it(record: type[Record]) -> None:
    said = sentences(inspect.getsource(records))
    for name in inspect.get_annotations(record):
        sentence = said[record.__name__, name]
        assert sentence[:1].isupper(), name
        assert sentence.endswith("."), name


def test_every_class_says_what_it_is_for() -> None:
    assert [record.__name__ for record in CLASSES if not (record.__doc__ or "").strip().endswith(".")] == []


@pytest.mark.parametrize(
    ("kind", "words", "facts"),
    [
        ("home", WORDS, FACTS),
        ("hub", WORDS, FACTS),
        ("page", WORDS, FACTS),
        ("region", WORDS, FACTS),
        ("topic", WORDS, FACTS | {"contacts", "documents"}),
        ("person", WORDS | {"role"}, FACTS | {"phone", "email"}),
        ("document", WORDS | {"owner"}, FACTS | {"identifier", "version", "status", "next_review"}),
        ("article", WORDS | {"image_alt"}, {"date", "topics", "regions", "image"}),
    ],
)
def test_what_readers_read_is_translated_and_what_machines_read_is_not(
    kind: str, words: set[str], facts: set[str]
) -> None:
    assert words <= named(kind).words
    assert facts <= named(kind).facts
    assert not named(kind).words & named(kind).facts


def test_every_field_is_a_word_or_a_fact_with_a_type_of_its_own() -> None:
    for kind in KINDS:
        for field in fields(kind.record):
            assert callable(field.metadata["reader"]), field.name
            assert isinstance(field.metadata["translated"], bool), field.name


def test_fields_that_name_pages_name_pages_of_a_kind() -> None:
    readers = [field.metadata["reader"] for kind in KINDS for field in fields(kind.record)]
    named_kinds = {reader.kind for reader in readers if isinstance(reader, References)}
    assert named_kinds
    assert named_kinds <= {kind.name for kind in KINDS}


@pytest.mark.parametrize(("short", "label"), [("", "A long title"), ("Short", "Short")])
def test_the_label_of_a_page_is_its_shortest_name(short: str, label: str) -> None:
    assert Record(title="A long title", summary="A summary.", short=short).label == label


def test_a_record_cannot_be_changed_after_it_was_read() -> None:
    assert [record.__name__ for record in CLASSES if not record.__dataclass_params__.frozen] == []  # type: ignore[attr-defined]
    assert Page in CLASSES
