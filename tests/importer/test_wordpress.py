"""Texts get what WordPress gives them when it shows a page, and what belongs to plug-ins is told."""

from __future__ import annotations

import re

import pytest

from knowledge.importer.wordpress import paragraphs, unfold


def flat(html: str) -> str:
    """HTML without line ends between elements."""
    return re.sub(r"\n", "", html)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("One\ntwo", "<p>One<br>two</p>"),
        ("One<br />\ntwo", "<p>One<br>two</p>"),
        ("One\r\n\r\n\r\n  Two", "<p>One</p><p>Two</p>"),
        ("<h2>Head</h2>\nText", "<h2>Head</h2><p>Text</p>"),
        ("Text\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nmore", "<p>Text</p><ul><li>a</li><li>b</li></ul><p>more</p>"),
        ("<blockquote>One\n\nTwo</blockquote>", "<blockquote><p>One</p><p>Two</p></blockquote>"),
        ("<p>One\ntwo</p>", "<p>Onetwo</p>"),
        ("<strong>Bold</strong> start", "<p><strong>Bold</strong> start</p>"),
        ("فقرة أولى\n\nفقرة ثانية", "<p>فقرة أولى</p><p>فقرة ثانية</p>"),
    ],
)
def test_empty_lines_make_paragraphs_and_line_ends_make_breaks(typed: str, shown: str) -> None:
    assert flat(paragraphs(typed)) == shown


def test_code_keeps_its_lines() -> None:
    assert "<pre>a\n\n  b</pre>" in paragraphs("Text\n<pre>a\n\n  b</pre>\nmore")


def test_comments_of_blocks_go_and_what_they_hold_stays() -> None:
    assert unfold('<!-- wp:paragraph {"x":1} --><p>One</p><!-- /wp:paragraph -->\n<!--more-->\n<p>Two</p>') == (
        "<p>One</p>\n<p>Two</p>",
        [],
    )


def test_a_comment_that_never_ends_hides_nothing() -> None:
    assert "Text" in unfold("<!-- oops <p>Text</p>")[0]


def test_a_block_that_the_old_site_filled_is_told_once() -> None:
    content = '<!-- wp:latest-posts {"n":3} /-->\n<p>x</p><!-- wp:latest-posts /-->\n<!-- wp:spacer /-->'
    assert unfold(content)[1] == ["the block latest-posts was filled by the old site: it is left out"]


def test_a_caption_becomes_one_of_a_figure() -> None:
    content = '[caption id="a" width="3"]<a href="b.jpg"><img src="a.jpg" /></a> Words with <em>weight</em>[/caption]'
    assert flat(unfold(content)[0]) == (
        '<figure><p><a href="b.jpg"><img src="a.jpg" /></a></p><figcaption>Words with <em>weight</em></figcaption></figure>'
    )


def test_a_caption_in_an_attribute_is_one_too() -> None:
    assert "<figcaption>Words</figcaption>" in unfold('[caption caption="Words"]<img src="a.jpg">[/caption]')[0]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('Before [gallery ids="1,2"] after', "Before after"),
        ("[vc_row]inside[/vc_row]", "inside"),
        ("[button link='x']words[/button]", "words"),
        ("[map/]x", "x"),
    ],
)
def test_shortcodes_go_and_what_they_enclose_stays(written: str, left: str) -> None:
    html, told = unfold(written)
    assert html == f"<p>{left}</p>"
    assert len(told) == 1
    assert "is left out" in told[0]


@pytest.mark.parametrize("written", ["She [the minister] said [sic]", "see [1] and […]", "[x] done", "an [ open one"])
def test_brackets_that_authors_write_stay(written: str) -> None:
    assert unfold(written) == (f"<p>{written}</p>", [])


def test_an_embedded_address_stands_alone() -> None:
    assert (
        "<p>https://video.example.org/7</p>" in unfold("Look:[embed width=3]https://video.example.org/7[/embed]more")[0]
    )


@pytest.mark.parametrize(
    "part", ["[x ", "<", "[caption ", "[caption]", "<!-- wp:a ", "<!--", "<pre ", "<div ", "\n", " ", "&", "[/x]"]
)
def test_no_text_takes_long(part: str) -> None:
    html, _ = unfold(part * (300_000 // len(part)))
    assert len(html) < 1_000_000
