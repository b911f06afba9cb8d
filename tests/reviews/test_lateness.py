"""What a change of a source leaves behind in other languages, clause by clause, and what caught up."""

from __future__ import annotations

from tests.documents.shelved import stamped
from tests.reviews.changes import TODAY, WELL, Project

from knowledge.reviews import lateness, turnover
from knowledge.reviews.lateness import Behind

GIFTS = "policies/gifts"


def stale(project: Project) -> list[tuple[str, str, tuple[str, ...]]]:
    """Parts that went stale, and in which languages."""
    return [(item.part, item.change.kind, item.codes) for item in lateness.stale(*project.states(), TODAY)]


def behind(project: Project) -> list[Behind]:
    """Pages without clauses that were left behind."""
    before, after, heirs = project.states()
    return lateness.behind(after, turnover.pages(before, after, heirs, TODAY))


def test_a_clause_whose_source_changed_is_stale_in_every_language(changed: Project) -> None:
    changed.rewrite(f"{GIFTS}/index.md", "1.2 Report them.", "1.2 Report them at once.")
    (found,) = lateness.stale(*changed.states(), TODAY)
    assert (found.page_id, found.part, found.codes) == (GIFTS, "1.2", ("fr", "ar"))
    assert found.change.after == "Report them at once."


def test_a_translation_that_followed_and_says_so_is_not_stale(changed: Project) -> None:
    changed.rewrite(f"{GIFTS}/index.md", "1.2 Report them.", "1.2 Report them at once.")
    stamped(changed.root, "ar")
    assert stale(changed) == [("1.2", "changed", ("fr",))]


def test_what_was_stale_before_is_no_matter_of_this_change(changed: Project) -> None:
    for root in (changed.root, changed.path("").parents[1] / "before"):
        path = root / f"docs/{GIFTS}/index.md"
        path.write_text(path.read_text("utf-8").replace("Report them", "Tell of them"), "utf-8")
    assert stale(changed) == []
    changed.rewrite(f"{GIFTS}/index.md", "b) things", "b) trips")
    assert stale(changed) == [("1.1 b", "changed", ("fr", "ar"))]


def test_what_caught_up_is_told_by_language(changed: Project) -> None:
    old = changed.path("").parents[1] / f"before/docs/{GIFTS}/index.md"
    changed.rewrite(f"{GIFTS}/index.md", "Report them", "Tell of them")
    old.write_text(changed.path(f"{GIFTS}/index.md").read_text("utf-8"), "utf-8")
    stamped(changed.root, "fr")
    assert lateness.caught_up(*changed.states(), TODAY) == [(GIFTS, "fr", "1.2")]


def test_a_document_that_moved_is_stale_where_it_changed_and_nowhere_else(changed: Project) -> None:
    changed.path(GIFTS).rename(changed.path("policies/presents"))
    changed.rewrite("policies/presents/index.md", "b) things", "b) trips")
    assert stale(changed) == [("1.1 b", "changed", ("fr", "ar"))]


def test_a_document_that_was_stale_and_moved_is_not_told_again(changed: Project) -> None:
    old = changed.path("").parents[1] / f"before/docs/{GIFTS}/index.md"
    changed.rewrite(f"{GIFTS}/index.md", "Report them", "Tell of them")
    old.write_text(changed.path(f"{GIFTS}/index.md").read_text("utf-8"), "utf-8")
    changed.path(GIFTS).rename(changed.path("policies/presents"))
    assert stale(changed) == []


def test_a_page_without_clauses_is_behind_when_only_its_source_changed(changed: Project) -> None:
    changed.rewrite(f"{WELL}/index.md", "A well was dug", "Two wells were dug")
    assert behind(changed) == [Behind(WELL, "en", ("fr",))]
    changed.rewrite(f"{WELL}/index.fr.md", "Un puits fut creusé", "Deux puits furent creusés")
    assert behind(changed) == []


def test_a_changed_day_leaves_nobody_behind(changed: Project) -> None:
    changed.rewrite("about/index.md", "2026-01-05", "2026-02-02")
    assert behind(changed) == []
