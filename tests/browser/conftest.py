"""What the browser tests share: tabs that cost nothing to open again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from tests.browser.leaving import Asked, outside

SCREEN = ViewportSize(width=1280, height=720)


@pytest.fixture(scope="module")
def kept(browser: Browser) -> Iterator[Page]:
    """A tab that is opened once for all tests of a file: a new one takes longer than ten pages to show."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(kept: Page) -> Page:
    """A tab for tests that leave nothing behind in it but the page they looked at, on a screen and with wishes like any."""
    as_any(kept)
    return kept


def as_any(page: Page) -> None:
    """Gives a tab back the screen and the wishes that it began with."""
    page.set_viewport_size(SCREEN)
    page.emulate_media(media="screen", color_scheme="light", forced_colors="none", reduced_motion="no-preference")


@pytest.fixture
def forgetful(tab: Page) -> Iterator[Page]:
    """A tab that keeps no file, as that of a reader who comes for the first time; what is kept is used beyond need."""
    session = tab.context.new_cdp_session(tab)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield tab
    session.detach()


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A tab of a reader who has never been here, for tests that leave something behind."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """A tab in which no script runs."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def way_out(browser: Browser) -> Iterator[tuple[Page, Asked]]:
    """A tab for all tests of a file whose way out leads to an empty page, and what that page was asked for with."""
    context = browser.new_context()
    requests = outside(context)
    yield context.new_page(), requests
    context.close()


@pytest.fixture
def asked(way_out: tuple[Page, Asked]) -> tuple[Page, Asked]:
    """That tab, when nothing has been asked for yet."""
    page, requests = way_out
    as_any(page)
    requests.clear()
    return page, requests


@pytest.fixture
def reader(asked: tuple[Page, Asked]) -> Page:
    """The tab alone."""
    return asked[0]


@pytest.fixture
def newcomer(browser: Browser) -> Iterator[Page]:
    """A reader whose clock or browser differs from that of the others, and whose way out leads to an empty page."""
    context = browser.new_context()
    outside(context)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def nowhere(browser: Browser) -> Iterator[Page]:
    """A tab whose way out leads nowhere yet (HTTP 204), so that the page can be looked at while it is left."""
    context = browser.new_context()
    context.route("https://example.org/**", lambda route: route.fulfill(status=204))
    yield context.new_page()
    context.close()


@pytest.fixture
def held(nowhere: Page) -> Page:
    """That tab, on a screen and with wishes like any."""
    as_any(nowhere)
    return nowhere
