"""A redline shows whole words in any language, loses none of either text, and reads in the right order."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from knowledge import bidi
from knowledge.documents import redline, wording
from knowledge.documents.redline import Piece


def shown(before: str, after: str) -> str:
    """A redline in plain text: [-old-]{+new+}."""
    marks = {"": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
    return "".join(marks[piece.mark].format(piece.words) for piece in redline.compare(before, after))


def old(pieces: list[Piece]) -> str:
    return "".join(piece.words for piece in pieces if piece.mark != "ins" and not piece.place)


def new(pieces: list[Piece]) -> str:
    return "".join(piece.words for piece in pieces if piece.mark != "del" and not piece.place)


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("Report it.", "Report it.", "Report it."),
        ("Report at once.", "Report within 3 days.", "Report [-at once-]{+within 3 days+}."),
        ("However, staff must", "staff must", "[-However, -]staff must"),
        ("Staff must", "All partners must", "[-Staff-]{+All partners+} must"),
        ("It must report.", "It must report, in writing.", "It must report{+, in writing+}."),
        ("must notify the matter", "must report the incident", "must [-notify-]{+report+} the [-matter-]{+incident+}"),
        ("a) staff; b) partners.", "a) staff; b) donors; c) partners.", "a) staff; b){+ donors; c)+} partners."),
        ("", "New.", "{+New.+}"),
        ("Old.", "", "[-Old.-]"),
        ("Repeal me.", "[repealed in version 2]", "[-Repeal me.-]{+[repealed in version 2]+}"),
    ],
)
def test_words_that_changed_are_marked_and_the_others_are_not(before: str, after: str, pieces: str) -> None:
    assert shown(before, after) == pieces


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("يبلغ والشريك المنظمة", "يبلغ الشريك المنظمة", "يبلغ [-والشريك-]{+الشريك+} المنظمة"),
        ("بالعقد وللشريك", "العقد والشريك", "[-بالعقد وللشريك-]{+العقد والشريك+}"),
        (
            "على الشريك فورًا أن يبلّغ المنظمة.",
            "على الشريك أن يبلّغ المنظمة فورًا.",
            "على الشريك[- فورًا-] أن يبلّغ المنظمة{+ فورًا+}.",
        ),
        ("لايجوز للشريك ذلك مطلقًا", "لا يجوز للشريك ذلك مطلقًا", "[-لايجوز-]{+لا يجوز+} للشريك ذلك مطلقًا"),
        ("المبلِّغون محميون", "المبلغون محميون", "[-المبلِّغون-]{+المبلغون+} محميون"),
        ("يرد؛ ويحفظ السجل", "يرد، ويحفظ السجل", "يرد[-؛-]{+،+} ويحفظ السجل"),
        ("أبلغ خلال 5 أيام", "أبلغ خلال 15 يومًا", "أبلغ خلال [-5 أيام-]{+15 يومًا+}"),
    ],
)
def test_arabic_words_change_whole_with_their_particles_and_marks(before: str, after: str, pieces: str) -> None:
    assert shown(before, after) == pieces


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("l’accord « écrit » ;", "l’accord « signé » :", "l’accord « [-écrit-]{+signé+} » [-;-]{+:+}"),
        ("on 2026-03-01.", "on 2026-04-01.", "on [-2026-03-01-]{+2026-04-01+}."),
        ("pay 1,000 euros", "pay 1,500 euros", "pay [-1,000-]{+1,500+} euros"),
        ("ask a.b@example.org now", "ask a.c@example.org now", "ask [-a.b@example.org-]{+a.c@example.org+} now"),
        ("call +45 5210 7804", "call +45 5210 7805", "call [-+45 5210 7804-]{++45 5210 7805+}"),
        ("ask {{ org.name }} now", "ask {{ org.short }} now", "ask [-{{ org.name }}-]{+{{ org.short }}+} now"),
        ("请报告事件", "请报告事故", "请报告事[-件-]{+故+}"),
    ],
)
def test_figures_addresses_and_elided_words_change_whole(before: str, after: str, pieces: str) -> None:
    assert shown(before, after) == pieces


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("See [how](../report/index.md).", "See [how](../people/index.md).", "See how[- (report/)-]{+ (people/)+}."),
        ("See how.", "See [how](../people/index.md).", "See how{+ (people/)+}."),
        ("See [how](../report/index.md).", "See [who](../people/index.md).", "See [-how-]{+who+}."),
        ("See [how](../report/index.md).", "See [how](../../report/index.md).", "See how."),
        ("You **must** go", "You must go", "You must go"),
    ],
)
def test_a_link_that_leads_elsewhere_is_told_only_when_its_words_stay(before: str, after: str, pieces: str) -> None:
    assert shown(before, after) == pieces


def test_a_rewritten_clause_is_replaced_whole() -> None:
    before = "The board keeps a list of gifts, and all staff must write there what they were given, and by whom."
    after = "Whoever is asked for money at a checkpoint tells the adviser on safety before the journey goes on."
    assert shown(before, after) == f"[-{before}-]{{+{after}+}}"


def test_scraps_that_two_other_clauses_happen_to_share_are_not_kept() -> None:
    before = (
        "The organisation aims that no gender makes up more than 60 per cent of the Board, of senior management, "
        "or of the speakers and trainers at its events."
    )
    after = (
        "The organisation must appoint a gender adviser, who gives advice, helps to plan training, comments on every "
        "programme plan before approval, and may take a concern straight to the executive director or the Board."
    )
    assert shown(before, after) == f"[-{before}-]{{+{after}+}}"


def words(markdown: str) -> str:
    """All words of a text as they are compared."""
    return "".join(token.gap + token.word for token in wording.tokens(markdown) if not token.place)


MARKDOWN = st.text(st.sampled_from("أبوال كab .,؛«»*_[]()\n’3-ّ\u0301日#|{}!:/@+&<>`\\"), max_size=60)
WORDS = st.lists(
    st.sampled_from("the staff, الشريك must **report** [it](a.md) . ; 3 days\n\n 2026-03-01".split(" "))
).map(" ".join)


@given(MARKDOWN | WORDS, MARKDOWN | WORDS)
def test_no_word_of_either_text_is_lost_or_made_up(before: str, after: str) -> None:
    pieces = redline.compare(before, after)
    assert old(pieces) == words(before)
    assert new(pieces) == words(after)
    assert all(piece.words for piece in pieces)
    assert all(len(list(group)) == 1 for _, group in groupby(pieces, lambda piece: (piece.mark, piece.place)))


@given(WORDS, WORDS)
def test_no_piece_ends_inside_a_word(before: str, after: str) -> None:
    pieces = [piece for piece in redline.compare(before, after) if not piece.place]
    for kept in ("del", "ins"):
        for left, right in pairwise(piece for piece in pieces if piece.mark in ("", kept)):
            assert not re.search(r"\w\Z", left.words) or not re.match(r"\w", right.words)


@given(MARKDOWN | WORDS)
def test_the_same_text_has_no_change(text: str) -> None:
    assert [piece.mark for piece in redline.compare(text, text)] in ([], [""])


def test_html_escapes_and_marks() -> None:
    pieces = [Piece("a < b & ", ""), Piece("c", "del"), Piece("<i>", "ins"), Piece(" d", "")]
    assert redline.html(pieces) == "a &lt; b &amp; <del>c</del> <ins>&lt;i&gt;</ins> d"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Report at once.", "Report now.", "Report <del>at once</del> <ins>now</ins>."),
        ("Report.", "Report it.", "Report <ins>it</ins>."),
        ("والشريك", "الشريك", "<del>والشريك</del> <ins>الشريك</ins>"),
        ("one two", "one\n\ntwo", "one \n\ntwo"),
    ],
)
def test_words_never_join_and_spaces_are_outside_the_marks(before: str, after: str, said: str) -> None:
    assert redline.html(redline.compare(before, after)) == said


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("اتصل على +45 5210 7804 قبل 2026-03-01", "اتصل على +45 5210 7805 قبل 2026-04-01"),
        ("راسل a@example.org", "راسل b@example.org أو https://example.org/a/"),
        ("انظر [هنا](../report/index.md#s3-2)", "انظر [هنا](../people/index.md)"),
        ("من 5-7 أيام", "من 5-9 أيام"),
    ],
)
def test_numbers_and_addresses_keep_their_order_from_right_to_left(before: str, after: str) -> None:
    made = redline.html(redline.compare(before, after))
    assert bidi.exposed(f'<html dir="rtl"><body><p>{made}</p></body></html>') == []
    islands = [island.text_content() for island in lxml_html.fragment_fromstring(f"<p>{made}</p>").iter("bdi")]
    assert islands
    assert all(not re.search("[\u0600-\u06ff]", island) for island in islands)


def test_where_a_link_led_is_one_island() -> None:
    made = redline.html(redline.compare("[هنا](../a/index.md#s3)", "[هنا](../b/index.md)"))
    assert made == 'هنا <del><bdi dir="ltr">(a/#s3)</bdi></del> <ins><bdi dir="ltr">(b/)</bdi></ins>'


@pytest.mark.parametrize("step", [2, 10, 100])
def test_two_clauses_of_five_thousand_words_take_less_than_two_seconds(step: int) -> None:
    """Half a second on a machine that does nothing else; a method that looks at all pairs takes a minute."""
    words = [f"word{place * place % 977}," if place % 7 else "**الشريك** [it](a.md)" for place in range(5000)]
    changed = [f"new{place}" if place % step == 0 else word for place, word in enumerate(words)]
    start = process_time()
    redline.html(redline.compare(" ".join(words), " ".join(changed)))
    assert process_time() - start < 2
