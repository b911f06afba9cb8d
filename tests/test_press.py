"""A card is set from the inline start of its language, whole, with the letters in the right shape and order."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, features

from knowledge.press import BAND, BOTTOM, END, HEIGHT, LINES, SIZES, START, WIDTH, Press, Words, letters

assert features.check("raqm"), "title cards and these tests need FriBiDi: apt install libfribidi0, brew install fribidi"

PAPER, INK, ACCENT, SOFT = (250, 250, 250), (20, 20, 20), (10, 80, 100), (90, 90, 90)
PRESS = Press((PAPER, INK, ACCENT, SOFT))
ENGLISH = Words("Naming the dead: when and how", "A site", "6 February 2024", "en", "ltr")
ARABIC = Words("أمان الهاتف قبل السفر في مهمة صحفية", "موقع", "14 أبريل 2026", "ar", "rtl")


def card(said: Words) -> Image.Image:
    with Image.open(BytesIO(PRESS.card(said))) as image:
        return image.convert("RGB")


def inked(
    image: Image.Image, box: tuple[int, int, int, int], paper: tuple[int, ...] = PAPER
) -> tuple[int, int, int, int]:
    """Where something is drawn inside a box: left, top, right, bottom, on the whole card."""
    part = image.crop(box)
    found = ImageChops.difference(part, Image.new("RGB", part.size, paper)).getbbox()
    assert found
    return found[0] + box[0], found[1] + box[1], found[2] + box[0], found[3] + box[1]


TITLE_LTR, TITLE_RTL = (BAND, 140, WIDTH, 465), (0, 140, WIDTH - BAND, 465)


@pytest.mark.parametrize("said", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_a_card_is_small_and_as_large_as_services_want(said: Words) -> None:
    data = PRESS.card(said)
    assert len(data) < 40_000
    assert Image.open(BytesIO(data)).size == (1200, 630)
    assert data == Press(PRESS.colours).card(said)


def test_text_begins_at_the_inline_start() -> None:
    left, _, right, _ = inked(card(ENGLISH), TITLE_LTR)
    assert START <= left <= START + 12
    assert right <= WIDTH - END
    left, _, right, _ = inked(card(ARABIC), TITLE_RTL)
    assert WIDTH - START - 12 <= right <= WIDTH - START
    assert left >= END


def test_the_band_stands_at_the_inline_start() -> None:
    for said, start, end in ((ENGLISH, 5, WIDTH - 5), (ARABIC, WIDTH - 5, 5)):
        assert card(said).getpixel((start, 100)) == ACCENT
        assert card(said).getpixel((end, 100)) == PAPER


def test_title_site_and_day_have_colours_of_their_own() -> None:
    image = card(ENGLISH)
    colours = [{image.getpixel((x, y)) for x in range(START, 700) for y in range(*rows)} for rows in ROWS]
    assert [{INK, ACCENT, SOFT} & found for found in colours] == [{ACCENT}, {INK}, {SOFT}]


ROWS = [(70, 125), (200, 460), (BOTTOM - 30, BOTTOM + 12)]


def test_arabic_letters_are_joined_and_run_from_right_to_left() -> None:
    """Joined, a word is narrower than its letters apart; in order, its first letter stands at the right."""
    joined, apart = (replace(ARABIC, title=title) for title in ("سلسلة", "س ل س ل ة"))
    width = [right - left for left, _, right, _ in (inked(card(said), TITLE_RTL) for said in (joined, apart))]
    assert width[0] < width[1] * 0.8
    alef = card(replace(ARABIC, title="ا ســـــ"))
    left, _, right, _ = inked(alef, TITLE_RTL)
    first, last = inked(alef, (right - 30, 140, right, 465)), inked(alef, (left, 140, left + 60, 465))
    assert first[3] - first[1] > last[3] - last[1]


def test_a_phone_number_keeps_its_order_in_arabic() -> None:
    """The plus stands at the left of the number, where it is lower and narrower than a digit."""
    image = card(replace(ARABIC, title="+4588327000"))
    left, top, right, bottom = inked(image, TITLE_RTL)
    plus, digit = inked(image, (left, 140, left + 30, 465)), inked(image, (right - 30, 140, right, 465))
    assert plus[3] - plus[1] < (bottom - top) * 0.8 < digit[3] - digit[1]


@pytest.mark.parametrize("said", [ENGLISH, ARABIC], ids=["en", "ar"])
@pytest.mark.parametrize("words", [1, 4, 9, 16, 30, 80])
@pytest.mark.parametrize("word", ["newsroom", "الصحافة", "x" * 70])
def test_the_longest_title_stays_on_the_card(said: Words, words: int, word: str) -> None:
    image = card(replace(said, title=" ".join([word] * words), site="A very long name of a site " * 4))
    start = TITLE_LTR if said.direction == "ltr" else TITLE_RTL
    left, top, right, _ = inked(image, (start[0], 0, start[2], 400))
    assert min(left, WIDTH - right) >= END / 2
    assert top > 60
    fit, lines = PRESS._fitted(replace(said, title=" ".join([word] * words)))
    assert len(lines) <= LINES
    assert fit.size <= SIZES[0]
    assert lines[-1].endswith("…") == (" ".join(lines) != " ".join([word] * words))


def test_a_short_title_is_large_and_a_long_one_smaller() -> None:
    sizes = [PRESS._fitted(replace(ENGLISH, title="newsroom " * words + "end"))[0].size for words in (2, 7, 10, 14)]
    assert sizes[0] == SIZES[0]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 2


def test_the_typeface_knows_which_letters_it_has() -> None:
    assert {ord(letter) for letter in "Aé«ßЖΩأئى،؟٣ –’“"} <= letters()
    assert not {ord(letter) for letter in "中あ한"} & letters()


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.sampled_from(" aé-«»أسل0+:…\u2066\u2069\u200f\u00a0"), max_size=60), st.sampled_from([ENGLISH, ARABIC])
)
def test_no_title_ends_the_build(title: str, said: Words) -> None:
    assert Image.open(BytesIO(PRESS.card(replace(said, title=title)))).size == (WIDTH, HEIGHT)
