"""Definitions: footnotes and addresses are found by their labels, as Markdown finds them."""

from __future__ import annotations

import pytest

from knowledge.documents.definitions import defined, folded, used
from knowledge.documents.passages import passages

KNOWN = {"home": ["[Home]: a"], "^1": ["[^1]: One, see [faq]."], "faq": ["[faq]: b"], "^2": ["[^2]: Two.", "    More."]}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("[Home Page]: a", "home page"),
        ("[^Note]: words", "^note"),
        ("Text", ""),
        ("[a]: two words", ""),
        ("*[A]: b", ""),
    ],
)
def test_a_definition_has_a_label(text: str, label: str) -> None:
    assert [defined(passage) for passage in passages(text)] == [label]


def test_letters_and_spaces_of_a_label_do_not_matter() -> None:
    assert folded("Our  FAQ\n") == folded("our faq")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a][HOME]", ["[Home]: a"]),
        ("[home]", ["[Home]: a"]),
        ("[home][]", ["[Home]: a"]),
        ("[faq] and[^2] [home]", ["[^2]: Two.", "    More.", "[faq]: b", "[Home]: a"]),
        ("One[^1]", ["[^1]: One, see [faq].", "[faq]: b"]),
        ("[unknown] [^9] [a](home)", []),
        ("[home] [home]", ["[Home]: a"]),
    ],
)
def test_what_words_use_is_found_footnotes_first(text: str, found: list[str]) -> None:
    assert used([text], KNOWN) == found
