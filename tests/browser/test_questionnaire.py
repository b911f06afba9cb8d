"""A form is filled in on screen or on paper, in any language; the answers stay in the page, or go into a file and back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from lxml import html
from playwright.sync_api import Dialog, Locator, Page, Request, expect
from tests.browser.specimens import DESKTOP, NARROW, PHONE, ROOTS
from tests.browser.test_accessibility import AXE, faults
from tests.browser.test_keyboard import walk
from tests.browser.test_privacy import NOTHING, STORED

FORM = "policies/partner-questionnaire/"
PLACES = ".answers :is(input, textarea)"
SAMPLES = {
    "textarea": "Réseau «Nūr» <b>&amp;</b> \"x\"</textarea>\n\nشبكة الصحفيين +45 88 32 70 00\n  end",
    "text": "12",
    "date": "2026-11-02",
    "email": "name@example.org",
}
"""What is typed into a field of each type: marks of HTML, empty lines, spaces, both directions."""

STATE = """places => Object.fromEntries([...document.querySelectorAll(places)].map(
    (place) => [place.id, ["radio", "checkbox"].includes(place.type) ? place.checked : place.value]))"""
State = dict[str, str | bool]


def ask(page: Page, address: str, root: str = "") -> None:
    """Opens the form in a language."""
    page.goto(address + root + FORM)


def answer(page: Page) -> State:
    """Fills in every field, and returns what they hold."""
    for place in page.locator(PLACES).all():
        sort = str(place.evaluate("place => place.type"))
        if sort in ("radio", "checkbox"):
            place.check()
        else:
            place.fill(SAMPLES[sort])
    found: State = page.evaluate(STATE, PLACES)
    return found


def kept(page: Page) -> Path:
    """The file of answers, under the name it is offered with."""
    with page.expect_download() as download:
        page.click("[data-keep]")
    path = download.value.path().with_name(download.value.suggested_filename)
    download.value.save_as(path)
    return path


def opened(page: Page, path: Path) -> Locator:
    """Opens a file of answers; what the page says then."""
    with page.expect_file_chooser() as chooser:
        page.click("[data-open]")
    chooser.value.set_files(path)
    said = page.locator("div.keeping [role=status]")
    expect(said).not_to_be_empty()
    return said


def altered(path: Path, before: str, after: str) -> Path:
    """A copy of a file with other words in it."""
    text = path.read_text("utf-8")
    assert before in text
    path.with_name("altered.html").write_text(text.replace(before, after), "utf-8")
    return path.with_name("altered.html")


@pytest.mark.parametrize("code", ROOTS)
def test_the_file_holds_the_questions_and_every_answer(fresh: Page, address: str, code: str) -> None:
    ask(fresh, address, ROOTS[code])
    state = answer(fresh)
    path = kept(fresh)
    assert path.name == f"partner-questionnaire_v1_{code}_answers.html"
    file = html.document_fromstring(path.read_text("utf-8"))
    assert (file.get("lang"), file.get("dir")) == (code, "rtl" if code == "ar" else "ltr")
    signs = {True: "☒", False: "☐"}
    wanted = {name: signs[value] if isinstance(value, bool) else value for name, value in state.items()}
    assert {output.get("id"): output.text_content() for output in file.iter("output")} == wanted
    assert len(wanted) > 100
    questions = [" ".join(words.split()) for words in fresh.locator("[id$=-question]").all_inner_texts()]
    assert all(question in " ".join(file.text_content().split()) for question in questions)
    assert re.search(r"1.*20\d\d", file.findtext(".//p") or "")


def test_the_file_stands_alone_and_runs_nothing(fresh: Page, address: str) -> None:
    ask(fresh, address)
    answer(fresh)
    file = html.document_fromstring(kept(fresh).read_text("utf-8"))
    assert file.findtext(".//title") == file.findtext(".//h1") == "Partner questionnaire"
    assert list(file.iter("script", "link", "img", "iframe", "form", "input", "textarea", "button")) == []
    addresses = {str(link.get("href")).partition(":")[0] for link in file.iter("a")}
    assert addresses <= {"http", "https", "mailto"}


@pytest.mark.parametrize(("first", "then"), [("fr", "fr"), ("ar", "en"), ("en", "ar")])
def test_a_file_of_answers_brings_them_back_in_any_language(fresh: Page, address: str, first: str, then: str) -> None:
    ask(fresh, address, ROOTS[first])
    state = answer(fresh)
    path = kept(fresh)
    ask(fresh, address, ROOTS[then])
    assert not any(fresh.evaluate(STATE, PLACES).values())
    said = opened(fresh, path)
    expect(said).to_have_text(str(fresh.get_attribute("[data-open]", "data-done")))
    assert fresh.evaluate(STATE, PLACES) == state


def test_answers_to_another_version_are_told(fresh: Page, address: str) -> None:
    ask(fresh, address)
    said = opened(fresh, altered(kept(fresh), 'data-version="1"', 'data-version="7"'))
    expect(said).to_have_text(str(fresh.get_attribute("[data-open]", "data-other")))


@pytest.mark.parametrize("text", ["", "words", "<p id=s1-1-answer>x", "\0\x1fPK"])
def test_other_files_change_nothing(fresh: Page, address: str, tmp_path: Path, text: str) -> None:
    ask(fresh, address)
    state = answer(fresh)
    (tmp_path / "other.html").write_text(text, "utf-8")
    said = opened(fresh, tmp_path / "other.html")
    expect(said).to_have_text(str(fresh.get_attribute("[data-open]", "data-none")))
    assert fresh.evaluate(STATE, PLACES) == state


def test_a_file_that_somebody_tampered_with_fills_fields_and_does_nothing_else(fresh: Page, address: str) -> None:
    ask(fresh, address)
    fresh.fill("#s1-1-answer", "name")
    bad = '<img src="/x" onerror="document.title=1"><script>document.title=1</script>name'
    asked: list[str] = []
    fresh.on("request", lambda request: asked.append(request.url))
    opened_title = fresh.title()
    fresh.once("dialog", lambda dialog: dialog.accept())
    opened(fresh, altered(kept(fresh), ">name<", f">{bad}<"))
    assert fresh.input_value("#s1-1-answer").endswith("name")
    assert fresh.title() == opened_title
    assert [url for url in asked if not url.startswith("blob:")] == []


def test_answers_in_the_page_are_replaced_only_on_a_yes(fresh: Page, address: str) -> None:
    ask(fresh, address)
    path = kept(fresh)
    fresh.fill("#s1-1-answer", "new")
    asked: list[str] = []

    def decline(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    fresh.once("dialog", decline)
    with fresh.expect_file_chooser() as chooser, fresh.expect_event("dialog"):
        fresh.click("[data-open]")
        chooser.value.set_files(path)
    assert asked == [fresh.get_attribute("[data-open]", "data-replace")]
    expect(fresh.locator("#s1-1-answer")).to_have_value("new")


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_nothing_is_sent_or_stored_and_a_new_visit_finds_nothing(fresh: Page, address: str, root: str) -> None:
    ask(fresh, address, root)
    asked: list[Request] = []
    fresh.on("request", asked.append)
    answer(fresh)
    for place in ("#s1-4-answer", "#s1-6-answer-2", "#s1-7-answer-2", "#s1-2-answer-option-1"):
        fresh.press(place, "Enter")
    kept(fresh)
    assert [request.url for request in asked if not request.url.startswith("blob:")] == []
    assert fresh.url == address + root + FORM
    assert fresh.evaluate(STORED) == NOTHING
    assert fresh.context.cookies() == []
    fresh.reload()
    assert not any(fresh.evaluate(STATE, PLACES).values())


def leaves(page: Page) -> bool:
    """Whether a reader can leave without being asked; stays if they cannot."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.evaluate("location.hash = 's2'; setTimeout(() => location.reload())")
    page.wait_for_function("asked => asked || performance.now() < 1500", arg=False, timeout=1) if False else None
    return not asked


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_form_can_be_filled_in_without_scripts(bare: Page, address: str, root: str) -> None:
    ask(bare, address, root)
    expect(bare.locator("div.keeping > p").first).to_be_visible()
    expect(bare.locator(".keeping button:visible")).to_have_count(0)
    bare.fill("#s1-1-answer", "نور")
    bare.check("#s1-2-answer-option-2")
    bare.check("#s1-2-answer-option-1")
    expect(bare.locator("#s1-2-answer-option-2")).not_to_be_checked()
    expect(bare.locator("#s1-1-answer")).to_have_value("نور")
