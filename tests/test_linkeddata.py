"""Machines read from an article what readers see: who, when, which picture, which translations."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.drafts import Files, sound
from tests.site.writing import REVIEWED, page

from knowledge.catalogue import Catalogue
from knowledge.linkeddata import Thing, article, script

SITE = "https://host/kb/"
FILES: Files = {
    "topics/water/index.md": page("Water", reviewed=REVIEWED),
    "people/noor/index.md": page("Noor", reviewed=REVIEWED, role="Editor"),
    "people/noor/index.ar.md": page("نور", role="محررة"),
    "news/2026/boat/index.fr.md": page("Le bateau", date="2026-03-05", topics=["water"], authors=["noor"]),
    "news/2026/boat/index.md": page("The boat", translated_from="fr"),
    "news/2026/boat/index.ar.md": page("القارب", translated_from="fr"),
    "news/2026/alone/index.ar.md": page("وحيد", date="2026-03-06", topics=["water"]),
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("linkeddata"), FILES)


def said(catalogue: Catalogue, page_id: str, code: str, *images: str) -> Thing:
    entry = catalogue.entries[page_id]
    return article(entry, entry.texts[code], catalogue, SITE, images)


def test_an_article_says_what_it_is(catalogue: Catalogue) -> None:
    found = said(catalogue, "news/2026/alone", "ar", "news/a.webp", "assets/b.png")
    publisher = {"@type": "Organization", "name": "A site", "url": "https://host/kb/ar/"}
    assert found == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "https://host/kb/ar/news/2026/alone/",
        "mainEntityOfPage": "https://host/kb/ar/news/2026/alone/",
        "inLanguage": "ar",
        "headline": "وحيد",
        "description": "وحيد.",
        "datePublished": "2026-03-06",
        "author": [publisher],
        "publisher": publisher,
        "image": ["https://host/kb/news/a.webp", "https://host/kb/assets/b.png"],
    }


def test_the_source_names_its_translations(catalogue: Catalogue) -> None:
    found = said(catalogue, "news/2026/boat", "fr")
    assert {work["inLanguage"]: work["@id"] for work in found["workTranslation"]} == {
        "en": "https://host/kb/news/2026/boat/",
        "ar": "https://host/kb/ar/news/2026/boat/",
    }
    assert not {"translationOfWork", "isBasedOn", "image"} & set(found)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_translation_names_its_source(catalogue: Catalogue, code: str) -> None:
    found = said(catalogue, "news/2026/boat", code)
    source = "https://host/kb/fr/news/2026/boat/"
    assert found["translationOfWork"] == {"@type": "NewsArticle", "@id": source, "inLanguage": "fr"}
    assert found["isBasedOn"] == source
    assert "workTranslation" not in found


@pytest.mark.parametrize(
    ("code", "author"),
    [
        ("ar", {"name": "نور", "url": "https://host/kb/ar/people/noor/"}),
        ("fr", {"name": "Noor", "url": "https://host/kb/fr/people/noor/"}),
    ],
)
def test_who_signs_is_named_in_the_language_of_the_text(
    catalogue: Catalogue, code: str, author: dict[str, str]
) -> None:
    assert said(catalogue, "news/2026/boat", code)["author"] == [{"@type": "Person"} | author]


@given(st.text() | st.sampled_from(["</script><script>alert(1)</script>", "<!--", "\u2028", '"', "\\"]))
def test_nothing_in_the_data_can_end_the_script(text: str) -> None:
    written = script({"headline": text})
    assert "<" not in written
    assert json.loads(written) == {"headline": text}


def test_arabic_is_written_as_it_is() -> None:
    written = script({"headline": "القارب <b>"})
    assert written == '{"headline":"القارب \\u003cb\\u003e"}'
    (element,) = html.fromstring(f'<div><script type="application/ld+json">{written}</script></div>').iter("script")
    assert json.loads(element.text or "") == {"headline": "القارب <b>"}
