"""A text that asks for more work than any page needs is refused before anything looks at it."""

from __future__ import annotations

import pytest

from knowledge import limits
from knowledge.frontmatter import Refused


@pytest.mark.parametrize(
    "text",
    ["[" * 1_000, "x" * (limits.LONGEST + 1), "> " * 30 + "x", "# a\n\n" * 600, "```\n\n" * 300],
    ids=["brackets", "line", "quotations", "headings", "code"],
)
def test_too_much_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        limits.check(text)


def test_a_page_for_readers_passes() -> None:
    limits.check("# A page\n\nWords [and links](../a/index.md), a list:\n\n- one\n- two\n\n> a quotation\n" * 20)
