"""Leaving a page as a reader does, and where that leads to."""

from __future__ import annotations

import yaml
from playwright.sync_api import BrowserContext, Page, Request, Route
from tests.browser.specimens import ROOTS
from tests.conftest import ROOT

TARGETS = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]["leave"]
CODES = {root: root.rstrip("/") or "en" for root in ROOTS.values()}
BAR, LINK, STATUS = ".leave", ".leave a", ".leave [role=status]"

Asked = list[Request]


def outside(context: BrowserContext) -> Asked:
    """Lets the way out lead to an empty page; what that page was asked for with."""
    requests: Asked = []

    def answer(route: Route) -> None:
        requests.append(route.request)
        route.fulfill(body="<title>Sunny</title>", content_type="text/html")

    context.route("https://example.org/**", answer)
    return requests


def press(page: Page, times: int) -> None:
    """Presses Shift alone."""
    for _ in range(times):
        page.keyboard.press("Shift")


def is_leaving(page: Page) -> bool:
    """Whether the page is covered, which happens at the third press."""
    return bool(page.evaluate("document.documentElement.classList.contains('leaving')"))
