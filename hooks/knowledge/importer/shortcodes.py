"""Shortcodes of an old text (`[gallery ids="1,2"]`): what they show stays where it can be told, and what is lost is told.

They belong to WordPress and to hundreds of plug-ins that are not here. But nearly all name what they show in the same few
ways: numbers of pictures, an address, a title, words between an opening and a closing one. So those are read, whatever the
shortcode is called.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote

CAPTION = re.compile(
    r"\[(?:wp_)?caption(?P<said>[^\[\]]*)\](?P<inside>(?:(?!\[(?:wp_)?caption).)*?)\[/(?:wp_)?caption\]", re.S
)
CAPTIONED = re.compile(r"^\s*(?P<media>(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)(?P<words>.*)$", re.S)
EMBED = re.compile(r"\[embed[^\[\]]*\](?P<address>[^\[\]]*)\[/embed\]")
RAW = re.compile(r"\[vc_raw_html[^\[\]]*\](?P<coded>[\w+/=%\s]*)\[/vc_raw_html\]")
"""HTML that a page builder stores in Base64, so that no editor touches it."""

LINKED = re.compile(r"\[(?P<name>[A-Za-z][\w-]*)(?P<said>\s[^\[\]]*)\](?P<words>[^\[\]<>\n]{1,200})\[/(?P=name)\]")
"""A shortcode around a few words: with an address, it is a link or a button."""

BRACKETS = re.compile(r"\[(?P<closing>/?)(?P<name>[A-Za-z][\w-]*)(?P<said>(?:\s[^\[\]]*)?)(?P<empty>/?)\]")
ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([^\s\"'“”″]+))")
KNOWN = {"audio", "caption", "embed", "gallery", "playlist", "video"}
"""Shortcodes of WordPress itself."""

PICTURES = ("ids", "include", "images", "image")
NUMBERS = re.compile(r"\d+(?:\s*,\s*\d+)*")
ADDRESSES = re.compile(r"url|href|link|src|source|file|pdf|mp3|mp4|m4a|m4v|ogg|wav|webm|(?:link|button|video)_url")
ADDRESS = re.compile(r"(?:https?:)?//[^\s<>\"]+(?: [^\s<>\"=]+)*|/[\w%./?=&#-]+|www\.\S+|(?:mailto|tel):\S+")
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)$", re.I)
TITLES, WORDS = ("title", "heading", "header"), ("text", "content", "quote")
LAYOUT = re.compile(
    r"(?:vc|et_pb|fusion|av|su|cs|kc|mk|ux|row|col|columns?|one|two|three|half|third|quarter|section|container|tabs?|"
    r"accordions?|toggles?|spoiler|dropcap|highlight|pullquote|quote|button|center|clear|divider)(?:[_-][\w-]+)?"
)
"""Names of shortcodes that only say how what they enclose looks."""

HIDING = re.compile(r"restrict|member|protect|paywall|logged|private|visib|hide|hidden", re.I)
"""Names of shortcodes that show what they enclose to some visitors only."""


@dataclass
class Unfolded:
    """A text without shortcodes."""

    html: str = field(repr=False)
    remarks: list[str] = field(default_factory=list)
    """What is lost."""

    faults: list[str] = field(default_factory=list)
    """Why somebody must look before it is published."""


def unfold(content: str, attached: Sequence[str] = ()) -> Unfolded:
    """The text with what its shortcodes show; `attached` are the numbers of the pictures uploaded to it.

    Brackets that authors write themselves (`[sic]`, `[the minister]`) have neither attributes nor a closing one.
    """
    content = RAW.sub(_decoded, CAPTION.sub(_figure, content))
    content = LINKED.sub(_link, EMBED.sub(lambda match: f"\n\n{match['address'].strip()}\n\n", content))
    closed = {match["name"] for match in BRACKETS.finditer(content) if match["closing"]}
    told: dict[str, str] = {}

    def take(match: re.Match[str]) -> str:
        name, said = match["name"], _said(match["said"])
        if not (name in closed | KNOWN or said or "_" in name or match["empty"]):
            return match[0]
        if match["closing"]:
            return ""
        shown = _shown(name, said, name in closed, attached)
        if not shown and not (name in closed and LAYOUT.fullmatch(name) and not any(map(ADDRESSES.fullmatch, said))):
            told.setdefault(name, _remark(match[0], name in closed))
        return shown

    html = BRACKETS.sub(take, content)
    return Unfolded(html, list(told.values()), [_hidden(name) for name in sorted(closed) if HIDING.search(name)])


def _remark(written: str, closed: bool) -> str:
    stays = ", and what it encloses stays" if closed else ""
    return f"the shortcode {written[:120]} is left out{stays}"


def _hidden(name: str) -> str:
    return f"the shortcode [{name}] showed what it encloses to some visitors only: take out what is not for everybody"


def _said(written: str) -> dict[str, str]:
    """The attributes of a shortcode; editors curl the quotation marks."""
    return {match[1].lower(): next(filter(None, match.groups()[1:]), "") for match in ATTRIBUTE.finditer(written)}


def _shown(name: str, said: Mapping[str, str], closed: bool, attached: Sequence[str]) -> str:
    """What a shortcode shows by itself, as HTML: pictures, a link, words."""
    numbers = [] if name == "playlist" else _pictures(said)
    if name == "gallery" and not numbers:
        numbers = [*attached]
    shown = [f'<img class="wp-image-{number}">' for number in numbers]
    title = next((said[key] for key in TITLES if said.get(key)), "")
    if address := _address(said):
        words = escape(title or address, quote=False)
        image = f'<img src="{escape(address)}" alt="{escape(said.get("alt", ""))}">'
        shown.append(image if PICTURE.search(address) else f'<a href="{escape(address)}">{words}</a>')
    elif title and closed:
        shown.append(f"<strong>{escape(title, quote=False)}</strong>")
    shown += [escape(said[key], quote=False) for key in WORDS if " " in said.get(key, "")]
    return "".join(f"\n\n{part}\n\n" for part in shown)


def _pictures(said: Mapping[str, str]) -> list[str]:
    named = (said[key] for key in PICTURES if NUMBERS.fullmatch(said.get(key, "").strip()))
    return [number for numbers in named for number in re.findall(r"\d+", numbers)]


def _address(said: Mapping[str, str]) -> str:
    """Where a shortcode leads; a page builder writes `url:https%3A%2F%2F…|title:…`."""
    for key, value in said.items():
        address = unquote(value[4:].partition("|")[0]) if value.startswith("url:") else value
        if ADDRESSES.fullmatch(key) and ADDRESS.fullmatch(address.strip()):
            return address.strip()
    return ""


def _link(match: re.Match[str]) -> str:
    address = _address(_said(match["said"]))
    return f'<a href="{escape(address)}">{match["words"]}</a>' if address else match[0]


def _decoded(match: re.Match[str]) -> str:
    try:
        return f"\n\n{unquote(b64decode(match['coded']).decode('utf-8'))}\n\n"
    except (Error, UnicodeDecodeError):
        return match[0]


def _figure(match: re.Match[str]) -> str:
    """A picture and its caption from between `[caption]` and `[/caption]`; older versions name it in an attribute."""
    captioned = CAPTIONED.match(match["inside"])
    if not captioned:
        return match["inside"]
    words = captioned["words"].strip() or _said(match["said"]).get("caption", "")
    return f"\n\n<figure>{captioned['media']}<figcaption>{words}</figcaption></figure>\n\n"
