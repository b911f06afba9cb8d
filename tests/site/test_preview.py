"""`make serve`: a preview in one language or all, that follows what an editor changes and stays alive whatever is broken."""

from __future__ import annotations

import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from socket import socket
from subprocess import STDOUT, Popen

import pytest
from tests.conftest import ROOT, Site
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


def shown(url: str, text: str, without: str = "\0") -> str:
    """A page, as soon as it shows one text and not another; fails when the patience of an editor ends."""
    end, got = time.monotonic() + PATIENCE, ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310  # our own loopback address
                got = answer.read().decode()
        except urllib.error.HTTPError as answer:
            got = answer.read().decode()
        except OSError:
            got = ""
        if text in got and without not in got:
            return got
        time.sleep(0.1)
    pytest.fail(f"{url} does not come to show {text!r}: {got[-3000:]}")


def write(folder: Path, path: str, text: str) -> None:
    """Writes a text as an editor does."""
    (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / "content" / path).write_text(text, "utf-8")


def test_one_language_alone_shows_drafts_and_what_is_broken_and_nothing_of_it_is_published(
    site: Site, tmp_path: Path
) -> None:
    published = site(FILES)
    assert published.code == 0, published.said
    assert not published.has("news/2999/wells/")
    everything = "".join(path.read_text("utf-8") for path in published.folder.rglob("*.html"))
    assert "Wells to come" not in everything
    assert "preview-" not in everything
    running = preview(tmp_path, "en")
    address, said = next(running)

    banner = shown(f"{address}news/2999/wells/", "Only this preview shows it.")
    assert "It will be published by the first build from 1 March 2999 on." in banner
    assert 'class="preview-mark">Not published yet<' in shown(f"{address}topics/water/", "Wells to come")

    other = shown(f"{address}ar/", "Arabic is not in this preview")
    assert "make serve LANG=ar" in other

    write(tmp_path, "about/index.md", BROKEN)
    told = shown(address, "1 problem to mend")
    for part in ("content/about/index.md:5", "there is no such field", "did you mean order?", "Welcome."):
        assert part in told
    write(tmp_path, "about/index.md", page("About us", reviewed=REVIEWED))
    assert "Welcome." in shown(address, "Welcome.", without="problem to mend")
    shown(f"{address}about/", "About us")

    footer = tmp_path / "overrides/pieces/footer.html"
    whole = footer.read_text("utf-8")
    footer.write_text("{{ unclosed", "utf-8")
    assert "overrides/pieces/footer.html:1" in shown(address, "problem to mend")
    footer.write_text(f"{whole}<p>A new footer.</p>", "utf-8")
    shown(address, "A new footer.", without="problem to mend")

    config = tmp_path / "tiny.yml"
    good = config.read_text("utf-8")
    config.write_text(good + "\nsite_name: 'Half", "utf-8")
    assert "tiny.yml:" in shown(address, "problem to mend")
    config.write_text(good.replace("Tiny site", "Tinier site"), "utf-8")
    shown(address, "Tinier site", without="problem to mend")

    next(running, None)
    assert SAID in said
    assert f"  {address}  English" in said
    assert "Français" not in "".join(said)


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
