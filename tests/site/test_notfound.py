"""An address that leads nowhere is answered in the reader's language, with links that work from anywhere."""

from __future__ import annotations

import pytest
from lxml import html
from lxml.html import HtmlElement
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, home, leads, one, page, spoken, words

HOSTS = {"https://host/kb/": "/kb/", "https://host/": "/", "": "/"}
"""The address of a site and the path it lies under."""

ROOTS = {"": ("en", "ltr"), "fr/": ("fr", "ltr"), "ar/": ("ar", "rtl")}
"""Where each language lives, its code and direction."""

TITLE, ONWARD = "Page not found", "Go to the first page"


@pytest.fixture(scope="module", params=HOSTS, ids=["below a path", "at the root", "nowhere yet"])
def built(request: pytest.FixtureRequest, tiny: Site) -> tuple[Built, str]:
    """A site with a menu, and the path it lies under."""
    done = tiny(
        home()
        | {
            "about/index.md": page("About", reviewed=REVIEWED, menu=1),
            "a-z/index.md": page("Contents", reviewed=REVIEWED),
            "search/index.md": page("Search", reviewed=REVIEWED),
        },
        site_url=request.param,
    )
    assert done.code == 0, done.said
    return done, HOSTS[request.param]


def _lost(built: Built, root: str) -> HtmlElement:
    return html.document_fromstring((built.folder / root / "404.html").read_text("utf-8"))


@pytest.mark.parametrize("root", ROOTS)
def test_each_language_has_its_own_page(built: tuple[Built, str], root: str) -> None:
    site, path = built
    code, direction = ROOTS[root]
    lost = _lost(site, root)
    first = lost.xpath("//article//a")[0]
    assert (lost.get("lang"), lost.get("dir")) == (code, direction)
    assert words(one(lost, "//h1")) == spoken(code, TITLE)
    assert words(one(lost, "//head/title")).startswith(f"{spoken(code, TITLE)} – ")
    assert (leads("", first), words(first)) == (f"{path[1:]}{root}", spoken(code, ONWARD))


def test_the_one_at_the_root_speaks_every_language(built: tuple[Built, str]) -> None:
    site, path = built
    others = _lost(site, "").xpath("//main/section")
    assert len(others) == 2
    for section, (root, (code, direction)) in zip(others, list(ROOTS.items())[1:], strict=True):
        link = one(section, ".//a")
        assert (section.get("lang"), section.get("dir")) == (code, direction)
        assert words(one(section, "h2")) == spoken(code, TITLE)
        assert (link.get("href"), link.get("hreflang")) == (f"{path}{root}", code)
        assert words(link) == spoken(code, ONWARD)


@pytest.mark.parametrize("root", ["fr/", "ar/"])
def test_the_others_speak_one(built: tuple[Built, str], root: str) -> None:
    assert not _lost(built[0], root).xpath("//main/section")


@pytest.mark.parametrize("root", ROOTS)
def test_every_address_on_it_works_from_any_depth(built: tuple[Built, str], root: str) -> None:
    site, path = built
    lost = _lost(site, root)
    addresses = lost.xpath("//link/@href | //script/@src | //a/@href[. != '#content'] | //img/@src")
    assert len(addresses) > 6
    for address in addresses:
        assert address.startswith(path), address
        target = site.folder / address.removeprefix(path)
        assert target.is_file() or (target / "index.html").is_file(), address


@pytest.mark.parametrize("root", ROOTS)
def test_the_search_field_works_from_any_depth(built: tuple[Built, str], root: str) -> None:
    form = one(_lost(built[0], root), "//form[@role='search']")
    assert form.get("action") == f"{built[1]}{root}a-z/"
    assert form.get("data-search") == f"{built[1]}{root}search/"


@pytest.mark.parametrize("root", ROOTS)
def test_search_engines_do_not_list_it(built: tuple[Built, str], root: str) -> None:
    assert one(_lost(built[0], root), "//meta[@name='robots']").get("content") == "noindex"
    assert "404" not in (built[0].folder / "sitemap.xml").read_text("utf-8")
