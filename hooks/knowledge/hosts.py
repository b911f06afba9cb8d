"""Where an address leads, and whether a reviewer can see it: letters of other alphabets look like ours and are others.

`https://аpple.com/` begins with a Cyrillic letter, and `https://bank.example@evil.example/` leads to evil.example. Such addresses
are refused; a host in another alphabet is welcome in the form in which the network knows it (`xn--…`, RFC 3492).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

NUMBER = re.compile(r"[0-9.]+|0x[0-9a-f.x]+|.*:.*", re.I)
"""A host that is a number hides whose it is."""

OWN = re.compile(r"(?:.+\.)?(?:localhost|local|internal)")
"""Names that lead every reader to something of their own: the computer, or what stands beside it."""

RECIPIENTS = re.compile(r"[^@,;]+@[^@,;]+")
NUMBERED = re.compile(r"\+?[\d().\s-]{2,}(?:;ext=\d+)?")
"""What a link can dial."""

HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
FILE = re.compile(r"[\w.-]+\.(?:pdf|docx|xlsx|pptx|od[tsp]|csv|txt|epub)", re.I)
"""A name that looks like a host and is that of a file."""

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
    incomplete = not host if parts.scheme in ("http", "https") else parts.netloc and not parts.scheme
    if "\\" in address or incomplete:
        return f"{address} is not an address", "check it character by character"
    if "@" in parts.netloc:
        return f"{address} leads to {host}, whatever stands before @", "take that out"
    if "%" in parts.netloc:
        return f"{address} hides where it leads behind %", _written(unquote(host))
    if host and NUMBER.fullmatch(host):
        return f"{address} leads to a number", "name the host"
    if OWN.fullmatch(host):
        return f"{address} leads to the reader's own computer or network", "name a site that everybody can reach"
    return _unreachable(parts)


def _unreachable(parts: SplitResult) -> tuple[str, str] | None:
    """What is wrong with a mailbox or a phone: a letter that others get too without anybody seeing it, above all."""
    address, place = parts.geturl(), unquote(parts.path)
    if parts.scheme == "mailto" and place and not RECIPIENTS.fullmatch(place):
        return f"{address} is not one e-mail address", "write a link for each"
    if parts.scheme == "mailto" and {name.lower() for name in parse_qs(parts.query, True)} - {"subject", "body"}:
        return f"{address} sends the letter to others too", "leave only the subject behind ?"
    if parts.scheme == "tel" and not NUMBERED.fullmatch(place):
        return f"{address} is not a phone number", "write it as tel:+4552107804"
    return None


def _written(host: str) -> str:
    """How to write a host so that it shows what it is."""
    try:
        return f"if it is right, write {host.encode('idna').decode()}" if host else "write it again by hand"
    except UnicodeError:
        return "write it again by hand"


def misleading(words: str, address: str) -> bool:
    """Whether the words of a link are an address themselves, and it leads to another."""
    if FILE.fullmatch(words.strip()):
        return False
    named, led = _place(words), _place(address)
    if not named or not led:
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
