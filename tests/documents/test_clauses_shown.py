"""The page finds clauses in finished HTML, everything else in Markdown: they are the same ones."""

from __future__ import annotations

import markdown
from hypothesis import given
from hypothesis import strategies as st

from knowledge import markup
from knowledge.documents import sections
from knowledge.documents.clauses import clauses

PIECES = ["## 3. D", "## Annex", "3.1 One", "3.2 Two:", "4.1 Far", "a) x", "b) y", "أ) س", "i) z", "Free.", "- p\n- q"]
ODD = [
    "### 3.4 H",
    "3.3 T | U\n--- | ---",
    "```\n3.5 c\n\n3.6 d\n```",
    "> 3.7 q",
    "!!! note\n    3.8 n",
    "  3.9 s",
    "c) <b>x</b>",
]


@given(st.lists(st.sampled_from(PIECES + ODD), max_size=10))
def test_readers_meet_the_clauses_that_are_compared(pieces: list[str]) -> None:
    body = "\n\n".join(pieces)
    made = markdown.markdown(body, extensions=["pymdownx.superfences", "tables", "admonition"])
    shown = sections.wrap(markup.parse(made), str)
    assert list(shown) == list(dict.fromkeys(clause.number for clause in clauses(body)))
