"""The sitemap (sitemaps.org 0.9): every real text of the site, once, with its translations and the day it last changed.

Former versions of documents are in it only while they apply: who searches the web for a policy is to find that one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from xml.etree import ElementTree as Xml

from knowledge.catalogue import Catalogue
from knowledge.chrome import Alternate, alternates
from knowledge.entries import Entry

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(catalogue: Catalogue, site_url: str, applied: Collection[str] = frozenset()) -> str:
    """The sitemap of a site at `site_url` (absolute, ending in a slash); untranslated copies are not in it.

    `applied` has the former versions that still apply, by id.
    """
    Xml.register_namespace("", SITEMAP)
    Xml.register_namespace("xhtml", XHTML)
    urlset = Xml.Element(f"{{{SITEMAP}}}urlset")
    for entry in catalogue.entries.values():
        if entry.kind.name == "version" and entry.id not in applied:
            continue
        links = alternates(entry, catalogue.languages, site_url)
        for text in entry.texts.values():
            _url(urlset, site_url + text.language.url(entry.id), changed(entry), links)
    Xml.indent(urlset, "")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(urlset, encoding="unicode") + "\n"


def changed(entry: Entry) -> date:
    """The last day that somebody vouched for the page: its review, or an article's publication."""
    day: date = getattr(entry.record, "reviewed", None) or entry.record.date
    return day


def _url(urlset: Xml.Element, address: str, day: date, links: Iterable[Alternate]) -> None:
    url = Xml.SubElement(urlset, f"{{{SITEMAP}}}url")
    Xml.SubElement(url, f"{{{SITEMAP}}}loc").text = address
    Xml.SubElement(url, f"{{{SITEMAP}}}lastmod").text = day.isoformat()
    for link in links:
        Xml.SubElement(url, f"{{{XHTML}}}link", rel="alternate", hreflang=link.hreflang, href=link.url)
