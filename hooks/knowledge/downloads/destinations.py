"""Where links of a file lead: to a place in it, or to a whole address that works from anywhere."""

from __future__ import annotations

from urllib.parse import urljoin

from lxml.html import HtmlElement, builder

from knowledge import markup

HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def lead(root: HtmlElement, address: str) -> None:
    """Links lead to a place in the text or to a whole address; what nothing leads to needs no id."""
    wanted = {link.get("href", "")[1:] for link in root.iter("a") if link.get("href", "").startswith("#")}
    kept = _places(root, wanted)
    for link in list(root.iter("a")):
        href = link.get("href")
        if href is None:
            link.drop_tag()
        elif not (href.startswith("#") and href[1:] in kept):
            link.set("href", urljoin(address, href))


def _places(root: HtmlElement, wanted: set[str]) -> set[str]:
    """The ids that can be led to: headings and clauses keep theirs, other elements hold a mark where one is wanted."""
    kept: set[str] = set()
    for element in list(markup.elements(root)):
        name = element.get("id", "")
        lasting = element.tag in HEADINGS or "clause" in markup.classes(element) or element.get("role") == "doc-endnote"
        if not lasting:
            element.attrib.pop("id", None)
        if name and not lasting and name in wanted - kept and element.tag in ("p", "li", "td", "dt", "span", "a"):
            mark = builder.E.span({"id": name})
            mark.tail, element.text = element.text, None
            element.insert(0, mark)
            lasting = True
        kept |= {name} if name and lasting else set()
    return kept
