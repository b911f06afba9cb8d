"""What the browser tests share: tabs that cost nothing to open again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab for all tests of a file that leave nothing behind in it but the page they looked at."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A tab of a reader who has never been here."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """A tab in which no script runs."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
