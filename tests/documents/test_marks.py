"""A translation says at each clause what became of its source, and only there."""

from __future__ import annotations

from lxml.html import HtmlElement
from tests.drafts import ARABIC, ENGLISH

from knowledge import markup
from knowledge.documents import sections
from knowledge.documents.freshness import Change, Staleness
from knowledge.documents.marks import Marker

ORDER = ["1", "1.1", "1.2", "1.3", "1.6", "1.7"]
LATE = Staleness(
    {
        "1": Change("Rule", "Rules"),
        "1.1": Change("in 5 days at {{ name }}", "in 10 days at {{ name }}"),
        "1.2": Change("", "new"),
        "1.4": Change("old", ""),
        "1.6": Change("a rule", "a better rule"),
        "1.7": Change("a word", "a **word**"),
    },
    moved={"1.5": "1.6"},
)


def fill(words: str) -> str:
    return words.replace("{{ name }}", "Tiny")


def marked(closed: bool = False) -> HtmlElement:
    root = markup.parse(
        "<h2>1. القاعدة</h2><p>1.1 خلال 5 أيام</p><p>1.3 باقٍ</p><p>1.4 قديم</p><p>1.5 منقول</p><p>1.7 كلمة</p>"
    )
    found = dict(sections.wrap(root, str))
    Marker(ARABIC, ENGLISH, "../../../policies/x/", str, fill, closed).mark(root, found, LATE, ORDER)
    return root


def note(number: str) -> HtmlElement:
    (found,) = marked().xpath(f"//section[@data-clause='{number}']/div")
    element: HtmlElement = found
    return element


def test_exactly_the_clauses_that_changed_are_marked() -> None:
    notes = marked().xpath("//*[@data-notice='outdated']")
    assert [element.getparent().get("data-clause") for element in notes] == ["1", "1.1", "1.2", "1.4", "1.5", "1.7"]


def test_the_note_speaks_the_readers_language_and_shows_the_words_in_theirs() -> None:
    changed = note("1.1")
    assert (changed.get("lang"), changed.get("dir")) == ("ar", "rtl")
    words = changed.find(".//details/p")
    assert words is not None
    assert (words.get("lang"), words.get("dir")) == ("en", "ltr")
    assert [part.text_content() for part in words.iter("ins")] == ["10"]


def test_it_leads_to_the_clause_in_the_source() -> None:
    link = note("1.1").find(".//a")
    assert link is not None
    assert (link.get("href"), link.get("hreflang")) == ("../../../policies/x/#s1-1", "en")


def test_a_new_clause_stands_at_its_place_as_a_gap() -> None:
    sections_in_order = [section.get("id") for section in marked().iter("section")]
    assert sections_in_order == ["s1", "s1-1", "s1-2", "s1-3", "s1-4", "s1-5", "s1-7"]


def test_a_clause_that_is_gone_leads_nowhere() -> None:
    assert note("1.4").find(".//a") is None


def test_facts_are_written_out_in_what_changed() -> None:
    words = note("1.1").find(".//details/p")
    assert words is not None
    assert "Tiny" in words.text_content()


def test_a_clause_that_moved_and_changed_is_marked_where_the_translation_has_it() -> None:
    link = note("1.5").find(".//a")
    assert link is not None
    assert link.get("href") == "../../../policies/x/#s1-6"


def test_a_section_is_not_called_a_clause() -> None:
    said = note("1").text_content()
    assert said.startswith("The opening of this section is being updated")
    assert "Read in الإنجليزية: section 1" in said


def test_a_former_version_says_how_it_stood_and_not_that_somebody_is_at_work() -> None:
    notes = [words.text_content() for words in marked(closed=True).xpath("//*[@data-notice='outdated']/p")]
    assert [words.partition(" الإنجليزية")[0] for words in notes] == [
        "When this version was closed, the opening of this section was behind the text in",
        "When this version was closed, this clause was behind the text in",
        "Not translated when this version was closed: clause 1.2. Read in",
        "When this version was closed, the text in",
        "When this version was closed, this clause was behind the text in",
        "When this version was closed, this clause was behind the text in",
    ]
    assert notes[3].endswith("no longer had this clause. ")


def test_where_no_word_changed_there_are_no_words_to_show() -> None:
    assert note("1.7").find(".//details") is None
