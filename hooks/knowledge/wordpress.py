"""What WordPress does to a text on its way to readers, done here: paragraphs, captions, blocks and shortcodes.

An export holds texts as editors typed them. The classic editor stored no paragraphs (an empty line makes one), captions stand
in square brackets, and blocks in HTML comments. Shortcodes belong to plug-ins that are not here: they are taken out and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->|<!--", re.S)
EMPTY_BLOCK = re.compile(r"<!--\s*wp:(?P<name>[\w/-]+)(?:(?!-->|<!--).)*?/-->", re.S)
"""A block without content of its own: WordPress fills it when the page is shown."""

SHOWN_ELSEWHERE = {"more", "nextpage", "spacer", "separator"}
"""Such blocks that no reader misses."""

CAPTION = re.compile(
    r"\[(?:wp_)?caption(?P<said>[^\[\]]*)\](?P<inside>(?:(?!\[(?:wp_)?caption).)*?)\[/(?:wp_)?caption\]", re.S
)
CAPTIONED = re.compile(r"^\s*(?P<media>(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)(?P<words>.*)$", re.S)
CAPTION_SAID = re.compile(r"caption=[\"'](?P<words>[^\"']*)")
EMBED = re.compile(r"\[embed[^\[\]]*\](?P<address>[^\[\]]*)\[/embed\]")
BRACKETS = re.compile(r"\[(?P<closing>/?)(?P<name>[A-Za-z][\w-]*)(?P<said>(?:\s[^\[\]]*)?)(?P<empty>/?)\]")
KNOWN = {"audio", "caption", "embed", "gallery", "playlist", "video"}
"""Shortcodes of WordPress itself."""

PRESERVED = re.compile(r"<(?P<name>pre|script|style|textarea)\b.*?(?:</(?P=name)\s*>|\Z)", re.S | re.I)
HOLDERS = "article|aside|blockquote|center|details|div|dl|figure|footer|form|header|main|nav|ol|section|table|tbody|thead|tr|ul"
WORDED = "address|caption|dd|dt|figcaption|h[1-6]|hr|iframe|li|p|summary|td|th"
HOLDER = re.compile(rf"\s*(?P<tag></?(?:{HOLDERS})\b[^<>]*>)\s*", re.I)
OPENED = re.compile(rf"\s*(?P<tag><(?:{WORDED})\b[^<>]*>)", re.I)
CLOSED = re.compile(rf"(?P<tag></(?:{WORDED})\s*>)\s*", re.I)
BLOCK = re.compile(rf"</?(?:{HOLDERS}|{WORDED})\b|\x00", re.I)
BLANKS = re.compile(r"[^\S\n]+")
GAP = re.compile(r" ?\n[ \n]*\n ?")


def unfold(content: str) -> tuple[str, list[str]]:
    """The HTML that readers of the old site got, as far as it can be told, and what of it is lost."""
    content = content.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    lost = [
        f"the block {match['name']} was filled by the old site: it is left out"
        for match in EMPTY_BLOCK.finditer(content)
        if match["name"] not in SHOWN_ELSEWHERE
    ]
    content = CAPTION.sub(_figure, COMMENT.sub("", content))
    content = EMBED.sub(lambda match: f"\n\n{match['address'].strip()}\n\n", content)
    content, shortcodes = _without_shortcodes(content)
    return paragraphs(content), [*dict.fromkeys(lost), *shortcodes]


def _figure(match: re.Match[str]) -> str:
    """A picture and its caption from between `[caption]` and `[/caption]`; older versions name it in an attribute."""
    captioned = CAPTIONED.match(match["inside"])
    if not captioned:
        return match["inside"]
    said = CAPTION_SAID.search(match["said"])
    words = captioned["words"].strip() or (said["words"] if said else "")
    return f"\n\n<figure>{captioned['media']}<figcaption>{words}</figcaption></figure>\n\n"


def _without_shortcodes(content: str) -> tuple[str, list[str]]:
    """The text without shortcodes, and a line on each kind; what stands between an opening and a closing one stays.

    Brackets that authors write themselves (`[sic]`, `[the minister]`) have neither attributes nor a closing one.
    """
    closed = {match["name"] for match in BRACKETS.finditer(content) if match["closing"]}
    told: dict[str, str] = {}

    def take(match: re.Match[str]) -> str:
        name = match["name"]
        if name in closed | KNOWN or "=" in match["said"] or "_" in name or match["empty"]:
            told.setdefault(name, f"the shortcode {match[0][:80]} is left out")
            return ""
        return match[0]

    return BRACKETS.sub(take, content), list(told.values())


def paragraphs(content: str) -> str:
    """The HTML with its empty lines as paragraphs and its line ends as breaks, except where elements say so already."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\n\n\x00{len(kept) - 1}\x00\n\n"

    content = GAP.sub("\n\n", BLANKS.sub(" ", PRESERVED.sub(keep, content)))
    content = HOLDER.sub("\n\n\\g<tag>\n\n", content)
    content = CLOSED.sub("\\g<tag>\n\n", OPENED.sub("\n\n\\g<tag>", content))
    whole = "\n".join(_paragraph(part) for part in GAP.split(content.strip()) if part)
    return re.sub(r"\x00(\d+)\x00", lambda match: kept[int(match[1])], whole)


def _paragraph(part: str) -> str:
    return part if BLOCK.match(part) else f"<p>{'<br>'.join(_lines(part))}</p>"


def _lines(part: str) -> Iterator[str]:
    for line in part.split("\n"):
        yield re.sub(r"\s*<br\s*/?>\s*$", "", line)
