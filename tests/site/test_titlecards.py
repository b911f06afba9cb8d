"""Where the link of an article is shared, its title stands as a picture, and machines find the same facts as readers."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, files, home, page, picture

SITE = "https://example.org/kb/"
ARTICLES = ["news/2026/river/", "fr/news/2026/river/", "ar/news/2026/river/"]
BREAKING = '</script><script>alert("title")</script>" & more'


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """An article in three languages, the source in French, and one in Arabic with a title that would break out."""
    done = tiny(
        home()
        | {
            "topics/water/index.md": page("Water", reviewed=REVIEWED),
            "news/index.md": page("News", reviewed=REVIEWED),
            "news/2026/river/index.fr.md": page(
                "Le fleuve", date="2026-02-03", topics=["water"], image="river.png", image_alt="Le fleuve"
            ),
            "news/2026/river/index.md": page("The river", translated_from="fr", image_alt="The river"),
            "news/2026/river/index.ar.md": page("النهر", translated_from="fr", image_alt="النهر"),
            "news/2026/river/river.png": picture("blue", 500, 300),
            "news/2026/hard/index.ar.md": page(BREAKING, date="2026-02-04", topics=["water"]),
        },
        site_url=SITE,
    )
    assert done.code == 0, done.said
    return done


def _said(built: Built, url: str) -> dict[str, str]:
    """What the head of a page says in Open Graph's properties and their like."""
    found = built.page(url).xpath("//head/meta[@property or @name]")
    return {meta.get("property") or meta.get("name"): meta.get("content") for meta in found}


def _data(built: Built, url: str) -> Any:
    (script,) = built.page(url).xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


def _file(built: Built, address: str) -> bytes:
    assert address.startswith(SITE)
    return files(built.folder)[address.removeprefix(SITE)]


def test_there_is_a_card_for_each_text_and_no_other(built: Built) -> None:
    assert {name for name in files(built.folder) if name.startswith("assets/cards/")} == {
        *(f"assets/cards/{url.rstrip('/')}.png" for url in [*ARTICLES, "ar/news/2026/hard/"])
    }


@pytest.mark.parametrize("url", ARTICLES)
def test_an_article_says_what_its_link_shall_look_like(built: Built, url: str) -> None:
    said = _said(built, url)
    title = built.page(url).findtext(".//h1")
    assert (said["og:type"], said["og:title"], said["og:url"]) == ("article", title, SITE + url)
    assert said["og:description"] == said["description"]
    assert (said["twitter:card"], said["article:published_time"]) == ("summary_large_image", "2026-02-03")
    with Image.open(BytesIO(_file(built, said["og:image"]))) as image:
        size = (said["og:image:width"], said["og:image:height"])
        assert (str(image.width), str(image.height)) == size == ("1200", "630")
    assert said["og:image:alt"] == title


def test_the_cards_of_the_languages_differ(built: Built) -> None:
    assert len({_file(built, _said(built, url)["og:image"]) for url in ARTICLES}) == 3


@pytest.mark.parametrize(("url", "locale"), list(zip(ARTICLES, ["en_US", "fr_FR", "ar_EG"], strict=True)))
def test_the_language_is_named_as_open_graph_wants_it(built: Built, url: str, locale: str) -> None:
    assert _said(built, url)["og:locale"] == locale
    others = built.page(url).xpath("//meta[@property='og:locale:alternate']/@content")
    assert sorted([locale, *others]) == ["ar_EG", "en_US", "fr_FR"]


@pytest.mark.parametrize("url", ARTICLES)
def test_machines_find_the_same_facts(built: Built, url: str) -> None:
    said, data = _said(built, url), _data(built, url)
    assert (data["@type"], data["headline"], data["mainEntityOfPage"]) == (
        "NewsArticle",
        said["og:title"],
        said["og:url"],
    )
    assert data["inLanguage"] == built.page(url).get("lang")
    assert said["og:image"] in data["image"]
    assert all(_file(built, address) for address in data["image"])
    assert len(data["image"]) == 2


def test_translations_and_their_source_name_each_other(built: Built) -> None:
    english, french, arabic = (_data(built, url) for url in ARTICLES)
    assert {english["isBasedOn"], arabic["isBasedOn"]} == {french["@id"]}
    assert {work["@id"] for work in french["workTranslation"]} == {english["@id"], arabic["@id"]}


def test_a_title_cannot_break_out_of_what_is_said_about_it(built: Built) -> None:
    url = "ar/news/2026/hard/"
    assert _data(built, url)["headline"] == _said(built, url)["og:title"] == BREAKING
    scripts = [script for script in built.page(url).iter("script") if script.get("type") != "application/ld+json"]
    assert [script.get("src", "").rpartition("/")[2].partition(".")[0] for script in scripts] == ["site"]


@pytest.mark.parametrize("url", ["", "news/", "topics/water/"])
def test_other_pages_have_no_card(built: Built, url: str) -> None:
    assert not [name for name in _said(built, url) if name.startswith(("og:", "article:", "twitter:"))]
    assert built.page(url).xpath("//script[@type]") == []
