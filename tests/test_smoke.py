"""A site that lacks what readers need first is told, before anybody sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from tests.published import OF, finished, seal

from knowledge import smoke


def told(site: Path) -> list[str]:
    """What is wrong with a site."""
    return list(smoke.flaws(site, OF.languages, OF.site_url))


def test_a_whole_site_has_no_flaw(tmp_path: Path) -> None:
    assert told(finished(tmp_path / "site", "Whole")) == []


@pytest.mark.parametrize(
    ("name", "flaw"),
    [
        ("index.html", "index.html is missing"),
        ("ar/index.html", "ar/index.html is missing"),
        ("fr/404.html", "fr/404.html is missing"),
        ("fr/contact/index.html", "fr/contact/index.html is missing"),
        ("ar/pagefind/pagefind.js", "ar/pagefind/pagefind.js is missing: nobody could search"),
        ("sitemap.xml", "sitemap.xml is missing"),
    ],
)
def test_what_a_build_forgot_is_named(tmp_path: Path, name: str, flaw: str) -> None:
    site = finished(tmp_path / "site", "Forgetful")
    for path in site.glob(f"{name}*"):
        path.unlink()
    seal(site)
    assert flaw in told(site)


def cut(site: Path) -> None:
    """A copy that ended too early."""
    path = site / "fr/index.html"
    path.write_text(path.read_text("utf-8")[:20], "utf-8")


def add(site: Path) -> None:
    """A file that no build made."""
    (site / "evil.js").write_text("alert(1)", "utf-8")


def swap(site: Path) -> None:
    """A compressed file that says something else, which most readers would get."""
    (site / "contact/index.html.br").write_bytes(brotli.compress(b"Call this number instead."))


def mark(site: Path) -> None:
    """A build that was never finished."""
    (site / "build.json").unlink()


@pytest.mark.parametrize(
    ("harm", "flaw"),
    [
        (cut, "fr/index.html is cut off"),
        (cut, "files are missing, damaged or added: the digest is not the one in build.json"),
        (add, "files are missing, damaged or added: the digest is not the one in build.json"),
        (swap, "contact/index.html.br holds something else than the file beside it"),
        (mark, "build.json is missing: build the site with make site"),
    ],
)
def test_what_was_changed_after_the_build_is_told(tmp_path: Path, harm: Callable[[Path], None], flaw: str) -> None:
    site = finished(tmp_path / "site", "Harmed")
    harm(site)
    assert flaw in told(site)
