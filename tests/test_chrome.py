"""What stands around a text: the languages to switch to, what search engines are told, the way up."""

from __future__ import annotations

import pytest
from tests.drafts import ARABIC, DRAWING, ENGLISH, FRENCH, Files, sound
from tests.site.writing import REVIEWED, page

from knowledge.catalogue import Catalogue
from knowledge.chrome import View, view
from knowledge.languages import Language

SITE = "https://host/kb/"
FILES: Files = {
    "index.fr.md": page("Accueil"),
    "topics/index.md": page("All the topics", short="Topics", reviewed=REVIEWED),
    "topics/index.fr.md": page("Thèmes"),
    "topics/water/index.md": page("Water", "one two three", reviewed=REVIEWED),
    "topics/water/index.ar.md": page("ماء"),
    "about/deep/index.md": page("Deep", reviewed=REVIEWED),
    "about/arabic/index.ar.md": page("عنا", reviewed=REVIEWED),
    "news/2024/rain/index.ar.md": page("مطر", date="2024-01-01", topics=["water"]),
    "news/2024/sun/index.md": page("Sun", date="2024-01-02", topics=["water"], image="sun.svg", image_alt="The sun"),
    "news/2024/sun/index.fr.md": page("Soleil", image_alt="Le soleil"),
    "news/2024/sun/sun.svg": DRAWING,
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("chrome"), FILES)


def seen(catalogue: Catalogue, page_id: str, reader: Language) -> View:
    return view(catalogue.entries[page_id], reader, catalogue, SITE)


def test_the_switcher_stays_on_the_page_in_every_language(catalogue: Catalogue) -> None:
    switcher = seen(catalogue, "topics/water", ARABIC).switcher
    assert [(switch.language.code, switch.url, switch.written, switch.current) for switch in switcher] == [
        ("en", "topics/water/", True, False),
        ("fr", "fr/topics/water/", False, False),
        ("ar", "ar/topics/water/", True, True),
    ]


def test_the_switcher_leads_nowhere_for_an_article_without_that_text(catalogue: Catalogue) -> None:
    switcher = seen(catalogue, "news/2024/sun", ENGLISH).switcher
    assert [(switch.url, switch.written) for switch in switcher] == [
        ("news/2024/sun/", True),
        ("fr/news/2024/sun/", True),
        (None, False),
    ]


def test_the_switcher_of_the_first_page_leads_to_the_roots(catalogue: Catalogue) -> None:
    assert [switch.url for switch in seen(catalogue, "", FRENCH).switcher] == ["", "fr/", "ar/"]


@pytest.mark.parametrize(
    ("page_id", "reader", "told"),
    [
        ("", ENGLISH, {"en": "", "fr": "fr/", "x-default": ""}),
        (
            "topics/water",
            ARABIC,
            {"en": "topics/water/", "ar": "ar/topics/water/", "x-default": "topics/water/"},
        ),
        ("about/arabic", ARABIC, {"ar": "ar/about/arabic/", "x-default": "ar/about/arabic/"}),
        ("news/2024/rain", ARABIC, {"ar": "ar/news/2024/rain/", "x-default": "ar/news/2024/rain/"}),
    ],
)
def test_search_engines_are_told_of_real_translations_and_a_default(
    catalogue: Catalogue, page_id: str, reader: Language, told: dict[str, str]
) -> None:
    found = seen(catalogue, page_id, reader).alternates
    assert {link.hreflang: link.url for link in found} == {code: SITE + url for code, url in told.items()}


def test_translations_are_told_of_each_other_alike(catalogue: Catalogue) -> None:
    views = [seen(catalogue, "topics/water", reader) for reader in (ENGLISH, ARABIC)]
    assert views[0].alternates == views[1].alternates


def test_an_untranslated_page_tells_of_its_original_alone(catalogue: Catalogue) -> None:
    french = seen(catalogue, "topics/water", FRENCH)
    assert french.untranslated
    assert french.alternates == []
    assert french.canonical == f"{SITE}topics/water/"
    assert seen(catalogue, "about/arabic", ENGLISH).canonical == f"{SITE}ar/about/arabic/"


@pytest.mark.parametrize(
    ("page_id", "reader", "url"),
    [("", ENGLISH, ""), ("", FRENCH, "fr/"), ("topics/water", ARABIC, "ar/topics/water/")],
)
def test_a_written_page_is_its_own_original(catalogue: Catalogue, page_id: str, reader: Language, url: str) -> None:
    found = seen(catalogue, page_id, reader)
    assert not found.untranslated
    assert found.canonical == SITE + url


@pytest.mark.parametrize(
    ("page_id", "reader", "labels"),
    [
        ("", ENGLISH, []),
        ("topics", ENGLISH, ["Home"]),
        ("topics/water", ENGLISH, ["Home", "Topics"]),
        ("topics/water", FRENCH, ["Accueil", "Thèmes"]),
        ("topics/water", ARABIC, ["Home", "Topics"]),
        ("about/deep", ENGLISH, ["Home"]),
    ],
)
def test_the_path_leads_from_the_first_page_down(
    catalogue: Catalogue, page_id: str, reader: Language, labels: list[str]
) -> None:
    assert [card.label for card in seen(catalogue, page_id, reader).path] == labels


def test_an_article_shows_its_picture_and_other_pages_none(catalogue: Catalogue) -> None:
    assert seen(catalogue, "news/2024/sun", FRENCH).picture
    assert not seen(catalogue, "news/2024/rain", ARABIC).picture
    assert not seen(catalogue, "topics/water", ENGLISH).picture


def test_a_short_text_takes_a_minute(catalogue: Catalogue) -> None:
    assert seen(catalogue, "topics/water", ENGLISH).minutes == 1
