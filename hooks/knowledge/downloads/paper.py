"""From the HTML of a finished page to HTML that can be printed: nothing to click, open, scroll or fill in by hand of a browser.

All formats start from it. It has few classes, each said here or in `blanks`: `clause` with its `number`, `panel` with its
`panel-title`, `island` for what runs against the text; footnotes bear the roles of DPUB-ARIA, which Pandoc reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from lxml.html import HtmlElement, builder

from knowledge import markup
from knowledge.downloads import blanks, columns, destinations, panels
from knowledge.downloads.destinations import HEADINGS
from knowledge.downloads.plates import Plate, plate
from knowledge.downloads.printables import Printable
from knowledge.fields import Unfit

LONG = (5, 40)
"""From so many sections and blocks on, a text has a list of its contents: much the same in every language."""

GONE = ("script", "style", "template", "svg", "noscript", "wbr")
KEPT = {"id", "class", "lang", "dir", "role", "href", "hreflang", "src", "alt", "width"} | {
    *("colspan", "rowspan", "scope", "start", "type", "title", "data-clause", "data-depth", "data-ruled"),
}
"""Attributes that mean something in a file."""

INCH = 96
"""Pixels of the web to an inch."""


@dataclass(frozen=True)
class Paper:
    """The body of a text, ready for print."""

    html: str
    plates: tuple[Plate, ...] = field(repr=False)
    """The pictures it names in `src`."""

    sections: tuple[tuple[str, str], ...]
    """The id and the words of each section that has a heading."""

    long: bool
    """Whether readers want a list of contents."""

    numbered: bool
    """Whether every section has a number."""


def paper(printable: Printable) -> Paper:
    """The body of a text as it is printed; raises Unfit when a picture is not to be had."""
    root = markup.parse(printable.html)
    for element in list(root.iter(*GONE)):
        element.drop_tree()
    panels.open_all(root)
    blanks.draw(root)
    _number(root)
    _note(root)
    _level(root)
    for element in root.iter():
        _strip(element)
    columns.fit(root)
    _isolate(root, printable.language.direction)
    plates = _picture(root, printable.find)
    destinations.lead(root, printable.page or printable.address)
    sections = tuple((heading.get("id", ""), _words(heading)) for heading in root.iter("h2"))
    blocks = sum(1 for _ in root.iter("p", "li", "tr"))
    long = len(sections) >= LONG[0] and blocks >= LONG[1]
    numbered = all(heading.find("span[@class='number']") is not None for heading in root.iter("h2"))
    return Paper(markup.serialise(root), plates, sections, long, numbered)


def _words(heading: HtmlElement) -> str:
    """The words of a heading, and its number before them."""
    number = heading.findtext("span[@class='number']") or ""
    return " ".join([number, *heading.text_content().removeprefix(number).split()]).strip()


def _strip(element: HtmlElement) -> None:
    """What only scripts, styles and screen readers of the page need does not go into a file."""
    for name in set(element.attrib) - KEPT:
        del element.attrib[name]
    if not element.get("role", "doc-").startswith("doc-"):
        del element.attrib["role"]


def _number(root: HtmlElement) -> None:
    """Clauses keep their id and their number, which is no link any more; the section of a heading is its heading."""
    for link in list(root.iter("a")):
        if "number" in markup.classes(link):
            depth = _depth(link)
            link.attrib.clear()
            link.tag, link.tail = "span", (link.tail or "").lstrip()
            link.attrib.update({"class": "number", "data-depth": str(depth)})
    for section in list(root.iter("section")):
        number = section.get("data-clause", "")
        if number and len(section) and section[0].tag in HEADINGS:
            section[0].set("id", section.get("id", ""))
            section.drop_tag()
        elif number:
            section.tag = "div"
            section.set("class", "clause")
            section.set("data-depth", str(_level_of(number)))
        else:
            section.tag = "div"


def _depth(number: HtmlElement) -> int:
    """How deep the clause of a number lies: 0 for a heading, 1 for a clause, 2 for what is below one."""
    section = next(number.iterancestors("section"), None)
    heads = any(above.tag in HEADINGS for above in number.iterancestors())
    return 0 if heads or section is None else _level_of(section.get("data-clause", ""))


def _level_of(number: str) -> int:
    return 2 if " " in number or number.count(".") > 1 else 1


def _note(root: HtmlElement) -> None:
    """Footnotes say what they are; what leads back to the text goes."""
    for link in list(root.iter("a")):
        if "footnote-backref" in markup.classes(link):
            link.drop_tree()
        elif "footnote-ref" in markup.classes(link):
            link.set("role", "doc-noteref")
            if (above := link.getparent()) is not None and above.tag == "sup":
                above.drop_tag()
    for notes in list(root.iter("div")):
        if {"footnote", "footnotes"} & markup.classes(notes):
            notes.tag = "section"
            notes.set("role", "doc-endnotes")
            for note in notes.iter("li"):
                note.set("role", "doc-endnote")


def _level(root: HtmlElement) -> None:
    """Headings begin at the first level and leave none out, as PDF/UA wants them."""
    level = 0
    for heading in root.iter(*HEADINGS):
        level = min(HEADINGS.index(str(heading.tag)) + 1, level + 1)
        heading.tag = HEADINGS[level - 1]


def _isolate(root: HtmlElement, direction: str) -> None:
    """What runs against the text is an island; everything else runs with it, and says nothing of direction."""
    for element in list(markup.elements(root)):
        own = element.attrib.pop("dir", "")
        if element.tag in markup.LITERAL or element is root:
            continue
        if own in ("ltr", "rtl") and own != direction:
            element.set("dir", own)
            if element.tag in ("bdi", "span", "bdo", "q", "em", "strong", "cite", "i", "b"):
                element.tag = "span"
                element.set("class", "island")
            elif element.tag in ("p", "ul", "ol", "blockquote", "table", *HEADINGS):
                _turn(element, own)
        elif element.tag in ("bdi", "bdo"):
            element.tag = "span"


def _turn(element: HtmlElement, direction: str) -> None:
    """A block that runs against the text says so around it; Pandoc drops what a paragraph says."""
    turned = builder.E.div({"class": "turned", "dir": direction})
    element.attrib.pop("dir")
    element.addprevious(turned)
    turned.append(element)
    turned.tail, element.tail = element.tail, None


def _picture(root: HtmlElement, find: Callable[[str], Path | None]) -> tuple[Plate, ...]:
    plates: dict[str, Plate] = {}
    for image in list(root.iter("img")):
        address = image.get("src", "")
        if address not in plates:
            plates[address] = _plate(address, f"plate-{len(plates) + 1}", find)
        width = image.get("width", "")
        said = {"src": plates[address].name, "alt": image.get("alt", "")}
        image.attrib.clear()
        image.attrib.update(said | ({"width": f"{int(width) / INCH:.2f}in"} if width.isdecimal() else {}))
    return tuple(plates.values())


def _plate(address: str, stem: str, find: Callable[[str], Path | None]) -> Plate:
    path = find(address)
    if path is None or not path.is_file():
        raise Unfit(f"the picture {address} is not there", "put it beside the page, or take it out of the text")
    return plate(stem, path.read_bytes())
