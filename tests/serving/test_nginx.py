"""nginx writes nothing down of what readers at risk look at, and serves a page fast."""

from __future__ import annotations

import os
import re
from pathlib import Path
from subprocess import run

import pytest
from tests.browser.specimens import ROOTS
from tests.conftest import Built
from tests.servers import find
from tests.serving.conftest import Server
from tests.serving.test_servers import script

LEAST = 1000
"""Requests a second: a hundredth of what an idle machine with two cores does."""

SECONDS = 2


def test_nothing_is_written_down_of_who_reads_what(unlogged: Server) -> None:
    for path in ("/about/", "/contact/", "/nowhere/", "/search/?q=x", "/assets/kept/", "/news", f"/?q={'x' * 9000}"):
        unlogged.get(path)
    assert unlogged.written() == ""


@pytest.mark.parametrize("root", ROOTS.values())
@pytest.mark.parametrize(
    "path",
    [
        *(
            "contact",
            "contact/",
            "contact/index.html",
            "contact/index.html.br",
            "contact/nowhere",
            "%63ontact/",
            "CONTACT/",
            "contact/form.pdf",
        ),
        *("stay-safe/", "prevention/more/poster.webp", "prevention/more/", "prevention/women-journalists-safety/"),
        *("search/?q=harassment", "search?q=harassment", "a-z/?q=harassment", "a-z?q=harassment", "a-z/index.html?q=x"),
    ],
)
def test_the_log_says_nothing_of_pages_that_one_can_leave_nor_of_what_is_looked_for(
    logged: Server, root: str, path: str
) -> None:
    logged.get(f"/{root}{path}")
    logged.get(f"/{root}about/")
    assert f"GET /{root}about/ " in logged.written()
    assert path.rstrip("/") not in logged.written()
    assert "harassment" not in logged.written().replace("anti-harassment", "")


def test_the_log_says_nothing_of_scripts_and_hits_that_tell_the_page(logged: Server, real: Built) -> None:
    fragment = next(real.folder.glob("pagefind/fragment/*")).relative_to(real.folder)
    for path in (script(real), f"/{fragment}", "/contact/x", "/about/"):
        logged.get(path)
    assert "GET /about/ " in logged.written()
    assert "/assets/" not in logged.written()
    assert "/pagefind/" not in logged.written()
    assert "No such file" not in logged.written()


@pytest.mark.parametrize("root", ROOTS.values())
def test_many_readers_at_once_are_served(logged: Server, root: str) -> None:
    """With `-s`, pytest shows the figures that README tells."""
    command = [find("wrk"), "-t1", "-c50", f"-d{SECONDS}s", "--latency", "-H", "Accept-Encoding: br"]
    library = {"LD_LIBRARY_PATH": str(Path(find("luajit")).parent)}
    url = f"http://127.0.0.1:{logged.port}/{root}contact/"
    done = run([*command, url], capture_output=True, text=True, check=True, env=os.environ | library)
    print(f"\n/{root}contact/\n{done.stdout}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    assert rate
    assert float(rate[1]) > LEAST
    assert "Non-2xx" not in done.stdout
    assert "Socket errors" not in done.stdout
