"""Nothing that a document says escapes: what stands apart from its clauses counts, and so do footnotes and pictures."""

from __future__ import annotations

import pytest
from markdown import Markdown

from knowledge import safety
from knowledge.documents import fulltext
from knowledge.documents.fulltext import Annex, Words

BODY = """Read this.[^why]

## 1. Rule

1.1 Refuse gifts[^1] of *any* worth.

By letter ![or by post](post.png).

a) at once;[^deep]

## Annex A

A form.[^1]

## 2. Scope

2.1 Staff.

## Annex B

[^1]: Money too.[^deep]

    And things.
[^why]: Because.
[^deep]: See the law of 2020.[^1]
[^idle]: Nobody asks.
"""


def read(body: str) -> Words:
    """The words of Markdown as the site converts it."""
    return fulltext.read(safety.clean(Markdown(extensions=["footnotes"]).convert(body)))


def test_every_part_has_its_words_and_the_footnotes_it_uses() -> None:
    assert read(BODY) == Words(
        "Read this.\n\nBecause.",
        {
            "1": "Rule",
            "1.1": "Refuse gifts of any worth.\n\nBy letter or by post.\n\nMoney too. And things.\n\nSee the law of 2020.",
            "1.1 a": "at once;\n\nSee the law of 2020.\n\nMoney too. And things.",
            "2": "Scope",
            "2.1": "Staff.",
        },
        (
            Annex("1.1 a", "Annex A\n\nA form.\n\nMoney too. And things.\n\nSee the law of 2020."),
            Annex("2.1", "Annex B"),
            Annex("2.1", "Nobody asks."),
        ),
    )


@pytest.mark.parametrize(
    "word", ["this", "Because", "worth", "post", "once", "form", "Annex B", "things", "2020", "asks"]
)
def test_a_word_changed_anywhere_changes_the_digest(word: str) -> None:
    assert read(BODY.replace(f"{word}", "other")).digest("Title") != read(BODY).digest("Title")


def test_an_annex_that_moves_changes_the_digest() -> None:
    moved = BODY.replace("## Annex A\n\nA form.[^1]\n\n", "").replace(
        "## Annex B", "## Annex A\n\nA form.[^1]\n\n## Annex B"
    )
    assert read(moved).digest("Title") != read(BODY).digest("Title")


def test_a_heading_that_is_only_a_picture_is_no_clause_here_as_on_the_page() -> None:
    said = read("## 1. Rule\n\n1.1 Act.\n\n## 2. ![Scope](scope.png)\n\nWords.\n")
    assert said == Words("", {"1": "Rule", "1.1": "Act."}, (Annex("1.1", "2. Scope\n\nWords."),))


def test_a_text_without_clauses_is_all_start() -> None:
    assert read("One.[^1]\n\n## Two\n\n[^1]: Three.\n") == Words("One.\n\nTwo\n\nThree.", {})


def test_words_that_stand_bare_between_blocks_are_said() -> None:
    said = fulltext.read("Bare <p>one</p> two <h2>1. A</h2> three <p>1.1 b</p> four <section>five</section> six")
    assert said == Words("Bare\n\none\n\ntwo", {"1": "A\n\nthree", "1.1": "b\n\nfour\n\nfive\n\nsix"})


@pytest.mark.parametrize(
    "hidden",
    [
        '<a class="footnote-ref" href="#fn:1">not</a>',
        '<a class="footnote-backref" href="#x">not</a>',
        '<a class="footnote-ref" href="#x">2</a>',
    ],
)
def test_nothing_hides_by_passing_itself_off_as_the_mark_of_a_footnote(hidden: str) -> None:
    note = '<div class="footnote"><ol><li id="fn:1">n</li></ol></div>'
    with_it, without = (fulltext.read(f"<h2>1. A</h2><p>1.1 We must {said} pay.</p>{note}") for said in (hidden, ""))
    assert with_it.digest("T") != without.digest("T")


def test_a_second_footnote_of_the_same_name_is_not_lost() -> None:
    notes = '<div class="footnote"><ol><li id="fn:1">one</li><li id="fn:1">two</li></ol></div>'
    said = fulltext.read(f'<h2>1. A</h2><p>1.1 b<sup><a class="footnote-ref" href="#fn:1">1</a></sup></p>{notes}')
    assert said == Words("", {"1": "A", "1.1": "b\n\none"}, (Annex("1.1", "two"),))


def test_footnotes_put_in_the_middle_of_a_text_lose_nothing_behind_them() -> None:
    said = fulltext.read('<h2>1. A</h2><p>1.1 b</p><div class="footnote"><p>c</p></div><p>d</p><h2>2. E</h2>')
    assert said == Words("", {"1": "A", "1.1": "b", "2": "E"}, (Annex("1.1", "c\n\nd"),))
