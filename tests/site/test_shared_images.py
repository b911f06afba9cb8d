"""A picture lies once beside its page and serves every language, unless a language has its own."""

from __future__ import annotations

import pytest
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, home, leads_to, one, page, picture

from knowledge import renditions

SHARED, ENGLISH, FRENCH = picture("red"), picture("green"), picture("blue")


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """A page in three languages with a shared picture and one with words in it; an article with its own picture."""
    facts = {"date": "2026-02-03", "topics": ["water"], "image": "river.png"}
    done = tiny(
        home("![A map](about/map.png)")
        | {
            "about/index.md": page("About", "![A card](card.png) ![A sign](sign.png)", reviewed=REVIEWED),
            "about/index.fr.md": page("À propos", "![Une carte](card.png) ![Un panneau](sign.png)"),
            "about/index.ar.md": page("من نحن", "![بطاقة](card.png) ![لافتة](sign.png)"),
            "about/card.png": SHARED,
            "about/map.png": SHARED,
            "about/sign.png": ENGLISH,
            "about/sign.fr.png": FRENCH,
            "copied/index.md": page("Copied", "![A plan](plan.png)", reviewed=REVIEWED),
            "copied/plan.png": SHARED,
            "topics/water/index.md": page("Water", reviewed=REVIEWED),
            "news/2026/river/index.md": page("River", "Water.", image_alt="The river", **facts),
            "news/2026/river/index.ar.md": page("النهر", image_alt="النهر"),
            "news/2026/river/index.fr.md": page("Fleuve", image_alt="Le fleuve"),
            "news/2026/river/river.png": SHARED,
            "news/2026/river/river.fr.png": FRENCH,
        }
    )
    assert done.code == 0, done.said
    return done


def _shown(built: Built, url: str, alt: str) -> bytes:
    """The original of the picture that a page shows under some alternative words."""
    image = one(built.page(url), f"//img[@alt='{alt}']")
    made = (built.folder / leads_to(url, image.get("src", ""))).read_bytes()
    return next(original for original in (SHARED, ENGLISH, FRENCH) if made == renditions.make(original)[0][2])


@pytest.mark.parametrize(
    ("url", "alt"),
    [("about/", "A card"), ("fr/about/", "Une carte"), ("ar/about/", "بطاقة"), ("", "A map"), ("fr/", "A map")],
)
def test_translations_share_a_picture_each_with_its_own_words_for_it(built: Built, url: str, alt: str) -> None:
    assert _shown(built, url, alt) == SHARED


def test_a_language_shows_its_own_variant_of_a_picture(built: Built) -> None:
    assert _shown(built, "fr/about/", "Un panneau") == FRENCH


@pytest.mark.parametrize(("url", "alt"), [("about/", "A sign"), ("ar/about/", "لافتة")])
def test_languages_without_a_variant_show_the_shared_one(built: Built, url: str, alt: str) -> None:
    assert _shown(built, url, alt) == ENGLISH


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_the_pictures_of_an_untranslated_page_are_shown_with_it(built: Built, code: str) -> None:
    assert _shown(built, f"{code}/copied/", "A plan") == SHARED


@pytest.mark.parametrize(("url", "alt"), [("news/2026/river/", "The river"), ("ar/news/2026/river/", "النهر")])
def test_the_picture_of_an_article_comes_from_its_source_with_words_in_each_language(
    built: Built, url: str, alt: str
) -> None:
    assert _shown(built, url, alt) == SHARED


def test_the_picture_of_an_article_may_have_a_variant_too(built: Built) -> None:
    assert _shown(built, "fr/news/2026/river/", "Le fleuve") == FRENCH


def test_every_picture_that_a_page_shows_is_there(built: Built) -> None:
    for path in built.folder.rglob("index.html"):
        url = path.parent.relative_to(built.folder).as_posix().removeprefix(".") + "/"
        for image in built.page(url.lstrip("/")).iter("img"):
            assert (built.folder / leads_to(url.lstrip("/"), image.get("src", ""))).is_file(), (url, image.get("src"))
