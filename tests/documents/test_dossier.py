"""A page about a document says how far one can rely on it, in the reader's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.documents.binding import SITE, speaking
from tests.drafts import ARABIC, ENGLISH, FRENCH

from knowledge.catalogue import Catalogue
from knowledge.documents.archive import Archive
from knowledge.documents.dossier import Dossier
from knowledge.documents.ledgers import Base, Ledger
from knowledge.languages import Language

TODAY = date(2026, 6, 1)


def opened(
    bound: Catalogue, reader: Language = ENGLISH, page_id: str = "policies/look", today: date = TODAY
) -> Dossier:
    archive = Archive(bound, reader, today, SITE, lambda words, spoken: speaking(spoken.code)(words))
    return archive.dossier(bound.entries[page_id])


def test_a_reader_gets_their_own_text_and_its_own_words(bound: Catalogue) -> None:
    dossier = opened(bound, FRENCH)
    assert (dossier.text.language, dossier.translation) == (FRENCH, True)
    assert "article 3.2" not in dossier.citation
    assert dossier.citation.startswith("La vigilance, version 2, applicable à compter du 1er mars 2026")


def test_a_dossier_is_opened_once_for_all_pages_made_of_it(bound: Catalogue) -> None:
    archive = Archive(bound, FRENCH, TODAY, SITE, lambda words, _: words)
    entry = bound.entries["policies/look"]
    assert archive.dossier(entry) is archive.dossier(entry)
    assert archive.dossier(entry) is not archive.dossier(bound.entries["policies/look/v1"])
    late = archive.staleness(entry, entry.texts["fr"])
    assert archive.staleness(entry, entry.texts["fr"]) is late
    assert archive.staleness(entry, entry.texts["ar"]) is not late


def test_citations_name_the_version_for_ever(bound: Catalogue) -> None:
    assert opened(bound, ARABIC).address == f"{SITE}ar/policies/look/v2/"
    assert opened(bound, ENGLISH, "policies/look/v1").address == f"{SITE}policies/look/v1/"


def test_the_way_to_history_receipt_data_and_comparison(bound: Catalogue) -> None:
    dossier = opened(bound, FRENCH)
    assert dossier.history == "fr/policies/look/history/"
    assert dossier.receipt == "fr/policies/look/receipt/"
    assert dossier.data == "fr/policies/look/v2/index.json"
    assert [dossier.comparison(other) for other in dossier.others] == [
        "fr/policies/look/compare/en/",
        "fr/policies/look/compare/ar/",
    ]


def test_the_history_of_a_former_version_is_that_of_the_document(bound: Catalogue) -> None:
    dossier = opened(bound, ENGLISH, "policies/look/v1")
    assert dossier.history == "policies/look/history/"
    assert dossier.receipt == "policies/look/v1/receipt/"
    assert dossier.before is None
    assert opened(bound).before == dossier.edition


def test_whoever_has_no_text_of_their_own_compares_nothing(bound: Catalogue) -> None:
    assert opened(bound, FRENCH, "policies/look/v1").others == []


@pytest.mark.parametrize(
    ("prevails", "said"),
    [
        ("en", "Where two languages differ, the text in English prevails."),
        ("equal", "All languages of this text are equally authentic."),
        ("", ""),
    ],
)
def test_which_text_prevails_is_a_sentence(bound: Catalogue, prevails: str, said: str) -> None:
    assert opened(changed(bound, prevails=prevails)).prevails == said


def changed(bound: Catalogue, **fields: Any) -> Catalogue:
    """The catalogue with other facts in the source of the document."""
    entry = bound.entries["policies/look"]
    source = entry.texts["en"]
    texts = dict(entry.texts) | {"en": replace(source, record=replace(source.record, **fields))}
    return replace(bound, entries=dict(bound.entries) | {entry.id: replace(entry, texts=texts)})


def remembering(bound: Catalogue, **said: Any) -> Catalogue:
    """The catalogue whose French text was made from other words than the English has now."""
    clauses = {clause.number: clause.whole for clause in bound.entries["policies/look"].texts["en"].clauses}
    base = Base("en", 2, "Looking out", "Looking out.", "", clauses)
    return replace(bound, ledgers={"policies/look": Ledger(bases={"fr": replace(base, **said)})})


def test_what_of_a_translation_is_out_of_date_has_numbers_and_addresses(bound: Catalogue) -> None:
    clauses = {"1": "Rule", "1.1": "Look:", "1.1 a": "soon;", "1.1 b": "twice.", "1.2": "Report it."}
    dossier = opened(remembering(bound, clauses=clauses), FRENCH)
    assert dossier.stale == [("1.1 a", "s1-1-a")]
    remembered = remembering(bound, clauses=clauses).ledgers["policies/look"].bases["fr"]
    arabic = replace(bound, ledgers={"policies/look": Ledger(bases={"ar": remembered})})
    assert opened(arabic, ARABIC).stale == [("1.1 أ", "s1-1-a")]
    assert not dossier.opening_stale
    assert opened(remembering(bound, clauses=clauses), ENGLISH).stale == []


def test_a_former_number_is_named_as_the_reader_writes_it(bound: Catalogue) -> None:
    assert opened(bound, ENGLISH).formerly("1.1 b") == "(formerly 1.1 b)"
    assert "1.1 ب" in opened(bound, ARABIC).formerly("1.1 b")


@pytest.mark.parametrize("part", ["title", "summary", "start", "annexes"])
def test_the_words_before_the_clauses_can_be_out_of_date_too(bound: Catalogue, part: str) -> None:
    dossier = opened(remembering(bound, **{part: "Other words"}), FRENCH)
    assert dossier.opening_stale
    assert dossier.stale == []


def test_the_version_that_applies_depends_on_the_day(bound: Catalogue) -> None:
    applied = {
        day: opened(bound, today=date.fromisoformat(day)).applied for day in ("2024-12-31", "2025-02-01", "2026-03-01")
    }
    assert [found and found.version for found in applied.values()] == [None, 1, 2]


def test_what_stands_inside_a_text_is_said_in_its_language_whoever_reads_it(bound: Catalogue) -> None:
    arabic, former = opened(bound, ARABIC), opened(bound, FRENCH, "policies/look/v1")
    assert (arabic.named("1.1 b"), arabic.named("1")) == ("البند 1.1 ب", "القسم 1")
    assert arabic.now("1.4 a") == "(1.4 أ حاليًا)"
    assert opened(bound, FRENCH).formerly("1.3") == "(anciennement 1.3)"
    assert (former.named("1.1"), former.formerly("1.3")) == ("clause 1.1", "(formerly 1.3)")
    assert opened(bound, ARABIC, "policies/look/v1").formerly("1.4 a") == "(formerly 1.4 a)"


def test_clauses_are_listed_by_section_those_too_that_the_text_lacks(bound: Catalogue) -> None:
    assert list(opened(bound, FRENCH).sections) == [("1", ["1", "1.1", "1.1 a", "1.1 b", "1.2"])]
    assert [opened(bound, FRENCH).has(number) for number in ("1.2", "1.3")] == [True, False]
