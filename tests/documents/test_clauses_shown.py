"""The page finds clauses in finished HTML, everything else in Markdown: they are the same ones, or the build says where not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from tests.documents import versions

from knowledge.bodies import Bodies
from knowledge.documents import audit
from knowledge.documents.clauses import clauses
from knowledge.entries import Text

PIECES = ["## 3. D", "## Annex", "3.1 One", "3.2 Two:", "4.1 Far", "a) x", "b) y", "أ) س", "i) z", "Free.", "- p\n- q"]
ODD = [
    "### 3.4 H",
    "3.3 T | U\n--- | ---",
    "```\n3.5 c\n\n3.6 d\n```",
    "> 3.7 q",
    "!!! note\n    3.8 n",
    "  3.9 s",
    "c) <b>x</b>",
    "> q\n3.7 lazy",
    "- p\n3.8 lazy",
    "<div>\n3.5 raw\n</div>",
    "3.6 x[^1]\n\n[^1]: 3.7 n",
]
TWOFOLD = ["<div>\n\n3.5 d\n\n</div>", "<p>3.6 e</p>", "3.7  \ntext", r"3\.8 x", "3.9&nbsp;x", "*[K]: L\n3.3 x"]
EXTENSIONS = ["abbr", "admonition", "footnotes", "pymdownx.superfences", "tables"]


def bodies() -> Bodies:
    return Bodies(Markdown(extensions=EXTENSIONS), {})


def text(body: str) -> Text:
    """A document with this body."""
    found = versions.catalogue({f"{versions.DOCUMENT}/index.md": versions.text(body=body)})
    return found.entries[versions.DOCUMENT].texts["en"]


def told(body: str) -> list[str]:
    found = versions.catalogue({f"{versions.DOCUMENT}/index.md": versions.text(body=body)})
    return [f"{problem.line}: {problem.what}" for problem in audit.shown(found, bodies().words)]


@given(st.lists(st.sampled_from(PIECES + ODD), max_size=10))
def test_readers_meet_the_clauses_that_are_compared(pieces: list[str]) -> None:
    body = "\n\n".join(["Words.", *pieces])
    shown = bodies().words(text(body)).clauses
    assert list(shown) == list(dict.fromkeys(clause.number for clause in clauses(body)))
    assert told(body) == []


@given(st.sampled_from(PIECES), st.sampled_from(TWOFOLD))
def test_no_clause_is_one_only_here_or_only_there_without_a_word(piece: str, twofold: str) -> None:
    assert len(told(f"## 3. D\n\n{piece}\n\n{twofold}")) >= 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("3.1 x\n\n<div>\n\n3.2 d\n\n</div>", "17: 3.2 would be no clause on the page"),
        ("3.1 x\n\n3.2  \ntext", "15: 3.2 would be no clause on the page"),
        ("See 3.2.\n\n<p>3.2 e</p>", "15: 3.2 would be a clause on the page, and is none in the text"),
        ("3.1 x\n\n3\\.2 x", "15: 3.2 would be a clause on the page, and is none in the text"),
        ("3.1 x\n3.3 to come.\n\n3.2 y\n\n3\\.3 z", "18: 3.3 would be a clause on the page, and is none in the text"),
        ("3.1 x\n\n<p>a) y</p>", "15: 3.1 a would be a clause on the page, and is none in the text"),
        ("3.1 x\n\n3.2&nbsp;y", "15: 3.2 would be a clause on the page, and is none in the text"),
    ],
)
def test_a_clause_that_only_the_page_or_only_the_text_has_is_told_at_its_line(body: str, expected: str) -> None:
    assert told(f"## 3. D\n\n{body}") == [expected]
