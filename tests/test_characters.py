"""Characters that act on a text and show nothing are found, and taken out, and no letter with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import characters


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("\x00", "a control character (U+0000) stands in the text"),
        ("\x9f", "a control character (U+009F)"),
        ("\u202e", "an invisible character (U+202E) changes the order of the text"),
        ("\u2066", "an invisible character (U+2066) changes the order"),
        ("\u2060", "an invisible character (U+2060) stands in the text"),
        ("\ufeff", "an invisible character (U+FEFF)"),
        ("\U000e0041", "an invisible character (U+E0041)"),
    ],
)
def test_what_acts_is_found_where_it_stands(sign: str, said: str) -> None:
    found = characters.fault(f"ab{sign}c")
    assert found
    assert found[0] == 2
    assert found[1].startswith(said)
    assert characters.without(f"ab{sign}c") == "abc"


@pytest.mark.parametrize(
    "text", ["می\u200cخواهم", "نص\u200e \u200f", "مُدَوَّنة", "क\u094dष", "a\tb\nc", "👩\u200d👧", "e\u0301"]
)
def test_what_a_language_needs_stays(text: str) -> None:
    assert characters.fault(text) is None
    assert characters.without(text) == text


@given(st.text())
def test_nothing_is_found_where_all_was_taken_out(text: str) -> None:
    assert characters.fault(characters.without(text)) is None
