"""A page about raising a concern says the same in every language, and a translation names the text that it follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.drafts import draft, told
from tests.site.writing import CHANNEL, concern_everywhere

from knowledge import agreement

MORE = """
We answer within 3 days, on 12 May at 17:30, and read [this](../index.md) before.

- The police.
- A court.

| Step | Time |
| --- | --- |
| We answer | 72 hours |
"""
EVERYWHERE = concern_everywhere("Raise a concern", MORE)


def problems(folder: Path, changed: dict[str, str] | None = None) -> list[str]:
    """What there is to mend on a site with the page in three languages, some of them changed."""
    return told(draft(folder, {"facts.yml": CHANNEL.format("Words")} | EVERYWHERE | (changed or {}))[1])


def french(old: str, new: str) -> dict[str, str]:
    """The French text with a slip at its end."""
    before, found, after = EVERYWHERE["contact/index.fr.md"].rpartition(old)
    assert found
    return {"contact/index.fr.md": before + new + after}


def test_a_page_that_is_the_same_everywhere_has_nothing_to_mend(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize(("code", "name"), [("fr", "Français"), ("ar", "العربية")])
def test_a_language_that_is_missing_is_told_with_the_command(tmp_path: Path, code: str, name: str) -> None:
    files = {"facts.yml": CHANNEL.format("Words")} | EVERYWHERE
    del files[f"contact/index.{code}.md"]
    (said,) = told(draft(tmp_path, files)[1])
    assert said.startswith(f"docs/contact/index.md:1: language: this page is not written in {name}, ")
    assert said.endswith(f"write it: make translation FILE=docs/contact/index.md LANG={code}")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("3 days", "5 days", "has 5 and lacks 3"),
        ("72 hours", "24 hours", "has 24 and lacks 72"),
        ("17:30", "16:30", "has 16:30 and lacks 17:30"),
        ("(../index.md)", "(../contact/index.md)", "has ../contact/index.md and lacks ../index.md"),
        ("- A court.\n", "", "lacks a paragraph or an item of a list"),
        ("| We answer | 72 hours |\n", "", "lacks 72, a cell of a table"),
        ("this]", "{{ report.email }}]", "has {{ report.email }}"),
    ],
)
def test_what_one_language_alone_says_is_told(tmp_path: Path, old: str, new: str, what: str) -> None:
    (said,) = problems(tmp_path, french(old, new))
    assert said.startswith("docs/contact/index.fr.md:")
    assert what in said
    assert said.endswith(", unlike docs/contact/index.md: mend the one that is wrong; write figures in digits")


@pytest.mark.parametrize(
    ("old", "new"),
    [("3 days", "٣ days"), ("17:30", "5.30 pm"), ("The police", "La police"), ("days,", "jours, <!-- 4 -->")],
)
def test_what_languages_write_in_their_own_way_is_no_difference(tmp_path: Path, old: str, new: str) -> None:
    assert problems(tmp_path, french(old, new)) == []


def test_a_figure_in_a_title_counts(tmp_path: Path) -> None:
    (said,) = problems(
        tmp_path, {"contact/index.fr.md": EVERYWHERE["contact/index.fr.md"].replace("title: ", "title: 7 ")}
    )
    assert "has 7, unlike" in said


def test_translations_of_a_text_that_changed_are_told_with_the_mark_to_write(tmp_path: Path) -> None:
    changed = EVERYWHERE["contact/index.md"].replace("The police", "The new police")
    found = problems(tmp_path, {"contact/index.md": changed})
    assert [said.partition(":")[0] for said in found] == ["docs/contact/index.ar.md", "docs/contact/index.fr.md"]
    assert all("follows: docs/contact/index.md has changed since: once it says what" in said for said in found)
    mark = found[0].rpartition("follows: ")[2]
    renewed = {
        path: text.replace(EVERYWHERE["contact/index.fr.md"].split("follows: ")[1][:8], mark)
        for path, text in EVERYWHERE.items()
    }
    assert problems(tmp_path, renewed | {"contact/index.md": changed}) == []


def test_a_translation_that_names_no_text_is_told(tmp_path: Path) -> None:
    mark = EVERYWHERE["contact/index.fr.md"].split("follows: ")[1][:8]
    (said,) = problems(tmp_path, french(f"follows: {mark}\n", ""))
    assert said.endswith(f"once it says what docs/contact/index.md says now, write follows: {mark}")


def test_the_text_that_others_follow_follows_none(tmp_path: Path) -> None:
    changed = EVERYWHERE["contact/index.md"].replace("tab: ", "follows: bcdfghjk\ntab: ", 1)
    (said,) = problems(tmp_path, {"contact/index.md": changed})
    assert "follows: this text is the one that others follow: delete the line" in said


def test_a_mark_changes_with_words_alone() -> None:
    first = agreement.mark(["A"], "One two.")
    assert agreement.mark(["A"], "One\n two. <!-- note -->") == first
    assert len({first, agreement.mark(["B"], "One two."), agreement.mark(["A"], "One, two.")}) == 3
    assert first.isalpha()
