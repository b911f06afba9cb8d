"""Filling in the questionnaire as a reader does, and what the page holds then."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

FORM = "policies/partner-questionnaire/"
PLACES = ".answers :is(input, textarea)"
TEXT = 'Réseau «Nūr» <b>&amp;</b> "x"</textarea>\n\nشبكة الصحفيين +45 88 32 70 00\n  end'
"""Marks of HTML, an empty line, spaces, both directions."""

ANSWER = """([places, samples]) => {
    for (const place of document.querySelectorAll(places)) {
        const { type } = place;
        if (["radio", "checkbox"].includes(type)) place.click();
        else place.value = samples[type];
        place.dispatchEvent(new Event("input", { bubbles: true }));
    }
}"""
"""Fills in a hundred fields at once, with the events that a reader would cause."""

SAMPLES = {"textarea": TEXT, "text": "12", "date": "2026-11-02", "email": "name@example.org"}
"""What is typed into a field of each type."""

HELD = """places => Object.fromEntries([...document.querySelectorAll(places)].map(
    (place) => [place.id, ["radio", "checkbox"].includes(place.type) ? place.checked : place.value]))"""
Held = dict[str, str | bool]


def ask(page: Page, address: str, root: str = "") -> None:
    """Opens the questionnaire in the language that lives at `root`."""
    page.goto(address + root + FORM)


def answer(page: Page) -> Held:
    """Fills in every field, and returns what they hold."""
    page.evaluate(ANSWER, [PLACES, SAMPLES])
    return held(page)


def held(page: Page) -> Held:
    """What each field holds, by its id."""
    found: Held = page.evaluate(HELD, PLACES)
    return found


def kept(page: Page) -> Path:
    """The file of answers, under the name it is offered with."""
    with page.expect_download() as download:
        page.click("[data-keep]")
    path = download.value.path().with_name(download.value.suggested_filename)
    download.value.save_as(path)
    return path


def choose(page: Page, path: Path) -> None:
    """Opens a file of answers."""
    with page.expect_file_chooser() as chooser:
        page.click("[data-open]")
    chooser.value.set_files(path)


def expect_said(page: Page, what: str) -> Locator:
    """Waits for the page to say what became of a file: `done`, `other` or `none`."""
    said = page.locator("div.keeping [role=status]")
    expect(said).to_have_text(str(page.get_attribute("[data-open]", f"data-{what}")))
    return said
