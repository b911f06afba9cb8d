"""Makes the pictures in README and CONTRIBUTING from the built site, as readers see it: `make picture`.

A test makes them again and compares: a page that looks otherwise now fails it, a few other words on the page do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright
from tests.chromium import find
from tests.conftest import ROOT, serve

FOLDER = ROOT / ".github"
SPOKEN = {"en": "", "fr": "fr/", "ar": "ar/"}
"""The guides for editors by language, and where the pages of each lie."""

PAIR = ("ar/", "ethics/")
BACKGROUND, MARGIN = "#d8d3c6", 18
MARKED = """() => {
  const link = document.querySelector(".foot a");
  if (link) Object.assign(link.style, { outline: "3px solid #b3261e", outlineOffset: "4px", borderRadius: "2px" });
}"""
"""The link to follow stands in a frame."""


def pictures(browser: Browser, site: str) -> Iterator[tuple[str, Image.Image]]:
    """Every picture by the name of its file; `site` is the address of the site."""
    view = browser.new_page(viewport={"width": 820, "height": 900}, device_scale_factor=0.75)
    yield "picture.png", _beside([_seen(view, f"{site}{url}") for url in PAIR])
    view.close()
    view = browser.new_page(viewport={"width": 760, "height": 900})
    for code, root in SPOKEN.items():
        yield f"correct.{code}.png", _seen(view, f"{site}{root}about/", ".foot", above=120)
        yield f"status.{code}.png", _seen(view, f"{site}{root}translations/", f"section[aria-labelledby=in-{code}]")
    view.close()


def _seen(view: Page, address: str, part: str = "", above: int = MARGIN) -> Image.Image:
    """A page as it opens, or a part of it with what stands above; seen twice, so that its typeface is there."""
    view.goto(address)
    view.reload()
    view.evaluate("document.fonts.ready")
    view.evaluate(MARKED)
    clip = None
    if part:
        box = view.locator(part).bounding_box()
        assert box
        clip = FloatRect(x=0, y=box["y"] - above, width=760, height=above + box["height"] + MARGIN)
    return Image.open(BytesIO(view.screenshot(clip=clip, full_page=bool(part)))).convert("RGB")


def _beside(parts: list[Image.Image]) -> Image.Image:
    """Pictures of one size, side by side."""
    width, height = parts[0].size
    whole = Image.new("RGB", (len(parts) * (width + MARGIN) + MARGIN, height + 2 * MARGIN), BACKGROUND)
    for place, part in enumerate(parts):
        whole.paste(part, (MARGIN + place * (width + MARGIN), MARGIN))
    return whole


def main() -> None:
    """Writes the pictures, in few colours: nobody sees the difference, and they are small."""
    served = serve(ROOT / "site")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for name, picture in pictures(browser, next(served)):
            picture.quantize(64, dither=Image.Dither.NONE).save(FOLDER / name, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
