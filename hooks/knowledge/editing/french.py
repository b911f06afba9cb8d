"""Style in French: apostrophes, quotation marks, points of suspension, and the space before : ; ? !

Editors type an ordinary space; the build makes a no-break space of it, narrow where French wants one.
"""

from __future__ import annotations

import re

from knowledge.editing.rules import Rule, Style, quotes
from knowledge.editing.surfaces import COVER

BEFORE = rf"(?<=[\w»)\]*%€{COVER}])"
"""What a sign of punctuation may follow."""

ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.I)
"""Short words that lost their vowel: they say nothing in an address."""

STYLE = Style(
    rules=(
        Rule(
            re.compile(r"(?<=[^\W\d_])(?P<mark>')(?=\w)"),
            "a straight apostrophe (')",
            "write ’",
            {"mark": "’"},
        ),
        quotes("« ", " »", "write « and », with a space inside"),
        Rule(re.compile(r"(?<!\.)(?P<dots>\.{3})(?!\.)"), "three full stops", "write …", {"dots": "…"}),
        Rule(
            re.compile(rf"{BEFORE}(?P<gap>)(?:[;?](?!\w)|!(?![\w\[])|:(?=\s|\*|$))", re.M),
            "no space before a colon, a semicolon, ? or !",
            "write one; the build keeps it on the line",
            {"gap": " "},
        ),
        Rule(re.compile(r"«(?P<gap>)(?=[^\s\u00a0\u202f])"), "no space after «", "write one", {"gap": " "}),
        Rule(re.compile(r"(?<=[^\s\u00a0\u202f«])(?P<gap>)»"), "no space before »", "write one", {"gap": " "}),
    ),
    vague=frozenset(
        (
            "cliquez ici",
            "cliquer ici",
            "ici",
            "en savoir plus",
            "lire la suite",
            "lire plus",
            "ce lien",
            "lien",
            "plus",
            "cette page",
        )
    ),
    doubled=frozenset(("nous", "vous", "en")),
)
