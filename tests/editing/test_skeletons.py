"""A translation begins with the shape of its source: numbers, ids, lists, tables and forms, but none of its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import configuration, outline, sources
from knowledge.documents.clauses import clauses
from knowledge.editing.skeletons import skeleton
from knowledge.prose import COMMENT

ROOT = Path(__file__).parents[2]


def shape(body: str, code: str = "fr") -> str:
    """A skeleton without its comments."""
    return COMMENT.sub("", skeleton(body, code)).strip()


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("Some words.", "…"),
        ("Some words\nin two lines.", "…"),
        ("## Words {#id}", "## Words {#id}"),
        ("3.2 Staff must act.", "3.2 …"),
        ("a) at once;", "a) …"),
        ("- one\n- two", "- …\n- …"),
        ("- one\n\n- two", "- …\n\n\n- …"),
        ("1. one\n    - two\n    - three", "1. …\n    - …\n    - …"),
        ("| A | B |\n| --- | --- |\n| c | 5 |", "| … | … |\n| --- | --- |\n| … | 5 |"),
        ('!!! note "Title"\n    Words.', '!!! note "…"\n    …'),
        ("![A lamp](lamp.png)", "![…](lamp.png)"),
        ("> Words", "> …"),
        ("[^1]: Words", "[^1]: …"),
        ("( ) Yes ( ) No", "( ) … ( ) …"),
        ("Where: [____] in words", "… [____] …"),
        ("[____]", "[____]"),
        ("{{ report.email }}", "{{ report.email }}"),
        ("```\nwords\n```", "```\nwords\n```"),
        ("[one]: https://example.org", "[one]: https://example.org"),
        ("---", "---"),
    ],
)
def test_the_shape_stays_and_the_words_wait(body: str, left: str) -> None:
    assert shape(body) == left


@pytest.mark.parametrize(
    ("written", "code", "letter"),
    [("a) x", "ar", "أ)"), ("e) x", "ar", "هـ)"), ("هـ) x", "fr", "e)"), ("ا) x", "en", "a)"), ("ب) x", "ar", "ب)")],
)
def test_letters_are_those_of_the_language(written: str, code: str, letter: str) -> None:
    assert shape(written, code) == f"{letter} …"


def test_the_words_of_the_source_stand_above_each_place() -> None:
    assert skeleton("One *word*.\n\nTwo.", "fr") == (
        "\n<!-- to translate:\nOne *word*.\n-->\n…\n\n<!-- to translate:\nTwo.\n-->\n…\n"
    )


def test_a_comment_of_the_source_cannot_end_that_of_the_skeleton() -> None:
    assert skeleton("Words `-->` words", "fr").count("-->") == 1


def test_every_text_of_the_site_keeps_its_headings_and_the_numbers_of_its_clauses() -> None:
    site = configuration.read(ROOT / "mkdocs.yml")
    for source in sources.read(site.docs, site.languages, site.shown).sources:
        left = COMMENT.sub("", skeleton(source.body, "fr" if source.language == "ar" else "ar"))
        kept = [(heading.level, heading.written) for heading in outline.outline(left)]
        assert kept == [(heading.level, heading.written) for heading in outline.outline(source.body)]
        numbers = [clause.number for clause in clauses(left)]
        assert numbers == [clause.number for clause in clauses(source.body)], source.path
