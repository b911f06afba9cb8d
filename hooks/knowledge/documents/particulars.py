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
from unicodedata import decimal

from knowledge.documents.definitions import folded
from knowledge.documents.figures import figures

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
    """As an editor finds it in the text."""

    place: int = 0
    """Where in the text it stands."""

    @property
    def key(self) -> tuple[str, str]:
        """What is compared."""
        return self.kind, self.value


def plain(text: str) -> str:
    """A text as it is read here: European digits, plain spaces, one between passages, nothing invisible."""
    digits = re.sub(r"[^\W\D0-9]", lambda digit: str(decimal(digit[0])), INVISIBLE.sub("", unescape(text)))
    return " ".join(digits.translate(SIGNS).split())


def particulars(whole: str, code: str = "") -> list[Particular]:
    """What is to be the same in every language of the words of a clause (`Clause.whole`)."""
    blocks = [plain(block) for block in whole.split("\n\n")]
    leads = {folded(match["defined"]): match["leads"] for block in blocks if (match := _definition(block))}
    found: list[Particular] = []
    place = 0
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
            yield Particular(kind, value, match[0] if kind == "fact" else value, place + match.start())
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
    if found == "label":
        return _address(leads.get(folded(value), ""))
    if found == "alone":
        return _address(leads[folded(value)]) if folded(value) in leads else ("", "")
    if found == "note":
        return "footnote", "" if match.string.startswith(":", match.end()) and not match.start() else "footnote"
    if found in ("url", "email") and _repeats(match, leads):
        return found, ""
    return ("marker", "") if found == "marker" else _address(value)


def _repeats(match: re.Match[str], leads: Mapping[str, str]) -> bool:
    """Whether an address is the words of a link that leads there: `[a@b.org](mailto:a@b.org)` has one address."""
    if match.string[match.start() - 1 : match.start()] != "[":
        return False
    link = PARTS.match(match.string, match.end())
    target = link and (leads.get(folded(link["label"]), "") if link["label"] else link["angled"] or link["inline"])
    return bool(target) and _address(str(target)) == _address(match[0])


def _address(written: str) -> tuple[str, str]:
    """An address as it is compared: with its kind, and without the language of a page that is linked to."""
    scheme, _, rest = written.partition(":")
    if scheme == "tel":
        return "phone", re.sub("[^0-9]", "", rest)
    if scheme == "mailto" or ("@" in written and "/" not in written):
        return "email", written.removeprefix("mailto:").partition("?")[0].lower()
    return "link", re.sub(r"(^|/)index\.[A-Za-z-]+\.md", r"\1index.md", written).removesuffix("/")


def differences(ours: Sequence[Particular], theirs: Sequence[Particular]) -> tuple[list[Particular], list[Particular]]:
    """What only we have, and what only they have; months only where both name as many: one may write them as figures."""
    here, there = Counter(item.key for item in ours), Counter(item.key for item in theirs)
    counts = [sum(kind == "month" for kind, _ in side.elements()) for side in (here, there)]
    left, right = (_surplus(*pair) for pair in ((ours, here - there), (theirs, there - here)))
    if counts[0] == counts[1]:
        return left, right
    return [item for item in left if item.kind != "month"], [item for item in right if item.kind != "month"]


def _surplus(items: Sequence[Particular], surplus: Counter[tuple[str, str]]) -> list[Particular]:
    """As many of each as there are too many, the last ones, in the order of the text."""
    left = Counter(surplus)
    found = []
    for item in reversed(items):
        if left[item.key]:
            left[item.key] -= 1
            found.append(item)
    return found[::-1]
