"""Pages that came, changed, moved or went, language by language, with the files beside them."""

from __future__ import annotations

from datetime import date

from tests.reviews.changes import TODAY, WELL, Project
from tests.site.writing import REVIEWED, page, picture

from knowledge.reviews import ripples, turnover
from knowledge.reviews.turnover import Page, Shift


def shifted(project: Project) -> list[Page]:
    """What happened to pages."""
    before, after, heirs = project.states()
    return turnover.pages(before, after, heirs, TODAY)


def test_nothing_happens_when_nothing_changed(changed: Project) -> None:
    assert shifted(changed) == []


def test_a_page_that_is_written_anew_is_new_in_its_languages(changed: Project) -> None:
    changed.path("topics/rain").mkdir(parents=True)
    changed.path("topics/rain/index.md").write_text(page("Rain", reviewed=REVIEWED))
    changed.path("topics/rain/index.ar.md").write_text(page("المطر"))
    (found,) = shifted(changed)
    assert (found.title, found.kind, found.sort) == ("Rain", "topic", "new")
    assert found.texts == (Shift("en", "new"), Shift("ar", "new"))


def test_a_translation_that_comes_and_one_that_goes_are_changes_of_the_page(changed: Project) -> None:
    changed.path("about/index.fr.md").unlink()
    changed.path("about/index.ar.md").write_text(page("حول"))
    (found,) = shifted(changed)
    assert (found.id, found.sort) == ("about", "changed")
    assert found.texts == (Shift("fr", "removed"), Shift("ar", "new"))


def test_fields_are_named_when_only_they_changed(changed: Project) -> None:
    changed.rewrite("about/index.md", REVIEWED, "2026-02-02")
    assert shifted(changed)[0].texts == (Shift("en", "changed", ("reviewed",)),)
    changed.rewrite("about/index.md", "Call", "Ring")
    assert shifted(changed)[0].texts == (Shift("en", "changed"),)


def test_clauses_that_changed_came_and_went_are_named(changed: Project) -> None:
    changed.rewrite("policies/gifts/index.md", "b) things.", "b) things and trips.")
    changed.rewrite("policies/gifts/index.md", "1.2 Report them.", "1.3 Report them.")
    assert shifted(changed)[0].texts == (Shift("en", "changed", (), ("1.1 b", "1.3", "1.2")),)


def test_a_renamed_folder_is_one_page_that_moved_with_what_lies_in_it(changed: Project) -> None:
    changed.path(WELL).rename(changed.path("news/2026/pump"))
    changed.rewrite("news/2026/pump/index.md", "Nobody asked", "Somebody asked")
    (found,) = shifted(changed)
    assert (found.id, found.former, found.sort) == ("news/2026/pump", WELL, "moved")
    assert found.texts == (Shift("en", "changed"),)
    assert found.files == ()


def test_a_page_that_goes_says_what_it_was_called(changed: Project) -> None:
    for path in changed.path(WELL).iterdir():
        path.unlink()
    (found,) = shifted(changed)
    assert (found.title, found.sort, found.files) == ("The well", "removed", ())
    assert found.texts == (Shift("en", "removed"), Shift("fr", "removed"))


def test_files_beside_a_page_are_told_by_name(changed: Project) -> None:
    changed.path(f"{WELL}/pump.png").write_bytes(picture("red"))
    changed.path(f"{WELL}/plans").mkdir()
    changed.path(f"{WELL}/plans/well.png").write_bytes(picture())
    (found,) = shifted(changed)
    assert found.files == (Shift("plans/well.png", "new"), Shift("pump.png", "changed"))


def test_an_article_that_is_held_back_says_until_when(changed: Project) -> None:
    changed.rewrite(f"{WELL}/index.md", "2026-01-05", "2026-05-01")
    assert shifted(changed)[0].held == date(2026, 5, 1)


def test_a_text_that_cannot_be_read_is_told_all_the_same(changed: Project) -> None:
    changed.path("about/index.md").write_text("no front matter")
    assert shifted(changed)[0].texts == (Shift("en", "changed"),)


def test_pages_that_show_a_changed_fact_are_known(changed: Project) -> None:
    changed.rewrite("facts.yml", "70 00", "70 01")
    before, after, _ = changed.states()
    assert ripples.ripples(before.catalogue.facts, after) == {"desk.phone": ["about"]}


def test_many_pages_that_show_a_fact_are_counted(changed: Project) -> None:
    for place in range(12):
        changed.path(f"p{place}").mkdir()
        changed.path(f"p{place}/index.md").write_text(page(f"P{place}", "{{ desk.phone }}", reviewed=REVIEWED))
    changed.rewrite("facts.yml", "70 00", "70 01")
    (line,) = [line for line in changed.told().splitlines() if line.startswith("  desk.phone stands on ")]
    assert line.count("<") == 10
    assert line.endswith(" and 3 more")


def test_a_page_that_lists_a_channel_shows_all_of_its_facts(changed: Project) -> None:
    changed.rewrite("facts.yml", "Always", "Never")
    changed.rewrite("about/index.md", "reviewed", "channels: [desk]\nreviewed")
    before, after, _ = changed.states()
    assert ripples.ripples(before.catalogue.facts, after) == {"desk.hours": ["about"]}
