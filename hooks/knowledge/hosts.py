"""Where an address leads, and whether a reviewer can see it: letters of other alphabets look like ours and are others.

`https://аpple.com/` begins with a Cyrillic letter, and `https://bank.example@evil.example/` leads to evil.example. Such addresses
are refused; a host in another alphabet is welcome in the form in which the network knows it (`xn--…`, RFC 3492).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

NUMBER = re.compile(r"[0-9.]+|0x[0-9a-f.x]+|.*:.*", re.I)
"""A host that is a number hides whose it is."""

HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
TELEPHONE = re.compile(r"\+?[\d().\s-]{6,}")
JOINING = "\u00ad\u200b-\u200f"
"""Characters that show nothing where letters stand beside each other."""

MIXED = re.compile(rf"(?<![\w.+{JOINING}-])[\w.+{JOINING}-]++@[\w.{JOINING}-]+")
"""An e-mail address in any alphabet."""


def fault(address: str) -> tuple[str, str] | None:
    """What is wrong with the address of another site, a mailbox or a phone, and the cure; None when nothing is."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return f"{address} is not an address", "check it character by character"
    place = parts.path if parts.scheme in ("mailto", "tel") else parts.netloc
    if other := next((letter for letter in unquote(place) if not letter.isascii()), ""):
        return f"{address} holds U+{ord(other):04X}, which looks like another letter or like nothing", _written(host)
    if "\\" in address or (parts.scheme in ("http", "https") and not host):
        return f"{address} is not an address", "check it character by character"
    if "@" in parts.netloc:
        return f"{address} leads to {host}, whatever stands before @", "take that out"
    if host and NUMBER.fullmatch(host):
        return f"{address} leads to a number", "name the host"
    return None


def _written(host: str) -> str:
    """How to write a host so that it shows what it is."""
    try:
        return f"if it is right, write {host.encode('idna').decode()}" if host else "write it again by hand"
    except UnicodeError:
        return "write it again by hand"


def misleading(words: str, address: str) -> bool:
    """Whether the words of a link are an address themselves, and it leads to another."""
    named, led = _place(words), _place(address)
    if not named or not led or address.partition("?")[0].rstrip("/").endswith(words.strip()):
        return False
    return not any(one == other or one.endswith(f".{other}") for one, other in ((named, led), (led, named)))


def _place(words: str) -> str:
    """The mailbox, the digits or the host that words name; `""` when they are just words."""
    words = words.strip().lower().removeprefix("mailto:").removeprefix("tel:")
    if TELEPHONE.fullmatch(words):
        return re.sub(r"\D", "", words).lstrip("0")[-9:]
    if re.fullmatch(r"[^\s@/]+@[^\s@/?]+(?:\?.*)?", words):
        return words.partition("?")[0]
    host = re.match(r"(?:https?:)?//(?:[^/@]*@)?([^/?#:]*)", words)
    if host or HOST.fullmatch(words.partition("/")[0]):
        return (host[1] if host else words.partition("/")[0]).removeprefix("www.")
    return ""


def mixed(text: str) -> Iterator[tuple[int, str]]:
    """E-mail addresses with letters that are not what they look like: where each stands, and the address.

    The site would link only the part of it that is one, which is the address of somebody else.
    """
    for match in MIXED.finditer(text):
        if not match[0].isascii():
            yield match.start(), match[0]
