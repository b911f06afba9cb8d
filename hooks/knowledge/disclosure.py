"""Whoever finds a hole in the site learns where to tell it: `security.txt` (RFC 9116)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from knowledge.facts import Facts
from knowledge.languages import Language

PLACE = ".well-known/security.txt"
"""Where it lies, from the root of the site (RFC 8615)."""

CONTACTS = ("security.email", "organisation.email")
"""The facts that can be the contact; the first that a site has. Never where people report misconduct: others read that."""

VALID = timedelta(days=365)
"""The standard wants less than a year; a day begins before the site is built on it."""


def disclosure(facts: Facts, languages: Iterable[Language], today: date, site_url: str) -> str | None:
    """The file for a site at `site_url` (absolute, ending in a slash), built `today`; None when there is nobody to write to."""
    spoken = list(languages)
    found = [facts[name][spoken[0].code] for name in CONTACTS if name in facts]
    if not found:
        return None
    lines = {
        "Contact": f"mailto:{found[0]}",
        "Expires": f"{today + VALID}T00:00:00Z",
        "Preferred-Languages": ", ".join(language.code for language in spoken),
        "Canonical": site_url + PLACE,
    }
    return "".join(f"{name}: {said}\n" for name, said in lines.items())
