"""Whatever an editor wrote, `make numbers` gives numbers once, alike in all languages, and changes no word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.test_numbering import NAMES, body, files, lay, run

from knowledge.configuration import Configuration
from knowledge.documents import slips
from knowledge.documents.clauses import check, clauses, parts
from knowledge.documents.commands import Refusal

PIECES = st.sampled_from(
    [
        *(
            "## H",
            "## 7. H",
            "### S",
            "Words.",
            "It binds:",
            "- x",
            "- x\n- y\n  z",
            "1. n\n2. m",
            "    in",
            "a) p",
            "b) q",
        ),
        *(
            "? new",
            "?) point",
            "7.? new",
            "7.1 old",
            "7.4 old",
            "> q",
            "| t |\n|---|",
            "```\n\nc\n```",
            "[a]: b",
            "[^1]: n",
        ),
        *("!!! note\n    n", "<!-- c -->", "أ) س", "نص:", "i) r"),
    ]
)
BODIES = st.lists(PIECES, max_size=9).map("\n\n".join)


def tries(*bodies: str) -> Iterator[tuple[str, Configuration]]:
    """A site in a folder of its own, numbered unless that is refused."""
    with TemporaryDirectory() as folder:
        site = lay(Path(folder), **dict(zip(NAMES, bodies, strict=False)))
        before = files(site)
        try:
            run(site)
        except Refusal:
            assert files(site) == before
        else:
            yield bodies[0], site


@settings(max_examples=150)
@given(BODIES)
def test_numbers_are_given_once_and_nothing_else_changes(written: str) -> None:
    for before, site in tries(written):
        after = body(site)
        assert run(site) == []
        assert body(site) == after
        assert bare(after) == bare(before)
        kept = [(clause.number, clause.text) for clause in clauses(before)]
        found = [(clause.number, clause.text) for clause in clauses(after)]
        assert [pair for pair in found if pair in kept] == kept
        assert [*check("a", clauses(after)), *slips.check("a", after)] == []
        assert parts(after).start == parts(re.split("^##(?!#)", before, flags=re.M)[0]).start


def bare(text: str) -> list[str]:
    """The words of a text without numbers, letters and marks."""
    marks = r"^\s*(?:## (?:[0-9]+\. )?|[0-9]+\.[0-9?]+ |[a-z]\) |[أ-ي]\) |[?؟]\)? |- |[0-9]+\. )+"
    return " ".join(re.sub(marks, "", line) for line in text.split("\n")).split()


@settings(max_examples=60)
@given(BODIES)
def test_texts_alike_are_numbered_alike(written: str) -> None:
    for _, site in tries(written, written, written):
        ours = [[clause.number for clause in clauses(body(site, code))] for code in NAMES]
        assert ours[0] == ours[1] == ours[2]
