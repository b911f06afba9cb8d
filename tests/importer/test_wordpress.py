"""Texts get what WordPress gives them when it shows a page."""

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
        ("<p>One\ntwo</p>", "<p>One<br>two</p>"),
        ('<p style="x">\nOne<br />\n<b>two</b>\nthree\n</p>', '<p style="x">One<br /><b>two</b><br>three<br></p>'),
        ("<ul>\n<li>One\ntwo\n<ol>\n<li>a</li></ol></li></ul>", "<ul><li>One<br>two<ol><li>a</li></ol></li></ul>"),
        ("<p\nid=x>One</p>", "<pid=x>One</p>"),
        ("<strong>Bold</strong> start", "<p><strong>Bold</strong> start</p>"),
        ("فقرة أولى\n\nفقرة ثانية", "<p>فقرة أولى</p><p>فقرة ثانية</p>"),
    ],
)
def test_empty_lines_make_paragraphs_and_line_ends_make_breaks(typed: str, shown: str) -> None:
    assert flat(paragraphs(typed)) == shown


def test_the_block_editor_means_nothing_by_a_line_end() -> None:
    assert "<br>" not in unfold("<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->").html


def test_code_keeps_its_lines() -> None:
    assert "<pre>a\n\n  b</pre>" in paragraphs("Text\n<pre>a\n\n  b</pre>\nmore")


def test_comments_of_blocks_go_and_what_they_hold_stays() -> None:
    done = unfold('<!-- wp:paragraph {"x":1} --><p>One</p><!-- /wp:paragraph -->\n<!--more-->\n<p>Two</p>')
    assert (done.html, done.remarks) == ("<p>One</p>\n<p>Two</p>", [])


def test_a_comment_that_never_ends_hides_nothing() -> None:
    assert "Text" in unfold("<!-- oops <p>Text</p>").html


def test_a_block_that_the_old_site_filled_is_told_once() -> None:
    content = '<!-- wp:latest-posts {"n":3} /-->\n<p>x</p><!-- wp:latest-posts /-->\n<!-- wp:spacer /-->'
    assert unfold(content).remarks == ["the block latest-posts was filled by the old site: it is left out"]


def test_a_block_that_several_texts_show_is_put_into_each() -> None:
    reused = {
        "7": '<!-- wp:paragraph --><p>Give</p><!-- /wp:paragraph --><!-- wp:block {"ref":8} /-->',
        "8": "<p>now</p>",
    }
    done = unfold('<p>a</p><!-- wp:block {"ref":7} /-->', reused)
    assert (flat(done.html), done.remarks) == ("<p>a</p><p>Give</p><p>now</p>", [])


@pytest.mark.parametrize("said", ['{"ref":9}', '{"ref":7}', "{broken}", ""])
def test_a_block_that_is_nowhere_or_shows_itself_is_told(said: str) -> None:
    done = unfold(f"<p>a</p><!-- wp:block {said} /-->", {"7": 'x<!-- wp:block {"ref":7} /-->'} if "7" in said else {})
    assert "wp:block" not in done.html
    assert done.remarks == ([] if "7" in said else ["the block block was filled by the old site: it is left out"])


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ('<!-- wp:acf/quote {"data":{"text":"Some words","_text":"field 1","colour":"red"}} /-->', "<p>Some words</p>"),
        ('<!-- wp:embed {"url":"https://video.example.org/7"} /-->', "<p>https://video.example.org/7</p>"),
    ],
)
def test_what_a_block_without_content_says_in_its_settings_is_shown(block: str, shown: str) -> None:
    done = unfold(block)
    assert (done.html, done.remarks) == (shown, [])


@pytest.mark.parametrize(
    "part", ["[x ", "<", "<!-- wp:a ", "<!-- wp:a {", "}", "<!--", "<pre ", "<div ", "\n", " ", "&"]
)
def test_no_text_takes_long(part: str) -> None:
    assert len(unfold(part * (300_000 // len(part))).html) < 1_000_000


def test_a_long_paragraph_of_short_lines_does_not_take_long() -> None:
    lines = "a\n" * 150_000
    assert unfold(f"<p>{lines}b</p>").html.count("<br>") == 150_000
