"""Addresses and numbers in a text can be tapped."""

from __future__ import annotations

import pytest

from knowledge import contacts, markup


def link(fragment: str) -> str:
    root = markup.parse(fragment)
    contacts.link(root)
    return markup.serialise(root)


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("info@example.org", "mailto:info@example.org"),
        ("a.b+c@mail.example.org", "mailto:a.b+c@mail.example.org"),
        ("+45 88 32 70 00", "tel:+4588327000"),
        ("+45\u00a088\u00a032\u00a070\u00a000", "tel:+4588327000"),
        ("+4588327000", "tel:+4588327000"),
    ],
)
def test_an_address_or_number_becomes_a_link(text: str, href: str) -> None:
    assert link(f"<p>Write: {text}.</p>") == f'<p>Write: <a href="{href}">{text}</a>.</p>'


def test_all_of_them_become_links_wherever_they_stand() -> None:
    found = link("<p>a@b.org <b>c@d.org</b> +45 88 32 70 00</p><p>e@f.org</p>")
    assert found.count("<a href=") == 4
    assert markup.parse(found).text_content() == "a@b.org c@d.org +45 88 32 70 00e@f.org"


@pytest.mark.parametrize(
    "fragment",
    [
        '<p><a href="mailto:info@example.org">info@example.org</a></p>',
        '<p><a href="x/">Write to <b>info@example.org</b></a></p>',
        "<p><code>info@example.org</code></p>",
        "<pre>+45 88 32 70 00</pre>",
        '<p title="info@example.org">words</p>',
    ],
)
def test_links_code_and_attributes_are_left_alone(fragment: str) -> None:
    assert link(fragment) == fragment


@pytest.mark.parametrize(
    "text", ["2026-03-01", "33 12 14 00", "+45", "name@example", "@handle", "1 + 2 3 4 5 6 7", "a@"]
)
def test_what_is_neither_stays_text(text: str) -> None:
    assert link(f"<p>{text}</p>") == f"<p>{text}</p>"


@pytest.mark.parametrize("number", ["+45 88 32 70 00", "+45-88-32-70-00", "+45 (88) 327000"])
def test_a_number_is_dialled_by_its_digits(number: str) -> None:
    assert contacts.tel(number) == "tel:+4588327000"
