"""An archive holds what its pages name, and nothing of other languages that they do not."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from tests.conftest import ROOT
from tests.offline.conftest import WEB, Carried

from knowledge.offline import copies, packs
from knowledge.offline.packs import Pack

NPM = "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"
"""SHA-256 of `dist/umd/index.js` in the npm package minisearch 7.2.0."""


@pytest.fixture(scope="module")
def arabic(carried: Carried) -> Pack:
    return packs.pack(carried.site, [carried.site.languages["ar"]])


def test_minisearch_is_what_its_makers_publish() -> None:
    assert sha256((ROOT / "overrides/offline/minisearch.js").read_bytes()).hexdigest() == NPM


def test_pages_are_of_one_language(carried: Carried, arabic: Pack) -> None:
    english, french, own = (carried.site.pages(language) for language in carried.site.languages.all)
    assert "policies/gifts/" in english
    assert not [url for url in english if url.startswith(("ar/", "fr/"))]
    assert all(url.startswith("fr/") for url in french)
    assert {name for name in arabic.files if name.endswith(".html")} == {f"{url}index.html" for url in own}


def test_every_address_of_every_page_leads_to_something_carried_or_to_the_web(arabic: Pack) -> None:
    count = 0
    for name, data in arabic.files.items():
        if not name.endswith(".html"):
            continue
        for element in copies.parsed(data.decode()).iter():
            for attribute in ("href", "src", "action", "data-search"):
                address = element.get(attribute, "") if isinstance(element.tag, str) else ""
                parts = urlsplit(address)
                if not parts.path or parts.scheme in ("mailto", "tel"):
                    continue
                if parts.scheme:
                    assert address.startswith((WEB, "https://example.org/")), address
                    assert element.tag != "script"
                else:
                    assert normpath(join(name, "..", unquote(parts.path))) in arabic.files, (name, address)
                    count += 1
    assert count > 100


def test_files_pictures_and_fonts_come_along_and_what_serves_the_web_does_not(arabic: Pack) -> None:
    names = set(arabic.files)
    assert "ar/policies/gifts/gifts_v2_ar.pdf" in names
    assert "news/2026/river/report.pdf" in names
    assert [re.sub(r"\.\w+\.", ".", name) for name in names if "river-" in name] == ["news/2026/river/river-480.webp"]
    assert sum(name.endswith(".woff2") for name in names) == 6
    assert {"assets/offline/minisearch.LICENSE.txt", "SHA256SUMS"} <= names
    assert [name for name in names if re.search(r"pagefind|\.(?:xml|zip|br|gz|png)$|^fr/|^policies/", name)] == []


def test_the_files_of_an_article_that_offers_them_come_along(arabic: Pack) -> None:
    names = [f"ar/news/2026/river/river_v1_ar.{ending}" for ending in ("docx", "epub", "pdf", "txt")]
    assert sorted(name for name in arabic.files if "river_v1" in name) == names


def test_the_list_beside_a_page_has_what_was_made_and_what_is_attached(carried: Carried) -> None:
    rows = json.loads((carried.built.folder / "news/2026/river/downloads.json").read_text("utf-8"))
    made = [f"river_v1_en.{ending}" for ending in ("pdf", "docx", "epub", "txt")]
    assert [row["file"] for row in rows] == [*made, "report.pdf"]


def test_articles_are_known_to_other_programs_by_all_their_words(arabic: Pack) -> None:
    leaf = arabic.leaves["ar/news/2026/river/index.html"]
    assert (leaf.title, "مخفية" in leaf.words, leaf.language.code) == ("نهر بلا جسور", True, "ar")
    assert "ar/policies/gifts/history/index.html" not in arabic.leaves


def test_together_languages_lead_to_one_another(carried: Carried) -> None:
    found = packs.pack(carried.site, carried.site.languages.all)
    links = copies.parsed(found.files["policies/index.html"].decode()).xpath("//nav[@class='languages']//a/@href")
    assert links == ["../fr/policies/index.html", "../ar/policies/index.html"]
