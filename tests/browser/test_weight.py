"""A page is light enough for a slow line: what the first view of each kind costs, as README says."""

from __future__ import annotations

import re
from collections.abc import Callable

import brotli
import pytest
from playwright.sync_api import Browser
from tests.browser.specimens import PAGES, ROOTS, SPECIMENS
from tests.conftest import ROOT, Built

from knowledge.catalogue import Catalogue

KB = 1024
SCRIPT, STYLE, ARTICLE, DOCUMENT = 6 * KB, 14 * KB, 10 * KB, 16 * KB
"""The most that the script, the stylesheet, the HTML of an article and that of a whole policy may weigh, compressed."""

VIEW = 40 * KB
"""The most that a first view may weigh without its fonts, compressed."""

WHOLE = 80 * KB
"""The most that it may weigh with them."""

NAMES = {"report": "a page about raising a concern", "document": "a policy, whole", "article": "an article"}
"""Kinds of pages as README calls them."""

FETCHED = """async () => {
    await document.fonts.ready;
    return [...new Set(performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname.slice(1)))];
}"""


def weight(real: Built, path: str) -> int:
    """The compressed size of a file of the site; fonts are compressed already."""
    data = (real.folder / path).read_bytes()
    return len(data) if path.endswith(".woff2") else len(brotli.compress(data))


def page_file(url: str) -> str:
    return url if url.endswith(".html") else f"{url}index.html"


Weigh = Callable[[str], dict[str, int]]


@pytest.fixture
def weigh(real: Built, browser: Browser, address: str) -> Weigh:
    """What a browser that knows nothing yet fetches to show a page, in bytes by sort; pictures are left out."""

    def weighed(url: str) -> dict[str, int]:
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        page.goto(address + url)
        found = {"html": weight(real, page_file(url)), "css": 0, "js": 0, "woff2": 0}
        for path in page.evaluate(FETCHED):
            ending = path.rpartition(".")[2]
            if ending in found:
                found[ending] += weight(real, path)
        context.close()
        return found

    return weighed


def kilobytes(sizes: list[int]) -> str:
    """Sizes of a page in each language; one figure where they are equal."""
    figures = [f"{size / KB:.0f}" for size in sizes]
    return figures[0] if len(set(figures)) == 1 else " · ".join(figures)


@pytest.mark.parametrize("kind", NAMES)
def test_a_first_view_weighs_what_the_readme_says(weigh: Weigh, kind: str) -> None:
    views = [weigh(root + SPECIMENS[kind]) for root in ROOTS.values()]
    assert all(view["css"] and view["js"] and view["woff2"] for view in views)
    assert max(sum(view.values()) - view["woff2"] for view in views) <= VIEW
    assert max(sum(view.values()) for view in views) <= WHOLE
    cells = [*([view[sort] for view in views] for sort in views[0]), [sum(view.values()) for view in views]]
    row = f"| {NAMES[kind]} | {' | '.join(map(kilobytes, cells))} |"
    (told,) = re.findall(rf"^\| {NAMES[kind]} \| .*$", (ROOT / "README.md").read_text("utf-8"), re.M)
    figures = [[int(figure) for figure in re.findall(r"\d+", line)] for line in (told, row)]
    assert all(abs(one - other) <= 2 for one, other in zip(*figures, strict=True)), row


def test_the_script_weighs_at_most_six_kilobytes(real: Built) -> None:
    assert weight(real, real.asset("site.js")) <= SCRIPT


def test_the_stylesheet_weighs_at_most_fourteen_kilobytes(real: Built) -> None:
    assert weight(real, real.asset("site.css")) <= STYLE


@pytest.mark.parametrize(("kind", "most", "at_least"), [("article", ARTICLE, 40), ("document", DOCUMENT, 12)])
def test_the_html_of_a_text_stays_light(real: Built, catalogue: Catalogue, kind: str, most: int, at_least: int) -> None:
    texts = [text.language.url(entry.id) for entry in catalogue.of_kind(kind) for text in entry.texts.values()]
    assert len(texts) > at_least
    heavy = {url: weight(real, page_file(url)) for url in texts}
    assert {url: size for url, size in heavy.items() if size > most} == {}


@pytest.mark.parametrize("url", [url for url in PAGES if "ethics" not in url])
def test_a_first_view_without_fonts_weighs_at_most_forty_kilobytes(real: Built, url: str) -> None:
    scripts = ("site.js", "documents.js", "leave.js")
    assert sum(weight(real, path) for path in (page_file(url), *map(real.asset, ("site.css", *scripts)))) <= VIEW
