"""Footnotes of every origin become Markdown's, and other links stay what they are."""

from __future__ import annotations

import re

import pytest

from knowledge import markup
from knowledge.importer import disguise, footnotes


def gathered(html: str, *kept: tuple[str, str]) -> str:
    """The HTML with its footnotes gathered."""
    root = markup.parse(html)
    footnotes.gather(root, kept)
    html = disguise.take_off(markup.serialise(root))
    return re.sub(r"</?span>|<ol></ol>| +(?=</p>)", "", html)


def note(number: int, words: str) -> str:
    """A footnote as it stands at the end."""
    return f'<p class="caption">[^{number}]: {words}</p>'


def test_footnotes_of_the_block_editor_lie_beside_the_text() -> None:
    html = (
        '<p>One<sup data-fn="b" class="fn"><a href="#b" id="b-link">1</a></sup>, '
        'two<sup data-fn="a" class="fn"><a href="#a" id="a-link">2</a></sup>.</p>'
    )
    kept = (("a", 'See <a href="https://example.org">there</a>.'), ("b", "First."))
    assert gathered(html, *kept) == (
        "<p>One[^1], two[^2].</p>" + note(1, "First.") + note(2, 'See <a href="https://example.org">there</a>.')
    )


@pytest.mark.parametrize(
    ("mark", "below"),
    [
        (
            '<a href="#_ftn1" name="_ftnref1">[1]</a>',
            '<div><hr><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> Words.</p></div></div>',
        ),
        (
            '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
            '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Words.</p></div>',
        ),
        (
            '<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Words.</p></div>',
        ),
        (
            '<sup id="fnref-1"><a href="#fn-1">1</a></sup>',
            '<ol><li id="fn-1"><p>Words. <a href="#fnref-1">↩</a></p></li></ol>',
        ),
        ('<a name="r1"></a>[<a href="#n1">1</a>]', '<p><a name="n1"></a>[<a href="#r1">1</a>] Words.</p>'),
        ('<a href="#n1">(1)</a>', '<p id="n1">(1) Words.</p>'),
        ('<a href="#n1">*</a>', '<p id="n1"><sup>1</sup> <a href="#x">^</a>Words.<a href="#top" id="x"></a></p>'),
    ],
    ids=["Word", "Google Docs", "LibreOffice", "plug-in", "by hand", "without a way back", "none"],
)
def test_a_mark_and_a_paragraph_that_leads_back_are_a_footnote(mark: str, below: str) -> None:
    whole = gathered(f"<p>Text{mark} goes on.</p>{below}")
    if mark.endswith(">*</a>"):
        assert whole.startswith(f"<p>Text{mark} goes on.</p>")
        return
    assert "[^1] goes on.</p>" in whole
    assert whole.endswith(note(1, "Words."))
    assert whole.count("Words.") == 1
    assert "<hr>" not in whole


def test_a_footnote_that_is_marked_twice_has_one_number() -> None:
    html = '<p>a<sup id="r"><a href="#n">1</a></sup> b<a href="#n">1</a></p><p id="n">Words. <a href="#r">↩</a></p>'
    assert gathered(html).startswith("<p>a[^1] b[^1]</p>")


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="#part">1</a></p><h2 id="part">1. A part</h2><p>x</p>',
        '<p><a href="#part">The first part</a></p><p id="part">The first part <a href="#top">up</a></p>',
        f'<p><a href="#part">1</a></p><div id="part">1 {"long " * 500}</div>',
        '<p id="self"><a href="#self">1</a></p>',
        '<p><a href="#nowhere">1</a></p><hr>',
    ],
)
def test_other_links_stay_what_they_are(html: str) -> None:
    assert gathered(html) == html


def test_a_mark_without_a_footnote_stays() -> None:
    assert (
        gathered('<p>a<sup data-fn="x"><a href="#x">1</a></sup></p>')
        == '<p>a<sup data-fn="x"><a href="#x">1</a></sup></p>'
    )
