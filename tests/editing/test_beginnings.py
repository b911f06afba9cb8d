"""A new file has the fields that the build reads: in their order, needed ones open, the others explained."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields

import pytest

from knowledge import frontmatter
from knowledge.editing import beginnings
from knowledge.kinds import KINDS, Kind, kind_of

ARTICLE, DOCUMENT = kind_of("news/2026/x"), kind_of("policies/x")


def named(text: str) -> list[str]:
    """The fields of front matter in their order, open or explained."""
    return [match[1] for line in text.splitlines() if (match := re.match(r"(?:# )?([a-z_]+):", line))]


def values(text: str) -> dict[str, object]:
    """What the build reads in it."""
    matter, _, _ = frontmatter.split(text)
    return frontmatter.parse(matter or "").values


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_source_file_has_every_field_in_order_but_those_of_translations(kind: Kind) -> None:
    ours = set("translated_from adapted translator reviewer compared machine differs follows".split())
    assert named(beginnings.source(kind, {})) == [item.name for item in fields(kind.record) if item.name not in ours]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_needed_is_open_and_nothing_else(kind: Kind) -> None:
    needed = [item.name for item in fields(kind.record) if item.default is MISSING]
    assert list(values(beginnings.source(kind, {}))) == needed


def test_what_is_given_is_written_so_that_it_is_read_again() -> None:
    title = 'He said: "no" & left'
    assert values(beginnings.source(ARTICLE, {"title": title}))["title"] == title
    assert values(beginnings.source(DOCUMENT, {"version": 1}))["version"] == 1


def test_a_field_is_explained_with_the_sentence_of_its_class() -> None:
    text = beginnings.source(ARTICLE, {})
    assert "# image: A picture beside the page, as `photo.jpg`." in text
    assert "# One topic or more, by their folder under `topics/`.\ntopics: []" in text


def test_a_translation_has_the_words_of_its_source_above_empty_places_and_no_facts() -> None:
    text = beginnings.translation(ARTICLE, {"title": "A\n  b", "date": "2026-01-01", "image_alt": "A lamp"}, "ar")
    assert "# A b\ntitle:\n" in text
    assert "# A lamp\nimage_alt:\n" in text
    assert values(text) == {"title": None, "translated_from": "ar", "image_alt": None}


def test_a_translation_of_the_first_language_need_not_say_so() -> None:
    assert "translated_from" not in beginnings.translation(ARTICLE, {"title": "A"}, "")


def test_a_translation_of_a_document_is_told_of_what_only_translations_have() -> None:
    assert "# compared: In a translation: the day" in beginnings.translation(DOCUMENT, {"title": "A"}, "")
