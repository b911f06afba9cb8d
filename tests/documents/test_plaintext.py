"""Plain text keeps its order in lines of either direction."""

from __future__ import annotations

import pytest
from tests.documents.shown import from_right, shown

from knowledge.documents import plaintext

ADDRESS = "https://host/ar/ethics/"


@pytest.mark.parametrize("base", ["L", "R"])
def test_an_address_in_a_line_from_the_right_keeps_its_slashes_and_one_space_on_either_side(base: str) -> None:
    line = plaintext.line(f"انظر{plaintext.address(ADDRESS, 'rtl')}أولًا.", "rtl")
    assert shown(line, base) == from_right("انظر ", ADDRESS, " أولًا.")


def test_without_isolation_the_last_slash_is_lost_to_the_other_end() -> None:
    assert ADDRESS not in shown(f"انظر {ADDRESS}", "R")


def test_spaces_part_an_address_from_every_invisible_character() -> None:
    """Programs that make links of addresses end them at white space, not at isolates."""
    assert f" {ADDRESS} " in plaintext.line(f"انظر{plaintext.address(ADDRESS, 'rtl')}", "rtl")


def test_an_arabic_line_is_one_block_inside_an_english_sentence() -> None:
    line = plaintext.line("البند 3، المادة 4.", "rtl")
    assert shown(f"see {line} for", "L") == f"see {from_right('البند ', '3', '، المادة ', '4', '.')} for"


def test_a_line_from_the_left_is_left_alone() -> None:
    assert plaintext.line("Clause 3.", "ltr") == "Clause 3."


def test_words_of_the_same_direction_need_no_isolation() -> None:
    assert plaintext.isolate("look-out", "ltr", "ltr") == "look-out"
    assert plaintext.isolate("سياسة!", "rtl", "rtl") == "سياسة!"


def test_an_arabic_title_keeps_its_last_sign_in_an_english_line() -> None:
    line = f"Title: {plaintext.isolate('هل نرى؟', 'rtl', 'ltr')}"
    assert shown(line, "L") == f"Title: {from_right('هل نرى؟')}"


def test_bare_words_have_no_invisible_characters() -> None:
    assert plaintext.bare(plaintext.line(f"انظر{plaintext.address(ADDRESS, 'rtl')}", "rtl")) == f"انظر {ADDRESS} "
