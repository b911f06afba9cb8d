"""Clauses that are no longer there: `3.9 [repealed in version 4]` keeps their number, and says since when.

Brackets alone would not do: `[Form 7]` is what some clause still says. So the word is there, in a language that is known here.
"""

from __future__ import annotations

import re

BRACKETS = re.compile(r"\[[^\[\]\n]*\]")
SAID = {
    "ar": r"[أا]\u064f?لغيت?\b|م\u064f?لغ[ىي]\b|م\u064f?لغاة",
    "de": r"\baufgehoben\b",
    "en": r"\b(?:repealed|revoked)\b",
    "es": r"\bderogad[ao]s?\b",
    "fr": r"\babrogée?s?\b",
    "pt": r"\brevogad[ao]s?\b",
}
"""How a language says it; a text in any other borrows a word of these."""

WORD = re.compile("|".join(SAID.values()), re.I)


def repealed(words: str) -> bool:
    """Whether the whole words of a clause are that it is repealed, with the number of a version, in brackets."""
    said = words.strip()
    return bool(BRACKETS.fullmatch(said) and re.search("[0-9]", said) and WORD.search(said))
