"""A page is light enough for a slow line: the script, and what the first view of each kind costs."""

from __future__ import annotations

import brotli
import pytest
from tests.browser.specimens import PAGES, SPECIMENS
from tests.conftest import Built

from knowledge.catalogue import Catalogue

KB = 1024
SCRIPT = 6 * KB
"""The most the one script may weigh, compressed."""

STYLE = 30 * KB
"""The most the one stylesheet may weigh, compressed."""

ARTICLE = 10 * KB
"""The most the HTML of an article may weigh, compressed."""

VIEW = 50 * KB
"""The most a first view may weigh without its fonts, compressed."""


def weight(real: Built, path: str) -> int:
    """The compressed size of a file of the site."""
    return len(brotli.compress((real.folder / path).read_bytes()))


def page_file(url: str) -> str:
    return url if url.endswith(".html") else f"{url}index.html"


def test_the_script_weighs_at_most_six_kilobytes(real: Built) -> None:
    assert weight(real, real.asset("site.js")) <= SCRIPT


def test_every_article_weighs_at_most_ten_kilobytes(real: Built, catalogue: Catalogue) -> None:
    articles = [text.language.url(entry.id) for entry in catalogue.of_kind("article") for text in entry.texts.values()]
    heavy = {url: weight(real, page_file(url)) for url in articles}
    assert len(heavy) > 40
    assert {url: size for url, size in heavy.items() if size > ARTICLE} == {}


@pytest.mark.parametrize("url", PAGES)
def test_a_first_view_without_fonts_weighs_at_most_fifty_kilobytes(real: Built, url: str) -> None:
    assert sum(weight(real, path) for path in (page_file(url), real.asset("site.css"), real.asset("site.js"))) <= VIEW


def test_the_stylesheet_weighs_at_most_thirty_kilobytes(real: Built) -> None:
    """With `-s`, pytest shows what the first view of each kind weighs."""
    css, script = weight(real, real.asset("site.css")), weight(real, real.asset("site.js"))
    print(f"\nFirst view in bytes, compressed with brotli, without fonts; style {css}, script {script}:")
    for kind, path in SPECIMENS.items():
        html = weight(real, page_file(path))
        print(f"  {kind:9} page {html:6}  sum {html + css + script:6}")
    assert css <= STYLE
