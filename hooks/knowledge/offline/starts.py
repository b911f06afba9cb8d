"""The page a reader opens first in an offline copy: the documents with their files, then the way to everything else.

It has the header, menu and search of the site's own first page; only what stands between them is written anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from posixpath import relpath

from jinja2 import Environment
from lxml.html import HtmlElement

from knowledge import markup
from knowledge.offline.copies import NAMED, PAGE, place
from knowledge.offline.rows import words_of

NAME = "START.html"
TEMPLATE = "start.html"


@dataclass(frozen=True)
class Shown:
    """A document as the page shows it."""

    url: str
    title: str
    summary: str
    language: str
    direction: str
    files: Sequence[tuple[str, str]]
    """Where each file lies, and its format."""


def shown(root: HtmlElement, url: str) -> Shown | None:
    """The document on the finished page at `url`; None when it shows none."""
    article = root.find(".//main/article[@data-kind='document']")
    if article is None:
        return None
    files = [
        (place(link.get("href", ""), url)[0], words_of(link.find("span")))
        for link in root.xpath("//section[contains(@class, 'downloads')]//a[@download][span]")
    ]
    lead = words_of(article.find("header/p[@class='lead']"))
    title, said = words_of(article.find("header/h1")), article.attrib
    return Shown(url + PAGE, title, lead, said["lang"], said["dir"], files)


def start(
    home: HtmlElement, url: str, documents: Mapping[str, Shown], env: Environment, day: date | None
) -> HtmlElement:
    """The page, for the root of a copy, from the first page of a language at `url`, which is used up."""
    ordered = dict.fromkeys([*_carded(home, url), *documents])
    listed = [documents[address] for address in ordered if address in documents]
    _move(home, url)
    main = home.find(".//main")
    if main is None:
        raise ValueError(f"{url}{PAGE} has no main part")
    for part in list(main):
        main.remove(part)
    main.extend(list(markup.parse(env.get_template(TEMPLATE).render(documents=listed, day=day))))
    return home


def _carded(home: HtmlElement, url: str) -> Iterator[str]:
    """The pages whose cards the first page shows, in the order that editors gave them."""
    for link in home.xpath("//main//*[contains(@class, 'card')]//a[@href]"):
        yield place(link.get("href", ""), url)[0]


def _move(root: HtmlElement, url: str) -> None:
    """Addresses on a page at `url` are written from the root of the site."""
    for element in root.iter():
        for name in NAMED:
            address = element.get(name, "") if isinstance(element.tag, str) else ""
            if address and ":" not in address and not address.startswith("#"):
                target, fragment = place(address, url)
                element.set(name, relpath(target or ".", ".") + "/" * (not target or target.endswith("/")) + fragment)
