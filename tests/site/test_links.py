"""A link in Markdown names a page once for all languages, or one language on purpose; both arrive."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement
from tests.attachments.makings import pdf
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, home, leads, one, page, words

LINKS = """
[plain](../guide/index.md), [place](../guide/index.md#how-to-ask), [here](#a-heading), [up](../index.md),
[by reference][guide], [angled](<../guide/index.md>), [foreign](../deep/leaf/index.md), [file](../guide/form.pdf).

## A heading

[guide]: ../guide/index.md "The guide"
"""


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """A page of links in three languages, with the same targets in each."""
    done = tiny(
        home("[guide](guide/index.md)")
        | {
            "links/index.md": page("Links", LINKS + "[ar](../guide/index.ar.md#how-to-ask)", reviewed=REVIEWED),
            "links/index.fr.md": page(
                "Liens", LINKS + "[en](../guide/index.en.md), [en-place](../guide/index.en.md#who)"
            ),
            "links/index.ar.md": page("روابط", LINKS + "[fr](../guide/index.fr.md), [self](index.ar.md#a-heading)"),
            "guide/index.md": page("Guide", "## Who\n\nA.\n\n## How to ask\n\nB.", reviewed=REVIEWED),
            "guide/index.fr.md": page("Guide", "## Qui\n\nA.\n\n## Comment demander\n\nB."),
            "guide/index.ar.md": page("دليل", "## من\n\nA.\n\n## كيف تسأل\n\nB."),
            "guide/form.pdf": pdf(),
            "deep/leaf/index.md": page("Deep", "[guide](../../guide/index.md#who)", reviewed=REVIEWED),
        }
    )
    assert done.code == 0, done.said
    return done


def _link(built: Built, url: str, text: str) -> HtmlElement:
    return one(built.page(url), f"//article//a[text()='{text}']")


@pytest.mark.parametrize("root", ["", "fr/", "ar/"])
@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("plain", "guide/"),
        ("place", "guide/#how-to-ask"),
        ("here", "links/#a-heading"),
        ("up", ""),
        ("by reference", "guide/"),
        ("angled", "guide/"),
        ("foreign", "deep/leaf/"),
    ],
)
def test_a_link_without_a_language_stays_in_the_readers(built: Built, root: str, text: str, target: str) -> None:
    link = _link(built, f"{root}links/", text)
    assert leads(f"{root}links/", link) == root + target
    assert "hreflang" not in link.attrib


@pytest.mark.parametrize(
    ("url", "text", "target", "code", "said"),
    [
        ("links/", "ar", "ar/guide/#how-to-ask", "ar", "(Arabic)"),
        ("fr/links/", "en", "guide/", "en", "(anglais)"),
        ("fr/links/", "en-place", "guide/#who", "en", "(anglais)"),
        ("ar/links/", "fr", "fr/guide/", "fr", "(الفرنسية)"),
    ],
)
def test_a_link_to_one_language_leads_there_and_says_so(
    built: Built, url: str, text: str, target: str, code: str, said: str
) -> None:
    link = _link(built, url, text)
    assert leads(url, link) == target
    assert link.get("hreflang") == code
    assert words(one(link, "following-sibling::span[1]")) == said


def test_a_link_that_names_its_own_language_is_not_marked(built: Built) -> None:
    link = _link(built, "ar/links/", "self")
    assert leads("ar/links/", link) == "ar/links/#a-heading"
    assert "hreflang" not in link.attrib


@pytest.mark.parametrize("root", ["", "fr/", "ar/"])
def test_a_file_is_the_same_for_every_language(built: Built, root: str) -> None:
    link = _link(built, f"{root}links/", "file")
    assert leads(f"{root}links/", link) == "guide/form.pdf"
    assert "hreflang" not in link.attrib


@pytest.mark.parametrize("root", ["fr/", "ar/"])
def test_links_in_a_copied_text_lead_to_the_readers_language(built: Built, root: str) -> None:
    url = f"{root}deep/leaf/"
    assert leads(url, _link(built, url, "guide")) == f"{root}guide/#who"


def test_every_link_of_the_site_arrives(built: Built) -> None:
    for path in sorted(built.folder.rglob("index.html")):
        url = path.parent.relative_to(built.folder).as_posix().removeprefix(".")
        url = f"{url}/" if url else ""
        for link in built.page(url).xpath("//a[@href][not(starts-with(@href, 'http'))]"):
            target, _, place = leads(url, link).partition("#")
            assert (built.folder / target).exists(), (url, target)
            assert not place or built.page(target).xpath("//*[@id=$id]", id=place), (url, target, place)
