"""A page is light enough for a slow line: what the first view of each kind costs, as README says."""

from __future__ import annotations

import re
from collections.abc import Callable

import brotli
import pytest
from playwright.sync_api import Page
from tests.browser.specimens import PAGES, ROOTS, SPECIMENS
from tests.conftest import ROOT, Built

from knowledge import compression
from knowledge.catalogue import Catalogue
from knowledge.kinds import KINDS

KB = 1024
SCRIPT, STYLE, ARTICLE, DOCUMENT = 6 * KB, 14 * KB, 10 * KB, 15 * KB
"""The most that the script, the stylesheet, the HTML of an article and that of a whole policy may weigh, compressed."""

MARKS = 5 * KB
"""The most that everything but its words may add to a whole policy: menus, numbers, addresses of clauses, downloads."""

VIEW = 40 * KB
"""The most that a first view may weigh without its fonts, compressed."""

WHOLE = 80 * KB
"""The most that it may weigh with them."""

NAMES = {
    "home": "the first page",
    "report": "a page about raising a concern",
    "document": "a policy, whole",
    "article": "an article",
    "news": "the news",
    "year": "a year of news",
    "hub": "a list of pages",
    "topic": "a topic",
    "region": "a region",
    "person": "a person",
    "page": "a page of text",
    "search": "search",
    "contents": "the A–Z",
    "translations": "how translations stand",
    "check": "checking a file",
}
"""Kinds of pages as README calls them."""

FETCHED = """async () => {
    await document.fonts.ready;
    return [...new Set(performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname.slice(1)))];
}"""


def weight(real: Built, path: str) -> int:
    """The size of a file of the site as it is served: what is text lies beside itself in Brotli, if that is worth it."""
    file = real.folder / path
    packed = file.with_name(f"{file.name}.br")
    assert packed.is_file() == (file.suffix in compression.TEXTS and file.stat().st_size >= compression.LEAST)
    return (packed if packed.is_file() else file).stat().st_size


def page_file(url: str) -> str:
    return url if url.endswith(".html") else f"{url}index.html"


def figures(row: str) -> list[int]:
    """The figures of a line of the table, three in each cell."""
    cells = ([int(figure) for figure in re.findall(r"\d+", cell)] for cell in row.split("|"))
    return [figure for cell in cells for figure in (cell * 3 if len(cell) == 1 else cell)]


Weigh = Callable[[str], dict[str, int]]


@pytest.fixture
def weigh(real: Built, forgetful: Page, address: str) -> Weigh:
    """What a browser that knows nothing yet fetches to show a page, in bytes by sort; pictures are left out."""

    def weighed(url: str) -> dict[str, int]:
        forgetful.goto(address + url)
        found = {"html": weight(real, page_file(url)), "css": 0, "js": 0, "woff2": 0}
        for path in forgetful.evaluate(FETCHED):
            ending = path.rpartition(".")[2]
            if ending in found:
                found[ending] += weight(real, path)
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
    print(row)  # shown with `-s`
    (told,) = re.findall(rf"^\| {NAMES[kind]} \| .*$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert all(abs(one - other) <= 2 for one, other in zip(figures(told), figures(row), strict=True)), row


def words(real: Built, url: str) -> int:
    """The size of the bare words of an article, without a mark or a line break."""
    said = " ".join(real.page(url).xpath("string(//article)").split())
    return len(brotli.compress(said.encode(), **compression.STRONGER))


def test_every_kind_is_weighed() -> None:
    """The site has no former version yet; one is as heavy as its document."""
    assert set(NAMES) == {kind.name for kind in KINDS} - {"version"}


def test_the_words_of_a_policy_weigh_what_the_readme_says(real: Built) -> None:
    urls = [root + SPECIMENS["document"] for root in ROOTS.values()]
    bare = [words(real, url) for url in urls]
    (told,) = re.findall(r"^\| its words alone \| ([\d ·]+) \|", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert told == kilobytes(bare)
    assert max(weight(real, page_file(url)) - size for url, size in zip(urls, bare, strict=True)) <= MARKS


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
