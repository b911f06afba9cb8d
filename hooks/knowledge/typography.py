"""The small rules of setting text that differ by language, applied to finished HTML so that editors need not know them.

French: a narrow no-break space (U+202F) before ; ! ? and inside « », a no-break space (U+00A0) before a colon, as the
Imprimerie nationale sets them. There is no single norm; one rule everywhere is what readers notice.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from knowledge import markup

NARROW, NO_BREAK = "\u202f", "\u00a0"
SPACE = f"[ {NO_BREAK}{NARROW}]"
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]++@\S+")

FRENCH = (
    (re.compile(f"«{SPACE}*(?=\\S|\\Z)"), f"«{NARROW}"),
    (re.compile(f"(?<!\\s){SPACE}*»"), f"{NARROW}»"),
    (re.compile(f"(?:(?<=[\\w»)\\]%€]){SPACE}?|^{SPACE})([;!?]+)(?=[\\s»).,…]|$)"), NARROW + r"\1"),
    (re.compile(f"(?:(?<=[\\w»)\\]%€])|^){SPACE}:(?=\\s|$)"), f"{NO_BREAK}:"),
)
"""A text may begin or end at a link or at bold words: « <b>mot</b> » and <b>mot</b> : are set too."""


def french(text: str) -> str:
    """Text with French spaces; addresses are left alone, and a second time changes nothing."""
    pieces, end = [], 0
    for address in ADDRESS.finditer(text):
        pieces += [_french(text[end : address.start()]), address[0]]
        end = address.end()
    return "".join([*pieces, _french(text[end:])])


def _french(text: str) -> str:
    for pattern, replacement in FRENCH:
        text = pattern.sub(replacement, text)
    return text


RULES: dict[str, Callable[[str], str]] = {"fr": french}
"""By primary language tag; a language without rules is set as it is written."""


def setter(code: str) -> Callable[[str], str]:
    """The rule for a language (`fr-CA` follows `fr`)."""
    return RULES.get(code.partition("-")[0], str)


def apply(root: HtmlElement, code: str) -> None:
    """Sets every text of a fragment by the rules of its language, outside code."""
    if code.partition("-")[0] in RULES:
        markup.change_text(root, setter(code), markup.LITERAL)
