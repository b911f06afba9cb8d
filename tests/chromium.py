"""Finds a Chromium for the browser tests, or installs one: `python tests/chromium.py` prints where it is.

One that is there is used; else Debian's package when we are root; else Playwright's own; else a message says what to do.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from subprocess import run

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
HELP = "The browser tests need Chromium: install it (Debian: apt install chromium), or set CHROMIUM to its path."


def find() -> str | None:
    """The path of a Chromium on this machine."""
    found = [
        os.environ.get("CHROMIUM"),
        *map(shutil.which, NAMES),
        *(place for place in PLACES if Path(place).exists()),
    ]
    return next((path for path in found if path), None) or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> str | None:
    """Installs a Chromium by the first way that works, and returns its path."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "update", "-qq"], check=False)
        run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
            env=quiet,
            check=False,
            capture_output=True,
        )
    if not find():
        run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find()


if __name__ == "__main__":
    where = find() or install()
    print(where or HELP)
    sys.exit(not where)
