"""On a line of the second generation of mobile networks a page is there within five seconds, and does not jump about."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from tests.browser.specimens import PHONE

SECOND_GENERATION = {
    "offline": False,
    "latency": 300,
    "downloadThroughput": 250_000 / 8,
    "uploadThroughput": 50_000 / 8,
}
"""Milliseconds and bytes a second: what browsers call a regular 2G line."""

SHIFTS = """window.shifts = []; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push([entry.value, entry.startTime]);
}).observe({type: "layout-shift", buffered: true});"""

MOMENTS = """async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const paint = await new Promise((done) => new PerformanceObserver((list) => {  // it is told when the browser has time
        const [first] = list.getEntriesByName("first-contentful-paint");
        if (first) done(first);
    }).observe({type: "paint", buffered: true}));
    const [navigation] = performance.getEntriesByType("navigation");
    return [paint.startTime, navigation.domContentLoadedEventEnd, shifts.reduce((sum, [value]) => sum + value, 0)];
}"""
"""When the text is seen and when its controls work, in milliseconds; and how far things moved (Layout Instability API)."""

STILL = 0.01
"""The sum of shifts that nobody sees: of a button whose words are a pixel wider. web.dev calls ten times as much good."""


@pytest.mark.parametrize(
    "url",
    [
        "ar/news/2022/conflict-sensitive-words/",
        "ar/policies/anti-harassment/",
        "fr/contact/",
        "ar/news/",
        "ar/",
        "",
        "prevention/women-journalists-safety/",
    ],
)
def test_a_page_can_be_used_within_five_seconds_and_stays_where_it_is(browser: Browser, address: str, url: str) -> None:
    context = browser.new_context(viewport=PHONE, bypass_csp=True)
    page = context.new_page()
    page.add_init_script(SHIFTS)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SECOND_GENERATION)
    page.goto(address + url, wait_until="load")
    seen, ready, shifted = page.evaluate(MOMENTS)
    context.close()
    assert 600 < seen < 5000
    assert ready < 5000
    assert shifted < STILL
