"""Whoever opens a page finds the feeds of its language, and what a feed reader then fetches is valid."""

from __future__ import annotations

import pytest
from lxml import etree, html
from lxml.html import HtmlElement
from tests.atom import faults
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, home, leads, page

HOST = "https://host/kb/"


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """A topic, a policy and more articles than a list shows, all in English; in Arabic the topic and one article."""
    facts = {"identifier": "gifts", "version": 1, "status": "in-force", "reviewed": REVIEWED}
    facts |= {"effective": "2026-01-06", "adopted_by": "The board"}
    articles = {
        f"news/2026/of-{day}/index.md": page(f"Of {day}", date=f"2026-02-{day}", topics=["water"])
        for day in range(10, 20)
    }
    done = tiny(
        home()
        | articles
        | {
            "topics/water/index.md": page("Water", reviewed=REVIEWED),
            "topics/water/index.ar.md": page("المياه"),
            "policies/index.md": page("Policies", reviewed=REVIEWED),
            "policies/gifts/index.md": page("Gifts", "Refuse them.", **facts),
            "news/index.md": page("News", reviewed=REVIEWED),
            "news/2026/index.md": page("2026", reviewed=REVIEWED),
            "news/2026/of-10/index.ar.md": page("العاشر"),
        },
        site_url=HOST,
    )
    assert done.code == 0, done.said
    return done


def offered(root: HtmlElement, url: str) -> list[tuple[str, str]]:
    """The feeds that a page offers: where they lie from the root of the site, and what they are called."""
    links = root.xpath("/html/head/link[@rel='alternate'][@type='application/atom+xml']")
    return [(leads(url, link), link.get("title", "")) for link in links]


@pytest.mark.parametrize(
    ("url", "feeds"),
    [
        ("", [("feed.xml", "Tiny site")]),
        ("news/2026/of-12/", [("feed.xml", "Tiny site")]),
        ("news/page/1/", [("feed.xml", "Tiny site")]),
        ("topics/water/", [("feed.xml", "Tiny site"), ("topics/water/feed.xml", "Water – Tiny site")]),
        ("policies/", [("feed.xml", "Tiny site"), ("policies/feed.xml", "Policy changes – Tiny site")]),
        (
            "fr/policies/",
            [
                ("fr/feed.xml", "International Media Support"),
                ("fr/policies/feed.xml", "Modifications des politiques – International Media Support"),
            ],
        ),
        ("ar/policies/gifts/", [("ar/feed.xml", "منظمة دعم الإعلام الدولي")]),
        (
            "ar/topics/water/",
            [
                ("ar/feed.xml", "منظمة دعم الإعلام الدولي"),
                ("ar/topics/water/feed.xml", "المياه – منظمة دعم الإعلام الدولي"),
            ],
        ),
    ],
)
def test_a_page_offers_its_feeds_in_the_readers_language(built: Built, url: str, feeds: list[tuple[str, str]]) -> None:
    assert offered(built.page(url), url) == feeds


@pytest.mark.parametrize("root", ["", "fr/", "ar/"])
def test_every_page_of_a_language_offers_its_feed_and_every_feed_offered_is_there(built: Built, root: str) -> None:
    others = {"fr", "ar"} - {root.rstrip("/")}
    pages = [path.parent.relative_to(built.folder).as_posix() for path in (built.folder / root).rglob("index.html")]
    urls = ["" if name == "." else f"{name}/" for name in pages if name.partition("/")[0] not in others or root]
    assert len(urls) > 5
    for url in urls:
        found = [path for path, _ in offered(built.page(url), url)]
        assert found[0] == f"{root}feed.xml"
        assert all((built.folder / path).is_file() for path in found)


def test_lost_readers_are_offered_the_feed_of_their_language(built: Built) -> None:
    root = html.document_fromstring((built.folder / "ar/404.html").read_text("utf-8"))
    (link,) = root.xpath("//link[@type='application/atom+xml']")
    assert link.get("href") == "/kb/ar/feed.xml"


@pytest.mark.parametrize("root", ["", "fr/", "ar/"])
@pytest.mark.parametrize("path", ["feed.xml", "topics/water/feed.xml", "policies/feed.xml"])
def test_every_feed_is_valid_and_tells_its_own_address(built: Built, root: str, path: str) -> None:
    document = (built.folder / root / path).read_text("utf-8")
    assert faults(document) == []
    assert f"<id>{HOST}{root}{path}</id>" in document


def test_every_text_that_a_feed_names_is_there(built: Built) -> None:
    roots = [etree.parse(path) for path in built.folder.rglob("feed.xml")]
    links = {link.get("href", "").removeprefix(HOST) for root in roots for link in root.iterfind("{*}entry/{*}link")}
    assert {"news/2026/of-12/", "ar/news/2026/of-10/", "fr/policies/gifts/"} <= links
    assert [url for url in links if not built.has(url)] == []


def test_a_site_without_an_address_offers_no_feed(site: Site) -> None:
    done = site(
        {
            "news/2026/wells/index.md": page("Wells", date="2026-02-03", topics=["water"]),
            "news/2026/index.md": page("2026", reviewed=REVIEWED),
            "topics/water/index.md": page("Water", reviewed=REVIEWED),
        },
        site_url="",
    )
    assert done.code == 0, done.said
    assert list(done.folder.rglob("feed.xml")) == []
    assert offered(done.page(""), "") == []


def test_the_feeds_of_our_own_site_are_valid(real: Built) -> None:
    found = {path: faults(path.read_text("utf-8")) for path in real.folder.rglob("feed.xml")}
    assert found
    assert [fault for faults in found.values() for fault in faults] == []
