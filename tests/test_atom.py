"""Atom: what is written is valid and says the same in any language, and the judge of that can say no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.atom import LANG, NAMES, faults
from tests.drafts import ARABIC, ENGLISH, FRENCH

from knowledge import atom
from knowledge.atom import Author, Category, Feed, Item
from knowledge.languages import Language

HOST = "https://host/kb/"
WELLS = Item(
    id=f"{HOST}news/2026/wells/",
    url=f"{HOST}news/2026/wells/",
    text=ENGLISH,
    title="Wells & <b>water</b>",
    summary="How deep is deep?",
    updated=date(2026, 3, 2),
    published=date(2026, 3, 1),
    authors=[Author("Ana", f"{HOST}people/ana/")],
    categories=[Category("water", f"{HOST}topics/", "Water", ENGLISH)],
)
FEED = Feed(
    url=f"{HOST}feed.xml",
    page=HOST,
    reader=ENGLISH,
    text=ENGLISH,
    title="Our site",
    subtitle="What we know.",
    author=Author("Our organisation", HOST),
    updated=date(2026, 3, 2),
    items=[WELLS, replace(WELLS, id=f"{HOST}older/", updated=date(2025, 1, 5), published=None, authors=())],
)


def parsed(feed: Feed) -> etree._Element:
    """A feed as a reader's XML parser sees it."""
    return etree.fromstring(atom.document(feed).encode())


def found(feed: Feed, path: str) -> list[str]:
    """What an XPath finds in a feed, as text."""
    return [str(value) for value in parsed(feed).xpath(path, namespaces=NAMES)]


def test_a_feed_is_valid() -> None:
    assert faults(atom.document(FEED)) == []


def test_a_feed_without_entries_is_valid() -> None:
    assert faults(atom.document(replace(FEED, items=[]))) == []


def test_words_are_text_and_never_markup() -> None:
    entry = feedparser.parse(atom.document(FEED).encode()).entries[0]
    assert entry.title_detail.type == "text/plain"
    assert entry.title == "Wells & <b>water</b>"
    assert entry.summary == "How deep is deep?"


def test_a_reader_finds_author_category_and_moments() -> None:
    entry = feedparser.parse(atom.document(FEED).encode()).entries[0]
    assert (entry.author_detail.name, entry.author_detail.href) == ("Ana", f"{HOST}people/ana/")
    assert [(tag.term, tag.scheme, tag.label) for tag in entry.tags] == [("water", f"{HOST}topics/", "Water")]
    assert (entry.published, entry.updated) == ("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z")


def test_a_reader_knows_where_the_feed_lies_and_what_it_belongs_to() -> None:
    told = feedparser.parse(atom.document(FEED).encode()).feed
    assert (told.id, told.link) == (f"{HOST}feed.xml", HOST)
    assert [link.href for link in told.links if link.rel == "self"] == [f"{HOST}feed.xml"]


def test_every_text_says_its_language() -> None:
    """A document without an Arabic text, told of in Arabic."""
    foreign = replace(WELLS, summary="النص باللغة الإنجليزية.", categories=[Category("w", HOST, "المياه", ARABIC)])
    feed = replace(FEED, reader=ARABIC, text=FRENCH, items=[foreign])
    spoken = {
        "feed": "/a:feed",
        "title": "/a:feed/a:title",
        "subtitle": "/a:feed/a:subtitle",
        "entry": "//a:entry",
        "entry title": "//a:entry/a:title",
        "summary": "//a:entry/a:summary",
        "category": "//a:entry/a:category",
    }
    nearest = {
        name: found(feed, f"{path}/ancestor-or-self::*[@xml:lang][1]/@xml:lang") for name, path in spoken.items()
    }
    assert nearest == {
        "feed": ["ar"],
        "title": ["fr"],
        "subtitle": ["fr"],
        "entry": ["en"],
        "entry title": ["en"],
        "summary": ["ar"],
        "category": ["ar"],
    }
    assert faults(atom.document(feed)) == []


def test_an_island_in_arabic_words_is_isolated() -> None:
    title = "بلاغ 2026-03-01 من الميدان"
    arabic = replace(WELLS, text=ARABIC, title=title)
    assert found(replace(FEED, items=[arabic]), "//a:entry/a:title/text()") == [
        "بلاغ \u20662026-03-01\u2069 من الميدان"
    ]
    english = replace(WELLS, title=title)
    assert found(replace(FEED, items=[english]), "//a:entry/a:title/text()") == [title]


@settings(deadline=1000)
@given(st.text(), st.text(), st.sampled_from([ENGLISH, FRENCH]))
def test_whatever_the_words_the_feed_is_valid_and_nothing_is_invented(title: str, summary: str, text: Language) -> None:
    item = replace(WELLS, title=title, summary=summary, text=text)
    document = atom.document(replace(FEED, items=[item]))
    assert faults(document) == []
    read = etree.fromstring(document.encode()).findtext("a:entry/a:title", "", NAMES)
    assert set(read) <= set(title) | {"\n"}


OLDER = f"<id>{HOST}older/"
WRONG = {
    "no id": ("<id>https://host/kb/feed.xml</id>\n", "", "Expecting an element id"),
    "a day without an hour": ("-03-02T00:00:00Z</updated>", "-03-02</updated>", "Element updated failed"),
    "a month that is none": ("<published>2026-03-01T", "<published>2026-13-01T", "Extra element published"),
    "two titles": ("<subtitle>", "<title>Ours</title><subtitle>", "Extra element title"),
    "an unknown element": ("<subtitle>", "<headline>x</headline><subtitle>", "Invalid sequence"),
    "a language that is no tag": ('<entry xml:lang="en">', '<entry xml:lang="en_GB">', "Invalid attribute lang"),
    "an entry without its language": ('<entry xml:lang="en">', "<entry >", "entry does not say its language"),
    "an author without a name": ("<name>Ana</name>", "<name></name>", "Element name failed"),
    "a category without a term": ('term="water"', 'word="water"', "Invalid attribute word"),
    "a path for an address": (f'href="{HOST}news/', 'href="news/', "news/2026/wells/ is no full address"),
    "a space in an address": (OLDER, f"<id> {HOST}older/", "Element id failed"),
    "an entry twice": (OLDER, f"<id>{HOST}news/2026/wells/", "stands here twice"),
    "an entry that leads nowhere": ('rel="alternate"', 'rel="related"', "neither content nor a link"),
    "a feed lying nowhere": ('rel="self"', 'rel="via"', "the feed does not say where it lies"),
    "entries out of order": ("<updated>2025-01-05", "<updated>2026-03-03", "the entries are out of order"),
    "a feed older than its entry": ("<updated>2026-03-02", "<updated>2026-03-01", "at different moments"),
    "an entity that is none": ("Wells &amp;", "Wells &eacute;", "Entity 'eacute' not defined"),
    "no author at all": ("author>", "contributor>", "an entry has no author"),
}
ONCE = {"a feed older than its entry"}
"""Changed only where it comes first: in the feed, not in the entry."""


@pytest.mark.parametrize("name", WRONG)
def test_the_judge_refuses(name: str) -> None:
    old, new, said = WRONG[name]
    right = atom.document(FEED)
    wrong = right.replace(old, new, 1 if name in ONCE else -1)
    assert said in "\n".join(faults(wrong))


def test_the_judge_refuses_two_alternates_of_one_kind() -> None:
    link = f'<link rel="alternate" type="text/html" hreflang="en" href="{HOST}" />'
    assert faults(atom.document(FEED).replace(link, link + link)) == [f"two alternates {('text/html', 'en')}"]


def test_the_language_is_written_as_xml_knows_it() -> None:
    assert parsed(FEED).get(LANG) == "en"
