"""A page about raising a concern says everything that those who need it must know, and keeps addresses in one place."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.drafts import HOME, LANGUAGES, draft, lay, told
from tests.hostile.speaking import converter
from tests.site.writing import CHANNEL, REVIEWED, concern, follows, page

from knowledge import concerns, reading

ENGLISH = concern("Raise a concern", "Words.", reviewed=REVIEWED)
FACTS = {"facts.yml": CHANNEL.format("Words")}


def written(**files: str) -> dict[str, str]:
    """A site with a page about raising a concern, in English (`en`) and other languages; those not named follow the English."""
    english = files.get("en", ENGLISH)
    texts = {"fr": translated(english), "ar": translated(english)} | files | {"en": english}
    return FACTS | {
        "contact/index.md" if code == "en" else f"contact/index.{code}.md": text for code, text in texts.items()
    }


def problems(folder: Path, **files: str) -> list[str]:
    """What there is to mend on such a site."""
    return told(draft(folder, written(**files))[1])


def shown(folder: Path, **files: str) -> list[str]:
    """What there is to mend on the pages of such a site, when its files have no fault."""
    catalogue, faults = reading.read(lay(folder, {**HOME, **written(**files)}), LANGUAGES)
    return told(faults or list(concerns.shown(catalogue, converter())))


def translated(text: str = ENGLISH) -> str:
    """The page in another language: the same headings, without ids and facts."""
    body = text.split("---\n", 2)[2]
    for name in concerns.SECTIONS:
        body = body.replace(f" {{#{name}}}", "")
    return page("Faire part", body, tab="Contact", owner="Direction").replace("tab:", f"{follows(text)}tab:", 1)


def test_a_page_that_says_everything_has_nothing_to_mend(tmp_path: Path) -> None:
    assert problems(tmp_path, en=ENGLISH, fr=translated()) == []


@pytest.mark.parametrize("name", concerns.SECTIONS)
def test_a_missing_section_is_told_with_what_it_says_and_its_id(tmp_path: Path, name: str) -> None:
    (said,) = problems(tmp_path, en=ENGLISH.replace(f" {{#{name}}}", ""))
    assert said == (
        f"docs/contact/index.md:1: section: no section says {concerns.SECTIONS[name]}: "
        f"write one, and {{#{name}}} behind the words of its heading"
    )


def test_what_to_do_in_danger_comes_first(tmp_path: Path) -> None:
    english = ENGLISH.replace("## Words. {#now}\n\nWords.\n\n", "").rstrip() + "\n\n## Words. {#now}\n\nWords.\n"
    (said,) = problems(tmp_path, en=english)
    assert "section: {#now} is not the first section: put it first" in said


def test_a_section_that_a_translation_lacks_is_told(tmp_path: Path) -> None:
    whole = translated()
    (said,) = problems(tmp_path, en=ENGLISH, fr=whole[: whole.rindex("## ")])
    assert "docs/contact/index.fr.md" in said
    assert "here stands no heading" in said


@pytest.mark.parametrize("rest", ["", "<!-- to be written -->", "   \n\n"])
def test_a_heading_that_a_translator_left_empty_is_told(tmp_path: Path, rest: str) -> None:
    french = translated()
    start = french.rindex("Words.")
    (said,) = problems(tmp_path, en=ENGLISH, fr=french[:start] + rest)
    assert "section: nothing stands below this heading: write what it promises" in said


def test_a_heading_that_only_holds_further_headings_is_not_empty(tmp_path: Path) -> None:
    english = ENGLISH.replace("{#next}\n\nWords.", "{#next}\n\n### First\n\nWords.")
    assert problems(tmp_path, en=english) == []


@pytest.mark.parametrize("line", ["tab: Words.", "owner: Words.", "channels:\n- report", f"reviewed: '{REVIEWED}'"])
def test_a_missing_field_is_told(tmp_path: Path, line: str) -> None:
    assert line in ENGLISH
    (said,) = problems(tmp_path, en=ENGLISH.replace(f"{line}\n", ""))
    assert f"{line.partition(':')[0]}: this field is needed" in said


@pytest.mark.parametrize(
    "typed",
    [
        "desk@example.org",
        "dеsk@example.org",
        "<desk@example.org>",
        "mailto:desk@example.org",
        "+45 5210 7804",
        "+45-5210-7804",
        "0045 5210 7804",
        "(0)20 7946 0958",
        "52 10 78 04",
        "52107804",
        "٠٢٠ ٧٩٤٦ ٠٩٥٨",
        "abcdefghij234567.onion",
        "0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567",
    ],
)
@pytest.mark.parametrize("shape", ["Write to {}.", "`{}`", "[us](x{})", "إلى «{}»،"])
def test_an_address_typed_into_the_text_is_told(tmp_path: Path, typed: str, shape: str) -> None:
    french = translated().rstrip() + "\n\n" + shape.format(" " + typed + " ") + "\n"
    cure = ": write it in facts.yml, and its name here, as {{ report.email }}"
    found = [said for said in problems(tmp_path, en=ENGLISH, fr=french) if "is typed into the text" in said]
    assert [said.endswith(cure) for said in found] == [True]


@pytest.mark.parametrize("typed", ["see evil.example", "eve (at) evil.example", "@eve.01", "３３１２１４００"])
def test_what_readers_of_a_title_take_for_an_address_is_told(tmp_path: Path, typed: str) -> None:
    english = ENGLISH.replace("title: Raise a concern", f"title: '{typed}'")
    assert any(
        "title: " in said and "is typed into the front matter" in said for said in problems(tmp_path, en=english)
    )


def test_an_address_typed_into_the_front_matter_is_told(tmp_path: Path) -> None:
    english = ENGLISH.replace("owner: Words.", "owner: Ana, a@example.org").replace(
        "- report", "- report\n- '33121400'"
    )
    found = problems(tmp_path, en=english)
    assert any("owner: a@example.org is typed into the front matter" in said for said in found)
    assert any("channels: 33121400 is typed into the front matter" in said for said in found)


@pytest.mark.parametrize(
    "text",
    [
        "Write to {{ report.email }} or [us](mailto:{{ report.email }}).",
        "On 2026-11-02, within 72 hours, 40 working days, clause 3.2, in 2025 or 2026, to 112 or 999.",
        "<!-- desk@example.org -->",
        "Version 1.2.3 @ noon; 5–7 days; 10,000 people.",
    ],
)
def test_what_is_no_address_is_left_alone(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, en=ENGLISH + f"\n{text}\n") == []


@pytest.mark.parametrize(
    "typed",
    [
        "eve&#64;evil.example",
        "eve&commat;evil.example",
        "eve<!-- -->@evil.example",
        "**eve**@evil.example",
        "ｅve＠evil.example",
        "eve (at) evil.example",
        r"eve@evil\.example",
        r"eve\@evil\.example",
        "+45<!-- --> 883<b>27001</b>",
        "883<!-- -->27001",
        "8832<!-- --> 7001",
        "33&nbsp;12&#8211;14&nbsp;00",
        "33 12<br>14 00",
        "[Call](tel:331&#50;1400)",
        "[Write](mailto:eve&#64;evil.example)",
        "[Write][desk]\n\n[desk]: <mailto:eve@evil&#46;example>",
        "[Form](https://evil&#46;example/form)",
        "the site evil.example",
        "Signal: @eve.01",
        "*[help]: 883&#50;7001\n\nhelp",
        '<abbr title="883&#50;7001">help</abbr>',
        "{{ report.email }}.evil.example",
        "a{{ report.email }}",
    ],
)
def test_an_address_that_only_the_page_shows_is_told(tmp_path: Path, typed: str) -> None:
    english = ENGLISH.rstrip() + f"\n\n{typed}\n"
    told = shown(tmp_path, en=english)
    assert [said for said in told if said.startswith("docs/contact/index.md:")]
    assert all("write it in facts.yml, and its name here" in said for said in told if "contact: " in said)


@pytest.mark.parametrize(
    "text",
    [
        "Write to {{ report.email }}, or [us](mailto:{{ report.email }}).",
        "From 2025-2026 on, from 2025–2026, on 2026-11-02 or 12/11/2026, within 72 hours. In 2025. See [home](../index.md).",
    ],
)
def test_a_page_that_shows_only_facts_has_nothing_to_mend(tmp_path: Path, text: str) -> None:
    english = ENGLISH.rstrip() + f"\n\n{text}\n"
    assert shown(tmp_path, en=english, fr=translated(english), ar=translated(english)) == []


def test_a_channel_with_a_fault_is_told_where_it_is_named(tmp_path: Path) -> None:
    facts = {"facts.yml": CHANNEL.format("Words").replace("  hours: Words\n", "")}
    (said,) = told(draft(tmp_path, written() | facts)[1])
    assert said.endswith("channels: the channel 'report' does not say 'hours': write hours: below report: in facts.yml")


def test_the_ids_that_a_browsers_history_keeps_do_not_say_what_the_page_is_about() -> None:
    telling = ("report", "concern", "abuse", "harass", "retaliat", "danger", "confiden", "victim")
    assert [name for name in concerns.SECTIONS if any(word in name for word in telling)] == []
