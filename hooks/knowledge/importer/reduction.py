"""An HTML tree brought down to what Markdown can say; what is lost on the way is told.

Page builders wrap words in dozens of elements, editors choose headings by their size: neither means anything here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, builder

from knowledge.importer import disguise
from knowledge.importer.references import ALONE

HTML_ONLY = ("sup", "sub", "s", "del")
"""What Markdown has no signs for and a page may carry."""

INLINE = {"a", "b", "br", "code", "em", "i", "img", "strong", *HTML_ONLY}
BLOCKS = set("blockquote hr li ol p pre table tbody td tfoot th thead tr ul".split())
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
WRAPPERS = (
    "address article aside caption center dd details div dl dt fieldset figcaption figure footer header main nav section summary"
).split()
"""Elements that hold others; one that holds only words is a paragraph."""

SAYING = ("p", "li", "ul", "ol", "blockquote", "a", "b", "strong", "i", "em", *HTML_ONLY)
"""Elements that mean nothing without words."""

LOST = (
    "applet",
    "button",
    "canvas",
    "form",
    "input",
    "noscript",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
)
UNTOLD = {"noscript", "style"}
"""What nobody misses of it."""

LINE = re.compile(r"\s*(?:[*•·~_=#—–-]\s*){3,}")
"""A line between two parts, drawn with signs."""

LETTERED = re.compile(r"list-style(?:-type)?\s*:[^;]*(?:alpha|latin|roman)", re.I)
CAPTION = "caption"
"""The class of a paragraph that was a caption."""

MEANT = {"alt", "href", "src", "start"}
"""Attributes that Markdown can say."""


def lose(root: HtmlElement) -> Iterator[str]:
    """Takes out what no page may carry."""
    for element in list(root.iter(*LOST)):
        if root in element.iterancestors():
            address = element.get("src", "").strip()
            element.drop_tree()
            if element.tag not in UNTOLD:
                yield f"<{element.tag!s}> is left out{address and f': {address[:200]}'}"


def counted(root: HtmlElement) -> Iterator[str]:
    """Lists that Markdown counts in another way."""
    for element in root.iter("ol"):
        if element.get("type", "1") != "1" or LETTERED.search(element.get("style", "")):
            yield "a list that was counted with letters has numbers now: compare what the text says about (a) or (i)"


def tables(root: HtmlElement) -> Iterator[str]:
    """Tables that only place things on the page become what they hold; cells that Markdown cannot draw are told."""
    for table in list(root.iter("table")):
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        if next(table.iterdescendants("table"), None) is not None or len(rows) < 2 or max(map(len, rows)) < 2:
            _flatten(table)
            continue
        for caption in list(table.iter("caption")):
            table.addprevious(builder.E.p(caption.text_content()))
            caption.drop_tree()
        if any(cell.get(span, "1") != "1" for row in rows for cell in row for span in ("colspan", "rowspan")):
            yield "a table has cells that span others: compare it with the old page"
        elif not any(cell.tag == "th" for cell in rows[0]):
            yield "a table has no heads: its first row stands for them"
        for cell in (cell for row in rows for cell in row):
            _in_one_line(cell)


def _flatten(table: HtmlElement) -> None:
    for part in list(table.iterdescendants("tr", "tbody", "thead", "tfoot")):
        if next(part.iterancestors("table")) is table:
            part.drop_tag()
    for part in list(table):
        part.tag = "div"
    table.drop_tag()


def _in_one_line(cell: HtmlElement) -> None:
    """A cell of a Markdown table is one line."""
    for part in list(cell.iterdescendants()):
        if part.tag not in INLINE or part.tag == "br":
            part.text, part.tail = f" {part.text or ''}", f" {part.tail or ''}"
            part.drop_tag()


def simplify(root: HtmlElement) -> None:
    """Leaves only elements that mean something, each where Markdown can have it."""
    for element in list(root.iterdescendants(*WRAPPERS)):
        _unwrap(element)
    for element in root.iterdescendants("p"):
        if LINE.fullmatch(element.text_content()) and next(element.iter("img"), None) is None:
            tail, element.tag = element.tail, "hr"
            element.clear()
            element.tail = tail
    meaningless = {str(element.tag) for element in root.iterdescendants()} - INLINE - BLOCKS - {*HEADINGS}
    etree.strip_tags(root, *meaningless)
    for element in list(root.iterdescendants()):
        _place(element)
    for element in reversed(list(root.iterdescendants(*SAYING))):
        if not element.text_content().strip() and next(element.iter("img", "hr", "pre", "table"), None) is None:
            element.text = None
            element.drop_tag()
    for line_end in root.iter("br"):
        line_end.tail = f" {(line_end.tail or '').lstrip()}"
    for image in list(root.iter("img")):
        _stand_alone(image)


def _stand_alone(image: HtmlElement) -> None:
    """A picture that a paragraph begins with stands above it: it was set beside the words, not among them."""
    parent = image.getparent()
    if parent is None or parent.tag != "p" or (parent.text or "").strip() or image.getprevious() is not None:
        return
    if (image.tail or "").strip() or image.getnext() is not None:
        alone = builder.P()
        parent.addprevious(alone)
        parent.text, image.tail = image.tail, None
        alone.append(image)


def apart(root: HtmlElement) -> None:
    """A comment between lists, or quotations, that follow each other: Python-Markdown would make one of them."""
    for element in list(root.iter("ul", "ol", "blockquote")):
        before = element.getprevious()
        kinds = {"blockquote"} if element.tag == "blockquote" else {"ul", "ol"}
        if before is not None and before.tag in kinds and not (before.tail or "").strip():
            element.addprevious(builder.P(disguise.raw("<!-- -->")))


def opening(root: HtmlElement) -> str:
    """The words before the first heading, as one line, for a summary; captions and bare addresses are none."""
    said: list[str] = []
    for element in root.iter("p", *HEADINGS):
        if element.tag in HEADINGS and said:
            break
        words = " ".join(element.text_content().split())
        if element.tag == "p" and element.get("class") != CAPTION and words and not ALONE.fullmatch(words):
            said.append(words)
    return " ".join(said)


def strip(root: HtmlElement) -> None:
    """Leaves only attributes that Markdown can say."""
    for element in root.iterdescendants():
        for name in set(element.attrib) - MEANT:
            del element.attrib[name]


def _unwrap(element: HtmlElement) -> None:
    inside = {part.tag for part in element.iterdescendants()}
    if inside & (BLOCKS | {*HEADINGS, *WRAPPERS}):
        element.drop_tag()
    else:
        element.set("class", CAPTION if element.tag == "figcaption" else "")
        element.tag = "p"


def _place(element: HtmlElement) -> None:
    """Elements for words hold no blocks, and a list no headings or quotations: Python-Markdown would lose its place."""
    in_list = next(element.iterancestors("li"), None) is not None
    if element.tag in HEADINGS and (in_list or next(element.iterancestors("blockquote"), None) is not None):
        element.tag = "p"
        _embolden(element)
    elif element.tag in ("a", *HEADINGS):
        for part in list(element.iterdescendants(*BLOCKS, *HEADINGS, "br")):
            part.tail = f" {part.tail or ''}"
            part.drop_tag()
    elif element.tag == "blockquote":
        if in_list:
            element.drop_tag()
    elif element.tag in INLINE | {"p"} and next(element.iterdescendants(*BLOCKS, *HEADINGS), None) is not None:
        element.drop_tag()


def _embolden(element: HtmlElement) -> None:
    strong = builder.E.strong(element.text or "", *element)
    element.text = None
    element.append(strong)


def headings(root: HtmlElement) -> None:
    """The headings from the second level on, none skipped: the same steps give the same levels in every language."""
    for heading in list(root.iter(*HEADINGS)):
        if not heading.text_content().strip():
            heading.text, heading.tag = None, "p"
    above: list[int] = []
    for heading in root.iter(*HEADINGS):
        for strong in list(heading.iterdescendants("strong", "b")):
            if strong.text_content().strip() == heading.text_content().strip():
                strong.drop_tag()
        level = int(str(heading.tag)[1])
        above = [*(higher for higher in above if higher < level), level]
        heading.tag = f"h{min(len(above) + 1, 6)}"
