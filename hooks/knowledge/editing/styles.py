"""The style of each language, by its code: a language without one has what holds everywhere.

To add a language, write a room like `french` and name it here.
"""

from __future__ import annotations

from dataclasses import replace

from knowledge.editing import arabic, english, everywhere, french
from knowledge.editing.rules import Style

STYLES = {"ar": arabic.STYLE, "en": english.STYLE, "fr": french.STYLE}
"""By primary language tag."""


def style(code: str) -> Style:
    """The style of a language (`fr-CA` follows `fr`), with what holds in every language."""
    own = STYLES.get(code.partition("-")[0], Style())
    return replace(own, rules=(*everywhere.RULES, *own.rules))
