"""Style in English: nothing of taste, only links whose words say nothing."""

from __future__ import annotations

from knowledge.editing.rules import Style

STYLE = Style(
    vague=frozenset(
        ("click here", "here", "read more", "more", "learn more", "this link", "this page", "link", "see here")
    ),
    doubled=frozenset(("that", "had")),
)
