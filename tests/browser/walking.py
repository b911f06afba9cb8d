"""Walking through a page with the Tab key, as whoever has no mouse does."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

PLACES = [".skip", ".leave", ".brand", ".languages", ".bar .opener", ".find", ".menu", "main", ".bottom"]
"""The parts of a page in the order in which they are reached; a screen shows the button of the menu or the menu."""

WATCH = """(places) => {
    const able = "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]";
    const first = (radio) => [...document.getElementsByName(radio.name)].find((other) => other.checked) ||
        document.getElementsByName(radio.name)[0];
    const controls = [...document.querySelectorAll(able)].filter((element) => element.tabIndex >= 0 && !element.disabled &&
        element.checkVisibility({ visibilityProperty: true }) && (element.type !== "radio" || first(element) === element));
    const stops = [], state = { controls: controls.map((control) => control.outerHTML.slice(0, 120)), stops, ended: false };
    let last = document.body, start;
    addEventListener("keyup", ({ key }) => {
        const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
        if (key !== "Tab" || state.ended || element === last) return;
        last = element;
        if (element === document.body || element === start) return void (state.ended = true);
        start ??= element;
        stops.push({
            control: controls.indexOf(element),
            name: element.outerHTML.slice(0, 120),
            place: places.find((place) => element.closest(place)),
            seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
            outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        });
    }, true);
    window.walked = state;
}"""
"""Notes where the focus is after each press, until it begins anew; a field for a date has many stops, a group of choices one."""

AT_ONCE = 20
"""Presses between two looks at what was noted."""


def walk(page: Page, most: int = 600) -> list[dict[str, Any]]:
    """Everything that the Tab key reaches, in order, until the end of the page."""
    page.evaluate(WATCH, PLACES)
    for _ in range(0, most, AT_ONCE):
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
        if page.evaluate("walked.ended"):
            reached: list[dict[str, Any]] = page.evaluate("walked.stops")
            return reached
    raise AssertionError(f"the Tab key is caught at {page.evaluate('walked.stops.at(-1).name')}")


def missed(page: Page, reached: list[dict[str, Any]]) -> list[str]:
    """The visible controls of a page that a walk did not reach, or reached out of order, and what else it reached."""
    controls: list[str] = page.evaluate("walked.controls")
    stops = [stop["control"] for stop in reached]
    strange = [stop["name"] for stop in reached if stop["control"] < 0]
    wanting = [name for number, name in enumerate(controls) if number not in stops]
    disordered = [stop["name"] for stop, before in zip(reached[1:], stops, strict=False) if stop["control"] < before]
    return [*strange, *wanting, *disordered]


def unseen(reached: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The stops at which nobody would see where the focus is."""
    return [stop for stop in reached if not (stop["seen"] and stop["outlined"])]
