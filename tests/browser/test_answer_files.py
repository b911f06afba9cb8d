"""Answers go into a file that the browser makes and come back from it; nothing else leaves the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Dialog, Page, Request, expect
from tests.browser.answering import FORM, answer, ask, choose, expect_said, held, kept
from tests.browser.specimens import ROOTS
from tests.browser.test_privacy import NOTHING, STORED

ICON = "/assets/kept/icon."
"""Asked for by the browser itself, some time after the page."""


def altered(path: Path, before: str, after: str) -> Path:
    """A copy of a file with other words in it."""
    text = path.read_text("utf-8")
    assert before in text
    copy = path.with_name("altered.html")
    copy.write_text(text.replace(before, after), "utf-8")
    return copy


@pytest.mark.parametrize("code", ROOTS)
def test_the_file_holds_the_questions_and_every_answer(fresh: Page, address: str, code: str) -> None:
    ask(fresh, address, ROOTS[code])
    given = answer(fresh)
    path = kept(fresh)
    assert path.name == f"partner-questionnaire_v1_{code}_answers.html"
    file = html.document_fromstring(path.read_text("utf-8"))
    assert (file.get("lang"), file.get("dir")) == (code, "rtl" if code == "ar" else "ltr")
    wanted = {name: ("☐", "☒")[value] if isinstance(value, bool) else value for name, value in given.items()}
    assert {output.get("id"): output.text_content() for output in file.iter("output")} == wanted
    assert len(wanted) > 100
    whole = " ".join(file.text_content().split())
    questions = [" ".join(words.split()) for words in fresh.locator("[id$=-question]").all_inner_texts()]
    assert [question for question in questions if question not in whole] == []
    assert re.search(r"1.*20\d\d", file.findtext(".//p") or "")


def test_the_file_stands_alone_and_runs_nothing(fresh: Page, address: str) -> None:
    ask(fresh, address)
    answer(fresh)
    file = html.document_fromstring(kept(fresh).read_text("utf-8"))
    assert file.findtext(".//title") == file.findtext(".//h1") == "Partner questionnaire"
    assert list(file.iter("script", "link", "img", "iframe", "form", "input", "textarea", "button")) == []
    assert {str(link.get("href")).partition(":")[0] for link in file.iter("a")} <= {"http", "https", "mailto"}


@pytest.mark.parametrize(("first", "then"), [("fr", "fr"), ("ar", "en"), ("en", "ar")])
def test_a_file_brings_its_answers_back_in_any_language(fresh: Page, address: str, first: str, then: str) -> None:
    ask(fresh, address, ROOTS[first])
    given = answer(fresh)
    path = kept(fresh)
    ask(fresh, address, ROOTS[then])
    assert not any(held(fresh).values())
    choose(fresh, path)
    expect_said(fresh, "done")
    assert held(fresh) == given


def test_answers_to_another_version_are_told(fresh: Page, address: str) -> None:
    ask(fresh, address)
    choose(fresh, altered(kept(fresh), 'data-version="1"', 'data-version="7"'))
    expect_said(fresh, "other")


@pytest.mark.parametrize("text", ["", "words", "<p id=s1-1-answer>x", "\0\x1fPK"])
def test_other_files_change_nothing(fresh: Page, address: str, tmp_path: Path, text: str) -> None:
    ask(fresh, address)
    given = answer(fresh)
    (tmp_path / "other.html").write_text(text, "utf-8")
    choose(fresh, tmp_path / "other.html")
    expect_said(fresh, "none")
    assert held(fresh) == given


def test_a_file_with_something_else_in_it_fills_fields_and_does_no_more(fresh: Page, address: str) -> None:
    ask(fresh, address)
    fresh.fill("#s1-1-answer", "name")
    title, asked = fresh.title(), list[Request]()
    path = kept(fresh)
    fresh.on("request", lambda request: asked.append(request))
    bad = '<img src="/x" onerror="document.title=1"><script>document.title=1</script>'
    choose(fresh, altered(path, ">name<", f">{bad}name<"))
    expect_said(fresh, "done")
    assert fresh.input_value("#s1-1-answer").endswith("name")
    assert fresh.title() == title
    assert [request.url for request in asked if ICON not in request.url] == []


def test_answers_in_the_page_are_replaced_only_on_a_yes(fresh: Page, address: str) -> None:
    ask(fresh, address)
    path = kept(fresh)
    fresh.fill("#s1-1-answer", "new")
    asked: list[str] = []

    def decline(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    fresh.once("dialog", decline)
    with fresh.expect_event("dialog"):
        choose(fresh, path)
    assert asked == [fresh.get_attribute("[data-open]", "data-replace")]
    expect(fresh.locator("#s1-1-answer")).to_have_value("new")


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_nothing_is_sent_or_stored_and_the_next_visit_finds_nothing(fresh: Page, address: str, root: str) -> None:
    ask(fresh, address, root)
    asked: list[Request] = []
    fresh.on("request", lambda request: asked.append(request))
    answer(fresh)
    for place in ("#s1-4-answer", "#s1-6-answer-2", "#s1-7-answer-2", "#s1-2-answer-option-1"):
        fresh.press(place, "Enter")
    kept(fresh)
    assert [request.url for request in asked if not request.url.startswith("blob:") and ICON not in request.url] == []
    assert fresh.url == address + root + FORM
    assert fresh.evaluate(STORED) == NOTHING
    assert fresh.context.cookies() == []
    fresh.reload()
    assert not any(held(fresh).values())


def test_leaving_is_held_up_only_while_something_would_be_lost(fresh: Page, address: str) -> None:
    ask(fresh, address)
    fresh.click("#s1-1-answer")
    other = fresh.context.new_page()
    ask(other, address)
    other.click("#s1-1-answer")
    with other.expect_event("close"):
        other.close(run_before_unload=True)
    fresh.keyboard.type("new")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    fresh.once("dialog", stay)
    with fresh.expect_event("dialog"):
        fresh.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    kept(fresh)
    with fresh.expect_event("close"):
        fresh.close(run_before_unload=True)
