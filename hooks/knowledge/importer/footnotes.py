"""Footnotes of an old text, wherever it kept them, as those of Markdown: `[^1]` where the mark stood, the words at the end.

The block editor keeps them beside the text. Word, Google Docs, LibreOffice and most plug-ins write a link at the mark and a
paragraph further down that links back to it: that is how they are known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from lxml.html import HtmlElement, builder

from knowledge import markup
from knowledge.importer import disguise
from knowledge.importer.reduction import BLOCKS, CAPTION

MARK = re.compile(r"\W*(?P<core>\d{1,3}|[ivxlc]{1,6}|[a-z]|\*{1,3})\W*", re.I)
"""All that stands at a mark: a number, a letter or asterisks, in brackets or not."""

LONGEST = 2000
"""Characters of a footnote; what is longer is a part of the text that a link leads to."""

HOLDERS = {"p", "li", "dd", "div", "td", "aside"}
"""Elements that hold a footnote."""

Named = Mapping[str, HtmlElement]
"""Elements by what a link calls them."""


def gather(root: HtmlElement, kept: Sequence[tuple[str, str]]) -> None:
    """Exchanges every mark for Markdown's, and moves the words of all footnotes to the end of the text.

    `kept` are those that lie beside the text: what the text calls each, and its HTML.
    """
    found: dict[str, HtmlElement] = {}
    beside = {name: markup.parse(words) for name, words in kept if words.strip()}
    named = {name: element for element in root.iter() for key in ("id", "name") if (name := element.get(key))}
    for mark, name, note in list(_marks(root, named, beside)):
        place = [*found, name].index(name) + 1
        found.setdefault(name, note)
        _exchange(mark, f"[^{place}]")
    notes = [_taken(note) for note in found.values()]
    if notes:
        _drop_last_line(root)
    for place, note in enumerate(notes, 1):
        note.text = disguise.raw(f"[^{place}]: ") + (note.text or "").lstrip()
        root.append(note)


def _marks(root: HtmlElement, named: Named, beside: Named) -> Iterator[tuple[HtmlElement, str, HtmlElement]]:
    """Every mark in the order of the text: its element, what it calls its footnote, and the footnote."""
    notes: dict[HtmlElement, str] = {}
    for element in root.iter("sup", "a"):
        if (name := element.get("data-fn", "")) in beside and element.tag == "sup":
            yield element, name, beside[name]
            continue
        note = None if any(holder in notes for holder in element.iterancestors()) else _note(element, named, notes)
        if note is not None:
            notes.setdefault(note, element.get("href", ""))
            yield element, notes[note], note


def _note(link: HtmlElement, named: Named, known: Collection[HtmlElement]) -> HtmlElement | None:
    """The footnote that a link leads to; None when it is a link like any other."""
    target = named.get(link.get("href", "").removeprefix("#")) if link.get("href", "").startswith("#") else None
    mark = MARK.fullmatch(link.text_content())
    if target is None or not mark:
        return None
    note = next((element for element in (target, *target.iterancestors()) if element.tag in HOLDERS), None)
    if note is None or note in link.iterancestors() or note.getparent() is None or not _is_short(note):
        return None
    back = {f"#{name}" for name in _names(link)} & {other.get("href", "") for other in note.iter("a")}
    numbered = re.match(rf"\W*{re.escape(mark['core'])}\b", note.text_content())
    return note if back or numbered or note in known else None


def _is_short(note: HtmlElement) -> bool:
    return len(note.text_content()) <= LONGEST and next(note.iter("h1", "h2", "h3", "h4", "table", "img"), None) is None


def _names(link: HtmlElement) -> set[str]:
    """What a link back may call the mark: the link itself, what it stands in, and an empty anchor before it."""
    around = [link, *link.iterdescendants()]
    if (before := link.getprevious()) is not None and before.tag == "a" and not before.text_content():
        around.append(before)
    for element in link.iterancestors():
        if element.tag in HOLDERS:
            break
        around.append(element)
    return {name for element in around for key in ("id", "name") if (name := element.get(key))}


def _exchange(mark: HtmlElement, written: str) -> None:
    """Puts Markdown's mark where a mark stood; raised letters and brackets around it go."""
    parent = mark.getparent()
    if parent is not None and parent.tag == "sup" and MARK.fullmatch(parent.text_content()):
        mark = parent
    new = builder.E.span(disguise.raw(written))
    mark.addprevious(new)
    new.tail, mark.tail = mark.tail, None
    mark.drop_tree()
    before, tail = new.getprevious(), new.tail or ""
    owner, place = (before, "tail") if before is not None else (new.getparent(), "text")
    said = getattr(owner, place) or ""
    if said.endswith("[") and tail.startswith("]"):
        new.tail = tail[1:]
        setattr(owner, place, said[:-1])


def _taken(note: HtmlElement) -> HtmlElement:
    """The words of a footnote as a paragraph of their own, without its mark and its links back; taken out of the text."""
    for link in list(note.iter("a")):
        if link.get("href", "").startswith("#") or not (link.get("href") or link.text_content()):
            link.drop_tree()
    for part in list(note.iterdescendants(*BLOCKS, "div", "section")):
        part.tail = f" {part.tail or ''}"
        part.drop_tag()
    paragraph = builder.P(note.text or "", *note)
    paragraph.set("class", CAPTION)
    if note.getparent() is not None:
        note.drop_tree()
    _unmark(paragraph)
    return paragraph


def _unmark(paragraph: HtmlElement) -> None:
    """Takes off what is left of the mark at the beginning: `[]`, `1.`, a raised number."""
    first = next(iter(paragraph), None)
    alone = first is not None and first.tag == "sup" and not (paragraph.text or "").strip()
    if first is not None and alone and (MARK.fullmatch(first.text_content()) or not first.text_content().strip()):
        first.drop_tree()
    paragraph.text = re.sub(
        r"^\s*(?:\[\s*(?:\d{1,3}\s*)?\]|\(\d{1,3}\)|\d{1,3}[.):]|\^|↑)?\s*", "", paragraph.text or ""
    )


def _drop_last_line(root: HtmlElement) -> None:
    """A line that footnotes stood below separates nothing any more."""
    for line in list(root.iter("hr")):
        if not "".join(line.xpath("following::text()")).strip() and not line.xpath("following::img"):
            line.drop_tree()
