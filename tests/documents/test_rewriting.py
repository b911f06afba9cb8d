"""Fields are changed on their lines, and everything else of a file stays byte for byte."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from knowledge import frontmatter
from knowledge.documents.rewriting import rewritten
from knowledge.frontmatter import Refused

FILE = """---
# What it is
title: "Gifts: a policy"   # the short one

version: 1 # counted from 1
status: 'in-force'
effective: 2026-01-01
contacts:
  - ana   # at the desk
  - noor

# Who decided
adopted_by: >
  The board,
  in its spring meeting
renumbered: {"1.1": "1.2",
  "1.3": "1.4"}
reviewed: 2026-01-05
---

version: 1 is not a field here.
"""


def test_a_value_is_changed_and_its_comment_stays() -> None:
    done = rewritten(FILE, {"version": 2, "status": "draft"})
    assert done == FILE.replace("version: 1 # counted", "version: 2 # counted").replace("'in-force'", "draft")


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("effective", "effective: 2026-01-01\n"),
        ("contacts", "contacts:\n  - ana   # at the desk\n  - noor\n"),
        ("adopted_by", "adopted_by: >\n  The board,\n  in its spring meeting\n"),
        ("renumbered", 'renumbered: {"1.1": "1.2",\n  "1.3": "1.4"}\n'),
        ("reviewed", "reviewed: 2026-01-05\n"),
        ("title", 'title: "Gifts: a policy"   # the short one\n'),
    ],
)
def test_a_field_goes_with_all_its_lines_and_with_nothing_else(name: str, gone: str) -> None:
    assert gone in FILE
    assert rewritten(FILE, {name: None}) == FILE.replace(gone, "")


def test_fields_that_are_not_there_are_passed_over() -> None:
    assert rewritten(FILE, {"until": None, "machine": None}) == FILE


def test_words_are_put_in_quotes() -> None:
    done = rewritten(FILE, {"title": 'He said: "no" #1', "adopted_by": "on"})
    values = frontmatter.parse(frontmatter.split(done)[0] or "").values
    assert (values["title"], values["adopted_by"]) == ('He said: "no" #1', "on")


def test_line_ends_and_byte_order_marks_stay() -> None:
    windows = "\ufeff" + FILE.replace("\n", "\r\n")
    done = rewritten(windows, {"version": 2, "effective": None, "adopted_by": "Board"})
    assert done.replace("\r\n", "").count("\n") == 0
    assert done.startswith("\ufeff---\r\n")
    assert done.replace("\r\n", "\n")[1:] == rewritten(FILE, {"version": 2, "effective": None, "adopted_by": "Board"})


@pytest.mark.parametrize(
    "file",
    [
        "---\n{title: A, version: 1}\n---\n",
        "---\n{title: A,\nversion: 1}\n---\n",
    ],
)
@pytest.mark.parametrize("value", [2, None])
def test_a_field_that_has_no_line_of_its_own_is_refused_not_spoilt(file: str, value: int | None) -> None:
    with pytest.raises(Refused, match="do not stand on lines of their own"):
        rewritten(file, {"version": value})


words = some.text(
    some.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp", "Cf", "Cn"]), min_size=1, max_size=30
).map(lambda text: " ".join(text.split()))


@given(words, some.sampled_from(["title", "version", "adopted_by", "contacts", "renumbered"]))
def test_whatever_the_new_words_are_they_are_read_back_and_the_others_too(value: str, name: str) -> None:
    before: dict[str, Any] = frontmatter.parse(frontmatter.split(FILE)[0] or "").values
    done = rewritten(FILE, {name: value})
    assert frontmatter.parse(frontmatter.split(done)[0] or "").values == before | {name: value}
    assert done.endswith(FILE[FILE.index("\n---\n") :])
