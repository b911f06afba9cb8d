"""The questionnaire is filled in on screen or on paper, by mouse, by keyboard or by ear, with scripts and without."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect
from tests.browser.answering import PLACES, TEXT, answer, ask
from tests.browser.axe import faults
from tests.browser.specimens import DESKTOP, NARROW, ROOTS

TARGETS = """places => [...document.querySelectorAll(places)].map((place) => {
    const box = (place.closest(".chosen label") || place).getBoundingClientRect();
    return [place.id, box.height, box.width];
}).filter(([, height, width]) => height < 44 || width < 44)"""
CLIPPED = """() => [...document.querySelectorAll(".write > textarea")].filter(
    (area) => area.checkVisibility() && area.scrollHeight > area.clientHeight + 1).map((area) => area.id)"""
"""Places to write in which something is out of sight."""

PRINTED = """() => [...document.querySelectorAll(".write")].map((box) => {
    const copy = getComputedStyle(box, "::after"), area = box.querySelector("textarea");
    const quoted = [...copy.content.matchAll(/"((?:[^"\\\\]|\\\\.)*)"/g)].map((part) => part[1]).join("");
    const sign = (_, code, other) => other || String.fromCharCode(parseInt(code, 16));
    const seen = copy.display !== "none" && copy.visibility === "visible";
    const shown = seen ? quoted.replace(/\\\\([0-9a-f]+) ?|\\\\(.)/g, sign) : "";
    const lines = [...box.querySelectorAll("i")].filter((line) => line.getBoundingClientRect().height > 20);
    return { area: area.checkVisibility(), shown, lines: lines.length, rows: area.rows };
})"""
"""What paper shows of each text: the field itself, a copy of what was typed, lines to write on."""


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_reader_is_told_what_becomes_of_the_answers_before_the_first_question(
    tab: Page, bare: Page, address: str, root: str
) -> None:
    for page in (tab, bare):
        ask(page, address, root)
        said = page.locator("div.keeping > p").first
        expect(said).to_be_visible()
        first = page.locator(".answers").first.bounding_box()
        where = said.bounding_box()
        assert where
        assert first
        assert where["y"] < first["y"]


def test_what_is_told_is_told_in_the_readers_language(tab: Page, address: str) -> None:
    said: list[str] = []
    for root in ROOTS.values():
        ask(tab, address, root)
        said += tab.locator("div.keeping p:not(:has(button)), .keeping button").all_inner_texts()
    assert len(said) == len(set(said)) == 3 * 4


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_form_can_be_filled_in_without_scripts(bare: Page, address: str, root: str) -> None:
    ask(bare, address, root)
    expect(bare.locator(".keeping button:visible")).to_have_count(0)
    bare.fill("#s1-1-answer", TEXT)
    bare.check("#s1-2-answer-option-2")
    bare.check("#s1-2-answer-option-1")
    expect(bare.locator("#s1-2-answer-option-2")).not_to_be_checked()
    expect(bare.locator("#s1-1-answer")).to_have_value(TEXT)


def test_fields_are_found_by_their_question_and_their_label(tab: Page, address: str) -> None:
    ask(tab, address)
    question = tab.get_by_role("group", name=re.compile("registered with an authority"))
    question.get_by_role("radio", name="Yes").check()
    question.get_by_role("textbox", name="Where").fill("Copenhagen")
    expect(question.get_by_role("textbox", name="Since")).to_have_accessible_description("the year is enough")
    expect(tab.get_by_role("textbox", name=re.compile("full name of your organisation"))).to_be_editable()
    tab.get_by_role("group", name=re.compile("Whom do your code")).get_by_role("checkbox", name="Staff").check()


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_filled_in_the_form_has_no_fault(tab: Page, address: str, root: str) -> None:
    tab.set_viewport_size(DESKTOP)
    ask(tab, address, root)
    answer(tab)
    assert faults(tab, f"{root} filled in") == []


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_fields_are_large_enough_for_a_finger_and_fit_the_narrowest_phone(tab: Page, address: str, root: str) -> None:
    tab.set_viewport_size(NARROW)
    ask(tab, address, root)
    tab.fill("#s1-1-answer", "x" * 300)
    assert tab.evaluate(TARGETS, PLACES) == []
    assert tab.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_a_place_to_write_grows_with_the_answer(tab: Page, address: str) -> None:
    ask(tab, address)
    place = tab.locator("#s1-1-answer")
    heights = []
    for lines in (1, 4, 30):
        place.fill("words\n" * lines)
        heights.append(place.evaluate("area => area.clientHeight"))
    assert all(more > less for less, more in pairwise(heights))
    answer(tab)
    assert tab.evaluate(CLIPPED) == []


@pytest.mark.parametrize(("root", "direction"), [("", "ltr"), ("ar/", "rtl")], ids=["en", "ar"])
def test_an_answer_runs_as_it_is_written_and_an_empty_field_as_the_page(
    tab: Page, address: str, root: str, direction: str
) -> None:
    ask(tab, address, root)
    place = tab.locator("#s1-1-answer")
    for words, wanted in (("", direction), ("نور", "rtl"), ("Nur", "ltr"), ("+45 88 32 70 00", "ltr")):
        place.fill(words)
        assert place.evaluate("area => getComputedStyle(area).direction") == wanted
    for name in ("#s1-4-answer", "#s1-6-answer-2", "#s1-7-answer-2"):
        assert tab.locator(name).evaluate("place => getComputedStyle(place).direction") == "ltr"


def test_answers_can_be_given_and_changed_by_keyboard(tab: Page, address: str) -> None:
    ask(tab, address)
    tab.focus("#s1-2-answer-option-1")
    for key in ("Space", "ArrowRight", "Tab"):
        tab.keyboard.press(key)
    tab.keyboard.type("Tunis")
    expect(tab.locator("#s1-2-answer-option-2")).to_be_checked()
    expect(tab.locator("#s1-2-answer-2")).to_have_value("Tunis")


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_paper_shows_answers_whole_and_lines_where_there_is_none(tab: Page, address: str, root: str) -> None:
    tab.emulate_media(media="print")
    ask(tab, address, root)
    expect(tab.locator(".keeping:visible")).to_have_count(0)
    empty = tab.evaluate(PRINTED)
    assert len(empty) > 40
    assert [box for box in empty if box["area"] or box["shown"] or box["lines"] != box["rows"]] == []
    tab.emulate_media(media="screen")
    answer(tab)
    tab.emulate_media(media="print")
    full = tab.evaluate(PRINTED)
    assert [box for box in full if box["area"] or box["shown"].rstrip() != TEXT or box["lines"]] == []


def test_paper_shows_answers_whole_without_scripts(bare: Page, address: str) -> None:
    ask(bare, address)
    bare.fill("#s1-1-answer", "words\n" * 30)
    bare.fill("#s1-3-answer", "word " * 300)
    bare.emulate_media(media="print")
    assert bare.evaluate(CLIPPED) == []
    expect(bare.locator("#s1-1-answer")).to_be_visible()
    expect(bare.locator("#s1-5-answer")).to_be_hidden()
    assert bare.locator("#s1-5-answer + i").is_visible()
    bare.emulate_media(media="screen")


def test_the_browser_remembers_no_answer(tab: Page, address: str) -> None:
    ask(tab, address, "")
    assert set(tab.eval_on_selector_all(PLACES, "places => places.map((place) => place.autocomplete)")) == {"off"}
