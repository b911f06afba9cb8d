"""Under the policy that is published everything works, and nothing that was smuggled into a page runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.answering import answer, ask, kept
from tests.browser.specimens import PAGES, QUERIES, ROOTS
from tests.browser.test_privacy import Visit
from tests.conftest import Built, hosted, serve

TYPED = """<p id="typed" style="color: rgb(1, 2, 3)">Typed by hand.</p>
<script>document.documentElement.dataset.ran = "script"</script>
<script type="module">document.documentElement.dataset.ran = "module"</script>
<script src="data:text/javascript,document.documentElement.dataset.ran='data'"></script>
<script src="http://localhost:9/evil.js"></script>
<img src="nowhere.png" onerror="document.documentElement.dataset.ran = 'event'">
<svg onload="document.documentElement.dataset.ran = 'svg'"></svg>
<iframe srcdoc="<script>parent.document.documentElement.dataset.ran = 'frame'</script>"></iframe>
<object data="data:text/html,<script>parent.document.documentElement.dataset.ran = 'object'</script>"></object>
<base href="http://localhost:9/">
<style>h1 { color: rgb(1, 2, 3) }</style>
<a id="lead" href="javascript:document.documentElement.dataset.ran = 'link'">Lead</a>
"""
"""What somebody with a way around the sanitiser would write."""

COLOUR = "element => getComputedStyle(element).color"


@pytest.fixture
def obeys(browser: Browser) -> Iterator[Page]:
    """A tab that obeys policies; others do not, because some ways of waiting in a test are what a policy forbids."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=["told by the page", "told by the server"])
def typed(request: pytest.FixtureRequest, real: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with scripts typed into its file, on a host without headers, or with headers and no policy of its own."""
    folder = tmp_path_factory.mktemp("typed") / "site"
    shutil.copytree(real.folder, folder, copy_function=os.link)
    page = (folder / "about/index.html").read_text("utf-8")
    if request.param == "told by the page":
        (folder / "_headers").unlink()
    else:
        page = page.replace('http-equiv="Content-Security-Policy"', "data-gone")
    (folder / "typed.html").write_text(page.replace("<main", TYPED + "<main").replace('="../', '="'), "utf-8")
    yield from serve(folder)


def test_the_server_of_these_tests_sends_the_headers_of_the_site(real: Built) -> None:
    assert dict(hosted(real.folder, "/fr/contact/?q=x"))["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in dict(hosted(real.folder, "/"))["Content-Security-Policy"]


@pytest.mark.parametrize("code", ROOTS)
def test_no_page_breaks_the_policy(browser: Browser, address: str, code: str) -> None:
    context = browser.new_context()
    seen, page = Visit(context), context.new_page()
    root = ROOTS[code]
    for url in PAGES:
        if (url.partition("/")[0] if url.startswith(("fr/", "ar/")) else "en") == code:
            page.goto(address + url)
            page.evaluate("document.fonts.ready.then(() => null)")
    page.goto(f"{address}{root}news/")
    page.click("a.more")
    expect(page.locator(".cards > *").nth(7)).to_be_visible()
    assert seen.complaints == []
    context.close()


@pytest.mark.parametrize("root", ROOTS.values())
def test_search_works_under_the_policy(obeys: Page, address: str, root: str) -> None:
    seen = Visit(obeys.context)
    obeys.goto(f"{address}{root}search/")
    obeys.fill("#q", QUERIES[root])
    expect(obeys.locator(".hits a").first).to_be_visible()
    assert seen.complaints == []


@pytest.mark.parametrize("root", ROOTS.values())
def test_answers_are_kept_as_a_file_under_the_policy(obeys: Page, address: str, root: str) -> None:
    seen = Visit(obeys.context)
    ask(obeys, address, root)
    answer(obeys)
    assert kept(obeys).stat().st_size > 1000
    assert seen.complaints == []


def test_nothing_typed_into_a_page_runs(obeys: Page, typed: str) -> None:
    failures: dict[str, str | None] = {}
    obeys.on("requestfailed", lambda request: failures.update({request.url: request.failure}))
    obeys.goto(f"{typed}typed.html")
    obeys.click("#lead")
    obeys.evaluate("document.fonts.ready.then(() => null)")
    assert obeys.evaluate("document.documentElement.dataset.ran") is None
    assert {obeys.eval_on_selector(name, COLOUR) for name in ("#typed", "h1")} & {"rgb(1, 2, 3)"} == set()
    assert failures["http://localhost:9/evil.js"] == "csp"
    assert obeys.evaluate("document.baseURI") == f"{typed}typed.html"


def test_what_is_typed_would_run_without_a_policy(obeys: Page, typed: str, tmp_path: Path) -> None:
    """Else the test above would prove nothing."""
    bare = "<!doctype html><html><body><main><h1>Bare</h1></main></body></html>".replace("<main", TYPED + "<main")
    obeys.route("**/bare.html", lambda route: route.fulfill(body=bare, content_type="text/html"))
    obeys.goto(f"{typed}bare.html")
    assert obeys.evaluate("document.documentElement.dataset.ran") is not None
    assert obeys.eval_on_selector("h1", COLOUR) == "rgb(1, 2, 3)"


def test_no_page_can_be_shown_inside_another(obeys: Page, address: str) -> None:
    obeys.route(
        "**/frame.html",
        lambda route: route.fulfill(body=f"<iframe src='{address}contact/'></iframe>", content_type="text/html"),
    )
    obeys.goto(f"{address}frame.html")
    (frame,) = obeys.frames[1:]
    assert frame.url == "chrome-error://chromewebdata/"


def test_pages_may_use_nothing_of_the_device_but_the_clipboard_to_write_to(obeys: Page, address: str) -> None:
    obeys.goto(address)
    allowed = set(obeys.evaluate("document.featurePolicy.allowedFeatures()"))
    assert not allowed & {"camera", "microphone", "geolocation", "usb", "payment", "clipboard-read", "display-capture"}
    assert "clipboard-write" in allowed
