"""Makes the picture in the README from the built site: `make picture`. Arabic and English side by side, as readers see them."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.chromium import find  # noqa: E402

PICTURE = ROOT / ".github/picture.png"
FRAMES = ("ar/index.html", "ethics/index.html")
PAGE = """<body style="margin:0;display:flex;gap:24px;background:#d8d3c6;padding:24px">{}</body>"""
FRAME = """<iframe src="{}" style="border:0;width:820px;height:900px"></iframe>"""


def main() -> None:
    """Writes the picture."""
    addresses = [(ROOT / "site" / frame).as_uri() for frame in FRAMES]
    page = ROOT / "site/.picture.html"
    page.write_text(PAGE.format("".join(map(FRAME.format, addresses))), "utf-8")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--allow-file-access-from-files"]
        browser = playwright.chromium.launch(executable_path=find(), args=options)
        view = browser.new_page(viewport={"width": 1712, "height": 948}, device_scale_factor=0.75)
        view.goto(page.as_uri(), wait_until="networkidle")
        view.screenshot(path=str(PICTURE))
        browser.close()
    page.unlink()


if __name__ == "__main__":
    main()
