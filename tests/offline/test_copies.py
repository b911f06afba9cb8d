"""A carried page leads to files that are carried, and to the web for the rest; it fetches nothing."""

from __future__ import annotations

import pytest

from knowledge.offline import copies
from knowledge.offline.copies import Journey

JOURNEY = Journey(
    pages=frozenset({"ar/", "ar/policies/", "ar/policies/gifts/"}),
    files=frozenset(
        {
            "ar/policies/gifts/gifts.pdf",
            "documents/all.zip",
            "ar/feed.xml",
            "assets/a.css",
            "news/a b.webp",
            "news/b.webp",
        }
    ),
    web="https://host/kb/",
)
HERE = "ar/policies/gifts/"


def copied(body: str, head: str = "", journey: Journey = JOURNEY) -> tuple[str, set[str]]:
    root = copies.parsed(f"<!doctype html><html lang=ar><head>{head}</head><body>{body}</body></html>")
    needed = copies.carry(root, HERE, journey)
    return copies.written(root), needed


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("../", "../index.html"),
        ("./", "index.html"),
        ("../../", "../../index.html"),
        ("../../policies/#s1", "../index.html#s1"),
        ("#s1", "#s1"),
        ("gifts.pdf", "gifts.pdf"),
        ("../../../policies/gifts/", "https://host/kb/policies/gifts/"),
        ("../../../policies/gifts/#s1", "https://host/kb/policies/gifts/#s1"),
        ("../../../", "https://host/kb/"),
        ("../../../documents/all.zip", "https://host/kb/documents/all.zip"),
        ("../../feed.xml", "https://host/kb/ar/feed.xml"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+4512", "tel:+4512"),
    ],
)
def test_where_a_link_leads(address: str, wanted: str) -> None:
    assert f'<a href="{wanted}">' in copied(f'<a href="{address}">x</a>')[0]


def test_a_link_that_leads_nowhere_is_none_any_more() -> None:
    page, _ = copied('<a href="../../../policies/">x</a>', journey=Journey(JOURNEY.pages, JOURNEY.files, ""))
    assert "<a>x</a>" in page


def test_the_files_that_a_page_needs_are_told() -> None:
    body = '<a href="gifts.pdf">x</a><img src="../../../news/a%20b.webp">'
    _, needed = copied(body, '<link rel="stylesheet" href="../../../assets/a.css">')
    assert needed == {"ar/policies/gifts/gifts.pdf", "news/a b.webp", "assets/a.css"}


def test_of_each_picture_only_the_narrowest_is_carried() -> None:
    sources = (
        'src="../../../news/wide.webp" sizes="100vw" srcset="../../../news/wide.webp 960w, ../../../news/b.webp 480w"'
    )
    page, needed = copied(f"<img {sources}>")
    assert needed == {"news/b.webp"}
    assert '<img src="../../../news/b.webp">' in page


def test_what_only_the_web_or_a_fetching_script_needs_is_taken_out() -> None:
    head = '<link rel="alternate" href="../../feed.xml"><link rel="preload" href="x"><meta property="og:a" content="b">'
    head += '<link rel="canonical" href="https://host/kb/ar/"><script type="application/ld+json">{}</script>'
    body = '<section class="band listing" data-more="page/1/" data-each="24">y</section><form class="facets">z</form>'
    page, _ = copied(body, head)
    assert [gone for gone in ("alternate", "preload", "og:a", "ld+json", "data-more", "facets") if gone in page] == []
    assert "canonical" in page
    assert 'data-each="24">y</section>' in page


def test_a_search_leads_to_a_file() -> None:
    assert 'action="../index.html" data-search="index.html"' in copied('<form action="../" data-search="./"></form>')[0]


@pytest.mark.parametrize(("direction", "arrow"), [("ltr", "↗"), ("rtl", "↖")])
def test_a_link_to_the_web_shows_that_it_needs_a_connection(direction: str, arrow: str) -> None:
    leave = '<aside class="leave"><a href="https://a.example/" rel="noreferrer nofollow">Leave</a></aside>'
    body = f'<a href="https://a.example/">A</a><a href="https://a.example/"><bdi>B</bdi></a><a href="c/">C</a>{leave}'
    root = copies.parsed(f"<html dir={direction}><body>{body}</body></html>")
    copies.sign(root, "Online")
    assert [link.text_content() for link in root.iter("a")] == [f"A\u00a0{arrow}", f"B\u00a0{arrow}", "C", "Leave"]
    assert [mark.get("aria-label") for mark in root.iter("span")] == ["Online", "Online"]
