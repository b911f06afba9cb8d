"""The citation of a document or of one of its clauses, as a line of plain text in the language of the text.

A page carries one pattern for all its clauses, and whoever cites one, a room or the page's script, fills it:

1. `{clause}` becomes the clause in words, as `spoken` names it; the link of its number is called so (`aria-label`).
2. `{address}` becomes the canonical address of the page, `#`, and the id of the clause's section.

Both by plain replacement (`split` and `join`), in this order, with nothing trimmed: the spaces and the invisible characters of
the pattern keep its order from right to left.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge import bidi, typography
from knowledge.documents import plaintext
from knowledge.documents.clauses import depth
from knowledge.documents.editions import Edition
from knowledge.documents.letters import ABJAD
from knowledge.entries import Text
from knowledge.languages import Language

Translate = Callable[[str], str]

CLAUSE, ADDRESS = "{clause}", "{address}"
"""What is filled in."""

LETTERS = {"ar": tuple("هـ" if letter == "ه" else letter for letter in ABJAD)}
"""The letters of sub-clauses by primary language tag, where they are not a, b, c; a ه alone would look like a digit."""


def citation(edition: Edition, text: Text, address: str, translate: Translate) -> str:
    """A whole document cited; `address` is absolute, `translate` speaks the language of the text."""
    template = translate("%(title)s, %(version)s, %(address)s (in %(language)s)")
    return fill(_set(template, edition, text, translate), "", address)


def pattern(edition: Edition, text: Text, translate: Translate) -> str:
    """The citation of a clause, with places for its number and its address; `translate` speaks the language of the text."""
    template = translate("%(title)s, %(version)s, %(clause)s, %(address)s (in %(language)s)")
    return _set(template, edition, text, translate)


def fill(pattern: str, clause: str, address: str) -> str:
    """A citation from its pattern: a clause as `spoken` names it, and the absolute address of the clause."""
    return pattern.replace(CLAUSE, clause).replace(ADDRESS, address)


def named(number: str, code: str) -> str:
    """A number as readers of a language write it: `3.2 a` is `3.2 أ` in Arabic."""
    plain, space, letter = number.partition(" ")
    own = LETTERS.get(code.partition("-")[0], ())
    place = ord(letter) - ord("a") if letter else len(own)
    return f"{plain}{space}{own[place]}" if place < len(own) else number


def spoken(number: str, code: str, translate: Translate) -> str:
    """A clause named in words, as it is cited and as its link is heard: `clause 3.2 a`, `section 3`."""
    words = translate("section %(number)s") if depth(number) == 1 else translate("clause %(number)s")
    return words % {"number": named(number, code)}


def _set(template: str, edition: Edition, text: Text, translate: Translate) -> str:
    language = text.language
    parts = {
        "title": text.record.title,
        "version": _version(edition, language, translate),
        "clause": CLAUSE,
        "address": ADDRESS,
        "language": language.name_of(language),
    }
    words = typography.setter(language.code)(template % parts)
    words = words if language.direction == "ltr" else bidi.isolated_text(words)
    spaced = re.sub(rf"\s*{re.escape(ADDRESS)}\s*", lambda _: plaintext.address(ADDRESS, language.direction), words)
    return plaintext.line(spaced.strip(), language.direction)


def _version(edition: Edition, language: Language, translate: Translate) -> str:
    """Which version, and from when to when it applies: what stays true however much later somebody reads it."""
    said = {
        "version": language.number(edition.version),
        "since": language.date(edition.since) if edition.since else "",
        "until": language.date(edition.until) if edition.until else "",
    }
    if edition.state == "draft" or not edition.since:
        return translate("version %(version)s (draft)") % said
    if not edition.until:
        return translate("version %(version)s, effective %(since)s") % said
    if edition.since < edition.until:
        return translate("version %(version)s, effective %(since)s, no longer in force from %(until)s") % said
    return translate("version %(version)s (withdrawn)") % said
