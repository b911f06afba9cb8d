"""A text that asks for more work than any page needs is refused before anything looks at it."""

from __future__ import annotations

import pytest

from knowledge import limits
from knowledge.frontmatter import Refused

SPREAD = "*[NGO]: " + "x" * 5_000 + "\n\n" + "NGO " * 300


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000,
        "x" * (limits.LONGEST + 1),
        "> " * 30 + "x",
        "# a\n\n" * 600,
        "```\n\n" * 300,
        "1. " * 30 + "x",
        SPREAD,
    ],
    ids=["brackets", "line", "quotations", "headings", "code", "lists", "spread"],
)
def test_too_much_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        limits.check(text)


LONG = "words " * 1_000


SPREAD = "*[NGO]: " + "x" * 5_000 + "\n\n" + "NGO " * 300


@pytest.mark.parametrize(
    "text",
    [
        "x[^1]\n\n" * 200 + f"[^1]: {LONG}\n",
        "x[^1]\n\n" * 200 + f"[^1]: y[^2]\n[^2]: z\n\n    {LONG}\n",
        "x[^1]\n\n" * 9_000 + "".join(f"[^{note}]: {note} [^{note + 1}]\n\n" for note in range(1, 999)),
    ],
    ids=["long", "through another", "chain"],
)
def test_footnotes_that_every_clause_would_carry_along_are_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"what \[\^1\] stands for is too long to be used so often"):
        limits.check(text)


def test_many_footnotes_that_are_used_a_few_times_pass() -> None:
    notes = [
        f"x[^{note}] y[^{note}]\n\n[^{note}]: {'words ' * 60}, see [^{note + 1}].\n\n" for note in range(0, 900, 2)
    ]
    limits.check("".join(notes))


def test_a_page_for_readers_passes() -> None:
    limits.check("# A page\n\nWords [and links](../a/index.md), a list:\n\n- one\n- two\n\n> a quotation\n" * 20)


def test_abbreviations_and_links_that_are_used_often_pass() -> None:
    limits.check(
        "*[NGO]: non-governmental organisation\n\n[a]: https://example.org/\n\n" + "Our NGO, [as said][a].\n\n" * 900
    )
