"""Readers' words come out of Markdown whole: no marks, nothing cut inside a word, a number or a letter."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import wording


def plain(markdown: str) -> str:
    """The words of Markdown with the spaces between them."""
    return "".join(token.gap + token.word for token in wording.tokens(markdown) if not token.place)


def cut(markdown: str) -> list[str]:
    return [token.word for token in wording.tokens(markdown) if token.word and not token.place]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("must **report** it *at* __once__", "must report it at once"),
        ("a_b and 2 * 3 * 4", "a_b and 2 * 3 * 4"),
        ("see [how to *report*](../report/index.md 'Go') now", "see how to report now"),
        ("see [how][r]\n\n[r]: ../report/index.md", "see how"),
        ("![A map](map.png){.wide} of `code *here*`", "A map of code *here*"),
        ("write to <a@example.org>, \\*not\\* &amp; call", "write to a@example.org, *not* & call"),
        ("Purpose {#purpose .x}", "Purpose"),
        ("the law[^1]\n\n[^1]: of 2020", "the law[1]\n\n[1] of 2020"),
        ("one\n\n- two\n- three", "one\n\ntwo\nthree"),
        ("### Sub\n\n> said\n\n    code", "Sub\n\nsaid\n\ncode"),
        ('!!! note "Mind" the step', '"Mind" the step'),
        ("| a | b | | --- | :-: | | 1 | 2 |", "| a | b | | 1 | 2 |"),
        ("<!-- hidden -->shown <b>bold</b>", "shown bold"),
        ("[repealed in version 4]", "[repealed in version 4]"),
        ("2026. A year", "2026. A year"),
        ("Ask {{ org.e_mail }} or **{{ org.name }}**", "Ask {{ org.e_mail }} or {{ org.name }}"),
        ("", ""),
    ],
)
def test_marks_are_no_words(markdown: str, words: str) -> None:
    assert plain(markdown) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("والشريك «المبلِّغ»؛ هل؟", ["والشريك", "«", "المبلِّغ", "»", "؛", "هل", "؟"]),
        ("لـ5 أشخاص و5-7", ["لـ5", "أشخاص", "و5-7"]),
        ("l’accord d'abord, non-verbal", ["l’accord", "d'abord", ",", "non-verbal"]),
        ("in 3.2, 1,000 or 10:30.", ["in", "3.2", ",", "1,000", "or", "10:30", "."]),
        ("on 2026-03-01: +45 5210 7804!", ["on", "2026-03-01", ":", "+45 5210 7804", "!"]),
        ("a.b@example.org, https://example.org/a?b=1.", ["a.b@example.org", ",", "https://example.org/a?b=1", "."]),
        ("ask {{ organisation.short }}.", ["ask", "{{ organisation.short }}", "."]),
        ("cafe\u0301 e\u0301te\u0301", ["cafe\u0301", "e\u0301te\u0301"]),
        ("می‌خواهم", ["می‌خواهم"]),
        ("👩‍👩‍👧 👍🏽", ["👩‍👩‍👧", "👍🏽"]),
        ("报告 고지", ["报", "告", "고지"]),
    ],
)
def test_words_numbers_and_addresses_stay_whole(text: str, words: list[str]) -> None:
    assert cut(text) == words


@given(st.text(st.sampled_from("أبلّgreé\u0301’-. ,؛3\u00a0\n«👍\u200d\u0652日{}@:/+")))
def test_tokens_and_gaps_are_the_whole_text_and_cut_no_letter_from_its_marks(text: str) -> None:
    tokens = wording.tokens(text)
    assert "".join(plain(text).split()).replace("+", "") == "".join(text.split()).replace("+", "")
    assert all(token.gap.strip() == "" for token in tokens)
    assert tokens[-1].word == ""
    for before, after in pairwise(tokens):
        joined = not after.gap and before.word[-1:].isalpha()
        assert not (joined and unicodedata.category((after.word or " ")[0])[0] == "M")


@given(st.text(st.characters(categories=["L", "Nd"], include_characters=" ,.;؛«»()")))
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert plain(text) == text.strip()


def test_where_a_link_leads_follows_its_words() -> None:
    tokens = wording.tokens("see [how](../report/index.md) now")
    assert [(token.word, token.place) for token in tokens[1:3]] == [("how", False), ("report/", True)]
    assert tokens[2].key != "report/"
    assert [token.place for token in wording.tokens("<https://example.org/> <a@example.org>")].count(True) == 0


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("../../report/index.md", "report/"),
        ("../../../report/index.md#how", "report/#how"),
        ("./index.md#s3", "#s3"),
        ("../index.md", "/"),
        ("index.fr.md", "index.fr.md"),
        ("https://example.org/index.md", "https://example.org/"),
        ("mailto:a@example.org", "a@example.org"),
    ],
)
def test_a_place_is_named_without_the_way_up_to_it(written: str, place: str) -> None:
    assert wording.address(written) == place
