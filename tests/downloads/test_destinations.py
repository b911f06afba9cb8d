"""A link in a file leads where the link of the page led."""

from __future__ import annotations

import pytest

from knowledge import markup
from knowledge.downloads import destinations


def led(body: str) -> str:
    root = markup.parse(body)
    destinations.lead(root, "https://example.org/fr/policies/gifts/")
    return markup.serialise(root)


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("../travel/", "https://example.org/fr/policies/travel/"),
        ("../../../x.pdf", "https://example.org/x.pdf"),
        ("/a/", "https://example.org/a/"),
        ("https://elsewhere.example/", "https://elsewhere.example/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+4512345678", "tel:+4512345678"),
        ("#gone", "https://example.org/fr/policies/gifts/#gone"),
    ],
)
def test_an_address_is_whole(written: str, leads: str) -> None:
    assert led(f'<a href="{written}">x</a>') == f'<a href="{leads}">x</a>'


def test_places_in_the_text_are_led_to() -> None:
    body = '<a href="#s1">x</a><h2 id="s1">y</h2>'
    assert led(body) == body


def test_a_place_that_is_no_heading_gets_a_mark_and_an_id_that_nothing_leads_to_goes() -> None:
    made = led('<a href="#p">x</a><p id="p">y</p><p id="q">z</p>')
    assert made == '<a href="#p">x</a><p><span id="p"></span>y</p><p>z</p>'


def test_words_that_lead_nowhere_are_no_link() -> None:
    assert led("<a>x</a>") == "x"
