"""What opens on request lies open on paper: tabs one below the other, notes that unfold, boxes that scroll.

All of them become `div.panel`, with their name in `div.panel-title`.
"""

from __future__ import annotations

from lxml.html import HtmlElement, builder

from knowledge import markup


def open_all(root: HtmlElement) -> None:
    """What opens on request lies open; what scrolls does not."""
    for tabs in list(root.iter("div")):
        if "tabbed-set" in markup.classes(tabs):
            _spread(tabs)
    for box in list(root.iter("div", "details", "aside")):
        if box.tag in ("details", "aside") or {"admonition", "stale", "notice"} & markup.classes(box):
            _panel(box)
        elif "scroll" in markup.classes(box):
            box.drop_tag()


def _spread(tabs: HtmlElement) -> None:
    """Tabs one below the other, each under its name."""
    names = [label.text_content() for label in tabs.iter("label")]
    blocks = [block for block in tabs.iter("div") if "tabbed-block" in markup.classes(block) and _owner(block) is tabs]
    for name, block in zip(names, blocks, strict=False):
        block.set("class", "panel")
        block.insert(0, _title(builder.E.p(name)))
        block.text = None
        tabs.addprevious(block)
    tabs.drop_tree()


def _owner(block: HtmlElement) -> HtmlElement | None:
    return next((above for above in block.iterancestors("div") if "tabbed-set" in markup.classes(above)), None)


def _title(words: HtmlElement) -> HtmlElement:
    """The title of a panel; Pandoc keeps the class of a `div`, not of a paragraph."""
    return builder.E.div(words, {"class": "panel-title"})


def _panel(box: HtmlElement) -> None:
    title = next(
        (child for child in box if child.tag == "summary" or "admonition-title" in markup.classes(child)), None
    )
    if title is not None:
        title.tag, title.tail = "p", None
        title.attrib.clear()
        box.insert(0, _title(title))
    box.tag = "div"
    box.set("class", "panel")
