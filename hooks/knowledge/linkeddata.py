"""What an article says of itself to machines: NewsArticle in the vocabulary of schema.org, as JSON-LD.

Search engines read from it the day, the publisher, the picture, and which texts are translations of which.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from knowledge.catalogue import Catalogue
from knowledge.entries import Entry, Text

Thing = dict[str, Any]


def article(entry: Entry, text: Text, catalogue: Catalogue, site_url: str, images: Iterable[str]) -> Thing:
    """An article in one language; `site_url` is absolute and ends in a slash, images are addresses below it.

    Where nobody signs, the publisher does.
    """
    language, record = text.language, text.record
    url = site_url + language.url(entry.id)
    publisher = {"@type": "Organization", "name": language.site_name, "url": site_url + language.root}
    people = [catalogue.find("person", name) for name in getattr(record, "authors", ())]
    said: Thing = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": url,
        "mainEntityOfPage": url,
        "inLanguage": language.code,
        "headline": record.title,
        "description": record.summary,
        "datePublished": record.date.isoformat(),
        "author": [_person(found, text, site_url) for found in people if found] or [publisher],
        "publisher": publisher,
        "image": [site_url + address for address in images],
    }
    return {name: value for name, value in (said | _translations(entry, text, site_url)).items() if value}


def _translations(entry: Entry, text: Text, site_url: str) -> Thing:
    """The source names its translations, a translation its source."""
    texts = {code: _work(entry, other, site_url) for code, other in entry.texts.items() if other is not text}
    if text.language.code == entry.original:
        return {"workTranslation": list(texts.values())}
    return {"translationOfWork": texts[entry.original], "isBasedOn": texts[entry.original]["@id"]}


def _work(entry: Entry, text: Text, site_url: str) -> Thing:
    url = site_url + text.language.url(entry.id)
    return {"@type": "NewsArticle", "@id": url, "inLanguage": text.language.code}


def _person(entry: Entry, text: Text, site_url: str) -> Thing:
    """Somebody who signs, by the name they have in the language of the text."""
    name = entry.text(text.language.code).record.title
    return {"@type": "Person", "name": name, "url": site_url + entry.url(text.language)}


def script(said: Thing) -> Markup:
    """The data as they may stand inside a <script>: nothing in them can end it."""
    return htmlsafe_json_dumps(said, ensure_ascii=False, separators=(",", ":"))
