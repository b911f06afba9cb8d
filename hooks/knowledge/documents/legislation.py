"""What a document says of itself to machines: Legislation in the vocabulary of schema.org, as JSON-LD.

Programs that look for rules find from it which version is in force and since when, who adopted it, which texts are
translations of which, and where the text lies as data. The day of adoption (`legislationDate`) is not known to the site: the
days it knows are those from which and until which a version applies. Parts are left out, `index.json` has every clause.
"""

from __future__ import annotations

from knowledge.documents import deposits
from knowledge.documents.editions import Edition
from knowledge.entries import Text
from knowledge.linkeddata import Thing

TYPE = "Legislation"

LIFE = {
    "draft": "Draft",
    "adopted": "Published",
    "in-force": "Published",
    "superseded": "Obsolete",
    "withdrawn": "Obsolete",
}
"""The state of a version in the words that schema.org suggests for `creativeWorkStatus`."""


def document(edition: Edition, text: Text, before: Edition | None, site_url: str) -> Thing:
    """A version of a document in one language; `before` is the version it follows.

    `site_url` is absolute and ends in a slash.
    """
    language, record = text.language, text.record
    url = site_url + language.url(edition.entry.id)
    said: Thing = {
        "@context": "https://schema.org",
        "@type": TYPE,
        "@id": site_url + language.url(edition.place),
        "mainEntityOfPage": url,
        "inLanguage": language.code,
        "name": record.title,
        "description": record.summary,
        "legislationIdentifier": record.identifier,
        "version": edition.version,
        "creativeWorkStatus": LIFE[edition.state],
        **_force(edition),
        "legislationPassedBy": _body(record.adopted_by),
        "legislationResponsible": _body(record.owner),
        "publisher": {"@type": "Organization", "name": language.site_name, "url": site_url + language.root},
        **_translations(edition, text, site_url),
        "isBasedOn": _work(before, before.entry.text(language.code), site_url) if before else None,
        "encoding": _file(edition, text, site_url),
    }
    return {name: value for name, value in said.items() if value}


def _force(edition: Edition) -> Thing:
    """Whether it is in force, and when; a version is in force as a whole or not at all."""
    said: Thing = {
        "legislationLegalForce": f"https://schema.org/{'InForce' if edition.state == 'in-force' else 'NotInForce'}"
    }
    if edition.since and (edition.until is None or edition.since < edition.until):
        since = edition.since.isoformat()
        said["legislationDateVersion"] = said["legislationDateOfApplicability"] = since
        said["temporalCoverage"] = f"{since}/{edition.until.isoformat() if edition.until else '..'}"
    return said


def _body(name: str) -> Thing | None:
    """Whoever adopts or keeps a document: a body or a role, never a person."""
    return {"@type": "Organization", "name": name} if name else None


def _translations(edition: Edition, text: Text, site_url: str) -> Thing:
    """The source names its translations, a translation its source."""
    texts = edition.entry.texts
    if text.language.code == edition.entry.original:
        others = [other for other in texts.values() if other.language != text.language]
        return {"workTranslation": [_work(edition, other, site_url) for other in others]}
    return {"translationOfWork": _work(edition, texts[edition.entry.original], site_url)}


def _work(edition: Edition, text: Text, site_url: str) -> Thing:
    url = site_url + text.language.url(edition.place)
    return {"@type": TYPE, "@id": url, "inLanguage": text.language.code, "version": edition.version}


def _file(edition: Edition, text: Text, site_url: str) -> Thing:
    """The text as data; `encoding` wants a MediaObject, which LegislationObject is and DigitalDocument alone is not."""
    return {
        "@type": ["LegislationObject", "DigitalDocument"],
        "contentUrl": site_url + deposits.path(edition, text.language),
        "encodingFormat": "application/json",
        "inLanguage": text.language.code,
    }
