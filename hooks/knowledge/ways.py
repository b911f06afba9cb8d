"""Ways to reach people, wherever they stand in words or behind links: addresses, numbers, handles, keys, sites.

One list of what they look like, for the check that pages about raising a concern type none and for what reviewers are told.
What counts is what readers see and can follow: Markdown and HTML can write `@` as `&#64;` and break a number with a comment.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from knowledge import hosts, markup
from knowledge.hosts import JOINING

SPACE = r"[ \u00a0./\u2010-\u2015-]"
"""What people put between the digits of a number; `\u2010-\u2015` are hyphens and dashes."""

DAY = (
    r"(?:\d{4}-\d\d-\d\d|(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/\u2010-\u2015](?:19|20)\d\d)"
)
"""Days and spans of years, which look like numbers to call."""

NUMBER = rf"""
    (?<!\d)(?<!\d[.,])(?!{DAY}(?!{SPACE}?\d))
    (?:(?:\+|00)\d(?:[\s().-]{{0,2}}\d){{6,14}}|\d{{2,4}}(?:{SPACE}\d{{2,4}}){{2,5}}|\d(?:(?!\.\s){SPACE}{{0,2}}\d){{7,14}}|\d{{7}})(?!\d)
"""

SORTS: Mapping[str, re.Pattern[str]] = {
    "e-mail address": hosts.MIXED,
    "onion address": re.compile(r"(?<!\w)[a-z2-7]{16,60}\.onion\b", re.I),
    "site": re.compile(r"(?:https?:|(?<=[(\"'<=\s]))[/\\]{2}([^\s/\\?#\"'<>()\[\]]+)", re.I),
    "account number": re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)"),
    "key": re.compile(r"(?<!\w)(?:[0-9A-F]{4}\s{0,2}){10}(?!\w)"),
    "phone number": re.compile(NUMBER, re.X),
}
"""What is looked for, by what reviewers call it; a group is the part that counts. Digits of an account are no phone."""

SHOWN: Mapping[str, re.Pattern[str]] = {
    "e-mail address": re.compile(
        r"(?<![\w.+-])[\w.+-]++ ?[\[({] ?(?:at|arobase|@) ?[\])}] ?[\w-]+(?: ?[\[({] ?(?:dot|point|\.) ?[\])}] ?\w+|\.\w+)*",
        re.I,
    ),
    "handle": re.compile(r"(?<![\w@./])@\w[\w.]{2,}"),
    "site": re.compile(r"(?<![\w@./:\\-])(?:[\w-]++\.)+[a-z]{2,24}(?![\w@-]|\.\w)", re.I),
}
"""What is looked for in words that readers see and nowhere else: in the file itself, `index.md` looks like a host."""

OTHER = re.compile(r"\.(?:onion|pdf|docx|xlsx|pptx|od[tsp]|csv|txt|epub|jpe?g|png|webp|avif|svg)$")
"""Ends of what looks like a site: onion services are told apart, and files are none."""

LONE = "p div li dt dd td th tr h2 h3 h4 h5 h6 pre blockquote figcaption summary".split()
"""Elements whose words stand apart from those around them."""


@dataclass(frozen=True, order=True)
class Way:
    """A way to reach somebody."""

    sort: str
    value: str


def found(text: str, sorts: Mapping[str, re.Pattern[str]] = SORTS) -> Iterator[Way]:
    """Every way that a text names."""
    for sort, pattern in sorts.items():
        ways = (_way(sort, match[pattern.groups]) for match in pattern.finditer(text))
        yield from (way for way in ways if way.value)
        text = pattern.sub(" ", text) if sort in ("account number", "key") else text


def shown(fragment: str) -> Iterator[Way]:
    """Every way that clean HTML shows or leads to."""
    return read(seen(fragment))


def read(words: str) -> Iterator[Way]:
    """Every way that words give to whoever reads them as they are."""
    words = re.sub(f"[{JOINING}]", "", unicodedata.normalize("NFKC", words))
    yield from found(words)
    yield from (way for way in found(words, SHOWN) if not OTHER.search(way.value))


def _way(sort: str, written: str) -> Way:
    value = written.strip(".,;: ")
    if sort == "phone number":
        digits = "".join(str(unicodedata.digit(sign, "")) for sign in value)
        return Way(sort, ("+" if value[0] == "+" else "") + digits)
    return Way(sort, value.lower() if sort in ("site", "onion address") else value)


def seen(fragment: str) -> str:
    """The words of clean HTML as readers get them, a line for what stands apart, and then where its links lead."""
    root = markup.parse(fragment)
    said = [element.get(name, "") for element in root.iter() for name in ("alt", "title")]
    led = [unquote(link.get("href", "")) for link in root.iter("a")]
    for element in list(root.iter(*LONE, "br")):
        between = " " if element.tag == "br" else "\n"
        element.text, element.tail = between + (element.text or ""), between + (element.tail or "")
    away = (f" {address}" for address in led if re.match(r"[a-z]+:|//", address, re.I))
    return "\n".join([root.text_content(), *said, *away])
