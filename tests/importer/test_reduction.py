"""A tree comes down to what Markdown can say, and what is lost is told."""

from __future__ import annotations

import pytest

from knowledge import markup
from knowledge.importer import reduction


def simplified(html: str) -> str:
    """The HTML after everything that the room does."""
    root = markup.parse(html)
    list(reduction.lose(root))
    list(reduction.tables(root))
    reduction.simplify(root)
    reduction.headings(root)
    reduction.strip(root)
    return markup.serialise(root)


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<div class="a"><section><p style="x">One</p></section></div>', "<p>One</p>"),
        ("<div>One</div><div>two</div>", "<p>One</p><p>two</p>"),
        ("<p><span>a</span><font>b</font><u>c</u></p>", "<p>abc</p>"),
        ("<strong><p>a</p></strong>", "<p>a</p>"),
        ("<a href='x'><p>a</p><p>b</p></a>", '<a href="x">a b </a>'),
        ("<ul><li><h3>Head</h3>text</li></ul>", "<ul><li><p><strong>Head</strong></p>text</li></ul>"),
        ("<blockquote><h2>Head</h2></blockquote>", "<blockquote><p><strong>Head</strong></p></blockquote>"),
        ("<ul><li><blockquote>q</blockquote></li></ul>", "<ul><li>q</li></ul>"),
        ("<p>&nbsp;</p><p><b> </b></p><p>x</p>", "<p>x</p>"),
        ("<h2>a<br>b</h2>", "<h2>a b</h2>"),
        ("<dl><dt>T</dt><dd>D</dd></dl>", "<p>T</p><p>D</p>"),
        ("<details><summary>S</summary><p>x</p></details>", "<p>S</p><p>x</p>"),
        ("<p>a<br>  b</p>", "<p>a<br> b</p>"),
    ],
)
def test_elements_that_mean_nothing_here_go_and_their_words_stay(html: str, left: str) -> None:
    assert simplified(html) == left


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([1, 2, 3], [2, 3, 4]),
        ([3, 5, 5, 3], [2, 3, 3, 2]),
        ([2, 4, 6, 2], [2, 3, 4, 2]),
        ([4, 2, 3], [2, 2, 3]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
        ([], []),
    ],
)
def test_headings_begin_at_the_second_level_and_skip_none(before: list[int], after: list[int]) -> None:
    root = markup.parse("<p>x</p>" + "".join(f"<h{level}>a</h{level}>" for level in before))
    reduction.headings(root)
    assert [int(str(element.tag)[1]) for element in root if element.tag != "p"] == after


def test_a_heading_without_words_is_none() -> None:
    assert simplified('<h2>&nbsp;</h2><h4>a</h4><h1><img src="a.jpg" alt="A"></h1>') == (
        '<p></p><h2>a</h2><p><img src="a.jpg" alt="A"></p>'
    )


def test_tables_that_only_place_things_become_what_they_hold() -> None:
    assert simplified("<table><tr><td>One</td></tr><tr><td><p>two</p></td></tr></table>") == "<p>One</p><p>two</p>"
    inner = "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"
    assert simplified(f"<table><tr><td>{inner}</td><td>e</td></tr></table>").count("<table>") == 1


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("<tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr>", []),
        (
            "<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>",
            ["a table has no heads: its first row stands for them"],
        ),
        (
            "<tr><th>a</th><th>b</th></tr><tr><td colspan=2>c</td></tr>",
            ["a table has cells that span others: compare it with the old page"],
        ),
    ],
)
def test_tables_that_markdown_cannot_draw_are_told(rows: str, told: list[str]) -> None:
    assert list(reduction.tables(markup.parse(f"<table>{rows}</table>"))) == told


def test_a_cell_is_one_line_and_a_caption_stands_before_its_table() -> None:
    root = markup.parse(
        "<table><caption>Wells</caption><tr><th>a</th><th>b</th></tr><tr><td><ul><li>c</li><li>d</li></ul></td><td>e</td></tr></table>"
    )
    list(reduction.tables(root))
    assert root[0].text == "Wells"
    assert [" ".join(cell.text_content().split()) for cell in root.iter("td")] == ["c d", "e"]
    assert not list(root.iter("ul", "li", "caption"))


def test_what_no_page_may_carry_is_told() -> None:
    root = markup.parse("<p>a<script>x</script>b</p><svg><text>c</text></svg>")
    assert list(reduction.lose(root)) == ["<script> is left out", "<svg> is left out"]
    assert markup.serialise(root) == "<p>ab</p>"


def test_what_nobody_misses_is_not_told_and_a_script_is_named() -> None:
    root = markup.parse('<style>a</style><noscript>b</noscript><script src=" https://a.org/b.js "></script>c')
    assert list(reduction.lose(root)) == ["<script> is left out: https://a.org/b.js"]


@pytest.mark.parametrize(
    "said", ['type="a"', 'style="color:red; list-style-type: lower-alpha"', 'style="list-style:upper-roman"']
)
def test_a_list_that_is_counted_with_letters_is_told(said: str) -> None:
    assert len(list(reduction.counted(markup.parse(f"<ol {said}><li>x</li></ol>")))) == 1
    assert list(reduction.counted(markup.parse('<ol type="1" style="color:red"><li>x</li></ol>'))) == []
