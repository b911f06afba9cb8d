"""Markdown from strangers publishes words, never code, and names only facts that exist."""

from __future__ import annotations

import re

import pytest
from tests.conftest import Built, Site
from tests.site.writing import REVIEWED, home, one, page, picture, words

OURS = re.compile(r"assets/kept/site\.[0-9a-f]{10}\.js$")

HOSTILE = """
<script>alert("block")</script>

Inline <script>alert("inline")</script> words <img src="x.png" alt="A" onerror="alert('image')"> here.

<div onclick="alert('click')" style="position:fixed" markdown="1">A box.</div>

<a href=" javascript:alert('raw')">raw</a> and [written](tel:+4588327000){onclick=alert('attribute') style=color:red}

<svg onload="alert('svg')"><use href="data:image/svg+xml,x"/></svg>
<iframe src="https://example.org/"></iframe><object data="x"></object><form action="https://example.org/"><input name="p"></form>
<style>body { display: none }</style><link rel="stylesheet" href="https://example.org/a.css"><base href="https://example.org/">
<meta http-equiv="refresh" content="0; https://example.org/">

## Heading <img src="x.png" alt="A" onerror="alert('heading')"> <script>alert("contents")</script>

## Second `<script>alert("code")</script>`

## Third &lt;script&gt;alert("entity")&lt;/script&gt;

| table |
|---|
| <b onmouseover="alert('cell')">cell</b> |

[^1]: <script>alert("note")</script>

A note[^1].
"""
BREAKING = """</title></h1>"><script>alert("title")</script><b onclick='alert(1)' a=\""""
"""A title that would break out of an element or an attribute."""


@pytest.fixture(scope="module")
def built(tiny: Site) -> Built:
    """A site whose pages say hostile things in their text, their titles and their names."""
    told = {"summary": BREAKING, "short": BREAKING}
    done = tiny(
        home()
        | {
            "hostile/index.md": page("Hostile", HOSTILE, reviewed=REVIEWED),
            "hostile/x.png": picture(),
            "topics/index.md": page("Topics", reviewed=REVIEWED),
            "topics/t/index.md": page(BREAKING, "Text.", reviewed=REVIEWED, menu=1, **told),
            "topics/t/deep/index.md": page("Deep", reviewed=REVIEWED),
            "people/p/index.md": page(BREAKING, "Text.", role=BREAKING, reviewed=REVIEWED, **told),
            "news/index.md": page("News", reviewed=REVIEWED),
            "news/2026/a/index.ar.md": page(
                BREAKING, "Text.", date="2026-01-05", topics=["t"], image="i.png", image_alt=BREAKING, **told
            ),
            "news/2026/a/i.png": picture(),
            "search/index.md": page("Search", reviewed=REVIEWED),
            "a-z/index.md": page("Contents", reviewed=REVIEWED),
        }
    )
    assert done.code == 0, done.said
    return done


def _pages(built: Built) -> list[str]:
    return sorted(path.parent.relative_to(built.folder).as_posix() for path in built.folder.rglob("index.html"))


def test_no_page_runs_what_a_contributor_wrote(built: Built) -> None:
    for url in _pages(built):
        root = built.page(url)
        scripts = root.xpath("//script[not(@type = 'application/ld+json')]")
        assert [bool(OURS.search(script.get("src", "inline"))) for script in scripts] == [True], url
        assert not root.xpath("//@*[starts-with(name(), 'on') or name() = 'style']"), url
        assert not root.xpath("//@*[contains(., 'javascript:') or starts-with(., 'data:')]"), url


def test_no_page_embeds_or_redirects(built: Built) -> None:
    for url in _pages(built):
        root = built.page(url)
        assert not root.xpath("//iframe | //object | //embed | //base | //style | //svg"), url
        assert root.xpath("//meta/@http-equiv") == ["Content-Security-Policy"], url
        assert not root.xpath("//form[contains(@action, '//')] | //article//input[not(@type = 'radio')]"), url
        assert all(not re.match("https?:", link.get("href", "")) for link in root.xpath("//link[@rel='stylesheet']"))


def test_words_around_the_code_stay(built: Built) -> None:
    text = words(one(built.page("hostile"), "//article"))
    assert all(word in text for word in ("Inline", "words", "here.", "A box.", "raw", "written", "cell", "A note"))


def test_code_that_is_shown_stays_as_written(built: Built) -> None:
    assert one(built.page("hostile"), "//h2/code").text == '<script>alert("code")</script>'


def test_titles_are_shown_as_they_are_written(built: Built) -> None:
    shown = re.sub(r"\s+", " ", BREAKING)
    root = built.page("topics/t")
    assert words(one(root, "//h1")) == shown
    assert one(root, "//head/title").text == f"{shown} – Tiny site"
    assert one(root, "//meta[@name='description']").get("content") == shown
    assert words(one(built.page("topics/t/deep"), "//nav[@class='path']//li[3]")) == shown
    assert words(one(root, "//nav[@id='menu']//li")) == shown


def test_the_table_of_contents_shows_headings_as_they_read(built: Built) -> None:
    listed = [words(link) for link in one(built.page("hostile"), "//nav[@id='contents']").iter("a")]
    assert listed[1:] == ['Second <script>alert("code")</script>', 'Third <script>alert("entity")</script>']


def test_alternative_words_are_shown_as_they_are_written(built: Built) -> None:
    picture = one(built.page("ar/news/2026/a"), "//img[@class='picture']")
    assert picture.get("alt") == BREAKING


@pytest.mark.parametrize(
    "link",
    [
        "[a](javascript:alert)",
        "[a](JaVaScRiPt:alert)",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a]\n\n[a]: javascript:alert",
        '<a href="javascript:alert">a</a>',
    ],
)
def test_a_link_that_runs_code_is_refused(site: Site, link: str) -> None:
    failed = site({"index.md": page("Home", link, reviewed=REVIEWED)})
    assert failed.code == 1
    assert "is not a kind of link this site has: link to https://, mailto: or tel:" in failed.said


@pytest.mark.parametrize(
    ("text", "facts", "said"),
    [
        (
            "Write to {{ reprot.email }}.",
            True,
            "6: fact: there is no fact 'reprot.email': did you mean {{ report.email }}?",
        ),
        ("{{ config.site_url }}", True, "6: fact: there is no fact 'config.site_url': add it to facts.yml"),
        ("{{ report.email }}", False, "6: fact: there is no fact 'report.email': add it to facts.yml"),
        ("{{ 7 * 7 }}", True, "6: fact: there is no fact '7 * 7': add it to facts.yml"),
    ],
)
def test_a_placeholder_with_an_unknown_name_is_refused(site: Site, text: str, facts: bool, said: str) -> None:
    data = "report:\n  email: concerns@example.org\n" if facts else ""
    failed = site({"index.md": page("Home", text, reviewed=REVIEWED), "facts.yml": data})
    assert failed.code == 1
    assert f"content/index.md:{said}" in failed.said
