"""`make serve`: a preview in one language or all, that follows what an editor changes and stays alive whatever is broken."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from socket import socket
from subprocess import STDOUT, Popen
from urllib.parse import urlsplit

import pytest
from tests.conftest import ROOT, Built, Site, build_tiny
from tests.site.writing import REVIEWED, home, page

PATIENCE = 90
"""Seconds after which the preview counts as not following."""

FILES = {
    **home(),
    "news/index.md": page("News", reviewed=REVIEWED),
    "topics/water/index.md": page("Water", reviewed=REVIEWED),
    "news/2999/wells/index.md": page("Wells to come", date="2999-03-01", topics=["water"]),
}
"""A site with an article that nobody may see yet."""

BROKEN = page("About", reviewed=REVIEWED, ordr=3)
SAID = "content/about/index.md:5: ordr: there is no such field: did you mean order?"


def free_port() -> int:
    """A port nobody listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def preview(folder: Path, language: str) -> Iterator[tuple[str, list[str]]]:
    """The address of a running preview, and the lines that it prints until it is stopped."""
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "previewing", "tiny.yml", language, address]
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": str(ROOT / "hooks"),
    }
    said: list[str] = []
    with (folder / "said").open("w+") as out:
        with Popen(command, cwd=folder, env=environment, stdout=out, stderr=STDOUT, text=True) as process:
            shown(f"http://{address}/", "</html>")
            yield f"http://{address}/", said
            process.terminate()
        said += (folder / "said").read_text("utf-8").splitlines()


def asked(url: str) -> str:
    """What the preview answers, whatever it thinks of the address; nothing while nobody listens."""
    parts = urlsplit(url)
    server = HTTPConnection(parts.netloc, timeout=PATIENCE)
    try:
        server.request("GET", parts.path)
        return server.getresponse().read().decode()
    except OSError:
        return ""
    finally:
        server.close()


def shown(url: str, text: str, without: str = "\0") -> str:
    """A page, as soon as it shows one text and not another; fails when the patience of an editor ends."""
    end, got = time.monotonic() + PATIENCE, ""
    while time.monotonic() < end:
        got = asked(url)
        if text in got and without not in got:
            return got
        time.sleep(0.1)
    pytest.fail(f"{url} does not come to show {text!r}: {got[-3000:]}")


def write(folder: Path, path: str, text: str) -> None:
    """Writes a text as an editor does."""
    (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / "content" / path).write_text(text, "utf-8")


@dataclass(frozen=True)
class Running:
    """A preview of one language that runs, and the site that was published from the same texts."""

    published: Built
    folder: Path
    address: str

    @property
    def said(self) -> list[str]:
        """The lines that it has printed so far."""
        return (self.folder / "said").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview of English; every test leaves it whole."""
    folder = tmp_path_factory.mktemp("english")
    published = build_tiny(folder, FILES)
    assert published.code == 0, published.said
    for address, _ in preview(folder, "en"):
        yield Running(published, folder, address)


def test_nothing_of_a_preview_or_a_draft_is_published(english: Running) -> None:
    assert not english.published.has("news/2999/wells/")
    everything = "".join(path.read_text("utf-8") for path in english.published.folder.rglob("*.html"))
    assert "Wells to come" not in everything
    assert "preview-" not in everything


def test_drafts_are_shown_and_marked(english: Running) -> None:
    banner = shown(f"{english.address}news/2999/wells/", "Only this preview shows it.")
    assert "It will be published by the first build from 1 March 2999 on." in banner
    assert 'class="preview-mark">Not published yet<' in shown(f"{english.address}topics/water/", "Wells to come")


def test_another_language_says_how_to_see_it(english: Running) -> None:
    assert "make serve LANG=ar" in shown(f"{english.address}ar/", "Arabic is not in this preview")
    assert f"  {english.address}  English" in english.said
    assert "Français" not in "".join(english.said)


def test_a_broken_text_is_told_in_the_page_until_it_is_mended(english: Running) -> None:
    write(english.folder, "about/index.md", BROKEN)
    told = shown(english.address, "1 problem to mend")
    for part in ("content/about/index.md:5", "there is no such field", "did you mean order?", "Welcome."):
        assert part in told
    write(english.folder, "about/index.md", page("About us", reviewed=REVIEWED))
    assert "Welcome." in shown(english.address, "Welcome.", without="problem to mend")
    shown(f"{english.address}about/", "About us")
    assert SAID in english.said


def test_a_broken_template_is_told_until_it_is_mended(english: Running) -> None:
    footer = english.folder / "overrides/pieces/footer.html"
    whole = footer.read_text("utf-8")
    footer.write_text("{{ unclosed", "utf-8")
    assert "overrides/pieces/footer.html:1" in shown(english.address, "problem to mend")
    footer.write_text(f"{whole}<p>A new footer.</p>", "utf-8")
    shown(english.address, "A new footer.", without="problem to mend")


def test_a_broken_configuration_is_told_until_it_is_mended(english: Running) -> None:
    config = english.folder / "tiny.yml"
    good = config.read_text("utf-8")
    config.write_text(good + "\nsite_name: 'Half", "utf-8")
    assert "tiny.yml:" in shown(english.address, "problem to mend")
    config.write_text(good.replace("Tiny site", "Tinier site"), "utf-8")
    shown(english.address, "Tinier site", without="problem to mend")


def test_a_preview_that_begins_with_a_broken_text_shows_it_until_it_is_mended(site: Site, tmp_path: Path) -> None:
    assert site({**home(), "about/index.md": BROKEN}).code == 1
    running = preview(tmp_path, "ar")
    address, said = next(running)
    told = shown(f"{address}ar/about/", "did you mean order?")
    assert '<aside class="preview-problems" role="alert" lang="ar" dir="rtl">' in told
    write(tmp_path, "about/index.md", page("About us", reviewed=REVIEWED))
    assert 'lang="ar" dir="rtl"' in shown(f"{address}ar/", "الرئيسية", without="preview-problems")
    next(running, None)
    assert f"  {address}ar/  العربية" in said


@pytest.fixture
def all_languages(site: Site, tmp_path: Path) -> Iterator[tuple[str, list[str]]]:
    """A preview of every language."""
    assert site(home()).code == 0
    yield from preview(tmp_path, "")


def test_without_a_language_all_are_shown(all_languages: tuple[str, list[str]], tmp_path: Path) -> None:
    address, _ = all_languages
    write(tmp_path, "index.fr.md", page("Accueil", "Une phrase nouvelle."))
    shown(f"{address}fr/", "Une phrase nouvelle.")
    assert "preview-page" not in shown(f"{address}ar/", "الرئيسية")
    assert 'data-only=""' in shown(address, "Welcome.")
    said = (tmp_path / "said").read_text("utf-8")
    assert f"  {address}  English\n  {address}fr/  Français\n  {address}ar/  العربية\n" in said
