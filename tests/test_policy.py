"""The policy of a page lets it use the site's own files, and never anything that stands inside the page."""

from __future__ import annotations

import pytest

from knowledge import policy

ALL = {"pages": policy.PAGES, "search": policy.SEARCH, "header": policy.HEADER}


@pytest.mark.parametrize("name", ALL)
def test_nothing_inline_and_no_other_host_is_ever_allowed(name: str) -> None:
    sources = {source for said in ALL[name].values() for source in said.split()}
    assert sources <= {"'none'", "'self'", "'wasm-unsafe-eval'"}


@pytest.mark.parametrize("name", ALL)
def test_what_is_not_named_is_forbidden(name: str) -> None:
    assert ALL[name]["default-src"] == "'none'"


def test_only_search_may_compile() -> None:
    assert [name for name, said in policy.PAGES.items() if "wasm" in said] == []
    assert [name for name, said in policy.SEARCH.items() if "wasm" in said] == ["script-src"]


def test_pages_say_nothing_that_browsers_ignore_in_them() -> None:
    assert not {"frame-ancestors", "report-uri", "sandbox"} & {*policy.PAGES, *policy.SEARCH}


def test_a_policy_is_written_as_one_line() -> None:
    assert policy.written({"default-src": "'none'", "img-src": "'self'"}) == "default-src 'none'; img-src 'self'"
