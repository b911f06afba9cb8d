"""A digest depends on the words alone, and a stranger can compute it."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import digests, plaintext

WORDS = "Règle : « oui » – قاعدةٌ"


def test_the_digest_of_a_clause_is_that_of_its_words_in_utf_8() -> None:
    assert digests.digest("Look twice.") == sha256(b"Look twice.").hexdigest()


def test_the_digest_of_a_text_is_that_of_its_lines() -> None:
    lines = b"The title\nBefore all.\n1 Rule\n1.1 a at once"
    clauses = {"1": "Rule", "1.1 a": " at\nonce "}
    assert digests.whole("The title", "Before all.", clauses) == sha256(lines).hexdigest()


def test_a_text_that_begins_with_its_first_clause_has_no_empty_line() -> None:
    assert digests.whole("Title", " ", {"1": "Rule"}) == sha256(b"Title\n1 Rule").hexdigest()


@given(st.sampled_from(["\u00a0", "\u202f", "\n\n", "  ", " \t"]))
def test_spaces_do_not_count(space: str) -> None:
    assert digests.digest(f" {WORDS.replace(' ', space)}\n") == digests.digest(WORDS)


def test_the_way_letters_are_composed_does_not_count() -> None:
    assert digests.digest(unicodedata.normalize("NFD", WORDS)) == digests.digest(WORDS)


def test_characters_that_only_direct_others_do_not_count() -> None:
    assert digests.digest(plaintext.line(WORDS, "rtl")) == digests.digest(WORDS)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp"]), min_size=1))
def test_other_words_have_another_digest(more: str) -> None:
    assert digests.digest(f"{WORDS} {more}") != digests.digest(WORDS)


def test_words_that_move_to_another_clause_change_the_digest_of_the_text() -> None:
    one, other = {"1": "Rule now", "1.1": "Look"}, {"1": "Rule", "1.1": "now Look"}
    assert digests.whole("T", "", one) != digests.whole("T", "", other)
