"""What servers say with each file: one rule for an address and a header, within what hosts can read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.drafts import sound
from tests.site.writing import REVIEWED, page

from knowledge import headers
from knowledge.catalogue import Catalogue
from knowledge.headers import CACHE, LASTING, NEVER, Rule

FILES = {
    "about/index.md": page("About", reviewed=REVIEWED),
    "prevention/index.md": page("Prevention", reviewed=REVIEWED, leave=True),
    "prevention/more/index.md": page("More", reviewed=REVIEWED),
}
MOST_RULES, LONGEST = 100, 2000
"""What Cloudflare Pages reads of a file of headers: rules, and characters of a line."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Rule]:
    """The rules of a small site."""
    return list(headers.rules(sound(tmp_path_factory.mktemp("headers"), FILES)))


def test_pages_that_one_can_leave_at_once_are_stored_nowhere(found: list[Rule]) -> None:
    never = [rule.address for rule in found if rule.headers.get(CACHE) == NEVER]
    pages = [address for address in never if "pagefind" not in address]
    assert pages == [f"/{root}prevention{end}" for root in ("", "fr/", "ar/") for end in ("", "/*")]


def test_a_first_page_that_one_can_leave_is_named_alone(tmp_path: Path) -> None:
    files = {"index.md": page("Home", reviewed=REVIEWED, leave=True)}
    never = [rule.address for rule in headers.rules(sound(tmp_path, files)) if rule.headers.get(CACHE) == NEVER]
    assert {"/", "/index.html", "/fr/", "/fr/index.html"} <= set(never)
    assert "/*" not in never


def test_what_search_keeps_of_each_page_is_stored_nowhere(found: list[Rule]) -> None:
    never = {rule.address for rule in found if rule.headers.get(CACHE) == NEVER}
    assert {"/pagefind/fragment/*", "/fr/pagefind/fragment/*", "/ar/pagefind/fragment/*"} <= never


def test_files_named_after_their_content_are_kept_in_every_language(found: list[Rule]) -> None:
    lasting = [rule.address for rule in found if rule.headers.get(CACHE) == LASTING]
    assert "/assets/kept/*" in lasting
    assert {"/pagefind/index/*", "/fr/pagefind/index/*", "/ar/pagefind/filter/*"} <= set(lasting)


def test_where_rules_meet_they_name_different_headers(found: list[Rule]) -> None:
    for one in found:
        for other in found:
            meet = one != other and re.match(re.escape(other.address).replace(r"\*", ".*") + "$", one.address)
            assert not meet or not set(one.headers) & set(other.headers), (one.address, other.address)


def test_every_feature_of_the_device_is_off_once() -> None:
    assert len(headers.OFF) == len(set(headers.OFF)) > 25
    assert {"camera", "geolocation", "microphone"} <= set(headers.OFF)


def test_rules_are_written_as_hosts_read_them() -> None:
    rules = [Rule("/*", {"A": "one", "B": "two"}), Rule("/contact/", {CACHE: NEVER})]
    assert headers.written(rules) == "/*\n  A: one\n  B: two\n/contact/\n  Cache-Control: no-store\n"


def test_the_rules_of_the_real_site_fit_into_what_hosts_read(catalogue: Catalogue) -> None:
    rules = list(headers.rules(catalogue))
    assert len(rules) <= MOST_RULES
    assert max(len(line) for line in headers.written(rules).splitlines()) <= LONGEST
