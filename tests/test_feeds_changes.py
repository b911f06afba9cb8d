"""Readers can subscribe to what changes in documents: a version, its day, its state, in their language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.drafts import ARABIC, ENGLISH, FRENCH, sound
from tests.site.writing import page
from tests.subscribed import FILES, HOST, document, items, offers, read

from knowledge.catalogue import Catalogue


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return sound(tmp_path_factory.mktemp("feeds"), FILES)


def test_the_newest_change_comes_first_and_is_dated_by_its_day(catalogue: Catalogue) -> None:
    found = items(catalogue, ENGLISH, "policies/feed.xml")
    assert [(item.title, item.updated) for item in found] == [
        ("Travel", date(2026, 1, 9)),
        ("Gifts", date(2026, 1, 6)),
    ]


def test_a_change_tells_the_version_and_what_it_became(catalogue: Catalogue) -> None:
    english = items(catalogue, ENGLISH, "policies/feed.xml")
    assert english[0].summary == "Version 1. Status: Draft. Last reviewed on 9 January 2026. Travel."
    assert english[1].summary == "Version 1 took effect on 6 January 2026. Gifts."
    french = items(catalogue, FRENCH, "policies/feed.xml")
    assert (
        french[0].summary
        == "Version 1. Statut\u00a0: Projet. Dernière révision le 9 janvier 2026. Le texte est en anglais."
    )


def test_a_new_version_is_a_new_entry_and_a_review_is_not(catalogue: Catalogue, tmp_path: Path) -> None:
    before = items(catalogue, ENGLISH, "policies/feed.xml")[1]
    assert (before.id, before.url) == (f"{HOST}policies/gifts/#version-1-in-force", f"{HOST}policies/gifts/")
    opened: dict[str, str | bytes] = {
        "policies/gifts/index.md": document("Gifts", 2, reviewed="2026-03-01"),
        "policies/gifts/index.fr.md": page("Cadeaux"),
        "policies/gifts/v1/index.md": document("Gifts", 1, "2026-01-06"),
    }
    after = items(read(tmp_path, FILES | opened), ENGLISH, "policies/feed.xml")
    assert [(item.id.rpartition("#")[2], item.url) for item in after if item.title == "Gifts"] == [
        ("version-2-draft", f"{HOST}policies/gifts/"),
        ("version-1-in-force", f"{HOST}policies/gifts/v1/"),
    ]
    assert before.id in {item.id for item in after}


def test_a_version_takes_effect_in_the_feed_on_its_day(catalogue: Catalogue) -> None:
    for day, state in ((date(2026, 1, 5), "adopted"), (date(2026, 1, 6), "in-force")):
        found = offers(catalogue, ARABIC, today=day)["ar/policies/feed.xml"].feed.items
        assert f"{HOST}ar/policies/gifts/#version-1-{state}" in {item.id for item in found}


def test_an_untranslated_document_is_told_of_but_not_in_its_words(catalogue: Catalogue) -> None:
    travel = items(catalogue, ARABIC, "policies/feed.xml")[0]
    assert (travel.title, travel.text, travel.url) == ("Travel", ENGLISH, f"{HOST}ar/policies/travel/")
    assert travel.summary == "الإصدار 1. الحالة: مسودة. آخر مراجعة في 9 يناير 2026. النص باللغة الإنجليزية."
