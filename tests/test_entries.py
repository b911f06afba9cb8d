"""The texts of a page are brought together: facts from the source file, words from each language's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.drafts import ARABIC, DRAWING, ENGLISH, FRENCH, Files, draft, sound, told
from tests.site.writing import REVIEWED, page

TOPIC: Files = {"topics/safety/index.md": page("Safety", reviewed=REVIEWED)}
DOCUMENT: dict[str, Any] = {"identifier": "rules", "version": 1, "status": "draft", "reviewed": "2026-02-01"}


def problems(folder: Path, files: Files) -> list[str]:
    return told(draft(folder, files)[1])


def test_a_translation_has_its_own_words_and_the_facts_of_its_source(tmp_path: Path) -> None:
    files = {
        "ethics/index.md": page("Rules", owner="Management", **DOCUMENT),
        "ethics/index.ar.md": page("قواعد", owner="الإدارة"),
    }
    entry = sound(tmp_path, files).entries["ethics"]
    assert [entry.text(code).record.title for code in ("en", "ar")] == ["Rules", "قواعد"]
    assert [text.record.owner for text in entry.texts.values()] == ["Management", "الإدارة"]
    assert {text.record.version for text in entry.texts.values()} == {1}
    assert {text.record.reviewed for text in entry.texts.values()} == {date(2026, 2, 1)}


def test_words_are_not_borrowed_from_another_language(tmp_path: Path) -> None:
    files = {
        "about/index.md": page("About", short="Us", reviewed=REVIEWED),
        "about/index.fr.md": page("À propos"),
    }
    french = sound(tmp_path, files).entries["about"].text("fr").record
    assert (french.short, french.label) == ("", "À propos")


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_days_and_yes_or_no_keep_their_type_in_a_translation(tmp_path: Path, code: str) -> None:
    """Only words are set by the typography of their language."""
    translation = page("Règles", machine=False, compared="2026-02-01", differs={"1.1": "la loi : stricte"})
    files: Files = {"ethics/index.md": page("Rules", **DOCUMENT), f"ethics/index.{code}.md": translation}
    record = draft(tmp_path, files)[0].entries["ethics"].text(code).record
    assert (record.machine, record.compared) == (False, date(2026, 2, 1))
    assert dict(record.differs)["1.1"].startswith("la loi")


def test_a_reader_gets_the_text_in_their_language_or_the_original(tmp_path: Path) -> None:
    entry = sound(tmp_path, {"about/index.md": page("About", reviewed=REVIEWED), "about/index.fr.md": page("Nous")})
    about = entry.entries["about"]
    assert [about.text(code).language for code in ("en", "fr", "ar")] == [ENGLISH, FRENCH, ENGLISH]


def test_an_untranslated_page_is_shown_in_place_and_an_untranslated_article_where_it_is(tmp_path: Path) -> None:
    files: Files = {**TOPIC, "news/2024/a-story/index.md": page("A story", date="2024-01-01", topics=["safety"])}
    entries = sound(tmp_path, files).entries
    assert entries["topics/safety"].url(ARABIC) == "ar/topics/safety/"
    assert entries["news/2024/a-story"].url(ARABIC) == "news/2024/a-story/"


def test_a_text_alone_in_another_language_is_an_original(tmp_path: Path) -> None:
    about = sound(tmp_path, {"about/index.ar.md": page("من نحن", reviewed=REVIEWED)}).entries["about"]
    assert (about.original, list(about.texts)) == ("ar", ["ar"])
    assert about.url(ENGLISH) == "about/"


def test_a_translation_can_name_the_language_it_was_made_from(tmp_path: Path) -> None:
    files = {
        "about/index.ar.md": page("من نحن", "## ماذا", reviewed=REVIEWED),
        "about/index.md": page("About", "## What", translated_from="ar"),
        "about/index.fr.md": page("Nous", "## Quoi", translated_from="ar"),
    }
    about = sound(tmp_path, files).entries["about"]
    assert (about.original, list(about.texts)) == ("ar", ["ar", "en", "fr"])
    assert about.record.title == "من نحن"
    assert {text.headings[0].id for text in about.texts.values()} == {"section-1"}


def test_the_body_carries_the_ids_of_the_source(tmp_path: Path) -> None:
    files = {
        "about/index.md": page("About", "## What we do", reviewed=REVIEWED),
        "about/index.ar.md": page("من نحن", "## ما نفعل"),
    }
    about = sound(tmp_path, files).entries["about"]
    assert about.text("en").body.strip() == "## What we do {#what-we-do}"
    assert about.text("ar").body.strip() == "## ما نفعل {#what-we-do}"


def test_facts_are_filled_in_where_words_name_them(tmp_path: Path) -> None:
    files = {
        "facts.yml": "org:\n  name: {en: The Union, fr: L’Union, ar: الاتحاد}\n",
        "about/index.md": page("About {{ org.name }}", reviewed=REVIEWED),
        "about/index.ar.md": page("عن {{ org.name }}"),
    }
    about = sound(tmp_path, files).entries["about"]
    assert [text.record.title for text in about.texts.values()] == ["About The Union", "عن الاتحاد"]


def test_pages_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    files = {f"{name}/index.md": page(name, reviewed=REVIEWED) for name in ("zoo", "about", "about-us")}
    assert list(sound(tmp_path, files).entries) == ["", "about", "about-us", "zoo"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reviewd": "2026-01-01"}, "5: reviewd: there is no such field: did you mean reviewed?"),
        ({"colour": "red"}, "5: colour: there is no such field: this page can have"),
        ({"topics": ["a"]}, "5: topics: there is no such field: this page can have"),
        ({"menu": "first"}, "5: menu: 'first' is not a whole number from 1: write a number such as 1"),
        ({"short": ["a"]}, "5: short: this is not a line of text"),
    ],
)
def test_a_field_that_is_wrong_is_told_with_its_line(tmp_path: Path, fields: dict[str, Any], said: str) -> None:
    text = page("About", reviewed=REVIEWED, **fields)
    (problem,) = problems(tmp_path, {"about/index.md": text})
    assert problem.startswith(f"docs/about/index.md:{said}")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("summary: S.\nreviewed: 2026-01-01", "1: title: this field is needed: write title: and its value"),
        ("title: T\nreviewed: 2026-01-01", "1: summary: this field is needed"),
        ("title: T\nsummary: S.", "1: reviewed: this field is needed"),
        ("title:\nsummary: S.\nreviewed: 2026-01-01", "2: title: nothing stands behind the colon: write its value"),
        (
            "title: T\nsummary: S.\nreviewed: 2026-01-01\nshort:",
            "5: short: nothing stands behind the colon: write its value, or",
        ),
        ("title: T\nsummary: S.\nreviewed: 2026-02-30", "4: reviewed: there is no day 2026-02-30"),
        ("title: T\nsummary: S.\nreviewed: 2026-01-01\ntitle: U", "5: title: it is written twice: keep one"),
    ],
)
def test_what_is_missing_or_impossible_is_told(tmp_path: Path, written: str, said: str) -> None:
    (problem,) = problems(tmp_path, {"about/index.md": f"---\n{written}\n---\nText.\n"})
    assert problem.startswith(f"docs/about/index.md:{said}")


def test_all_faults_of_a_page_are_told_in_one_run(tmp_path: Path) -> None:
    text = "---\ntitel: T\nreviewed: soon\nmenu: 0\n---\n# Again\n"
    fields = [problem.split(": ")[1] for problem in problems(tmp_path, {"about/index.md": text})]
    assert sorted(fields) == ["heading", "menu", "reviewed", "summary", "titel", "title"]


def test_a_fact_in_a_translation_is_refused_and_names_the_source(tmp_path: Path) -> None:
    files = {"about/index.md": page("About", reviewed=REVIEWED), "about/index.fr.md": page("Nous", reviewed=REVIEWED)}
    (problem,) = problems(tmp_path, files)
    assert problem == (
        "docs/about/index.fr.md:4: reviewed: a translation carries only words: "
        "delete it: it comes from docs/about/index.md"
    )


def test_a_word_that_a_translation_lacks_is_told(tmp_path: Path) -> None:
    files = {
        "people/noor/index.md": page("Noor", role="Adviser", reviewed=REVIEWED),
        "people/noor/index.fr.md": page("Noor"),
    }
    (problem,) = problems(tmp_path, files)
    assert problem.startswith("docs/people/noor/index.fr.md:1: role: this field is needed")


def test_an_orphan_translation_is_told_what_it_lacks(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, {"about/index.fr.md": page("Nous")})
    assert problem.startswith("docs/about/index.fr.md:1: reviewed: this field is needed")
    assert problem.endswith("if this is a translation, its source index.md is missing")


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"fr": "ar"}, "index.fr.md:4: translated_from: no 'ar' text lies beside this one: name one of en"),
        ({"fr": "fr"}, "index.fr.md:4: translated_from: no 'fr' text lies beside this one: name one of en"),
    ],
)
def test_a_claim_that_cannot_be_true_is_told(tmp_path: Path, claims: dict[str, str], said: str) -> None:
    files = {"about/index.md": page("About", reviewed=REVIEWED)}
    files |= {f"about/index.{code}.md": page("Nous", translated_from=claim) for code, claim in claims.items()}
    assert [problem for problem in problems(tmp_path, files) if said in problem]


def test_translations_that_name_different_sources_are_told(tmp_path: Path) -> None:
    files = {
        "about/index.md": page("About", reviewed=REVIEWED, translated_from="ar"),
        "about/index.fr.md": page("Nous", translated_from="en"),
        "about/index.ar.md": page("من نحن", reviewed=REVIEWED),
    }
    assert [problem for problem in problems(tmp_path, files) if "translated from ar and from en" in problem]


def test_a_translation_of_another_source_must_say_so(tmp_path: Path) -> None:
    files = {"about/index.ar.md": page("من نحن", reviewed=REVIEWED), "about/index.fr.md": page("Nous")}
    (problem,) = problems(tmp_path, files)
    assert problem.startswith("docs/about/index.fr.md:1: translated_from: the text it was translated from is unclear")
    assert problem.endswith("write translated_from: ar in its front matter")


def test_headings_that_differ_are_told_in_the_translation(tmp_path: Path) -> None:
    files = {
        "about/index.md": page("About", "## One\n\n## Two", reviewed=REVIEWED),
        "about/index.fr.md": page("Nous", "## Un"),
    }
    (problem,) = problems(tmp_path, files)
    assert "docs/about/index.fr.md:5: heading: here stands no heading, in docs/about/index.md ## 'Two'" in problem


def test_an_article_that_is_told_in_another_way_has_headings_and_ids_of_its_own(tmp_path: Path) -> None:
    source = page("Wells", "## One\n\n## Two", date="2026-01-05", topics=["safety"])
    files: Files = {**TOPIC, "news/2026/wells/index.md": source}
    own: Files = {**files, "news/2026/wells/index.fr.md": page("Puits", "## Un", adapted=True)}
    french = sound(tmp_path, own).entries["news/2026/wells"].text("fr")
    assert [heading.id for heading in french.headings] == ["un"]
    (problem,) = problems(
        tmp_path / "not", {**files, "news/2026/wells/index.fr.md": page("Puits", "## Un", adapted=False)}
    )
    assert "here stands no heading" in problem


def test_a_page_of_another_kind_cannot_be_adapted(tmp_path: Path) -> None:
    files = {
        "about/index.md": page("About", "## One", reviewed=REVIEWED),
        "about/index.fr.md": page("Nous", adapted=True),
    }
    assert ["there is no such field" in problem for problem in problems(tmp_path, files)] == [False, True]


def test_a_picture_needs_words_for_those_who_cannot_see_it(tmp_path: Path) -> None:
    files: Files = {
        **TOPIC,
        "news/2024/a-story/index.md": page("A story", date="2024-01-01", topics=["safety"], image="a.svg"),
        "news/2024/a-story/a.svg": DRAWING,
    }
    (problem,) = problems(tmp_path, files)
    assert problem.startswith("docs/news/2024/a-story/index.md:1: image_alt: this field is needed")


def test_a_page_with_a_fault_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    files = {"about/index.md": "---\ntitle: T\n---\n", "guide/index.md": page("Guide", reviewed=REVIEWED)}
    assert list(draft(tmp_path, files)[0].entries) == ["", "guide"]


def test_a_file_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, {"about/index.md": b""})
    assert "the file is empty" in problem
