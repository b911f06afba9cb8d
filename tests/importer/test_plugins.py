"""What plug-ins keep beside a text is understood, and what they make themselves is not taken for words."""

from __future__ import annotations

import pytest

from knowledge.importer.exports import Term
from knowledge.importer.plugins import Beside, beside


def kept(**fields: str) -> Beside:
    """What is understood of some custom fields."""
    return beside(fields, [])


def test_polylang_names_language_and_group_as_terms() -> None:
    topic = Term("category", "Water")
    done = beside({}, [topic, Term("language", "Français", "fr"), Term("post_translations", "pll_1")])
    assert (done.language, done.group, done.source, done.terms) == ("fr", "pll_1", "", (topic,))


def test_wpml_names_them_and_the_source_in_fields() -> None:
    said = {"language_code": "fr", "translation_group": "post_7", "source_language_code": "en"}
    done = kept(**{f"_wpml_import_{name}": value for name, value in said.items()})
    assert (done.language, done.group, done.source) == ("fr", "post_7", "en")


def test_what_somebody_wrote_for_search_engines_is_read_and_what_a_machine_makes_is_not() -> None:
    assert kept(rank_math_description="Words.").description == "Words."
    assert kept(_yoast_wpseo_metadesc="%%excerpt%%", _aioseo_description="Words.").description == "Words."
    assert kept().description == ""


def test_footnotes_beside_the_text_are_read() -> None:
    written = '[{"content":"A note.","id":"u-1"},{"content":"<em>B</em>","id":"u-2"}]'
    assert kept(footnotes=written).footnotes == (("u-1", "A note."), ("u-2", "<em>B</em>"))


@pytest.mark.parametrize("broken", ["[", "7", '[{"id":1}]', "[7]", '"a"', ""])
def test_footnotes_that_cannot_be_read_are_none(broken: str) -> None:
    assert kept(footnotes=broken).footnotes == ()


def test_fields_with_words_that_are_not_understood_are_named() -> None:
    fields = {
        "subtitle": "Three more words",
        "_hidden": "Three more words",
        "layout": "wide",
        "box": 'a:1:{s:1:"a b c";}',
    }
    assert kept(**fields, blocks='{"a": "b c d"}').extras == ("subtitle",)
