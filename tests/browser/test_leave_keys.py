"""Shift pressed three times leaves a page; each press is told, and nothing that is typed counts as one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.leaving import CODES, STATUS, TARGETS, is_leaving, press
from tests.browser.specimens import ROOTS
from tests.site.writing import spoken


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_shift_three_times_leaves_and_each_press_is_told(reader: Page, address: str, root: str) -> None:
    reader.goto(f"{address}{root}contact/")
    for message in ("Shift: press twice more to leave.", "Shift: press once more to leave."):
        press(reader, 1)
        expect(reader.locator(STATUS)).to_have_text(spoken(CODES[root], message))
    press(reader, 1)
    reader.wait_for_url(TARGETS[CODES[root]])


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_name_says_that_it_is_for_emergencies_and_the_description_names_the_key(
    reader: Page, address: str, root: str
) -> None:
    reader.goto(f"{address}{root}contact/")
    said = [spoken(CODES[root], words) for words in ("Emergency:", "Leave this page", "Or press Shift three times.")]
    link = reader.get_by_role("link", name=f"{said[0]} {said[1]}")
    expect(link).to_have_accessible_description(said[2])


@pytest.mark.parametrize(("pauses", "leaves"), [((4000, 4000), True), ((100, 5100), False), ((5100, 100), False)])
def test_each_press_is_waited_for_five_seconds(
    newcomer: Page, address: str, pauses: tuple[int, int], leaves: bool
) -> None:
    newcomer.route("https://example.org/**", lambda route: route.fulfill(status=204))  # so that it can be looked at
    newcomer.clock.install()
    newcomer.goto(f"{address}contact/")
    press(newcomer, 1)
    for pause in pauses:
        newcomer.clock.run_for(pause)
        press(newcomer, 1)
    assert is_leaving(newcomer) is leaves


def test_a_press_too_late_is_told_and_counts_anew(newcomer: Page, address: str) -> None:
    newcomer.clock.install()
    newcomer.goto(f"{address}contact/")
    press(newcomer, 2)
    newcomer.clock.run_for(5100)
    expect(newcomer.locator(STATUS)).to_have_text("You are still on this page.")
    press(newcomer, 1)
    expect(newcomer.locator(STATUS)).to_have_text("Shift: press twice more to leave.")


@pytest.mark.parametrize("keys", ["Shift+A", "Shift+ArrowDown", "Control+Shift", "Alt+Shift", "Shift+Tab", "A"])
def test_shift_with_another_key_counts_for_nothing(held: Page, address: str, keys: str) -> None:
    held.goto(f"{address}contact/")
    for _ in range(3):
        held.keyboard.press(keys)
    press(held, 2)
    held.keyboard.press(keys)
    press(held, 2)
    assert not is_leaving(held)


def test_another_key_while_shift_is_down_counts_for_nothing(held: Page, address: str) -> None:
    held.goto(f"{address}contact/")
    for _ in range(3):
        held.keyboard.down("Shift")
        held.keyboard.press("Alt")
        held.keyboard.up("Shift")
    assert not is_leaving(held)


def test_a_click_with_shift_counts_for_nothing(held: Page, address: str) -> None:
    held.goto(f"{address}contact/")
    for _ in range(3):
        held.locator("article .lead").click(modifiers=["Shift"])
    assert not is_leaving(held)


def test_shift_held_down_counts_once(reader: Page, address: str) -> None:
    reader.goto(f"{address}contact/")
    for _ in range(5):
        reader.keyboard.down("Shift")
    reader.keyboard.up("Shift")
    expect(reader.locator(STATUS)).to_have_text("Shift: press twice more to leave.")


def test_capitals_can_be_typed(held: Page, address: str) -> None:
    held.goto(f"{address}contact/")
    held.locator("#find").focus()
    for letter in "UNHCR":
        held.keyboard.press(f"Shift+{letter}")
    expect(held.locator("#find")).to_have_value("UNHCR")
    assert not is_leaving(held)
