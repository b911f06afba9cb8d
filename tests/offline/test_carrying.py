"""Whoever unpacks an archive and opens its first page can read and search with no connection at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import run
from zipfile import ZipFile

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, Request, expect
from tests.offline.conftest import Carried

from knowledge.offline import carrying


@dataclass
class Visit:
    """A reader's browser, and what it asked for and complained about."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def unpacked(carried: Carried, code: str) -> Path:
    folder = carried.folder.parent / f"unpacked {code}"
    if not folder.exists():
        with ZipFile(carried.folder / f"tiny-site_offline_{code}.zip") as archive:
            archive.extractall(folder)
    return folder


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context()
    seen = Visit(context.new_page())

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            seen.complaints.append(f"{request.failure}: {request.url}")

    context.on("request", lambda request: seen.asked.append(request.url))
    context.on("requestfailed", failed)
    context.on("console", lambda message: seen.complaints.append(message.text) if message.type != "log" else None)
    context.on("weberror", lambda error: seen.complaints.append(str(error.error)))
    yield seen
    context.close()
    assert seen.complaints == []
    assert seen.asked
    assert [url for url in seen.asked if not url.startswith(("file:", "blob:"))] == []


@pytest.mark.parametrize(
    ("code", "words", "title"),
    [("ar", "قاعدة", "الهدايا"), ("fr", "regle", "Cadeaux"), ("en", "refusing", "Gifts")],
)
def test_a_search_from_the_first_page_leads_to_the_clause(
    carried: Carried, visit: Visit, code: str, words: str, title: str
) -> None:
    folder, page = unpacked(carried, code), visit.page
    page.goto((folder / "START.html").as_uri())
    page.fill("#find", words)
    page.press("#find", "Enter")
    hit = page.locator(".hits a").first
    expect(hit).to_have_text(title)
    expect(page.locator(".hits mark").first).to_be_visible()
    hit.click()
    expect(page.locator("h1")).to_have_text(title)
    assert "/policies/gifts/index.html#s1" in page.url
    assert page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].some((font) => font.status === 'loaded'))"
    )


def test_articles_are_found_by_title_and_narrowed_by_kind(carried: Carried, visit: Visit) -> None:
    page = visit.page
    page.goto((unpacked(carried, "ar") / "ar/search/index.html").as_uri())
    page.fill("#q", "جسر")
    expect(page.locator(".hits a").first).to_have_text("نهر بلا جسور")
    page.select_option("#kind", "document")
    expect(page.locator(".hits a")).to_have_count(0)
    expect(page.locator(".help")).to_be_visible()


def test_pages_that_fetch_on_the_web_work_without(carried: Carried, visit: Visit) -> None:
    folder, page = unpacked(carried, "en"), visit.page
    for name in ("index.html", "news/index.html", "news/2026/river/index.html", "policies/gifts/history/index.html"):
        page.goto((folder / name).as_uri())
        expect(page.locator("h1").first).to_be_visible()
    assert page.locator("img").count() == 0
    page.goto((folder / "news/2026/river/index.html").as_uri())
    assert page.evaluate("document.querySelector('article img').naturalWidth") > 0


def test_a_file_is_checked_with_the_list_that_came_along(carried: Carried, visit: Visit) -> None:
    folder, page = unpacked(carried, "ar"), visit.page
    page.goto((folder / "ar/check/index.html").as_uri())
    page.set_input_files("#file", folder / "ar/policies/gifts/gifts_v2_ar.pdf")
    expect(page.locator(".verdict.ours")).to_contain_text("gifts_v2_ar.pdf")


def test_the_folder_offers_every_file_and_its_fingerprint(carried: Carried) -> None:
    names = [f"tiny-site_offline_{code}.zip" for code in ("en", "fr", "ar")] + ["tiny-site_offline_all.zim"]
    assert {path.name for path in carried.folder.iterdir()} == {*names, "index.html", "SHA256SUMS"}
    done = run(["sha256sum", "-c", "SHA256SUMS"], cwd=carried.folder, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.count(": OK")) == (0, 4)
    root = html.document_fromstring((carried.folder / "index.html").read_text("utf-8"))
    assert {link.get("href") for link in root.iter("a")} == set(names)
    assert [part.get("dir") for part in root.iter("section")] == ["ltr", "ltr", "rtl"]


def test_the_same_site_gives_the_same_archives(carried: Carried, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in carried.folder.glob("*.zip")}
    shutil.copytree(carried.built.folder, tmp_path / "site")
    assert carrying.main([str(carried.config), str(tmp_path / "site")]) == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "offline").glob("*.zip")} == before


def test_without_a_finished_site_nothing_is_made(
    carried: Carried, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert carrying.main([str(carried.config), str(tmp_path / "site")]) == 1
    assert "run make site first" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
