"""Somebody writes an article in Arabic in the browser and translates it to French; the files that come out are sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page
from tests.conftest import ROOT, build_tiny, serve
from tests.site.writing import REVIEWED, page

from knowledge import configuration
from knowledge.editing import checking, cms, desk

FOLDER = "sveltia-cms-test"
FILL = """async files => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("%s", {create: true});
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/"), name = parts.pop();
    let at = root;
    for (const part of parts) at = await at.getDirectoryHandle(part, {create: true});
    const out = await (await at.getFileHandle(name, {create: true})).createWritable();
    await out.write(text);
    await out.close();
  }
}"""
READ = """async () => {
  const found = {};
  const walk = async (at, path) => {
    for await (const [name, one] of at.entries())
      if (one.kind === "directory") await walk(one, `${path}${name}/`);
      else found[path + name] = await (await one.getFile()).text();
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("%s"), "");
  return found;
}"""
"""The folder that the editor's own backend for trials keeps in the browser, written and read."""

FILES = {
    "topics/safety/index.md": page("Safety", reviewed=REVIEWED, menu=1),
    "news/index.md": page("News", reviewed=REVIEWED),
    "news/2026/index.md": page("Articles of 2026", reviewed=REVIEWED),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny site with the editor turned on; the folder of its configuration."""
    cms.fetch(ROOT / ".cache")
    folder = tmp_path_factory.mktemp("desk")
    made = build_tiny(folder, FILES, extra={"admin": {"backend": {"name": "test-repo"}}})
    assert made.code == 0, made.said
    return folder


@pytest.fixture
def editor(built: Path, browser: Browser) -> Iterator[Page]:
    """The editor, signed in, with the files of the site."""
    address = next(served := serve(built / "out"))
    context = browser.new_context(locale="en", viewport={"width": 1280, "height": 2600})
    view = context.new_page()
    view.goto(f"{address}build.json")
    view.evaluate(FILL % FOLDER, contents(built))
    view.goto(address + desk.PLACE)
    view.get_by_role("button", name="Work with Test Repository").click()
    view.get_by_text("Article · العربية").wait_for()
    yield view
    context.close()
    next(served, None)


def contents(built: Path) -> dict[str, str]:
    """The files of the site by their path in the project."""
    return {path.relative_to(built).as_posix(): path.read_text("utf-8") for path in (built / "content").rglob("*.md")}


def write(pane: Locator, title: str, summary: str, body: str) -> None:
    """Fills in the words of one language."""
    pane.locator('[data-key-path="title"] input').fill(title)
    pane.locator('[data-key-path="summary"] textarea').fill(summary)
    pane.locator('[data-key-path="body"] textarea').fill(body)


def test_an_article_begun_in_arabic_and_translated_to_french_passes_all_checks(built: Path, editor: Page) -> None:
    asked: list[str] = []
    editor.on("response", lambda response: asked.append(response.url))
    editor.goto(re.sub("#.*", "", editor.url) + "#/collections/article-ar/new")
    arabic, french = (editor.get_by_role("group", name=re.compile(f"^Edit .*{name}")) for name in ("Arabic", "French"))
    write(arabic, "أمان الهاتف", "كيف تحمي هاتفك قبل السفر.", "## قبل السفر\n\nأغلق هاتفك قبل السفر.")
    arabic.locator('[data-key-path="date"] input').fill("2026-03-14")
    arabic.get_by_role("checkbox", name="Safety").click()
    editor.locator("input").last.fill("phone-safety")
    editor.get_by_role("button", name=re.compile("^Enable")).click()
    write(french, "La sécurité du téléphone", "Comment protéger son téléphone.", "## Avant le voyage\n\nÉteignez-le.")
    french.get_by_role("radio", name="ar", exact=True).click()
    editor.get_by_role("button", name="Save").click()
    editor.get_by_role("status").filter(has_text="aved").first.wait_for(state="attached")
    files = editor.evaluate(READ % FOLDER)
    folder = "content/news/2026/phone-safety"
    assert files.keys() - contents(built).keys() == {f"{folder}/index.ar.md", f"{folder}/index.fr.md"}
    assert "date:" in files[f"{folder}/index.ar.md"]
    assert "date:" not in files[f"{folder}/index.fr.md"]
    for path, text in files.items():
        (built / path).parent.mkdir(parents=True, exist_ok=True)
        (built / path).write_text(text, "utf-8")
    assert checking.check(configuration.read(built / "tiny.yml")) == checking.FINE
    assert {url.split("/")[2].partition(":")[0] for url in asked if url.startswith("http")} <= {"127.0.0.1"}


def test_whoever_reads_arabic_has_it_in_arabic(built: Path, browser: Browser) -> None:
    served = serve(built / "out")
    context = browser.new_context(locale="ar")
    view = context.new_page()
    view.goto(next(served) + desk.PLACE)
    view.get_by_role("button", name=re.compile("[\u0600-\u06ff]{3,}")).first.wait_for()
    assert view.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    context.close()
    next(served, None)


def test_its_page_is_for_nobody_else(built: Path) -> None:
    said = (built / "out" / desk.PLACE / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in said
    assert "unsafe-inline" in said
    assert "unsafe-inline" not in (built / "out/index.html").read_text("utf-8")
    assert desk.PLACE not in (built / "out/sitemap.xml").read_text("utf-8")
