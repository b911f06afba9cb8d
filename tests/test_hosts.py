"""An address that leads elsewhere than it seems to is told with its cure."""

from __future__ import annotations

import pytest

from knowledge import hosts


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://аpple.com/", "holds U+0430"),
        ("https://bank.example@evil.example/", "leads to evil.example, whatever stands before @"),
        ("https://192.168.0.1/", "leads to a number"),
        ("https://", "is not an address"),
        ("//evil.example/", "is not an address"),
        ("/\t/evil.example/", "is not an address"),
        ("https://exam\u200bple.org/", "holds U+200B"),
        ("https://good.example%2eevil.example/", "hides where it leads behind %"),
        ("http://localhost/", "leads to the reader's own computer"),
        ("https://printer.local/", "leads to the reader's own computer"),
        ("mailto:a@example.org,b@evil.example", "is not one e-mail address"),
        ("mailto:a@example.org?cc=b@evil.example", "sends the letter to others too"),
        ("mailto:a@example.org?subject=A&BCC=b@evil.example", "sends the letter to others too"),
        ("mailto:?to=b@evil.example", "sends the letter to others too"),
        ("tel:*21*4512345678", "is not a phone number"),
    ],
)
def test_an_address_that_hides_where_it_leads_is_refused(address: str, told: str) -> None:
    fault = hosts.fault(address)
    assert fault
    assert told in fault[0]


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1", "mailto:a@example.org", "mailto:?subject=A&body=B", "tel:+4588327000"]
)
def test_an_honest_address_is_none_of_our_business(address: str) -> None:
    assert hosts.fault(address) is None


def test_words_that_are_another_address_than_the_link_mislead() -> None:
    assert hosts.misleading("https://bank.example", "https://evil.example/")
    assert not hosts.misleading("example.org", "https://www.example.org/about")
    assert hosts.misleading("good.example", "https://evil.example/good.example")
    assert not hosts.misleading("report.pdf", "https://example.org/report.pdf")
    assert not hosts.misleading("read more", "https://example.org/")


def test_a_mailbox_with_letters_of_another_alphabet_is_found() -> None:
    assert [address for _, address in hosts.mixed("write to infо@example.org or a@example.org")] == ["infо@example.org"]
