"""Prose is Markdown with code and comments blanked out and every character still in its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.prose import line_of, prose

MARKED = st.text(st.sampled_from("`~<!-> \n\t#a[](*\\عé"), max_size=200)
LINES = st.lists(
    st.sampled_from(["```", "````", "~~~", "``` py", "> ```", "    ```", "`a`", "``", "<!--", "-->", "x", ""])
)


@pytest.mark.parametrize(
    "code",
    [
        "`HERE`",
        "``HERE ` HERE``",
        "```\nHERE\n```",
        "``` python title=x\nHERE\n\nHERE\n```",
        "````\n```\nHERE\n```\n````",
        "~~~\nHERE\n~~~",
        "```\nHERE\n~~~\nHERE\n```",
        "    ```\n    HERE\n    ```",
        "> ```\n> HERE\n> ```",
        "```\nHERE\n`````",
        "<!-- HERE -->",
        "<!-- HERE\n\nHERE -->",
        "<!-- HERE, never closed",
    ],
)
def test_code_and_comments_are_blanked_out(code: str) -> None:
    text = f"before\n{code}\n"
    assert "HERE" not in prose(text)
    assert prose(text).startswith("before\n")


@pytest.mark.parametrize(
    "words",
    [
        "HERE",
        "a lone ` HERE",
        "`a` HERE `b`",
        "``unequal` HERE",
        "```\ncode\n```\nHERE",
        "```inline``` HERE",
        "``` never closed\nHERE",
        "<!-- a --> HERE",
        "<!- HERE -->",
        "# HERE",
    ],
)
def test_words_stay(words: str) -> None:
    assert "HERE" in prose(f"before\n\n{words}\n")


def test_what_is_blanked_out_becomes_spaces_and_nothing_else_moves() -> None:
    assert prose("a `b` c\n```\nd\n```\ne") == "a     c\n   \n \n   \ne"


@settings(deadline=None)
@given(st.text() | MARKED | LINES.map("\n".join))
def test_length_and_lines_stay(markdown: str) -> None:
    blanked = prose(markdown)
    assert len(blanked) == len(markdown)
    assert [place for place, mark in enumerate(blanked) if mark == "\n"] == [
        place for place, mark in enumerate(markdown) if mark == "\n"
    ]
    assert all(new in (old, " ") for old, new in zip(markdown, blanked, strict=True))


@pytest.mark.parametrize(("position", "line"), [(0, 5), (1, 5), (2, 6), (4, 7)])
def test_lines_count_from_where_the_text_begins(position: int, line: int) -> None:
    assert line_of("a\nb\nc", position, first_line=5) == line
