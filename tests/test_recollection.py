"""What was worked out before is not worked out again, until what it was made from is another thing."""

from __future__ import annotations

import os
import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.drafts import LANGUAGES, lay
from tests.site.writing import REVIEWED, page

from knowledge import reading
from knowledge.recollection import Recollection, unpacked


def test_the_same_ingredients_give_the_very_thing_that_was_made() -> None:
    known = Recollection()
    first = known.kept("text", "a", (1, "x"), lambda: ["made"])
    assert known.kept("text", "a", (1, "x"), lambda: ["again"]) is first
    assert known.kept("text", "a", (2, "x"), lambda: ["other"]) == ["other"]
    assert known.kept("text", "b", (2, "x"), lambda: ["of b"]) == ["of b"]
    assert known.fresh == 3


def test_what_python_takes_for_equal_is_not_the_same_in_front_matter(tmp_path: Path) -> None:
    known = Recollection()
    for said, faults in (("true", 0), ("1", 1), ("true", 0)):
        text = page("Home", reviewed=REVIEWED).replace("title:", f"leave: {said}\ntitle:", 1)
        _, problems = reading.read(lay(tmp_path / "docs", {"index.md": text}), LANGUAGES, cache=tmp_path, known=known)
        assert len(problems) == faults, problems


def test_an_equal_value_is_the_one_of_before() -> None:
    known, first = Recollection(), {"a": [1]}
    assert known.same("facts", first) is first
    assert known.same("facts", {"a": [1]}) is first
    assert known.same("facts", {"a": [2]}) == {"a": [2]}


def test_the_next_process_knows_what_this_one_did() -> None:
    known = Recollection()
    known.kept("text", "a", 1, lambda: "made")
    assert unpacked(known.packed()).kept("text", "a", 1, lambda: "again") == "made"


FILES = {
    "index.md": page("Home", "[About](about/index.md#who)", reviewed=REVIEWED),
    "about/index.md": page("About", "## Who\n\nText.", reviewed=REVIEWED),
    "about/index.fr.md": page("Infos", "## Qui\n\nTexte."),
}


def test_only_what_changed_is_read_again_and_the_rest_is_checked_against_it(tmp_path: Path) -> None:
    known, docs = Recollection(), lay(tmp_path / "docs", FILES)

    def told() -> list[str]:
        found, problems = reading.read(docs, LANGUAGES, cache=tmp_path, known=known)
        fresh, problems_anew = reading.read(docs, LANGUAGES, cache=tmp_path)
        assert (found, problems) == (fresh, problems_anew)
        return [str(problem) for problem in problems]

    assert told() == []
    all_of_it, known.fresh = known.fresh, 0
    assert told() == []
    assert known.fresh == 0
    lay(docs, {"about/index.md": page("About", "## Whom\n\nAnother text.", reviewed=REVIEWED)})
    assert told() == [
        "docs/index.md:6: link: about/index.md has no place called #who: did you mean #whom?",
    ]
    assert 0 < known.fresh < all_of_it
    (docs / "about/index.fr.md").unlink()
    lay(docs, FILES | {"about/index.fr.md": b""})
    assert told()[0].startswith("docs/about/index.fr.md:1: file: the file is empty")


class Harmful:
    """Would run something where it is unpacked."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("true",)


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps({("a", "b"): Harmful()}),
        pickle.dumps({("a", "b"): Decimal(1)}),
        b"cknowledge.publishing\nPopen\n.",
        b"cknowledge.memory\nMemory\n.",
        b"",
        b"\x80",
    ],
    ids=["a command", "a stranger", "what a room imports", "a room's own tool", "nothing", "half of it"],
)
def test_whatever_else_is_found_runs_nothing(data: bytes) -> None:
    assert unpacked(data) == Recollection()


def test_the_next_preview_knows_what_this_one_read(tmp_path: Path) -> None:
    known, docs = Recollection(), lay(tmp_path / "docs", FILES)
    reading.read(docs, LANGUAGES, cache=tmp_path, known=known)
    again = unpacked(known.packed())
    reading.read(docs, LANGUAGES, cache=tmp_path, known=again)
    assert again.fresh == 0
