"""The sitemap lists every real text once, with its translations and the day it last changed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from tests.documents.versions import DOCUMENT, sealed, text, versions
from tests.drafts import Files, sound
from tests.site.writing import page

from knowledge.catalogue import Catalogue
from knowledge.sitemap import SITEMAP, XHTML, changed, sitemap

HOST = "https://host/kb/"
FILES: Files = {
    "index.fr.md": page("Accueil"),
    "topics/water/index.md": page("Water", reviewed="2026-02-03"),
    "about/index.ar.md": page("عنا", reviewed="2026-03-04"),
    "news/2024/rain/index.md": page("Rain & sun", date="2024-01-02", topics=["water"]),
    "news/2024/rain/index.ar.md": page("مطر"),
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("sitemap"), FILES)


@pytest.fixture(scope="module")
def urls(catalogue: Catalogue) -> dict[str, Xml.Element]:
    found = Xml.fromstring(sitemap(catalogue, HOST)).findall(f"{{{SITEMAP}}}url")
    return {str(url.findtext(f"{{{SITEMAP}}}loc")).removeprefix(HOST): url for url in found}


def test_every_text_is_listed_and_no_copy(urls: dict[str, Xml.Element]) -> None:
    assert list(urls) == ["", "fr/", "ar/about/", "news/2024/rain/", "ar/news/2024/rain/", "topics/water/"]


def test_every_address_is_absolute_and_listed_once(catalogue: Catalogue) -> None:
    text = sitemap(catalogue, HOST)
    assert text.count("<loc>") == text.count(f"<loc>{HOST}") == 6


@pytest.mark.parametrize(
    ("url", "day"),
    [("topics/water/", "2026-02-03"), ("ar/about/", "2026-03-04"), ("ar/news/2024/rain/", "2024-01-02")],
)
def test_a_text_changed_when_it_was_reviewed_or_published(urls: dict[str, Xml.Element], url: str, day: str) -> None:
    assert urls[url].findtext(f"{{{SITEMAP}}}lastmod") == day


def test_the_day_of_the_build_leaves_no_trace(catalogue: Catalogue) -> None:
    assert sitemap(catalogue, HOST) == sitemap(catalogue, HOST)
    assert changed(catalogue.entries["topics/water"]).isoformat() == "2026-02-03"


@pytest.mark.parametrize(
    ("url", "translations"),
    [
        ("", {"en": "", "fr": "fr/", "x-default": ""}),
        ("fr/", {"en": "", "fr": "fr/", "x-default": ""}),
        ("ar/about/", {"ar": "ar/about/", "x-default": "ar/about/"}),
        (
            "ar/news/2024/rain/",
            {"en": "news/2024/rain/", "ar": "ar/news/2024/rain/", "x-default": "news/2024/rain/"},
        ),
    ],
)
def test_a_text_names_its_translations(urls: dict[str, Xml.Element], url: str, translations: dict[str, str]) -> None:
    links = urls[url].findall(f"{{{XHTML}}}link")
    assert {link.attrib["rel"] for link in links} == {"alternate"}
    found = {link.attrib["hreflang"]: link.attrib["href"] for link in links}
    assert found == {code: HOST + address for code, address in translations.items()}


def test_former_versions_of_documents_are_not_listed(tmp_path: Path) -> None:
    files = sealed(versions(text(1, body="Old."), text(2, "2026-03-01", body="New.")), f"{DOCUMENT}/v1")
    listed = sitemap(sound(tmp_path, files), HOST)
    assert f"<loc>{HOST}{DOCUMENT}/</loc>" in listed
    assert "/v1/" not in listed


def test_it_begins_as_readers_of_sitemaps_expect(catalogue: Catalogue) -> None:
    text = sitemap(catalogue, HOST)
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/')
    assert "ns0:" not in text
