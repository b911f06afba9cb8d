"""A drawn field becomes an input that has a name, sends nothing, and is the same in every language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

from knowledge import markup, safety
from knowledge.documents import inputs, sections


def fitted(*paragraphs: str, question: str = "1.2 Is it so?") -> HtmlElement:
    """Paragraphs under a question, as Markdown makes them, with their inputs."""
    html = "\n".join(f"<p>{paragraph}</p>" for paragraph in (question, *paragraphs))
    root = markup.parse(f"<h2>1. Start</h2>\n{html}")
    inputs.fit(sections.wrap(root, lambda number: f"Clause {number}"))
    return root


def places(root: HtmlElement) -> list[HtmlElement]:
    """The inputs, in order."""
    return list(root.iter("input", "textarea"))


def named(root: HtmlElement, ids: str | None) -> str:
    """The words of the elements with these ids."""
    return " ".join(" ".join(root.get_element_by_id(name).text_content().split()) for name in (ids or "").split())


@pytest.mark.parametrize(
    ("drawn", "tag", "attributes"),
    [
        ("[____]", "textarea", {"rows": "1", "dir": "auto"}),
        ("[____ ____ ____]", "textarea", {"rows": "3", "dir": "auto"}),
        ("[# ____]", "input", {"type": "text", "inputmode": "numeric", "dir": "ltr"}),
        ("[__ / __ / ____]", "input", {"type": "date", "dir": "ltr"}),
        ("[____ @ ____]", "input", {"type": "email", "dir": "ltr"}),
    ],
)
def test_a_blank_is_typed_into(drawn: str, tag: str, attributes: dict[str, str]) -> None:
    root = fitted(drawn)
    (place,) = places(root)
    assert place.tag == tag
    assert {name: place.get(name) for name in attributes} == attributes
    assert place.get("id") == "s1-2-answer"
    assert drawn not in root.text_content()


@pytest.mark.parametrize(
    ("drawn", "sort"), [("( ) Yes\n( ) <b>No</b>", "radio"), ("[ ] Yes<br>\n[ ] <b>No</b>", "checkbox")]
)
def test_options_are_chosen(drawn: str, sort: str) -> None:
    root = fitted(drawn)
    assert [(place.get("type"), place.get("id")) for place in places(root)] == [
        (sort, "s1-2-answer-option-1"),
        (sort, "s1-2-answer-option-2"),
    ]
    assert [label.text_content().strip() for label in root.iter("label")] == ["Yes", "No"]
    assert root.find(".//label//b") is not None


def test_only_one_of_several_options_can_be_chosen_with_round_marks() -> None:
    assert {place.get("name") for place in places(fitted("( ) Yes ( ) No"))} == {"s1-2-answer"}
    assert {place.get("name") for place in places(fitted("[ ] Yes [ ] No", "[____]"))} == {None}


def test_a_field_without_words_of_its_own_is_named_by_its_question() -> None:
    root = fitted("[____]")
    assert named(root, places(root)[0].get("aria-labelledby")) == "1.2 Is it so?"
    assert root.find(".//*[@role='group']") is None


def test_a_field_is_named_by_the_words_before_it() -> None:
    root = fitted("<b>Where</b>: [____]")
    (label,) = root.iter("label")
    assert label.get("for") == places(root)[0].get("id")
    assert label.text_content().strip() == "Where:"
    assert label.find("b") is not None


def test_fields_of_one_question_are_a_group_with_its_words() -> None:
    root = fitted("( ) Yes ( ) No", "Since: [____]")
    (group,) = root.findall(".//*[@role='group']")
    assert named(root, group.get("aria-labelledby")) == "1.2 Is it so?"
    assert len(places(group)) == 3


def test_a_choice_with_words_of_its_own_is_a_group_in_the_group() -> None:
    root = fitted("Trained: ( ) Yes ( ) No")
    assert [named(root, group.get("aria-labelledby")) for group in root.findall(".//*[@role='group']")] == [
        "1.2 Is it so?",
        "Trained:",
    ]


def test_the_words_behind_a_blank_are_its_hint() -> None:
    root = fitted('[____] as in the <a href="x">code</a>')
    assert named(root, places(root)[0].get("aria-describedby")) == "as in the code"
    assert root.find(".//small/a") is not None


def test_ids_are_made_of_the_number_of_the_question() -> None:
    root = fitted("( ) Yes ( ) No", "Since: [____]", "Words between.", "Until: [____]")
    ids = [element.get("id") for element in root.iter() if "answer" in (element.get("id") or "")]
    assert ids == [
        "s1-2-answer",
        *(f"s1-2-answer-option-{place}" for place in (1, 2)),
        "s1-2-answer-2",
        "s1-2-answer-3",
    ]
    words = [" ".join(part.text_content().split()) for part in root.get_element_by_id("s1-2")]
    assert words == ["1.2 Is it so?", "Yes No Since:", "Words between.", "Until:"]


def test_nothing_can_be_sent_remembered_or_looked_up() -> None:
    root = fitted(
        "( ) Yes ( ) No", "[ ] Ticked", "Name: [____]", "Mail: [____ @ ____]", "On: [__ / __ / ____]", "[# ____]"
    )
    assert root.find(".//form") is None
    typed = [place for place in places(root) if place.get("type") not in ("radio", "checkbox")]
    assert {place.get("autocomplete") for place in typed} == {"off"}
    assert {place.get("name") for place in places(root) if place.get("type") != "radio"} == {None}
    (group,) = root.iterfind(".//div[@class='answers']")
    assert (group.get("spellcheck"), group.get("writingsuggestions")) == ("false", "false")


@pytest.mark.parametrize(
    "paragraph",
    ["Words.", "<code>[____]</code>", "A: [____] B: [____]", "<em>[____]</em>", "( ) <b>a</b> [ ] b", "see <b>( )</b>"],
)
def test_other_paragraphs_stay_as_they_are(paragraph: str) -> None:
    assert f"<p>{paragraph}</p>" in markup.serialise(fitted(paragraph))


def test_fields_under_no_question_stay_as_they_are_drawn() -> None:
    root = markup.parse("<p>[____]</p><h2>1. A</h2><h2>Annex</h2><p>[____]</p>")
    assert inputs.fit(sections.wrap(root, str)) == 0
    assert places(root) == []


def test_fields_are_counted() -> None:
    root = markup.parse("<h2>1. A</h2><p>[____]</p><p>1.1 B</p><p>( ) Yes ( ) No</p><p>Or: [# ____]</p>")
    assert inputs.fit(sections.wrap(root, str)) == 3


def test_what_contributors_write_as_html_is_no_field() -> None:
    smuggled = '<form action="//x"><input type="password" name="p"><textarea>a</textarea><button>go</button></form>'
    root = markup.parse(safety.clean(f"<h2>1. A</h2><p>1.1 B</p>{smuggled}<p>[____]</p>"))
    assert inputs.fit(sections.wrap(root, str)) == 1
    assert [area.get("id") for area in root.iter("textarea")] == ["s1-1-answer"]
    assert {place.get("type") for place in root.iter("input")} <= {"radio"}
    assert list(root.iter("form", "button")) == []


PIECES = st.lists(
    st.sampled_from(["[____]", "( ) ", "[ ] ", "[# ____]", "a ", "<b>b</b>", "<br>", "<a href='x'>c</a>", "é «"])
)


@given(st.lists(PIECES.map("".join), max_size=4))
def test_no_word_is_lost(paragraphs: list[str]) -> None:
    signs = re.compile(r"\[____\]|\( \)|\[ \]|\[# ____\]|\s")
    before = markup.parse("".join(f"<p>{part}</p>" for part in ("1.2 Is it so?", *paragraphs))).text_content()
    after = fitted(*paragraphs).text_content().replace("1.Start", "").partition("Start")[2]
    assert signs.sub("", after) == signs.sub("", before)
