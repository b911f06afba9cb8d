"""Files of texts in one line, for tests of what is told about them and what is mended in them."""

from __future__ import annotations

from knowledge.editing.mending import mended
from knowledge.editing.remarks import Page, check

FIELDS = frozenset({"title", "summary", "image_alt"})
HEAD = "---\ntitle: x\n---\n"


def told(body: str, code: str = "ar", head: str = HEAD) -> list[str]:
    """The line and the fault of everything that is told of a text."""
    page = Page("x.md", head + body, code, FIELDS)
    return [f"{problem.line} {problem.what}" for problem in check(page)]


def fixed(body: str, code: str = "ar") -> str:
    """A body as `make fix` leaves it."""
    return mended(HEAD + body, code, FIELDS).removeprefix(HEAD)
