"""HTML becomes Markdown that shows the same: words, emphasis, links, lists, headings, tables."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importer.test_disguise import shown, squeezed

from knowledge import markup
from knowledge.importer.conversion import Converted, plain, to_markdown


class Still:
    """Surroundings in which every link leads where it led and every picture with words is there."""

    def link(self, address: str) -> str | None:
        """The address itself."""
        return address

    def picture(self, address: str, alt: str, attachment: str) -> tuple[str, str] | None:
        """The picture itself, while it is one of ours."""
        return (address, alt) if "/" not in address else None


def converted(html: str) -> Converted:
    """What becomes of some HTML."""
    return to_markdown(html, Still())


WORD = st.sampled_from(["water", "ماء", "l’été", "5 &lt; 6", "a*b", "x_y", "1.", "[sic]", "+45 88"])
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
INLINE = st.one_of(
    WORDS,
    WORDS.map(lambda words: f"<strong>{words}</strong>"),
    WORDS.map(lambda words: f'<a href="https://example.org/a_b?c=1">{words}</a>'),
    WORDS.map(lambda words: f"see <em>{words}</em> there"),
)
LINE = st.lists(INLINE, min_size=1, max_size=3).map(" and ".join)
LEAF = LINE.map(lambda line: f"<li>{line}</li>")
LIST = st.recursive(
    LEAF,
    lambda inner: st.builds(
        lambda line, tag, items: f"<li>{line}<{tag}>{''.join(items)}</{tag}></li>",
        LINE,
        st.sampled_from(["ul", "ol"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=5,
)
BLOCK = st.one_of(
    LINE.map(lambda line: f"<p>{line}</p>"),
    LINE.map(lambda line: f"<h2>{line}</h2>"),
    LINE.map(lambda line: f"<blockquote><p>{line}</p></blockquote>"),
    st.lists(LIST, min_size=1, max_size=3).map(lambda items: f"<ul>{''.join(items)}</ul>"),
    st.lists(LIST, min_size=1, max_size=3).map(lambda items: f"<ol>{''.join(items)}</ol>"),
)


@settings(deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=4).map("".join))
def test_a_converted_text_shows_what_the_old_page_showed(html: str) -> None:
    before, after = markup.parse(html), shown(converted(html).markdown)
    words = [squeezed(" ".join(root.itertext())) for root in (before, after)]
    assert words[0] == words[1]
    for heading in before.iter("h2"):
        for strong in heading.xpath("strong[string() = string(..)]"):
            strong.drop_tag()
    for tag in ("h2", "li", "ol", "strong", "em", "a", "blockquote"):
        assert len(list(before.iter(tag))) == len(list(after.iter(tag))), tag
    assert Counter(a.get("href") for a in before.iter("a")) == Counter(a.get("href") for a in after.iter("a"))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>x<sup>2</sup> and <del>old</del></p>", "x<sup>2</sup> and <del>old</del>\n"),
        ("<p>One<br>two</p>", "One  \ntwo\n"),
        ("<pre><code>a*b\n  c</code></pre>", "```\na*b\n  c\n```\n"),
        ("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>", "- a\n    1. b\n- c\n"),
        (
            "<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>a | b</td><td>c<br>d</td></tr></table>",
            "| A | B |\n| --- | --- |\n| a &#124; b | c d |\n",
        ),
        ('<div><div>One</div><div>two <span style="x">three</span></div></div>', "One\n\ntwo three\n"),
        ("<p>«<strong>كلمة</strong>»، نص</p>", "«**كلمة**»، نص\n"),
        ("<hr>", "---\n"),
        ("<p>a</p><p><b>* * *</b></p><p>b</p>", "a\n\n---\n\nb\n"),
        ("<h2><b>Bold</b></h2><h2>Half <b>bold</b></h2>", "## Bold\n\n## Half **bold**\n"),
        ("<ul><li>a</li></ul><ol><li>b</li></ol>", "- a\n\n<!-- -->\n\n1. b\n"),
        ("<blockquote><p>Words</p>\n<p> </p>\n&mdash; who</blockquote>", "> Words\n>\n> — who\n"),
        ("<p><img src='a.jpg' alt='A'> Words.</p>", "![A](a.jpg)\n\nWords.\n"),
        ("<p>Words <img src='a.jpg' alt='A'> go on.</p>", "Words ![A](a.jpg) go on.\n"),
        ("", "\n"),
    ],
)
def test_markdown_is_written_as_editors_here_write_it(html: str, markdown: str) -> None:
    assert converted(html).markdown == markdown


def test_what_cannot_be_converted_is_told_once() -> None:
    done = converted("<script>a</script><script>b</script><form><input></form><p>x</p>")
    assert done.markdown == "x\n"
    assert done.remarks == ("<script> is left out", "<form> is left out")


def test_a_text_that_cannot_be_read_whole_says_so() -> None:
    done = converted("<div>" * 5000 + "x")
    assert done.faults == ("its elements are nested too deeply to be read: its end is missing",)
    assert converted("<div>" * 50 + "x").faults == ()


def test_the_opening_is_the_words_before_the_first_heading() -> None:
    html = (
        "<figure><img src='a.jpg' alt='A'><figcaption>Caption.</figcaption></figure><p>One <b>two</b>.</p>"
        "<p>https://video.example.org/7</p><h2>Head</h2><p>Later.</p>"
    )
    assert converted(html).opening == "One two."
    assert converted("<h2>Head</h2><p>Later.</p>").opening == "Later."


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("Caf&eacute; &#038; <em>more</em>", "Café & more"),
        ("a<script>alert(1)</script>b", "ab"),
        ("  \n ", ""),
        ("A\x0bB\ue001", "AB"),
    ],
)
def test_titles_are_plain_words(html: str, words: str) -> None:
    assert plain(html) == words
