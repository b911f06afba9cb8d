"""The XML parts of an Office or OpenDocument file, as trees: what stands in one is found by what it means, however it is written.

A prefix is free to choose and a part can be in any encoding, so a look at the bytes finds only what wants to be found. Offices
write UTF-8 and no document type; whatever else there is, is refused.
"""

from __future__ import annotations

import re

from lxml import etree

from knowledge.fields import Unfit

NAMED = re.compile(r"\.(?:xml|rels|vml|rdf)$", re.I)
"""Parts that say by their names that they are XML; one that does not can be some all the same."""

MOST = 40_000_000
"""Bytes of one part: a tree takes many times as many."""

AGAIN = "save it anew"


def tree(held: bytes, name: str) -> etree._Element:
    """A part as a tree, without comments and instructions to programs, which no reader sees."""
    if len(held) > MOST:
        raise Unfit(f"{name} in it has more than {MOST // 10**6} MB", "make it smaller, or publish a table as .csv")
    try:
        root = etree.fromstring(held, _parser())
    except (etree.XMLSyntaxError, ValueError) as fault:
        if NAMED.search(name):
            raise Unfit("it is damaged", AGAIN) from fault
        raise Unfit(f"{name} in it can hold more than is shown", "save it without, or as PDF") from fault
    if not _plain(held, root):
        raise Unfit(f"{name} in it is not written as offices write it", AGAIN)
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


def _plain(held: bytes, root: etree._Element) -> bool:
    """Whether a part is in UTF-8 and says so, and defines no words of its own."""
    said = root.getroottree().docinfo
    try:
        held.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not said.doctype and (said.encoding or "UTF-8").upper() in ("UTF-8", "ASCII", "US-ASCII")


def written(root: etree._Element) -> bytes:
    """A tree as a part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def names(element: etree._Element) -> tuple[str, str]:
    """The namespace of an element and what it is called there."""
    said = etree.QName(element)
    return said.namespace or "", said.localname
