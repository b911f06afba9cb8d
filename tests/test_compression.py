"""What is text lies beside itself compressed; everything else is left as it is."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import brotli
import pytest
from tests.conftest import ROOT
from tests.site.writing import files

from knowledge import compression

LONG = b"A sentence that stands here many times. " * 100


def laid(folder: Path, **found: bytes) -> Path:
    """A folder with a file for each keyword, `_` for a dot."""
    folder.mkdir()
    for name, data in found.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    compression.compress(folder)
    return folder


def test_a_text_lies_there_twice_more(tmp_path: Path) -> None:
    made = files(laid(tmp_path / "site", index_html=LONG))
    assert sorted(made) == ["index.html", "index.html.br", "index.html.gz"]
    assert brotli.decompress(made["index.html.br"]) == gzip.decompress(made["index.html.gz"]) == LONG
    assert max(len(made["index.html.br"]), len(made["index.html.gz"])) < len(LONG) / 10


@pytest.mark.parametrize("name", ["picture_webp", "font_woff2", "file_pdf", "page_pf_fragment"])
def test_what_is_compressed_already_is_left(tmp_path: Path, name: str) -> None:
    assert len(files(laid(tmp_path / "site", **{name: LONG}))) == 1


def test_what_is_short_is_left(tmp_path: Path) -> None:
    assert sorted(files(laid(tmp_path / "site", a_html=b"a" * 1023, b_html=b"b" * 1024))) == [
        "a.html",
        "b.html",
        "b.html.br",
        "b.html.gz",
    ]


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    assert files(laid(tmp_path / "one", a_css=LONG)) == files(laid(tmp_path / "two", a_css=LONG))


@pytest.mark.parametrize("ending", [".br", ".gz"])
def test_a_compressed_file_gives_its_text_back(tmp_path: Path, ending: str) -> None:
    assert compression.unpacked(laid(tmp_path / "site", a_css=LONG) / f"a.css{ending}") == LONG


def test_a_long_page_is_made_as_small_as_can_be(tmp_path: Path) -> None:
    long = (ROOT / "CONTRIBUTING.md").read_bytes() * 2
    made = files(laid(tmp_path / "site", index_html=long, other_js=long))
    assert len(made["index.html.br"]) < len(made["other.js.br"]) * 0.95


def test_what_the_last_site_had_compressed_is_not_compressed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last, site = laid(tmp_path / "last", a_html=LONG, b_css=LONG * 2), tmp_path / "site"
    site.mkdir()
    shutil.copy(last / "a.html", site)
    (site / "b.css").hardlink_to(last / "b.css")
    with monkeypatch.context() as without:
        without.setattr(brotli, "compress", lambda data, **_: pytest.fail("it was compressed already"))
        compression.compress(site, last)
        assert files(site) == files(last)
        (site / "a.html").write_bytes(LONG + b"More.")
        with pytest.raises(pytest.fail.Exception):
            compression.compress(site, last)
    before = files(last)
    compression.compress(site, last)
    assert compression.unpacked(site / "a.html.br") == compression.unpacked(site / "a.html.gz") == LONG + b"More."
    assert files(last) == before
