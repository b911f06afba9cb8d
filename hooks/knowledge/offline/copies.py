"""A page of the finished site as it is carried: its links name files, and what needs a server is taken out.

Browsers open a page from a disk by the name of its file, fetch nothing from there, and import no modules; what was only for
search engines and feeds is of no use there.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import join, normpath, relpath
from urllib.parse import quote, unquote, urlsplit

from lxml import etree, html
from lxml.html import HtmlElement, builder

PAGE = "index.html"

SPARE = "|".join(
    (
        "//link[@rel='alternate' or @rel='preload']",
        "//script[@type='application/ld+json']",
        "//meta[@property or starts-with(@name, 'twitter:') or @name='robots' or @http-equiv='onion-location']",
        "//form[contains(concat(' ', @class, ' '), ' facets ')]",
    )
)
"""What only the web needs, or only a script that fetches."""

FETCHED = ("data-more", "data-index", "data-sums")
"""Attributes that name what scripts fetch: without them the plain pages do."""

NAMED = ("href", "src", "action", "data-search")
"""Attributes that hold an address."""

STAYING = {".zip", ".xml"}
"""Endings of files that are not carried: archives of what is carried anyway, and feeds."""


@dataclass(frozen=True)
class Journey:
    """What is carried, and where the rest stays."""

    pages: Collection[str]
    """The addresses of the pages that are carried, from the root of the site (`ar/policies/`)."""

    files: Collection[str]
    """Those of all other files of the site."""

    web: str
    """The address of the site, ending in a slash; `""` when it has none."""


def parsed(page: str) -> HtmlElement:
    """A page as a tree."""
    return html.document_fromstring(page)


def written(root: HtmlElement) -> str:
    """A page as HTML."""
    return "<!doctype html>\n" + str(html.tostring(root, encoding="unicode"))


def carry(root: HtmlElement, url: str, journey: Journey) -> set[str]:
    """Makes the page at `url` readable without a server; returns the other files it needs, from the root of the site."""
    for spare in root.xpath(SPARE):
        spare.drop_tree()
    needed: set[str] = set()
    for element in root.iter(etree.Element):
        for name in FETCHED:
            element.attrib.pop(name, None)
        if sources := element.attrib.pop("srcset", ""):
            element.attrib.pop("sizes", None)
            element.set("src", _narrowest(sources))
        for name in NAMED:
            if name in element.attrib:
                needed |= _lead(element, name, url, journey)
    return needed & set(journey.files)


def _lead(element: HtmlElement, name: str, url: str, journey: Journey) -> set[str]:
    """Makes one address lead somewhere; returns the file it needs, if any."""
    address = element.get(name, "")
    if _stands(element, address):
        return set()
    target, fragment = place(address, url)
    if target in journey.pages:
        element.set(name, quote(relpath(target + PAGE, url or ".")) + fragment)
    elif target in journey.files and PurePosixPath(target).suffix not in STAYING:
        return {target}
    elif journey.web:
        element.set(name, journey.web + quote(target) + fragment)
    else:
        del element.attrib[name]
    return set()


def _stands(element: HtmlElement, address: str) -> bool:
    """Whether an address means the same wherever the page lies."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc) or not parts.path or element.tag == "base"


def sign(root: HtmlElement, words: str) -> None:
    """Shows at each link to the web, but for the way out of the site, that it needs a connection, as `words` say."""
    arrow = "↖" if root.get("dir") == "rtl" else "↗"
    for link in root.xpath("//a[not(parent::*[@class='leave'])]"):
        if urlsplit(link.get("href", "")).scheme in ("http", "https"):
            if len(link):
                link[-1].tail = f"{link[-1].tail or ''}\u00a0"
            else:
                link.text = f"{link.text or ''}\u00a0"
            link.append(builder.E.span(arrow, {"role": "img", "title": words, "aria-label": words}))


def place(address: str, url: str) -> tuple[str, str]:
    """Where an address on the page at `url` leads from the root of the site, and the fragment it names, with its `#`."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    target = normpath(join(url, path))
    target = "" if target == "." else target + "/" * (path.endswith(("/", ".")))
    return target, f"#{parts.fragment}" if parts.fragment else ""


def _narrowest(sources: str) -> str:
    """The address of the narrowest picture in a `srcset`: of hundreds of pictures, that is all there is room for."""
    found = [source.split() for source in sources.split(",")]
    return min(found, key=lambda source: int(source[1].removesuffix("w")))[0]
