"""What readers read stays, all else is covered, and nothing moves."""

from __future__ import annotations

import pytest

from knowledge.editing.surfaces import BLANK, COVER, surface

FIELDS = {"title", "summary"}


def seen(body: str, head: str = "title: x") -> str:
    """A file with what is covered taken out."""
    return surface(f"---\n{head}\n---\n{body}", FIELDS).replace(COVER, "").replace(BLANK, "").strip()


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("See `code` now", "See  now"),
        ("See [the page](a.md 'b') now", "See [the page now"),
        ("See [the page][one] now", "See [the page now"),
        ("[one]: https://example.org", ""),
        ("Words {#id .class} and {{ report.email }}", "Words  and"),
        ("<span lang='fa'>words</span>", "words"),
        ("Ask a@example.org or https://a.org/b.", "Ask  or ."),
        ("## 3. Words", "Words"),
        ("3.2 Words", "Words"),
        ("أ) كلمات", "كلمات"),
        ("- words", "words"),
        ('!!! note "Words"', "Words"),
        ("( ) Yes [____] or", " Yes  or"),
        ("<!-- words -->", ""),
        ("```\nwords\n```", ""),
    ],
)
def test_only_words_are_seen(body: str, read: str) -> None:
    assert seen(body) == f"x\n\n{read}".strip()


@pytest.mark.parametrize(
    ("head", "read"),
    [
        ("title: Words here", "Words here"),
        ('title: "Words: here"', "Words: here"),
        ("title: 'Words ''here'", "Words here"),
        ("title: Words # a remark", "Words"),
        ("title: [a, b]", ""),
        ("image: photo.jpg", ""),
        ("title: {{ a.b }} words", ""),
        ('title: "{{ a.b }} words"', "words"),
        ("title:", ""),
    ],
)
def test_of_front_matter_only_words_are_seen(head: str, read: str) -> None:
    assert seen("", head) == read


def test_nothing_moves() -> None:
    text = '---\ntitle: "a"\nimage: b.png\n---\n## 1. A `b`\n\n!!! note "c"\n    [d](e)\n'
    shown = surface(text, FIELDS)
    assert len(shown) == len(text)
    assert [place for place, sign in enumerate(shown) if sign == "\n"] == [
        place for place, sign in enumerate(text) if sign == "\n"
    ]
