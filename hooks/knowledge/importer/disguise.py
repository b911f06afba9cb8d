"""Characters that mean something to Markdown, in disguise: a converter carries them through as letters.

Every converter guesses which characters to escape, and none knows the Markdown of this site: an asterisk escaped once too
often shows its backslash, one too seldom starts an emphasis. So they are exchanged for private-use characters before the
conversion and written out after it, in the way Python-Markdown and its extensions here take literally.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from knowledge import markup

LITERAL, RAW = 0xE000, 0xE100
"""Where characters stand that shall be shown, and those that shall work: no text means anything by private-use characters."""

PRIVATE = re.compile("[\ue000-\uf8ff]")
SIGNS = re.compile(r"[\\`*\[\]{}<|]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")
LEADING = re.compile(r"^\s*(?:[#>+\-=:~?!]|\d+\.)")
"""What makes a line something else than words, at its beginning; its last character is the one to disguise."""

ESCAPABLE = set("\\`*_{}[]()>#+-.!")
"""What a backslash makes literal in Python-Markdown; other characters are written as entities."""


def without_private(text: str) -> str:
    """The text without private-use characters: old icon fonts put some, and no reader sees anything in them."""
    return PRIVATE.sub("", text)


def literal(text: str) -> str:
    """A piece of text in which nothing will be taken for a sign."""
    if leading := LEADING.match(text):
        end = leading.end()
        text = text[: end - 1] + chr(LITERAL + ord(text[end - 1])) + text[end:]
    return SIGNS.sub(lambda match: chr(LITERAL + ord(match[0])), text)


def raw(text: str) -> str:
    """A piece of Markdown or HTML that shall come out as it is."""
    return "".join(chr(RAW + ord(sign)) if ord(sign) < 128 else sign for sign in text)


def put_on(root: HtmlElement) -> None:
    """Disguises every text outside code, and the words of pictures."""
    markup.change_text(root, lambda text: literal(re.sub(r"\s+", " ", text)), markup.LITERAL)
    for image in root.iter("img"):
        image.set("alt", literal(image.get("alt", "")))


def take_off(text: str) -> str:
    """The text with every disguised character written out."""
    return PRIVATE.sub(lambda match: _shown(ord(match[0])), text)


def _shown(code: int) -> str:
    if code >= RAW:
        return chr(code - RAW)
    sign = chr(code - LITERAL)
    return f"\\{sign}" if sign in ESCAPABLE else {"<": "&lt;", "&": "&amp;"}.get(sign, f"&#{ord(sign)};")
