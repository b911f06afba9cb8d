"""Reading and searching asks no other host for anything and leaves nothing on the reader's device."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route
from tests.browser.specimens import QUERIES, ROOTS, SPECIMENS
from tests.conftest import Built

STORED = """async () => ({
    cookies: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map((base) => base.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookies": "", "local": [], "session": [], "databases": [], "caches": [], "workers": 0}


@dataclass
class Visit:
    """What a reader's browser did while it was watched."""

    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("requestfailed", self._failed)
        self.context.on("console", self._said)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _failed(self, request: Request) -> None:
        """Notes a failure, unless leaving the page cut the request off."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.failure}: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def hosts(self) -> set[str]:
        """The hosts that were asked for something."""
        return {urlsplit(url.removeprefix("blob:")).netloc for url in self.requests}


@pytest.fixture(scope="module", params=ROOTS.values(), ids=list(ROOTS))
def visit(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    """A reader looks at a page of each kind in one language, then searches and follows a result."""
    context = browser.new_context(bypass_csp=True)
    seen, page = Visit(context), context.new_page()
    for path in SPECIMENS.values():
        page.goto(address + request.param + path)
        page.evaluate("document.fonts.ready.then(() => null)")
    page.goto(f"{address}{request.param}search/")
    page.fill("#q", QUERIES[request.param])
    page.press("#q", "Enter")
    page.click(".hits a")
    page.evaluate("document.fonts.ready.then(() => null)")
    yield seen
    context.close()


def test_no_other_host_is_asked(visit: Visit, address: str) -> None:
    assert len(visit.requests) > len(SPECIMENS)
    assert visit.hosts() == {urlsplit(address).netloc}


def test_the_browser_has_nothing_to_complain_about(visit: Visit) -> None:
    assert visit.complaints == []


def test_nothing_is_stored(visit: Visit) -> None:
    assert visit.context.cookies() == []
    assert visit.context.pages[0].evaluate(STORED) == NOTHING


def test_no_address_is_passed_on_to_the_next_page(visit: Visit) -> None:
    assert visit.context.pages[0].evaluate("document.referrer") == ""


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_no_link_to_another_host_tells_it_where_the_reader_was(real: Built, root: str) -> None:
    pages = [
        (real.folder / root / path / "index.html") for path in ("contact", *SPECIMENS.values()) if path != "404.html"
    ]
    links = [link for page in pages for link in html.parse(page).iter("a") if link.get("href", "").startswith("http")]
    assert len(links) > len(pages)
    assert [link.get("href") for link in links if "noreferrer" not in link.get("rel", "").split()] == []
    (leave,) = real.page(f"{root}contact").xpath("//*[@class='leave']/a")
    assert "noreferrer" in leave.get("rel").split()


def test_a_link_that_is_followed_to_another_host_brings_no_referrer(tab: Page, address: str) -> None:
    asked: list[str | None] = []

    def answer(route: Route) -> None:
        asked.append(route.request.headers.get("referer"))
        route.fulfill(body="")

    tab.context.route("https://chsalliance.org/**", answer)
    tab.goto(f"{address}prevention/")
    tab.click("a[href^='https://chsalliance.org']")
    tab.wait_for_url("https://chsalliance.org/**")
    assert asked == [None]
