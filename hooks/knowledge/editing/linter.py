"""Markdown that does not become what was meant: lists, tables and links that readers would see as marks.

Asks rumdl, a kept linter that reads the whole site in a tenth of a second. Only rules are asked whose breach readers see; it
runs a process, which reads the files and changes nothing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run
from typing import Any

from knowledge.problems import Problem

RULES = {
    "MD011": ("(words)[address] is no link", "write [words](address)"),
    "MD031": ("code stands without an empty line around it", "leave one empty before and after it"),
    "MD032": ("a list begins without an empty line before it", "leave one empty, else its marks show as text"),
    "MD037": ("there is a space inside the stars of *stressed* words", "take it away, else the stars show"),
    "MD039": ("there is a space inside the brackets of a link", "take it away"),
    "MD042": ("a link leads nowhere", "write its address"),
    "MD052": ("a link names an address that is not given below", "write [name]: and the address, or mend the name"),
    "MD056": ("a row of a table has more or fewer cells than its heading", "give each row the same number of |"),
    "MD058": ("a table stands without an empty line around it", "leave one empty before and after it"),
    "MD062": ("there is a space at the end of an address", "take it away"),
    "MD068": ("a footnote has no words", "write some, or delete it"),
    "MD083": ("letters have come through as signs (such as Ã©)", "write them again by hand"),
    "MD086": ("a comment is never closed, and hides all that follows", "write --> at its end"),
    "MD092": ("two versions of a text meet here (<<<<<<<)", "keep one, and delete the lines with the marks"),
}
"""Which rules are asked, and what each breach is in words an editor knows."""


def check(docs: Path, shown: str) -> Iterator[Problem]:
    """What the linter finds below a content folder, which is called `shown` in messages."""
    program = Path(sys.executable).with_name("rumdl")
    asked = ("--no-config", "--no-cache", "--respect-gitignore=false", "--flavor", "mkdocs", "--output-format", "json")
    order = [str(program), "check", *asked, "--enable", ",".join(RULES), "."]
    told = run(order, cwd=docs, capture_output=True, text=True, encoding="utf-8", check=False)
    if told.returncode not in (0, 1):
        raise OSError(f"rumdl cannot be used: {told.stderr.strip()}")
    yield from problems(json.loads(told.stdout or "[]"), shown)


def problems(found: list[dict[str, Any]], shown: str) -> Iterator[Problem]:
    """What the linter says, in words of ours; a blank in a form (`[__ / __ / ____]`) is no stressed word."""
    for fault in found:
        if fault["rule"] == "MD037" and "__" in fault["message"]:
            continue
        path = fault["file"].removeprefix("./")
        yield Problem(f"{shown}/{path}", fault["line"], "markdown", *RULES[fault["rule"]])
