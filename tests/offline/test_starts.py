"""The page that readers open first shows the documents first, in the order of the site, with their files."""

from __future__ import annotations

from zipfile import ZipFile

import pytest
from lxml import html
from lxml.html import HtmlElement
from tests.offline.conftest import WEB, Carried
from tests.site.writing import one, words


def start(carried: Carried, code: str) -> HtmlElement:
    with ZipFile(carried.folder / f"tiny-site_offline_{code}.zip") as archive:
        assert archive.namelist()[0] == "START.html"
        root = html.document_fromstring(archive.read("START.html").decode())
        names = set(archive.namelist())
    for link in root.xpath("//*[@href or @src]"):
        address = link.get("href") or link.get("src")
        assert address.startswith(("#", WEB)) or address.partition("#")[0] in names, address
    return root


def test_documents_come_first_with_every_format(carried: Carried) -> None:
    root = start(carried, "ar")
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    card = one(root, "//main//li[@class='card']")
    assert [link.get("href") for link in card.iter("a")] == [
        "ar/policies/gifts/index.html",
        *(f"ar/policies/gifts/gifts_v2_ar.{ending}" for ending in ("pdf", "docx", "epub", "txt")),
    ]
    assert "الهدايا" in words(card)


def test_it_has_the_menu_and_the_search_of_the_site(carried: Carried) -> None:
    root = start(carried, "ar")
    assert one(root, "//nav[@id='menu']//a").get("href") == "ar/policies/index.html"
    assert one(root, "//form[@role='search']").get("data-search") == "ar/search/index.html"
    assert root.xpath("//main//a[@href='ar/index.html']")


@pytest.mark.parametrize(("code", "root"), [("en", ""), ("fr", "fr/"), ("ar", "ar/")])
def test_each_language_leads_to_its_own_pages(carried: Carried, code: str, root: str) -> None:
    link = one(start(carried, code), "//main//li[@class='card']//h3/a")
    assert (link.get("href"), link.get("lang")) == (f"{root}policies/gifts/index.html", code)
