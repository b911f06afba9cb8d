"""Lists that were written as paragraphs with a bullet in front of each, by Word or by hand, become lists.

A screen reader then says how many points there are, and a narrow screen indents them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from lxml.html import HtmlElement, builder

BULLET = re.compile(r"\s*[•▪▫‣◦●○■□►➢➤✓✔·]\s*")
WORD = re.compile(r"\s*(?:[•▪▫‣◦●○■□►➢➤✓✔·§–—-]|o(?=\s)|(?P<number>\d{1,3}|[a-z])[.)])?\s*")
"""What Word puts in front of a point; some of its signs have no letter of their own and are gone by now."""

BLANK = re.compile(r"\s*")
LISTED = "MsoListParagraph"


def lists(root: HtmlElement) -> None:
    """Makes lists of points that follow each other."""
    for paragraph in list(root.iter("p")):
        _divide(paragraph)
    holders = dict.fromkeys(paragraph.getparent() for paragraph in root.iter("p"))
    for holder in holders:
        for kind, run in groupby(list(holder) if holder is not None else [], _kind):
            points = list(run)
            if kind and (len(points) > 1 or LISTED in points[0].get("class", "")):
                _join(points, kind)


def _kind(element: HtmlElement) -> str:
    """`ul` or `ol` for a paragraph that is a point of a list, `""` for everything else."""
    if element.tag != "p":
        return ""
    said = element.text_content()
    if LISTED in element.get("class", ""):
        mark = WORD.match(said)
        marked = "mso-list" in element.get("style", "") or said[:1].isspace() or (mark and mark[0].strip())
        return ("ol" if mark and mark["number"] else "ul") if marked else ""
    mark = BULLET.match(said)
    return "ul" if mark and len(said) > mark.end() else ""


def _divide(paragraph: HtmlElement) -> None:
    """Points on lines of one paragraph become paragraphs of their own; other lines stay together."""
    ends = [paragraph.text, *(line_end.tail for line_end in paragraph.iterchildren("br"))]
    if sum(BULLET.match(words or "") is not None for words in ends) < 2:
        return
    for point, group in groupby(list(_lines(paragraph)), _is_point):
        for line in group if point else [_together(group)]:
            paragraph.addprevious(builder.P(*line))
    paragraph.drop_tree()


def _is_point(line: list[str | HtmlElement]) -> bool:
    said = "".join(part if isinstance(part, str) else str(part.text_content()) for part in line)
    return BULLET.match(said) is not None


def _lines(paragraph: HtmlElement) -> Iterator[list[str | HtmlElement]]:
    """The words and elements of each line, taken out of the paragraph."""
    line: list[str | HtmlElement] = [paragraph.text or ""]
    for child in list(paragraph):
        tail, child.tail = child.tail or "", None
        if child.tag == "br":
            yield line
            line = [tail]
        else:
            line += [child, tail]
    yield line


def _together(lines: Iterator[list[str | HtmlElement]]) -> list[str | HtmlElement]:
    joined: list[str | HtmlElement] = []
    for line in lines:
        joined += [*([builder.BR()] if joined else []), *line]
    return joined


def _join(points: list[HtmlElement], kind: str) -> None:
    whole = builder.E(kind)
    points[0].addprevious(whole)
    whole.tail = "".join(point.tail or "" for point in points)
    for point in points:
        _unmark(point)
        point.tail, point.tag = None, "li"
        whole.append(point)


def _unmark(point: HtmlElement) -> None:
    """Takes the bullet off: the first words of the point, however deep they stand."""
    pattern = WORD if LISTED in point.get("class", "") else BULLET
    for words in point.xpath(".//text()"):
        left = pattern.sub("", words, count=1)
        setattr(words.getparent(), "tail" if words.is_tail else "text", left)
        if left:
            return
        pattern = BLANK if words.strip() else pattern
