"""Every field of a form can be filled in with a pen."""

from __future__ import annotations

import pytest

from knowledge import markup
from knowledge.downloads import blanks


def drawn(body: str) -> str:
    root = markup.parse(body)
    blanks.draw(root)
    return markup.serialise(root)


def test_an_option_is_a_box_that_stays_with_its_words() -> None:
    made = drawn('<label><input type="radio" name="a"> Yes</label><label><input type="checkbox">No</label>')
    box = '<span class="option"><span class="box"></span>\u00a0{}</span>\u00a0\u00a0\u00a0 '
    assert made == box.format("Yes") + box.format("No")


@pytest.mark.parametrize("kind", ["text", "number", "date", "email"])
def test_a_line_is_ruled(kind: str) -> None:
    assert drawn(f'<input type="{kind}">') == '<span class="rule"></span>'


def test_a_box_to_write_in_has_as_many_lines_as_it_says() -> None:
    assert drawn('<textarea rows="4">words</textarea>') == '<div class="blank" data-ruled="4"></div>'
    assert drawn("<textarea></textarea>") == '<div class="blank" data-ruled="2"></div>'
    assert drawn('<textarea rows="1"></textarea>') == '<span class="rule"></span>'


def test_lines_do_not_lie_inside_words() -> None:
    assert drawn('<span class="write"><textarea rows="3"></textarea></span>').startswith('<div class="write">')


def test_a_list_to_choose_from_is_boxes() -> None:
    made = drawn("<select><option>Print</option><option>Radio</option></select>")
    assert made.count('<span class="box">') == 2
    assert "Radio" in made


def test_what_nobody_fills_in_goes_and_the_words_behind_it_stay() -> None:
    assert drawn('<p>a<button>Send</button>b<input type="hidden">c</p>') == "<p>abc</p>"


def test_label_and_hint_stand_apart() -> None:
    made = drawn('<div class="answer"><label for="x">Why</label><small>briefly</small><input id="x"></div>')
    assert made == '<div class="answer"><span>Why</span> <small>briefly</small> <span class="rule"></span></div>'
