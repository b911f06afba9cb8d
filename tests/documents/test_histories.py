"""From one version to the next, readers see what changed in their language, and nothing that only looks so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.documents import versions
from tests.documents.versions import DOCUMENT
from tests.drafts import ARABIC, ENGLISH, FRENCH

from knowledge.catalogue import Catalogue
from knowledge.documents import editions, freshness, histories
from knowledge.documents.archive import Archive
from knowledge.documents.editions import Edition
from knowledge.documents.histories import Step
from knowledge.documents.ledgers import Ledger
from knowledge.languages import Language

FACTS = {"organisation.name": {"en": "Tiny", "fr": "Petit", "ar": "صغير"}}
OLD = "## 1. Rule\n\n1.1 Tiny staff refuse gifts.\n\n1.2 Report them.\n\n1.3 Keep a list.\n"
NEW = "## 1. Rule\n\n1.1 {{ organisation.name }} staff refuse gifts.\n\n1.2 Report them at once.\n\n1.4 Ask.\n"


def level(_: Edition) -> bool:
    """No translation is behind its source."""
    return False


def steps(reader: Language, old: str = OLD, new: str = NEW, **fields: object) -> list[Step]:
    files = versions.versions(versions.text(1, "2025-01-01", old), versions.text(2, "2026-01-01", new, **fields))
    files[f"{DOCUMENT}/index.fr.md"] = versions.translation(body=new)
    files[f"{DOCUMENT}/v1/index.fr.md"] = versions.translation(body=old.replace("Tiny", "Petit"))
    files[f"{DOCUMENT}/index.ar.md"] = versions.translation("هدايا", new)
    found = versions.catalogue(files, known=FACTS)
    every = editions.editions(found, found.entries[DOCUMENT], date(2026, 6, 1))
    return histories.steps(every, reader, FACTS, level)


def test_every_clause_that_changed_is_told_in_the_order_of_the_text() -> None:
    (step,) = steps(ENGLISH)
    assert (step.old.version, step.new.version) == (1, 2)
    told = [(amendment.number, amendment.id, amendment.kind) for amendment in step.amendments]
    assert told == [("1.2", "s1-2", "changed"), ("1.3", "s1-3", "removed"), ("1.4", "s1-4", "added")]


def test_words_are_marked() -> None:
    (step,) = steps(ENGLISH)
    changed = next(iter(step.amendments))
    assert "<ins>at once</ins>" in changed.words
    assert "<del>" not in changed.words


def test_words_that_are_only_set_otherwise_have_not_changed() -> None:
    (step,) = steps(ENGLISH, new=OLD.replace("Keep a list", "Keep **a list**"), summary="*Gifts*.")
    assert list(step.amendments) == []
    assert step.around == {}


def test_what_stands_around_the_clauses_is_told_by_its_name() -> None:
    new = f"Why.\n\n{OLD}\n## Annex\n\nA form.\n"
    (step,) = steps(ENGLISH, new=new, summary="Gifts and more.")
    assert list(step.around) == ["summary", "start", "annexes"]
    assert step.around["start"] == "<ins>Why.</ins>"


def test_a_name_that_a_frozen_version_wrote_out_is_no_change() -> None:
    for reader in (ENGLISH, FRENCH):
        (step,) = steps(reader)
        assert "1.1" not in [amendment.number for amendment in step.amendments]


def test_a_language_that_only_one_version_has_is_compared_in_the_source() -> None:
    assert steps(FRENCH)[0].language == FRENCH
    assert steps(ARABIC)[0].language == ENGLISH


def test_a_clause_that_only_moved_is_told_as_moved() -> None:
    (step,) = steps(ENGLISH, new=OLD.replace("1.3 ", "1.5 "), renumbered={"1.3": "1.5"})
    assert list(step.amendments) == []
    assert dict(step.moved) == {"1.3": "1.5"}


def test_where_the_translation_is_out_of_date_its_source_shows_what_the_new_version_changed() -> None:
    files = versions.versions(versions.text(1, "2025-01-01", OLD), versions.text(2, "2026-01-01", NEW))
    files[f"{DOCUMENT}/index.fr.md"] = files[f"{DOCUMENT}/v1/index.fr.md"] = versions.translation(body=OLD)
    found = versions.catalogue(files, known=FACTS)
    every = editions.editions(found, found.entries[DOCUMENT], date(2026, 6, 1))
    assert [histories.steps(every, FRENCH, FACTS, late)[0].language for late in (lambda _: True, level)] == [
        ENGLISH,
        FRENCH,
    ]


def test_a_version_that_was_closed_while_its_translation_was_behind_shows_what_it_changed_for_ever() -> None:
    days = ("2025-01-01", "2026-01-01", "2026-03-01")
    files = versions.versions(*(versions.text(n, day, OLD if n == 1 else NEW) for n, day in enumerate(days, 1)))
    french = {f"{DOCUMENT}/{folder}index.fr.md": versions.translation(body=OLD) for folder in ("v1/", "v2/", "")}
    found = versions.catalogue({**files, **french}, known=FACTS)
    made = {"": NEW, "/v1": OLD, "/v2": OLD}
    bases = {f"{DOCUMENT}{place}": _made(found, f"{DOCUMENT}{place}", body) for place, body in made.items()}
    archive = Archive(replace(found, ledgers=bases), FRENCH, date(2026, 6, 1), "https://host/", lambda words, _: words)
    every = archive.dossier(found.entries[DOCUMENT]).editions
    third, second = histories.steps(every, FRENCH, FACTS, archive.behind)
    assert (third.language, second.language) == (FRENCH, ENGLISH)
    assert [amendment.number for amendment in second.amendments] == ["1.2", "1.3", "1.4"]


def _made(found: Catalogue, page_id: str, body: str) -> Ledger:
    """What a version remembers when its French was made from other words than it has."""
    source = found.entries[page_id].texts["en"]
    text = replace(source, source=replace(source.source, body=body))
    return Ledger(bases={"fr": freshness.said(text)})


def test_clauses_are_named_as_readers_of_the_language_write_them() -> None:
    old = "## 1. أ\n\n1.1 انظر:\n\nأ) فورًا؛\n\nب) مرتين.\n"
    files = versions.versions(versions.text(1, "2025-01-01", old), versions.text(2, "2026-01-01", old))
    files[f"{DOCUMENT}/v1/index.ar.md"] = versions.translation("هدايا", old)
    files[f"{DOCUMENT}/index.ar.md"] = versions.translation("هدايا", old.replace("مرتين", "دائمًا"))
    found = versions.catalogue(files)
    every = editions.editions(found, found.entries[DOCUMENT], date(2026, 6, 1))
    (step,) = histories.steps(every, ARABIC, {}, level)
    assert [(amendment.number, amendment.id) for amendment in step.amendments] == [("1.1 ب", "s1-1-b")]


def test_what_opens_the_text_and_its_annexes_are_compared_too() -> None:
    old, new = (
        f"Since {year}.\n\n{NEW}\n## Annex\n\nA form of {year}.[^1]\n\n[^1]: By post.\n" for year in (2019, 2020)
    )
    (step,) = steps(ENGLISH, old, new)
    assert list(step.amendments) == []
    assert list(step.around) == ["start", "annexes"]
    assert step.around["start"] == "Since <del>2019</del> <ins>2020</ins>."
    assert "A form of <del>2019</del> <ins>2020</ins>." in step.around["annexes"]
    (step,) = steps(ENGLISH, old, old.replace("By post", "By e-mail"))
    assert (list(step.around), list(step.amendments)) == (["annexes"], [])
    assert "<del>post</del>" in step.around["annexes"]
    (step,) = steps(ENGLISH, old, old.replace("1.2 Report", "1.2 Report[^1]"))
    assert "By post" in next(iter(step.amendments)).words


def test_the_title_and_the_summary_are_compared_too() -> None:
    named = [versions.text(number, f"202{4 + number}-01-01").replace("Gifts", f"Gift {number}") for number in (1, 2)]
    found = versions.catalogue(versions.versions(*named))
    every = editions.editions(found, found.entries[DOCUMENT], date(2026, 6, 1))
    (step,) = histories.steps(every, ENGLISH, {}, level)
    assert step.around == {"title": "Gift <del>1</del> <ins>2</ins>", "summary": "Gift <del>1</del> <ins>2</ins>."}


def test_one_version_has_no_steps() -> None:
    found = versions.catalogue(versions.versions(versions.text()))
    assert (
        histories.steps(editions.editions(found, found.entries[DOCUMENT], date(2026, 6, 1)), ENGLISH, {}, level) == []
    )
