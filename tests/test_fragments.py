"""The clean HTML of a text becomes what a page shows: led, linked, set, isolated and marked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drafts import ARABIC, ENGLISH, FRENCH, LANGUAGES

from knowledge import markup, safety
from knowledge.fragments import Setting, contents, finish, language_at
from knowledge.languages import Language

FRENCH_WORDS = {"Back to the text": "Retour au texte"}


PLACES = {"gone.md": None, "../b/index.md": "../../../ar/news/2026/b/", "map.png": "map-960.png"}
"""Where paths lead; every other one leads where it says."""


def finished(fragment: str, text: Language = ENGLISH, reader: Language | None = None, url: str = "news/2026/a/") -> str:
    """The fragment as a page of the site shows it; a site without pictures."""
    setting = Setting(
        text,
        reader or text,
        url,
        LANGUAGES,
        lambda word: FRENCH_WORDS.get(word, word),
        lambda path: PLACES.get(path, path),
        lambda _: None,
    )
    return markup.serialise(finish(safety.clean(fragment), setting))


@pytest.mark.parametrize("fragment", ["", "words", "<p>A <b>bold</b> word.</p>", "<p>a</p>\n<p>b</p>"])
def test_plain_words_stay_as_they_are(fragment: str) -> None:
    assert finished(fragment) == fragment


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<a href="../b/index.md?q=1#s3-2">b</a>', 'href="../../../ar/news/2026/b/?q=1#s3-2"'),
        ('<img alt="A" src="map.png">', 'src="map-960.png"'),
        ('<a href="m%61p.png">b</a>', 'href="map-960.png"'),
        ('<a href="#here">b</a>', 'href="#here"'),
        ('<a href="https://example.org/gone.md">b</a>', 'href="https://example.org/gone.md"'),
        ('<a href="mailto:a@b.org">b</a>', 'href="mailto:a@b.org"'),
    ],
)
def test_paths_of_files_become_addresses_and_other_addresses_stay(written: str, shown: str) -> None:
    assert shown in finished(f"<p>{written}</p>")


def test_where_nothing_is_left_the_words_stay_and_the_link_goes() -> None:
    assert finished('<p>See <a href="gone.md">the old page</a>.</p>') == "<p>See <a>the old page</a>.</p>"


def test_the_contents_are_the_headings_of_the_second_level_with_their_ids() -> None:
    root = markup.parse('<h2 id="s1">1. <b>Aim</b></h2><h3 id="x">No</h3><h2 id="s2">2. Scope</h2>')
    assert contents(root) == [("s1", "1. Aim"), ("s2", "2. Scope")]


def test_contacts_are_linked_and_then_isolated() -> None:
    assert finished("<p>اتصل +45 88 32 70 00</p>", ARABIC) == (
        '<p>اتصل <a href="tel:+4588327000"><bdi dir="ltr">+45 88 32 70 00</bdi></a></p>'
    )


def test_only_right_to_left_texts_are_isolated() -> None:
    assert "<bdi" not in finished("<p>2026-03-01</p>", ENGLISH, ARABIC)
    assert "<bdi" in finished("<p>2026-03-01</p>", ARABIC, ENGLISH)


def test_a_text_is_set_in_its_own_language_not_in_the_readers() -> None:
    assert finished("<p>Quoi ?</p>", FRENCH, ENGLISH) == "<p>Quoi\u202f?</p>"
    assert finished("<p>What ?</p>", ENGLISH, FRENCH) == "<p>What ?</p>"


@pytest.mark.parametrize(
    ("href", "url", "language"),
    [
        ("../b/", "news/2026/a/", ENGLISH),
        ("../../../ar/news/2026/b/", "news/2026/a/", ARABIC),
        ("../b/#s3-2", "fr/news/2026/a/", FRENCH),
        ("../../../../report/", "fr/news/2026/a/", ENGLISH),
        ("fr/", "", FRENCH),
        ("../", "fr/", ENGLISH),
        ("./", "fr/", FRENCH),
        ("#s3-2", "fr/ethics/", None),
        ("photo.jpg", "fr/ethics/", None),
        ("https://example.org/fr/", "ethics/", None),
        ("mailto:a@b.org", "ethics/", None),
        ("", "ethics/", None),
    ],
)
def test_a_link_leads_to_a_language(href: str, url: str, language: Language | None) -> None:
    assert language_at(href, url, LANGUAGES) == language


def test_a_link_that_leaves_the_readers_language_says_so() -> None:
    found = finished('<p>See <a href="../../../ar/news/2026/b/">this</a>, please.</p>')
    assert found == (
        '<p>See <a href="../../../ar/news/2026/b/" hreflang="ar">this</a>\u00a0'
        '<span lang="en" dir="ltr" class="foreign">(Arabic)</span>, please.</p>'
    )


def test_the_mark_is_in_the_readers_language() -> None:
    found = finished('<p><a href="../../../../news/2026/b/">هذا</a></p>', ARABIC, url="ar/news/2026/a/")
    assert '<span lang="ar" dir="rtl" class="foreign">(الإنجليزية)</span>' in found


@pytest.mark.parametrize("href", ["../b/", "#s3-2", "photo.jpg", "mailto:a@b.org"])
def test_other_links_carry_no_mark(href: str) -> None:
    assert finished(f'<p><a href="{href}">x</a></p>') == f'<p><a href="{href}">x</a></p>'


@pytest.mark.parametrize("href", ["https://example.org/ar/", "http://example.org"])
def test_a_link_to_another_host_tells_it_nothing_of_the_page(href: str) -> None:
    assert finished(f'<p><a href="{href}">x</a></p>') == f'<p><a href="{href}" rel="noreferrer">x</a></p>'


def test_a_wide_table_scrolls_inside_a_box_that_the_keyboard_reaches() -> None:
    table = "<table><tbody><tr><td>a</td></tr></tbody></table>"
    assert finished(f"<p>x</p>{table}tail") == f'<p>x</p><div tabindex="0" class="scroll">{table}</div>tail'


def test_code_can_be_scrolled_by_keyboard() -> None:
    assert finished("<pre><code>a</code></pre>") == '<pre tabindex="0"><code>a</code></pre>'


def test_pictures_load_late() -> None:
    image = markup.parse(finished('<p><img alt="A" src="a.png"></p>')).find(".//img")
    assert image is not None
    assert (image.get("alt"), image.get("src"), image.get("loading")) == ("A", "a.png", "lazy")


def test_a_footnote_leads_back_with_a_name_in_the_readers_language() -> None:
    back = '<a class="footnote-backref" href="#fnref:1" title="Jump back to footnote 1 in the text">↩</a>'
    link = markup.parse(finished(f"<p>{back}</p>", ENGLISH, FRENCH)).find(".//a")
    assert link is not None
    assert (link.get("aria-label"), link.get("title")) == ("Retour au texte", None)


PARTS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<table><tr><td>", "<a href='../ar/b/'>", "a@b.org", "5–7", "« mot »"]
)


@settings(deadline=None)
@given(st.lists(PARTS | st.text(max_size=5), max_size=10).map("".join))
def test_any_fragment_can_be_finished_in_any_language(fragment: str) -> None:
    for language in LANGUAGES.all:
        once = finished(fragment, language)
        assert markup.serialise(markup.parse(once)) == once


def test_what_runs_from_right_to_left_inside_another_text_is_isolated_there_alone() -> None:
    arabic = '<p dir="rtl" lang="ar">اكتب إلى <span dir="rtl">2026-03-01</span> و 2026-03-02</p>'
    found = finished(f"<div>{arabic}2026-03-03</div>")
    assert found.count("<bdi") == 2
    assert '<bdi dir="ltr">2026-03-02</bdi></p>2026-03-03</div>' in found
