"""Machines read from a document which version is in force, since when, and where its other texts are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.documents.binding import SITE, edition, former, text

from knowledge.catalogue import Catalogue
from knowledge.documents import legislation
from knowledge.linkeddata import Thing

URL = "https://host/kb/policies/look/"


def said(bound: Catalogue, code: str, **fields: Any) -> Thing:
    found = edition(bound, **fields)
    return legislation.document(found, text(found, code), former(bound), SITE)


def test_a_version_in_force_says_what_it_is(bound: Catalogue) -> None:
    found = said(bound, "en")
    assert {name: value for name, value in found.items() if name not in ("workTranslation", "encoding")} == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": f"{URL}v2/",
        "mainEntityOfPage": URL,
        "inLanguage": "en",
        "name": "Looking out",
        "description": "Looking out.",
        "legislationIdentifier": "look-out",
        "version": 2,
        "creativeWorkStatus": "Published",
        "legislationLegalForce": "https://schema.org/InForce",
        "legislationDateVersion": "2026-03-01",
        "legislationDateOfApplicability": "2026-03-01",
        "temporalCoverage": "2026-03-01/..",
        "legislationPassedBy": {"@type": "Organization", "name": "The board"},
        "legislationResponsible": {"@type": "Organization", "name": "Safety adviser"},
        "publisher": {"@type": "Organization", "name": "A site", "url": "https://host/kb/"},
        "isBasedOn": {"@type": "Legislation", "@id": f"{URL}v1/", "inLanguage": "en", "version": 1},
    }


@pytest.mark.parametrize(
    ("fields", "life", "force", "coverage"),
    [
        ({"state": "draft", "since": None}, "Draft", "NotInForce", None),
        ({"state": "adopted"}, "Published", "NotInForce", "2026-03-01/.."),
        ({"state": "in-force", "until": date(2027, 7, 1)}, "Published", "InForce", "2026-03-01/2027-07-01"),
        ({"state": "superseded", "until": date(2027, 7, 1)}, "Obsolete", "NotInForce", "2026-03-01/2027-07-01"),
        ({"state": "withdrawn", "until": date(2026, 3, 1)}, "Obsolete", "NotInForce", None),
    ],
)
def test_force_follows_from_the_state(
    bound: Catalogue, fields: dict[str, Any], life: str, force: str, coverage: str | None
) -> None:
    found = said(bound, "en", **fields)
    assert found["creativeWorkStatus"] == life
    assert found["legislationLegalForce"] == f"https://schema.org/{force}"
    assert found.get("temporalCoverage") == coverage


def test_the_source_names_its_translations_and_a_translation_its_source(bound: Catalogue) -> None:
    source, arabic = said(bound, "en"), said(bound, "ar")
    assert [work["@id"] for work in source["workTranslation"]] == [
        "https://host/kb/ar/policies/look/v2/",
        "https://host/kb/fr/policies/look/v2/",
    ]
    assert arabic["translationOfWork"] == {
        "@type": "Legislation",
        "@id": source["@id"],
        "inLanguage": "en",
        "version": 2,
    }
    assert ("translationOfWork" in source, "workTranslation" in arabic) == (False, False)


def test_the_text_as_data_is_an_encoding_of_it(bound: Catalogue) -> None:
    assert said(bound, "fr")["encoding"] == {
        "@type": ["LegislationObject", "DigitalDocument"],
        "contentUrl": "https://host/kb/fr/policies/look/v2/index.json",
        "encodingFormat": "application/json",
        "inLanguage": "fr",
    }


def test_the_first_version_follows_none_and_nobody_is_named_who_is_not_known(bound: Catalogue) -> None:
    first = legislation.document(former(bound), text(former(bound), "en"), None, SITE)
    assert "isBasedOn" not in first
    assert "legislationPassedBy" not in said(bound, "fr")
