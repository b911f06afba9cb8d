"""What WordPress does to a text on its way to readers, done here: blocks, shortcodes, paragraphs.

An export holds texts as editors typed them. The classic editor stored no paragraphs (an empty line makes one), and the block
editor keeps in HTML comments what each element is. Blocks that the old site filled itself are taken out and told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from knowledge.importer import shortcodes
from knowledge.importer.shortcodes import Unfolded

COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->|<!--", re.S)
BLOCKS = "<!-- wp:"
EMPTY_BLOCK = re.compile(r"<!--\s*wp:(?P<name>[\w/-]+)\s*(?P<said>\{(?:(?!-->|<!--).)*\})?\s*/-->", re.S)
"""A block without content of its own: WordPress fills it when the page is shown."""

REUSED, DEPTH = "block", 3
"""A block that is kept once and shown in many texts, and how deep such blocks may lie in each other."""

SHOWN_ELSEWHERE = {"footnotes", "more", "nextpage", "spacer", "separator"}
"""Such blocks that no reader misses, and the footnotes, which come from beside the text."""

PRESERVED = re.compile(r"<(?P<name>pre|script|style|textarea)\b.*?(?:</(?P=name)\s*>|\Z)", re.S | re.I)
HOLDERS = "article|aside|blockquote|center|details|div|dl|figure|footer|form|header|main|nav|ol|section|table|tbody|thead|tr|ul"
WORDED = "address|caption|dd|dt|figcaption|h[1-6]|hr|iframe|li|p|summary|td|th"
HOLDER = re.compile(rf"\s*(?P<tag></?(?:{HOLDERS})\b[^<>]*>)\s*", re.I)
OPENED = re.compile(rf"\s*(?P<tag><(?:{WORDED})\b[^<>]*>)", re.I)
CLOSED = re.compile(rf"(?P<tag></(?:{WORDED})\s*>)\s*", re.I)
BLOCK = re.compile(rf"</?(?:{HOLDERS}|{WORDED})\b|\x00", re.I)
WORDY = re.compile(
    r"(?P<open><(?:address|caption|dd|dt|figcaption|h[1-6]|li|p|td|th)\b[^<>]*>)(?P<words>.*)", re.S | re.I
)
TAG = re.compile(r"(<[^<>]*>)")
BREAK = re.compile(r"<br\b", re.I)
BLANKS = re.compile(r"[^\S\n]+")
GAP = re.compile(r" ?\n[ \n]*\n ?")


def unfold(content: str, reused: Mapping[str, str] = MappingProxyType({}), attached: Sequence[str] = ()) -> Unfolded:
    """The HTML that readers of the old site got, as far as it can be told, and what of it is lost.

    `reused` are the blocks that several texts show, by number; `attached` the numbers of pictures uploaded to this text.
    """
    content = content.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    classic, lost = BLOCKS not in content, dict[str, None]()

    def fill(match: re.Match[str]) -> str:
        shown = _filled(match, reused)
        if not shown and match["name"] not in SHOWN_ELSEWHERE:
            lost[f"the block {match['name']} was filled by the old site: it is left out"] = None
        return shown

    for _ in range(DEPTH):
        content = EMPTY_BLOCK.sub(fill, content)
    done = shortcodes.unfold(COMMENT.sub("", content), attached)
    return replace(done, html=paragraphs(done.html, classic), remarks=[*lost, *done.remarks])


def _filled(match: re.Match[str], reused: Mapping[str, str]) -> str:
    """What a block without content shows, where that can be told: a block kept elsewhere, an address, words of a form."""
    try:
        said = json.loads(match["said"] or "{}")
    except json.JSONDecodeError:
        return ""
    if match["name"] == REUSED:
        return reused.get(str(said.get("ref", "")), "")
    data = said.get("data")
    words = [value for name, value in data.items() if name[:1] != "_"] if isinstance(data, dict) else []
    shown = [said.get("url"), *(value for value in words if isinstance(value, str) and " " in value.strip())]
    return "".join(f"\n\n{part}\n\n" for part in shown if isinstance(part, str))


def paragraphs(content: str, classic: bool = True) -> str:
    """The HTML with its empty lines as paragraphs and its line ends as breaks, except where elements say so already.

    Only the classic editor means something by a line end inside an element.
    """
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\n\n\x00{len(kept) - 1}\x00\n\n"

    content = GAP.sub("\n\n", BLANKS.sub(" ", PRESERVED.sub(keep, content)))
    content = HOLDER.sub("\n\n\\g<tag>\n\n", content)
    content = CLOSED.sub("\\g<tag>\n\n", OPENED.sub("\n\n\\g<tag>", content))
    whole = "\n".join(_paragraph(part, classic) for part in GAP.split(content.strip()) if part)
    return re.sub(r"\x00(\d+)\x00", lambda match: kept[int(match[1])], whole)


def _paragraph(part: str, classic: bool) -> str:
    if not BLOCK.match(part):
        return f"<p>{'<br>'.join(_lines(part))}</p>"
    worded = WORDY.fullmatch(part) if classic else None
    return worded["open"] + "".join(_broken(worded["words"].strip())) if worded else part


def _lines(part: str) -> Iterator[str]:
    for line in part.split("\n"):
        yield re.sub(r"\s*<br\s*/?>\s*$", "", line)


def _broken(words: str) -> Iterator[str]:
    """The words with a break for every line end outside tags, and none where one is written already."""
    before = ""
    for piece in TAG.split(words):
        written = BREAK.match(before) is not None
        yield piece if piece[:1] == "<" else re.sub(r" ?\n ?", "<br>", piece.lstrip() if written else piece)
        before = piece or before
