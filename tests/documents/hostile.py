"""Texts that a stranger could send to keep the build busy: 200 KB each of what patterns stumble over."""

from __future__ import annotations

import time
from collections.abc import Callable

SIZE = 200_000
HEAD = "## 1. x\n\n"


def _fill(piece: str) -> str:
    return piece * (SIZE // len(piece))


TEXTS: dict[str, str] = {
    "digits": _fill("1"),
    "dotted digits": _fill("1."),
    "numbers": _fill("1.1 "),
    "thousands": "1.1 " + _fill("1 000"),
    "commas": "1.1 " + _fill("1,"),
    "days": "1.1 " + _fill("1-1-"),
    "times": "1.1 " + _fill("1:1"),
    "hours": "1.1 " + _fill("1h"),
    "months": "1.1 " + _fill("1 Marc "),
    "phones": "1.1 " + _fill("+1 22 "),
    "open brackets": "1.1 " + _fill("["),
    "pairs of brackets": "1.1 " + _fill("[a]["),
    "years in brackets": "1.1 " + _fill("[1"),
    "an open bracket": "1.1 [" + _fill("1"),
    "open links": "1.1 " + _fill("](a("),
    "a long link": "1.1 ](<" + _fill("a"),
    "braces": "## 1. x {" + _fill("#"),
    "many braces": "## 1. x " + _fill("{") + "}",
    "facts": "1.1 " + _fill("{{"),
    "letters": "1.1 " + _fill("a"),
    "addresses": "1.1 " + _fill("a@"),
    "web addresses": "1.1 " + _fill("https://."),
    "entities": "1.1 " + _fill("&#1"),
    "spaces": "## " + _fill(" ") + "x",
    "dashes": _fill("- ") + "x",
    "pipes": "a\n" + _fill("-|") + "x",
    "hashes": _fill("#"),
    "backticks": _fill("`"),
    "open fences": _fill("~~~a\n"),
    "growing fences": "\n".join("~" * length + "a" for length in range(630, 2, -1)),
    "open comments": _fill("<!--"),
    "a long address": '[a]: b ("' + "x" * (SIZE // 2) + "\n" + "y\n" * (SIZE // 4),
    "addresses of links": _fill("[a]: b\n"),
    "circular notes": HEAD + "1.1 [^a]\n\n" + _fill("[^a]: [^a]\n\n"),
    "points": HEAD + "1.1 x:\n\n" + _fill("- y\n"),
    "waiting points": HEAD + "1.1 x:\n\n" + _fill("?) y\n\n"),
    "lettered paragraphs": HEAD + "1.1 x\n\n" + _fill("a) x\n\n"),
    "swallowed clauses": HEAD + "1.1 x\n" + _fill("1.2 x\n"),
    "paragraphs": HEAD + _fill("x\n\n"),
    "empty lines": _fill("\n"),
}


def seconds(work: Callable[[], object]) -> float:
    """The processor's time that some work takes: what else the machine does makes no difference."""
    start = time.process_time()
    work()
    return time.process_time() - start


ENOUGH = 12.0
"""Seconds of the processor: many times what linear work takes, and far less than work that grows with the square."""
