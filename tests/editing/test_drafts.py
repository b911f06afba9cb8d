"""What is not published yet is in the catalogue of a preview, marked, and in no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.drafts import HOME, LANGUAGES, lay
from tests.site.writing import REVIEWED, page

from knowledge import reading
from knowledge.cards import card
from knowledge.editing.drafts import Draft

FILES = {
    **HOME,
    "topics/water/index.md": page("Water", reviewed=REVIEWED),
    "news/2026/wells/index.md": page("Wells", date="2026-03-01", topics=["water"]),
    "news/2026/pumps/index.md": page("Pumps", date="2026-02-01", topics=["water"]),
    "news/2026/pumps/index.ar.md": page("مضخات", "<!-- to translate:\nSome text.\n-->\n…"),
}
TODAY = date(2026, 2, 14)


def test_a_site_has_no_drafts_and_stops_at_what_is_not_finished(tmp_path: Path) -> None:
    found, problems = reading.read(lay(tmp_path, FILES), LANGUAGES, today=TODAY, cache=tmp_path)
    assert [problem.field for problem in problems] == ["translation"]
    assert "news/2026/wells" not in found.entries
    assert [entry.id for entry in found.held] == ["news/2026/wells"]
    assert not any(text.draft for entry in found.entries.values() for text in entry.texts.values())


def test_a_preview_has_them_marked(tmp_path: Path) -> None:
    found, problems = reading.read(lay(tmp_path, FILES), LANGUAGES, today=TODAY, cache=tmp_path, drafts=True)
    assert problems == []
    wells, pumps = found.entries["news/2026/wells"], found.entries["news/2026/pumps"]
    assert list(found.entries) == sorted(found.entries)
    assert wells.texts["en"].draft == Draft(date(2026, 3, 1))
    assert (pumps.texts["en"].draft, pumps.texts["ar"].draft) == (None, Draft(None))
    assert card(pumps, LANGUAGES["ar"]).draft == Draft(None)
    assert card(pumps, LANGUAGES["en"]).draft is None


def test_other_faults_of_a_draft_are_told_in_a_preview_too(tmp_path: Path) -> None:
    files = FILES | {"news/2026/wells/index.md": page("Wells", "[a](lost.md)", date="2026-03-01", topics=["water"])}
    _, problems = reading.read(lay(tmp_path, files), LANGUAGES, today=TODAY, cache=tmp_path, drafts=True)
    assert [problem.what for problem in problems] == ["there is no page lost.md"]
