"""Files that pages name are cleaned and kept; a missing one is a problem at its line, one that nobody names stays at home."""

from __future__ import annotations

from pathlib import Path

from tests.attachments.makings import SECRET, pdf, word
from tests.drafts import ARABIC, ENGLISH, LANGUAGES, Files, draft, lay, sound, told
from tests.site.writing import REVIEWED, page

from knowledge import reading
from knowledge.attachments import supplements
from knowledge.attachments.enclosures import Enclosure

REPORT = {"file": "report.pdf", "title": "The report: all of it", "language": "en", "kind": "full-version"}
SUMMARY = {"file": "summary.docx", "title": "الملخص", "language": "ar", "kind": "annex"}
ABOUT = page("About", "[Figures](figures.csv)", reviewed=REVIEWED, attachments=[REPORT, SUMMARY])
FILES: Files = {
    "about/index.md": ABOUT,
    "about/report.pdf": pdf(),
    "about/summary.docx": word(),
    "about/figures.csv": b"a\n",
}


def test_what_pages_list_or_link_to_is_cleaned(tmp_path: Path) -> None:
    found = sound(tmp_path, FILES).supplements
    assert sorted(found.kept) == ["about/figures.csv", "about/report.pdf", "about/summary.docx"]
    assert not any(SECRET in path.read_bytes() for path in found.kept.values())
    assert found.idle == ()


def test_what_no_page_names_stays_at_home(tmp_path: Path) -> None:
    found = sound(tmp_path, {**FILES, "about/old.pdf": b"not even a PDF"}).supplements
    assert found.idle == ("about/old.pdf",)
    assert "about/old.pdf" not in found.kept


def test_a_missing_file_and_one_that_cannot_be_cleaned_are_told_at_their_lines(tmp_path: Path) -> None:
    there = {name: data for name, data in FILES.items() if name != "about/report.pdf"}
    files: Files = {**there, "about/reports.pdf": b"x", "about/summary.docx": b"x"}
    _, problems = draft(tmp_path, files)
    assert [line.partition(": ")[2] for line in told(problems)] == [
        "attachments: report.pdf: there is no such file beside this page: did you mean reports.pdf?",
        "attachments: summary.docx: it cannot be opened: save it anew, without a password",
    ]
    assert {problem.line for problem in problems} == {ABOUT.splitlines().index("attachments:") + 1}


def test_a_file_that_a_text_links_to_is_told_at_the_line_of_the_link(tmp_path: Path) -> None:
    _, problems = draft(tmp_path, {**FILES, "about/figures.csv": b"\xff"})
    assert [(problem.field, problem.line) for problem in problems] == [
        ("link", ABOUT.splitlines().index("[Figures](figures.csv)") + 1)
    ]


def test_the_file_of_an_article_that_waits_for_its_day_waits_too(tmp_path: Path) -> None:
    article = page("River", date="2999-01-01", topics=["water"], attachments=[REPORT])
    folder = lay(
        tmp_path,
        {
            "index.md": page("Home", reviewed=REVIEWED),
            "topics/water/index.md": page("Water", reviewed=REVIEWED),
            "news/2999/river/index.md": article,
            "news/2999/river/report.pdf": pdf(),
        },
    )
    catalogue, problems = reading.read(folder, LANGUAGES)
    assert not problems
    assert (catalogue.supplements.kept, catalogue.supplements.idle) == ({}, ())


def test_the_readers_language_comes_first_and_titles_are_set_by_theirs(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(b"x" * 1400)
    said = [
        Enclosure("a.pdf", "The report", "en", "annex"),
        Enclosure("b.pdf", "Le rapport : tout", "fr", "annex"),
        Enclosure("c.pdf", "O relatório", "pt", "other"),
        Enclosure("d.pdf", "التقرير", "ar", "annex"),
    ]
    shown = list(supplements.shown(said, "about", LANGUAGES, ARABIC, lambda _: kept))
    assert [item.delivery.name for item in shown] == ["d.pdf", "a.pdf", "b.pdf", "c.pdf"]
    assert shown[2].title == "Le rapport\u00a0: tout"
    assert (shown[0].delivery.address, shown[0].delivery.kilobytes) == ("about/d.pdf", 1)
    assert ENGLISH.name_of(shown[3].delivery.language) == "Portuguese"
