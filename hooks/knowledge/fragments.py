"""From the clean HTML of a text to the HTML a page shows: led, linked, set and isolated, in this order.

Sanitising came first (`bodies`), so that nothing a contributor wrote is trusted and everything these steps add survives.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit, urlunsplit

from lxml.html import HtmlElement, builder

from knowledge import bidi, contacts, hosts, markup, pictures, typography
from knowledge.languages import Language, Languages

Translate = Callable[[str], str]
Find = Callable[[str], pictures.Picture | None]
Lead = Callable[[str], str | None]


RIGHT_TO_LEFT = ".//*[@dir='rtl'][not(ancestor::*[@dir='rtl'])]"
"""Parts of a text that run from right to left inside one that does not."""


@dataclass(frozen=True)
class Setting:
    """Where a text is shown, and to whom."""

    text: Language
    """The language it is written in."""

    reader: Language
    """The language of what stands around it."""

    url: str
    """The page it stands on, from the root of the site."""

    languages: Languages
    translate: Translate
    """The chrome's words in the language of the text: labels inside it are read aloud in that language."""

    lead: Lead
    """Where a path, written from the folder of the text, leads from this page; None when nothing is there any more."""

    find: Find
    """The picture that an address on this page leads to."""


def finish(fragment: str, setting: Setting) -> HtmlElement:
    """The clean HTML of a text as it stands on a page: the children of the element returned."""
    root = markup.parse(fragment)
    _lead(root, setting.lead)
    _trust(root)
    contacts.link(root)
    typography.apply(root, setting.text.code)
    for part in [root] if setting.text.direction == "rtl" else root.xpath(RIGHT_TO_LEFT):
        bidi.isolate(part)
    for anchor in list(root.iter("a")):
        _mark(anchor, setting.url, setting.reader, setting.languages)
    pictures.show(root, setting.url, setting.find)
    _fit(root, setting.translate)
    return root


def contents(root: HtmlElement) -> list[tuple[str, str]]:
    """The headings that a list of contents shows: id and words."""
    return [(heading.get("id", ""), heading.text_content()) for heading in root.iter("h2")]


def _lead(root: HtmlElement, lead: Lead) -> None:
    """Paths of files become addresses; where nothing is left to lead to, the words stay and the link goes."""
    for element in root.iter("a", "img"):
        name = "href" if element.tag == "a" else "src"
        parts = urlsplit(element.get(name, ""))
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            continue
        if found := lead(unquote(parts.path)):
            element.set(name, urlunsplit(("", "", found, parts.query, parts.fragment)))
        elif element.tag == "a":
            del element.attrib["href"]


def _trust(root: HtmlElement) -> None:
    """A link whose words are another address than its own leads nowhere, and no other host learns where a reader was."""
    for anchor in root.iter("a"):
        href = anchor.get("href", "")
        if hosts.misleading(anchor.text_content(), href):
            del anchor.attrib["href"]
        elif href.startswith(("http://", "https://")):
            anchor.set("rel", "noreferrer")


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
