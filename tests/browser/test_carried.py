"""A copy of the site that is opened from a disk finds its documents, topics and pages by the words that find them online.

It knows articles by title and summary alone, so queries that lead to an article are left to the site's own search.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.specimens import ROOTS
from tests.browser.test_recall import QUERIES
from tests.conftest import ROOT, Built

from knowledge.languages import Languages
from knowledge.offline import packs
from knowledge.offline.packs import Site


@pytest.fixture(scope="module")
def copies(real: Built, trilingual: Languages, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the copy of each language."""
    folder, site = (
        tmp_path_factory.mktemp("carried"),
        Site(real.folder, trilingual, "", ROOT / "overrides", ROOT / ".cache"),
    )
    for reader in trilingual.all:
        for name, data in packs.pack(site, [reader]).files.items():
            (folder / reader.code / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / reader.code / name).write_bytes(data)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A reader without a connection: whatever is asked of a host fails the test."""
    asked: list[str] = []
    context = browser.new_context(offline=True)
    context.on("request", lambda request: asked.append(request.url))
    yield context.new_page()
    context.close()
    assert asked
    assert [url for url in asked if not url.startswith("file:")] == []


FIND = """async (queries) => {
    const root = document.querySelector("#results"), form = root.querySelector("form"), more = root.querySelector(".more");
    const until = async (done) => { while (!done()) await new Promise((wake) => setTimeout(wake, 1)); };
    const links = () => [...root.querySelectorAll(".hits h2 a")].map((link) => link.pathname);
    const found = {};
    for (const query of queries) {
        form.elements.q.value = query;
        form.requestSubmit();
        await until(() => root.getAttribute("aria-busy") === "false");
        const before = links().length;
        if (!more.hidden) more.click();
        await until(() => more.hidden || links().length > before);
        found[query] = links();
    }
    return found;
}"""
"""Asks each query on the search page, and once for more: a hundred take a few seconds."""


def found(page: Page, queries: list[str], folder: Path) -> dict[str, set[str]]:
    """The pages that are shown for each query, by their ids."""
    paths = {query: map(Path, map(unquote, links)) for query, links in page.evaluate(FIND, queries).items()}
    return {query: {path.relative_to(folder).parent.as_posix() for path in held} for query, held in paths.items()}


@pytest.mark.parametrize(("code", "root"), ROOTS.items(), ids=ROOTS)
def test_what_leads_to_a_page_online_leads_to_it_here(page: Page, copies: Path, code: str, root: str) -> None:
    folder = (copies / code / root).resolve()
    page.goto((folder / "search/index.html").as_uri())
    wanted = {
        case["query"]: {name for name in case["expect"] if not name.startswith("news/")} for case in QUERIES[code]
    }
    shown = found(page, [query for query, names in wanted.items() if names], folder)
    assert len(shown) > 20
    assert {query: names - shown[query] for query, names in wanted.items() if names - shown.get(query, set())} == {}
