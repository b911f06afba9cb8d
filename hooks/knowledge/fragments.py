"""From the HTML that Markdown makes to the HTML a page may show: safe, linked, set and isolated, in this order.

Sanitising comes first, so that nothing a contributor wrote is trusted and everything the later steps add survives.
"""

from __future__ import annotations

from collections.abc import Callable
from posixpath import join, normpath
from urllib.parse import urlsplit

from lxml.html import HtmlElement, builder

from knowledge import bidi, contacts, markup, pictures, safety, typography
from knowledge.languages import Language, Languages

Translate = Callable[[str], str]
Find = Callable[[str], pictures.Picture | None]


def finish(
    fragment: str, text: Language, reader: Language, url: str, languages: Languages, translate: Translate, find: Find
) -> str:
    """The body of a page at `url`, written in `text`'s language and shown to readers of `reader`'s.

    `translate` gives the chrome's words in the reader's language, `find` the picture that an address on the page leads to.
    """
    root = markup.parse(safety.clean(fragment))
    contacts.link(root)
    typography.apply(root, text.code)
    if text.direction == "rtl":
        bidi.isolate(root)
    for anchor in list(root.iter("a")):
        _mark(anchor, url, reader, languages)
    pictures.show(root, url, find)
    _fit(root, translate)
    return markup.serialise(root)


def _mark(anchor: HtmlElement, url: str, reader: Language, languages: Languages) -> None:
    """A link that leaves the reader's language says so, to eyes and to machines."""
    target = language_at(anchor.get("href", ""), url, languages)
    if target and target != reader:
        anchor.set("hreflang", target.code)
        label = builder.E.span(f"({reader.name_of(target)})", lang=reader.code, dir=reader.direction)
        label.set("class", "foreign")
        label.tail, anchor.tail = anchor.tail, "\u00a0"
        anchor.addnext(label)


def language_at(href: str, url: str, languages: Languages) -> Language | None:
    """The language of the page that a relative link on the page at `url` leads to; None when it leads elsewhere."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path.endswith("/"):
        return None
    path = normpath(join("/", url, parts.path)).lstrip("/") + "/"
    return next((other for other in languages.all if other.root and path.startswith(other.root)), languages.default)


def _fit(root: HtmlElement, translate: Translate) -> None:
    """Wide tables and code scroll inside themselves, reachable by keyboard; footnotes lead back with a name."""
    for table in list(root.iter("table")):
        box = builder.E.div(tabindex="0")
        box.set("class", "scroll")
        table.addprevious(box)
        box.append(table)
        box.tail, table.tail = table.tail, None
    for code in root.iter("pre"):
        code.set("tabindex", "0")
    for back in root.iter("a"):
        if back.get("class") == "footnote-backref":
            back.set("aria-label", translate("Back to the text"))
            back.attrib.pop("title", None)
