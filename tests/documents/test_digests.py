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


def test_letters_are_counted_composed_and_no_sign_is_made_another() -> None:
    assert digests.digest("re\u0301gle") == sha256("r\u00e9gle".encode()).hexdigest()
    assert digests.digest("½ ﬁn ²") == sha256("½ ﬁn ²".encode()).hexdigest()


def test_annexes_are_lines_behind_the_clause_that_they_follow() -> None:
    lines = b"Title\n1 Rule\nAnnex A\nAnnex B\n2 Scope\nAnnex C"
    clauses = {"1": "Rule", "2": "Scope"}
    annexes = [("1", "Annex A"), ("1", "Annex B"), ("2", "Annex C")]
    assert digests.whole("Title", "", clauses, annexes) == sha256(lines).hexdigest()
    assert digests.whole("Title", "", {}, [("", "A note.")]) == sha256(b"Title\nA note.").hexdigest()


def test_characters_that_only_direct_others_do_not_count() -> None:
    assert digests.digest(plaintext.line(WORDS, "rtl")) == digests.digest(WORDS)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp"]), min_size=1))
def test_other_words_have_another_digest(more: str) -> None:
    assert digests.digest(f"{WORDS} {more}") != digests.digest(WORDS)


def test_words_that_move_to_another_clause_change_the_digest_of_the_text() -> None:
    one, other = {"1": "Rule now", "1.1": "Look"}, {"1": "Rule", "1.1": "now Look"}
    assert digests.whole("T", "", one) != digests.whole("T", "", other)
