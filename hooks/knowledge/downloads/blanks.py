"""Form fields as they stand on paper: ruled lines to write on and empty boxes to tick.

On the page they are inputs that a browser fills; here nothing is typed, so every kind of input becomes one of three shapes.
"""

from __future__ import annotations

from lxml.html import HtmlElement, builder

TICKED = {"radio", "checkbox"}
UNSEEN = {"hidden", "submit", "reset", "button", "image"}
ROWS = 2
"""Lines of a box to write in that does not say how many it has."""

GAP = "\u00a0\u00a0\u00a0 "
"""Between an option and the next one's box."""


def draw(root: HtmlElement) -> None:
    """Every form field of a text becomes `span.box`, `span.rule` (the rest of a line) or `div.blank` (whole lines)."""
    for field in list(root.iter("input", "textarea", "select", "button", "datalist", "output")):
        _replace(field, _drawn(field))
    for label in root.iter("label"):
        label.tag = "span"
        label.attrib.pop("for", None)
        if label.find("span[@class='box']") is not None:
            label.set("class", "option")
            label.tail = GAP + (label.tail or "").lstrip()
    for child in root.xpath(".//*[contains(concat(' ', @class, ' '), ' answer ')]/*"):
        if child.tag in ("span", "small") and not child.tail and child.getnext() is not None:
            child.tail = " "
    for holder in root.iter("span"):
        if holder.find(".//div") is not None:
            holder.tag = "div"


def _replace(field: HtmlElement, drawn: list[HtmlElement]) -> None:
    """Puts what is drawn in the place of a field; words behind it stay."""
    if drawn:
        behind, words = drawn[-1].tail or "", field.tail or ""
        drawn[-1].tail = behind + (words.lstrip() if behind else words)
        field.tail = None
    for element in drawn:
        field.addprevious(element)
    field.drop_tree()


def _drawn(field: HtmlElement) -> list[HtmlElement]:
    """What is drawn in place of a field; nothing for one that nobody fills in."""
    kind = field.get("type", "text").lower()
    if field.tag == "select":
        return [_option(" ".join(option.text_content().split())) for option in field.iter("option")]
    if field.tag == "textarea":
        rows = field.get("rows", "")
        return [_lines(int(rows) if rows.isdecimal() and int(rows) else ROWS)]
    if field.tag != "input" or kind in UNSEEN:
        return []
    return [_box() if kind in TICKED else _lines(1)]


def _box() -> HtmlElement:
    box = builder.E.span({"class": "box"})
    box.tail = "\u00a0"
    return box


def _option(words: str) -> HtmlElement:
    option = builder.E.span({"class": "option"}, _box())
    option[0].tail = f"\u00a0{words}"
    option.tail = GAP
    return option


def _lines(count: int) -> HtmlElement:
    if count == 1:
        return builder.E.span({"class": "rule"})
    return builder.E.div({"class": "blank", "data-ruled": str(count)})
