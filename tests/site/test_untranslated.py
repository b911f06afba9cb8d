"""An English-only text is shown honestly to French and Arabic readers, and nowhere given out as theirs."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, home, leads, one, page, searched, spoken, words

ENGLISH_ONLY = ("topics/water", "ethics")
"""A topic and a document that nobody has translated."""

NOTICE = "This page has not been translated into %(wanted)s yet. You are reading the original in %(shown)s."

HOST = "https://host/kb/"


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """A site with an English-only topic, document and article, and a policy in English and French."""
    facts = {"version": 1, "status": "draft", "reviewed": REVIEWED}
    done = tiny(
        home("Read [about wells](news/2026/wells/index.md) and [about water](topics/water/index.md).")
        | {
            "topics/water/index.md": page("Water", "Drinkable aquifers.", reviewed=REVIEWED, menu=1),
            "ethics/index.md": page("Ethics", "Honourable deeds.", identifier="ethics", **facts),
            "policies/gifts/index.md": page("Gifts", "Refuse them.", identifier="gifts", **facts),
            "policies/gifts/index.fr.md": page("Cadeaux", "Refusez-les."),
            "news/index.md": page("News", reviewed=REVIEWED),
            "news/index.fr.md": page("Actualités"),
            "news/index.ar.md": page("الأخبار"),
            "news/2026/wells/index.md": page("Wells", "Bucketfuls.", date="2026-02-03", topics=["water"]),
        },
        site_url=HOST,
    )
    assert done.code == 0, done.said
    return done


@pytest.mark.parametrize("page_id", ENGLISH_ONLY)
@pytest.mark.parametrize(("code", "direction"), [("fr", "ltr"), ("ar", "rtl")])
def test_chrome_is_the_readers_and_text_keeps_its_own_language(
    built: Built, page_id: str, code: str, direction: str
) -> None:
    root = built.page(f"{code}/{page_id}/")
    article = one(root, "//article")
    assert (root.get("lang"), root.get("dir")) == (code, direction)
    assert (article.get("lang"), article.get("dir")) == ("en", "ltr")


@pytest.mark.parametrize("page_id", ENGLISH_ONLY)
@pytest.mark.parametrize(("code", "wanted", "shown"), [("fr", "français", "anglais"), ("ar", "العربية", "الإنجليزية")])
def test_a_notice_says_so_in_the_readers_language(
    built: Built, page_id: str, code: str, wanted: str, shown: str
) -> None:
    notice = one(built.page(f"{code}/{page_id}/"), "//*[@data-notice='untranslated']")
    assert words(one(notice, "p[1]")) == spoken(code, NOTICE, wanted=wanted, shown=shown)
    assert "lang" not in notice.attrib


def test_the_notice_links_to_every_language_there_is(built: Built) -> None:
    url = "ar/policies/gifts/"
    links = one(built.page(url), "//*[@data-notice='untranslated']").findall(".//a")
    assert [(link.get("hreflang"), leads(url, link)) for link in links] == [
        ("en", "policies/gifts/"),
        ("fr", "fr/policies/gifts/"),
    ]


@pytest.mark.parametrize("page_id", ["ethics", "policies/gifts"])
def test_a_translated_page_and_the_original_have_no_notice(built: Built, page_id: str) -> None:
    assert not built.page(f"{page_id}/").xpath("//*[@data-notice='untranslated']")
    assert not built.page("fr/policies/gifts/").xpath("//*[@data-notice='untranslated']")


@pytest.mark.parametrize("page_id", ENGLISH_ONLY)
@pytest.mark.parametrize("code", ["fr", "ar"])
def test_search_engines_are_sent_to_the_original(built: Built, page_id: str, code: str) -> None:
    root = built.page(f"{code}/{page_id}/")
    assert one(root, "//link[@rel='canonical']").get("href") == f"{HOST}{page_id}/"
    assert one(root, "//meta[@name='robots']").get("content") == "noindex"
    assert not root.xpath("//link[@hreflang]")


def test_the_original_is_indexed_and_claims_no_translation(built: Built) -> None:
    root = built.page("topics/water/")
    alternates = [(link.get("hreflang"), link.get("href")) for link in root.xpath("//link[@hreflang]")]
    assert alternates == [("en", f"{HOST}topics/water/"), ("x-default", f"{HOST}topics/water/")]
    assert not root.xpath("//meta[@name='robots']")


def test_a_real_translation_is_told_from_both_sides(built: Built) -> None:
    both = {"en": f"{HOST}policies/gifts/", "fr": f"{HOST}fr/policies/gifts/", "x-default": f"{HOST}policies/gifts/"}
    for url in ("policies/gifts/", "fr/policies/gifts/"):
        links = built.page(url).xpath("//link[@hreflang]")
        assert {link.get("hreflang"): link.get("href") for link in links} == both


def test_search_of_a_language_holds_only_its_own_texts(built: Built) -> None:
    found = {code: searched(built.folder / code) for code in ("", "fr", "ar")}
    assert {code: sorted(pages) for code, pages in found.items()} == {
        "": ["/ethics/", "/news/", "/news/2026/wells/", "/policies/gifts/", "/topics/water/"],
        "fr": ["/news/", "/policies/gifts/"],
        "ar": ["/news/"],
    }
    assert "Drinkable aquifers" in found[""]["/topics/water/"]
    assert "Refusez-les" in found["fr"]["/policies/gifts/"]


def test_the_sitemap_lists_texts_and_no_copies(built: Built) -> None:
    sitemap = etree.parse(built.folder / "sitemap.xml")
    listed = [str(element.text).removeprefix(HOST) for element in sitemap.iter("{*}loc")]
    homes, news = ["", "fr/", "ar/"], ["news/", "fr/news/", "ar/news/"]
    texts = ["ethics/", "policies/gifts/", "fr/policies/gifts/", "topics/water/", "news/2026/wells/"]
    assert sorted(listed) == sorted([*homes, *news, *texts])
    hrefs = {element.get("href", "") for element in sitemap.iter("{*}link")}
    assert hrefs == {HOST + url for url in listed}


def test_an_article_is_not_copied(built: Built) -> None:
    assert built.has("news/2026/wells/")
    assert not built.has("fr/news/2026/wells/")
    assert not built.has("ar/news/2026/wells/")


@pytest.mark.parametrize("url", ["fr/", "fr/news/", "fr/topics/water/"])
def test_lists_lead_to_the_original_article_and_name_its_language(built: Built, url: str) -> None:
    link = one(built.page(url), "//main//a[text()='Wells']")
    assert leads(url, link) == "news/2026/wells/"
    assert (link.get("hreflang"), link.get("lang"), link.get("dir")) == ("en", "en", "ltr")
    assert "anglais" in words(one(link, "ancestor::*[self::li or self::p][1]"))


@pytest.mark.parametrize(("code", "name", "direction"), [("fr", "(anglais)", "ltr"), ("ar", "(الإنجليزية)", "rtl")])
def test_a_markdown_link_to_an_article_leads_to_the_original_and_says_so(
    built: Built, code: str, name: str, direction: str
) -> None:
    link = one(built.page(f"{code}/"), "//article//a[text()='about wells']")
    label = one(link, "following-sibling::*[1]")
    assert leads(f"{code}/", link) == "news/2026/wells/"
    assert link.get("hreflang") == "en"
    assert (words(label), label.get("lang"), label.get("dir")) == (name, code, direction)


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_a_markdown_link_to_a_copied_page_stays_in_the_readers_chrome(built: Built, code: str) -> None:
    link = one(built.page(f"{code}/"), "//article//a[text()='about water']")
    assert leads(f"{code}/", link) == f"{code}/topics/water/"
    assert "hreflang" not in link.attrib


def test_the_menu_says_in_which_language_a_page_is(built: Built) -> None:
    link = one(built.page("ar/"), "//nav[@id='menu']//a[text()='Water']")
    assert leads("ar/", link) == "ar/topics/water/"
    assert (link.get("lang"), link.get("dir")) == ("en", "ltr")


def _switcher(built: Built, url: str) -> dict[str, tuple[str | None, str]]:
    """The switcher of a page: language → where it leads (None when nowhere), and what it says of that."""
    items = built.page(url).xpath("//nav[@class='languages']//li")
    names = [item.xpath("*[@lang]")[0] for item in items]
    notes = [words(item).removeprefix(words(name)).strip() for item, name in zip(items, names, strict=True)]
    leading = [leads(url, name) if name.tag == "a" else None for name in names]
    return {name.get("lang"): pair for name, pair in zip(names, zip(leading, notes, strict=True), strict=True)}


def test_the_switcher_of_an_article_says_what_is_not_translated(built: Built) -> None:
    assert _switcher(built, "news/2026/wells/") == {
        "en": (None, ""),
        "fr": (None, "(not translated)"),
        "ar": (None, "(not translated)"),
    }


def test_the_switcher_of_a_copied_page_stays_on_the_page_and_says_what_is_not_translated(built: Built) -> None:
    assert _switcher(built, "fr/policies/gifts/") == {
        "en": ("policies/gifts/", ""),
        "fr": (None, ""),
        "ar": ("ar/policies/gifts/", f"({spoken('fr', 'not translated')})"),
    }
    assert _switcher(built, "ar/ethics/") == {
        "en": ("ethics/", ""),
        "fr": ("fr/ethics/", f"({spoken('ar', 'not translated')})"),
        "ar": (None, f"({spoken('ar', 'not translated')})"),
    }


def test_the_summary_counts_what_is_untranslated(built: Built) -> None:
    counted = dict(re.findall(r"^  (\w+): \d+ pages; (\w+) untranslated$", built.said, re.M))
    assert counted == {"ar": "4", "en": "none", "fr": "3"}
