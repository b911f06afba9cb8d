"""What offline search knows of each page: title, summary, what it can be narrowed by, and its words.

Pagefind needs a server. So the rows lie in a script beside the search page, and MiniSearch indexes them there, in the reader's
browser: documents and other pages with all their words, section by section; articles, of which there can be thousands, with
title and summary.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from posixpath import relpath

from lxml import etree
from lxml.html import HtmlElement

from knowledge import markup, search
from knowledge.kinds import kind_of
from knowledge.languages import Language
from knowledge.offline import copies
from knowledge.offline.copies import PAGE

SKIPPED = {"script", "style", "svg", "template"}
RUNNING = set("a abbr b bdi bdo cite code em i ins del kbd mark q s small span strong sub sup time u var wbr".split())
"""Elements within a line of text: words do not end with them."""


@dataclass(frozen=True)
class Row:
    """One page that search finds."""

    url: str
    """From the search page."""

    title: str
    summary: str
    kind: str
    topics: list[str]
    regions: list[str]
    year: str
    parts: list[tuple[str, str]]
    """The id and the words of each section; none for an article."""


def row(page_id: str, root: HtmlElement, reader: Language, finder: str) -> Row | None:
    """The row of a finished page; None when search does not list it. `finder` is the address of the search page."""
    article, kind = root.find(".//main/article"), kind_of(page_id)
    if article is None or article.get("lang") != reader.code or article.get("data-kind") != kind.name or not kind.found:
        return None
    within = [
        copies.place(link.get("href", ""), reader.url(page_id))[0]
        for link in article.iterfind("p[@class='byline quiet']/a")
    ]
    near = [target.removeprefix(reader.root).rstrip("/") for target in within]
    own = [page_id] if kind.name in ("topic", "region") else near
    topics, regions = ([name for name in own if kind_of(name).name == facet] for facet in ("topic", "region"))
    return Row(
        url=relpath(reader.url(page_id) + PAGE, finder),
        title=words_of(article.find("header/h1")),
        summary=_summary(root),
        kind=kind.name if kind.name in search.FILTERED else search.OTHER,
        topics=topics,
        regions=regions,
        year=page_id.rpartition("/")[0] if kind.name == "article" else "",
        parts=[] if kind.name == "article" else list(parts(article)),
    )


def _summary(root: HtmlElement) -> str:
    found = root.find(".//meta[@name='description']")
    return "" if found is None else found.get("content", "")


def words_of(element: HtmlElement | None) -> str:
    """The words of an element on one line; `""` for none."""
    return "" if element is None else " ".join(element.text_content().split())


def parts(article: HtmlElement) -> Iterator[tuple[str, str]]:
    """The text of a page by section: the id that leads there, `""` before the first, and its words."""
    for facts in article.iterfind("dl[@class='facts']"):
        yield "", words_of(facts)
    for text in article.iterfind("div[@class='text md-typeset']"):
        for place, words in _sections(text):
            if told := " ".join("".join(words).split()):
                yield place, told


def _sections(text: HtmlElement) -> Iterator[tuple[str, list[str]]]:
    place, words = "", [text.text or ""]
    walk = etree.iterwalk(text, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            words += ["" if element.tag in RUNNING else " ", element.tail or ""] if element is not text else []
        elif element is not text and (element.tag in SKIPPED or not isinstance(element.tag, str) or _aside(element)):
            walk.skip_subtree()
        elif element is not text:
            if _begins(element):
                yield place, words
                place, words = element.get("id", ""), []
            words += ["" if element.tag in RUNNING else " ", element.text or ""]
    yield place, words


def _aside(element: HtmlElement) -> bool:
    """Whether an element speaks about the text: notices, and the way back from a footnote."""
    return "data-notice" in element.attrib or "footnote-backref" in markup.classes(element)


def _begins(element: HtmlElement) -> bool:
    return bool(element.get("id")) and ("data-clause" in element.attrib or element.tag in ("h2", "h3", "h4"))


def script(found: Iterable[Row]) -> str:
    """The rows as a script: a page may load that from the disk it lies on, but no data."""
    return f"globalThis.rows = {data([astuple(row) for row in found])};\n"


def data(said: object) -> str:
    """Something as scripts read it, in few characters."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
