"""A text first written in Arabic is a full page of the site, alone or with translations made from it."""

from __future__ import annotations

import pytest
from lxml import etree
from lxml.html import HtmlElement
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, home, leads, one, page, searched, spoken, words

NOTICE = "This page has not been translated into %(wanted)s yet. You are reading the original in %(shown)s."

HOST = "https://host/"


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """A site with an article and a topic in Arabic alone, and one of each with an English translation."""
    done = tiny(
        home("See [the port](news/2026/port/index.md).")
        | {
            "news/index.md": page("News", reviewed=REVIEWED),
            "topics/bread/index.ar.md": page("الخبز", "## لماذا نكتب\n\nالدقيق.", reviewed=REVIEWED, order=2),
            "topics/salt/index.ar.md": page("الملح", "## البحر\n\nالموج.", reviewed="2026-02-02", order=1),
            "topics/salt/index.md": page("Salt", "## The sea\n\nWaves.", translated_from="ar"),
            "news/2026/oven/index.ar.md": page("الفرن", "اللهب.", date="2026-02-03", topics=["bread"]),
            "news/2026/port/index.ar.md": page("الميناء", "السفن.", date="2026-02-04", topics=["salt"]),
            "news/2026/port/index.md": page("Port", "Ships.", translated_from="ar"),
        },
        site_url=HOST,
    )
    assert done.code == 0, done.said
    return done


def _language(element: HtmlElement) -> tuple[str | None, str | None]:
    return element.get("lang"), element.get("dir")


def test_an_article_in_arabic_alone_has_one_address(built: Built) -> None:
    root = built.page("ar/news/2026/oven/")
    assert _language(root) == _language(one(root, "//article")) == ("ar", "rtl")
    assert words(one(root, "//h1")) == "الفرن"
    assert not built.has("news/2026/oven/")
    assert not built.has("fr/news/2026/oven/")


@pytest.mark.parametrize(("prefix", "name"), [("", "Arabic"), ("fr/", "arabe")])
def test_lists_of_other_languages_lead_to_it(built: Built, prefix: str, name: str) -> None:
    for url in (prefix, f"{prefix}news/", f"{prefix}topics/bread/"):
        link = one(built.page(url), "//main//a[text()='الفرن']")
        assert leads(url, link) == "ar/news/2026/oven/"
        assert (link.get("hreflang"), *_language(link)) == ("ar", "ar", "rtl")
        assert name in words(one(link, "ancestor::*[self::li or self::p][1]"))


def test_a_list_in_arabic_does_not_mark_it(built: Built) -> None:
    link = one(built.page("ar/topics/bread/"), "//main//a[text()='الفرن']")
    assert leads("ar/topics/bread/", link) == "ar/news/2026/oven/"
    assert not one(link, "ancestor::li[1]").xpath(".//*[@class='foreign' or @lang or @hreflang]")


@pytest.mark.parametrize(("code", "url"), [("en", "topics/bread/"), ("fr", "fr/topics/bread/")])
def test_a_topic_in_arabic_alone_is_shown_in_the_chrome_of_the_others(built: Built, code: str, url: str) -> None:
    root = built.page(url)
    assert _language(root) == (code, "ltr")
    assert _language(one(root, "//article")) == ("ar", "rtl")
    links = one(root, "//*[@data-notice='untranslated']").findall(".//a")
    assert [leads(url, link) for link in links] == ["ar/topics/bread/"]
    assert one(root, "//link[@rel='canonical']").get("href") == f"{HOST}ar/topics/bread/"
    assert one(root, "//meta[@name='robots']").get("content") == "noindex"


def test_the_notice_names_arabic_as_the_original(built: Built) -> None:
    notice = one(built.page("fr/topics/salt/"), "//*[@data-notice='untranslated']")
    assert words(one(notice, "p[1]")) == spoken("fr", NOTICE, wanted="français", shown="arabe")
    assert [link.get("hreflang") for link in notice.findall(".//a")] == ["ar", "en"]


def test_in_arabic_it_is_a_page_like_any_other(built: Built) -> None:
    root = built.page("ar/topics/bread/")
    assert _language(root) == _language(one(root, "//article")) == ("ar", "rtl")
    assert not root.xpath("//*[@data-notice] | //meta[@name='robots']")


def test_the_facts_of_a_translation_come_from_the_arabic_file(built: Built) -> None:
    article = built.page("news/2026/port/")
    assert one(article, "//article//time").get("datetime") == "2026-02-04"
    assert [leads("news/2026/port/", link) for link in article.xpath("//p[contains(@class, 'byline')]//a")] == [
        "topics/salt/"
    ]
    assert "Last reviewed on 2 February 2026." in words(one(built.page("topics/salt/"), "//footer[@class='foot']"))


def test_an_english_translation_is_shown_to_english_readers(built: Built) -> None:
    root = built.page("news/2026/port/")
    assert words(one(root, "//h1")) == "Port"
    assert not root.xpath("//*[@data-notice]")


@pytest.mark.parametrize(
    ("url", "target", "marked"),
    [("", "news/2026/port/", None), ("fr/", "ar/news/2026/port/", "ar"), ("ar/", "ar/news/2026/port/", None)],
)
def test_a_link_leads_to_the_readers_translation_or_else_to_the_original(
    built: Built, url: str, target: str, marked: str | None
) -> None:
    link = one(built.page(url), "//article//a[text()='the port']")
    assert leads(url, link) == target
    assert link.get("hreflang") == marked


def test_a_translation_takes_the_ids_of_its_arabic_headings(built: Built) -> None:
    ids = [one(built.page(url), "//article//h2").get("id") for url in ("topics/salt/", "ar/topics/salt/")]
    assert ids[0] == ids[1] == "section-1"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("ar/news/2026/oven/", {"ar": "ar/news/2026/oven/", "x-default": "ar/news/2026/oven/"}),
        ("ar/news/2026/port/", {"en": "news/2026/port/", "ar": "ar/news/2026/port/", "x-default": "news/2026/port/"}),
        ("news/2026/port/", {"en": "news/2026/port/", "ar": "ar/news/2026/port/", "x-default": "news/2026/port/"}),
    ],
)
def test_x_default_is_the_first_language_or_else_the_original(built: Built, url: str, told: dict[str, str]) -> None:
    links = built.page(url).xpath("//link[@hreflang]")
    assert {link.get("hreflang"): link.get("href").removeprefix(HOST) for link in links} == told


def test_search_finds_it_in_arabic_alone(built: Built) -> None:
    assert sorted(searched(built.folder / "ar")) == [
        "/news/2026/oven/",
        "/news/2026/port/",
        "/topics/bread/",
        "/topics/salt/",
    ]
    assert sorted(searched(built.folder)) == ["/news/", "/news/2026/port/", "/topics/salt/"]


def test_the_sitemap_lists_it_once_with_its_last_change(built: Built) -> None:
    days = {
        url.findtext("{*}loc"): url.findtext("{*}lastmod")
        for url in etree.parse(built.folder / "sitemap.xml").iter("{*}url")
    }
    listed = {str(address).removeprefix(HOST): day for address, day in days.items() if "bread" in str(address)}
    assert listed == {"ar/topics/bread/": REVIEWED}
    assert days[f"{HOST}ar/news/2026/oven/"] == "2026-02-03"


def test_the_switcher_says_what_is_not_translated(built: Built) -> None:
    items = one(built.page("ar/news/2026/oven/"), "//nav[@class='languages']").findall(".//li")
    note = f"({spoken('ar', 'not translated')})"
    assert [words(item) for item in items] == [f"English {note}", f"Français {note}", "العربية"]
    assert not one(built.page("ar/news/2026/oven/"), "//nav[@class='languages']").findall(".//a")
