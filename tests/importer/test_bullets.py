"""Paragraphs that play a list become one, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import markup
from knowledge.importer import bullets

WORD = 'class="MsoListParagraphCxSpMiddle" style="mso-list:l0 level1 lfo1"'


def listed(html: str) -> str:
    """The HTML with its lists made."""
    root = markup.parse(html)
    bullets.lists(root)
    for element in root.iter():
        element.attrib.pop("class", None)
        element.attrib.pop("style", None)
    return markup.serialise(root)


@pytest.mark.parametrize(
    ("html", "made"),
    [
        (f"<p {WORD}>·&nbsp;&nbsp; One</p>\n<p {WORD}>§ two</p>", "<ul><li>One</li><li>two</li></ul>\n"),
        (f"<p {WORD}>1.&nbsp; One</p><p {WORD}>b) two</p><p>x</p>", "<ol><li>One</li><li>two</li></ol><p>x</p>"),
        (f"<p {WORD}>&nbsp;&nbsp; Alone</p>", "<ul><li>Alone</li></ul>"),
        ("<p>• One</p> <p>• two <b>b</b></p>", "<ul><li>One</li><li>two <b>b</b></li></ul> "),
        (
            "<p>First:<br>• <i>one</i><br>✓ two<br>then<br>last</p>",
            "<p>First:</p><ul><li><i>one</i></li><li>two</li></ul><p>then<br>last</p>",
        ),
    ],
)
def test_points_that_follow_each_other_become_a_list(html: str, made: str) -> None:
    assert listed(html) == made


def test_the_bullet_goes_however_deep_it_stands() -> None:
    html = f"<p {WORD}><span><span>·<span>&nbsp; </span></span></span>One <b>b</b></p>"
    assert markup.parse(listed(html)).text_content() == "One b"


@pytest.mark.parametrize(
    "html",
    [
        "<p>• Alone</p><p>Words</p>",
        "<p>– Oui.</p><p>– Non.</p>",
        "<p>1. One</p><p>2. Two</p>",
        "<p>One<br>two</p>",
        "<p>•</p><p>•</p>",
        '<p class="MsoListParagraph">Only indented</p>',
    ],
)
def test_other_paragraphs_stay(html: str) -> None:
    assert listed(html) == html.replace(' class="MsoListParagraph"', "")


PART = st.sampled_from(["a", "b c", "<b>d</b>", "<br>", "<br>• ", "• ", "&nbsp;", "<i>• e</i>"])
PARAGRAPH = st.builds(
    lambda named, parts, tail: f"<p{named}>{''.join(parts)}</p>{tail}",
    st.sampled_from(["", f" {WORD}"]),
    st.lists(PART, max_size=5),
    st.sampled_from(["", "\n", " tail "]),
)


@settings(deadline=None)
@given(st.lists(PARAGRAPH, max_size=5).map("".join))
def test_no_word_is_lost(html: str) -> None:
    before, after = (sorted(markup.parse(part).text_content()) for part in (html, listed(html)))
    assert [sign for sign in after if sign.isalpha()] == [sign for sign in before if sign.isalpha()]
