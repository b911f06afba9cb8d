"""A site says whom to tell of a hole in it, as RFC 9116 wants it said."""

from __future__ import annotations

from datetime import date

from tests.conftest import Site
from tests.drafts import LANGUAGES

from knowledge.disclosure import disclosure

TODAY = date(2026, 11, 22)
MAIL = {"en": "info@host.org", "fr": "info@host.org", "ar": "info@host.org"}


def test_every_field_of_the_standard_stands_on_a_line() -> None:
    assert disclosure({"organisation.email": MAIL}, LANGUAGES.all, TODAY, "https://host/kb/") == (
        "Contact: mailto:info@host.org\n"
        "Expires: 2027-11-22T00:00:00Z\n"
        "Preferred-Languages: en, fr, ar\n"
        "Canonical: https://host/kb/.well-known/security.txt\n"
    )


def test_an_address_of_its_own_comes_first() -> None:
    own = {"en": "holes@host.org", "fr": "holes@host.org", "ar": "holes@host.org"}
    said = disclosure({"organisation.email": MAIL, "security.email": own}, LANGUAGES.all, TODAY, "https://host/")
    assert said
    assert said.splitlines()[0] == "Contact: mailto:holes@host.org"


def test_nobody_is_sent_to_those_who_read_reports_of_misconduct() -> None:
    assert disclosure({"safeguarding.email": MAIL, "report.email": MAIL}, LANGUAGES.all, TODAY, "https://host/") is None


def test_a_site_without_an_address_has_no_file(site: Site) -> None:
    facts = "organisation:\n  email: info@host.org\n"
    place = ".well-known/security.txt"
    assert (site({"facts.yml": facts}, site_url="https://host/").folder / place).is_file()
    assert not (site({"facts.yml": facts}, site_url="").folder / place).exists()
