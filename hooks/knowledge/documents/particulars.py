"""What of a clause is the same in every language: figures, days, addresses, links, facts, and how many passages it has.

Words differ, these do not. A fact called `name` or `short` may stand as often as its language likes, because languages refer
back differently (Arabic writes «المنظمة» where English repeats a name); every other fact stands where the source has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from knowledge.documents.definitions import folded
from knowledge.documents.figures import figures
from knowledge.wordforms import europeanised

FREE = {"name", "short"}
"""Facts that may stand as often as a language likes, by the last part of their name."""

INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u2060\ufeff]")
SIGNS = str.maketrans({"٫": ".", "٬": ",", "\u2011": "-"})
TAKEN = "\0"
"""Stands where something was found that is no figure."""

PARTS = re.compile(
    r"""
      \{\{\s{0,9}(?P<fact>[\w.-]{1,99})\s{0,9}\}\}
    | ^(?P<marker>[0-9]{1,9}\.)[ ]                                    # the number of a point: lists count anew
    | ^\[(?!\^)(?P<defined>[^\[\]]{1,200})\]:[ ]?<?(?P<leads>[^\s<>]+)
    | \[\^(?P<note>[^\[\]\s]{1,99})\]
    | \]\([ ]?(?:<(?P<angled>[^<>]*)>|(?P<inline>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))
    | \]\[(?P<label>[^\[\]]{1,200})\]
    | \[(?=(?P<alone>[^\[\]]{1,200})\](?:\[\]|(?![\[(:])))
    | (?P<url>https?://[^\s<>()\[\]«»،؛"']*[^\s<>()\[\]«»،؛"'.,:;!?*_])
    | (?<![A-Za-z0-9._%+-])(?P<email>[A-Za-z0-9._%+-]++@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)
    | (?P<phone>\+[0-9]{1,3}(?:[ .-]{0,2}(?:\(0\)|\(?[0-9]{2,12}\)?)){2,7})
    """,
    re.X,
)


@dataclass(frozen=True)
class Particular:
    """One thing that a translation keeps."""

    kind: str
    """`figure`, `month`, `link`, `email`, `phone`, `fact`, `footnote`, `passage` or `cell`."""

    value: str
    """In the one form in which it is compared."""

    written: str = ""
    """As it stands in the text."""

    place: int = 0
    """Where in the text it stands."""

    @property
    def key(self) -> tuple[str, str]:
        """What is compared."""
        return self.kind, self.value


def plain(text: str) -> str:
    """A text as it is read here: European digits, plain spaces, one between passages, nothing invisible."""
    return " ".join(INVISIBLE.sub("", europeanised(unescape(text))).translate(SIGNS).split())


def particulars(whole: str, code: str = "") -> list[Particular]:
    """What is to be the same in every language of the words of a clause (`Clause.whole`)."""
    blocks = [plain(block) for block in whole.split("\n\n")]
    leads = {folded(match["defined"]): match["leads"] for block in blocks if (match := _definition(block))}
    found, place = [], 0
    for count, block in enumerate(blocks):
        if not _definition(block):
            found += _read(block, place, leads, code)
            found += _shape(block, place) if count else []
        place += len(block) + 1
    return found


def _definition(block: str) -> re.Match[str] | None:
    match = PARTS.match(block)
    return match if match and match["defined"] else None


def _shape(block: str, place: int) -> Iterator[Particular]:
    """A passage that follows, and the cells of a table."""
    if re.match(r"\[\^[^\]\s]+\]:", block):
        return
    yield Particular("passage", "", block, place)
    if block.startswith("|") or re.search(r"\| ?:?-+", block):
        yield from (Particular("cell", "", block, place) for _ in range(block.count("|")))


def _read(block: str, place: int, leads: Mapping[str, str], code: str) -> Iterator[Particular]:
    rest, end = [], 0
    for match in PARTS.finditer(block):
        kind, value = _sort(match, leads)
        if kind:
            rest += [block[end : match.start()], TAKEN * (match.end() - match.start())]
            end = match.end()
        if value:
            yield Particular(kind, value, match[0].strip("[]("), place + match.start())
    for figure in figures("".join([*rest, block[end:]]), code):
        kind = "month" if figure.month else "figure"
        yield Particular(kind, figure.value, block[figure.start : figure.end], place + figure.start)


def _sort(match: re.Match[str], leads: Mapping[str, str]) -> tuple[str, str]:
    """What a match is: kind and value; no value for what is not compared, no kind for what may be a figure after all."""
    found = match.lastgroup or ""
    value = match[found] or ""
    if found == "fact":
        return "fact", "" if value.rpartition(".")[2] in FREE else value
    if found == "phone":
        digits = re.sub(r"\(0\)|[^0-9]", "", value)
        return ("phone", digits) if len(digits) >= 7 else ("", "")
    if found in ("label", "alone"):
        return "link" if found == "label" else "", _address(leads.get(folded(value), ""))[1]
    if found == "note":
        return "footnote", "" if match.string.startswith(":", match.end()) and not match.start() else "footnote"
    if found == "url" and _repeats(match, leads):
        return "link", ""
    return ("marker", "") if found == "marker" else _address(value)
