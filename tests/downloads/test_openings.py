"""Before a text stands what it is, safe to show and in order."""

from __future__ import annotations

from tests.downloads.specimens import PHONE, printable, text

from knowledge.downloads import openings


def test_everything_a_reader_asks_first_stands_before_the_text() -> None:
    made = openings.opening(printable("en"))
    for words in ("A site", "Specimen of everything", "What a page can hold", "Status", "Draft", "On the web"):
        assert words in made
    assert '<a href="https://example.org/specimen/">https://example.org/specimen/</a>' in made


def test_titles_are_words_and_never_markup() -> None:
    assert "<p>&lt;b&gt; &amp; c</p>" in openings.opening(printable("en", title="<b> & c"))


def test_islands_of_an_arabic_title_are_isolated() -> None:
    assert f'<span class="island" dir="ltr">{PHONE}</span>' in openings.opening(printable("ar"))
    assert "island" not in openings.opening(printable("en"))


def test_only_a_long_text_lists_its_contents() -> None:
    long = "".join(f'<h2 id="p{number}">Part {number}</h2>' + "<p>x</p>" * 8 for number in range(5))
    assert '<p><a href="#p4">Part 4</a></p>' in openings.contents(printable("en"), text(long))
    assert openings.contents(printable("en"), text("<p>x</p>")) == ""


def test_the_address_is_the_last_fact() -> None:
    assert openings.facts(printable("fr"))[-1] == ("Sur le web", "https://example.org/fr/specimen/")
