"""An archive comes in: every entry is told once, and the content folder holds what the site can build with."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from pathlib import Path
from subprocess import run

import pytest
from tests.conftest import ROOT
from tests.drafts import lay
from tests.importer.archives import CONTENT, EXPORTS, TODAY, item, site, wxr
from tests.site.writing import files, page

from knowledge import frontmatter, reading
from knowledge.configuration import Configuration
from knowledge.importer import importing, telling
from knowledge.importer.exports import Unreadable
from knowledge.importer.outcomes import Fate, Report


@pytest.fixture
def home(tmp_path: Path) -> Configuration:
    """The small site, with the exports in a folder beside it."""
    shutil.copytree(EXPORTS, tmp_path / "archive")
    return site(tmp_path)


def bring(home: Configuration, name: str) -> Report:
    """Imports one of the exports, and checks that the site has no fault afterwards."""
    done = importing.run(home.root / "archive" / name, home, TODAY)
    problems = reading.read(home.docs, home.languages, home.shown, TODAY, home.cache)[1]
    assert [str(problem) for problem in problems] == []
    return done


def fates(done: Report) -> dict[str, list[str]]:
    """Numbers of posts by what became of them."""
    return {fate: [each.id for each in done.outcomes if each.fate is fate] for fate in Fate}


def matter(path: Path) -> dict[str, object]:
    """The front matter of a file."""
    return frontmatter.parse(frontmatter.split(path.read_text("utf-8"))[0] or "").values


def test_an_archive_of_polylang_comes_in(home: Configuration) -> None:
    done = bring(home, "polylang.xml")
    assert (len(done.outcomes), done.media) == (7, 2)
    assert "- Webmaster: 1 entry" in telling.markdown(done)
    assert "Noor" not in telling.markdown(done)
    assert fates(done) == {
        "held": [],
        "skipped": ["20", "21"],
        "imported with remarks": ["11", "12", "15"],
        "imported": ["13", "14"],
    }
    assert set(files(home.docs / "news")) == {
        "index.md",
        "2019/wells-and-rumours/index.md",
        "2019/wells-and-rumours/index.fr.md",
        "2019/wells-and-rumours/pump-station-1024x683.jpg",
        "2019/wells-and-rumours/picture.png",
        "2019/wells-and-rumours/report-final.pdf",
        "2020/apres-la-crue/index.ar.md",
        "2020/apres-la-crue/index.fr.md",
        "2020/after-the-flood/index.md",
        "2020/after-the-flood/pump-station.jpg",
    }


def test_the_texts_are_what_editors_here_would_write(home: Configuration) -> None:
    bring(home, "polylang.xml")
    written = files(home.docs / "news")
    expected = files(EXPORTS / "expected")
    assert len(expected) == 5
    assert {name: written[name].decode() for name in expected} == {
        name: data.decode() for name, data in expected.items()
    }


def test_an_archive_of_wpml_comes_in_with_its_sources(home: Configuration) -> None:
    done = bring(home, "wpml.xml")
    folder = home.docs / "news/2021/sources-et-consentement"
    assert matter(folder / "index.md")["translated_from"] == "fr"
    assert matter(folder / "index.fr.md")["topics"] == ["water"]
    assert [each.remarks for each in done.outcomes][2] == ["it names no language: it is taken for fr-FR"]
    assert (home.docs / "news/2021/pas-de-langue/index.fr.md").is_file()


def test_an_archive_in_json_comes_in(home: Configuration) -> None:
    done = bring(home, "posts.json")
    assert fates(done)["skipped"] == [""]
    english = home.docs / "news/2019/wells-and-rumours/index.md"
    assert matter(english)["image_alt"] == "A pump"
    assert matter(english.with_name("index.fr.md"))["image_alt"] == "Une pompe"
    assert "[translated](../../2020/article-13/index.md)" in english.read_text("utf-8")


BROKEN = {
    "Torn & not closed": "it is not well-formed XML",
    "Never ends": "it is never closed",
    "No date": "it has no date",
    "Wasser": "'de' is not a language of this site",
    "Sans source": "it was translated from en, and that text is not imported",
    "Later": "it is dated 2031-03-01: the site shows it from that day on",
    "No topic": "none of its categories is a topic",
    "Sans thème": "the text it was translated from is held back",
    "Hostile": "<script> is left out",
    "Deux textes": "its headings are not those of its source",
    "Private": "it is private",
    "Locked": "it asks for a password",
    "Empty": "it has no text",
}


def test_bad_entries_are_told_one_by_one_and_the_others_come_in(home: Configuration) -> None:
    done = bring(home, "broken.xml")
    said = {each.title: " ".join([each.skipped, *each.held, *each.remarks]) for each in done.outcomes}
    assert {title: words in said[title] for title, words in BROKEN.items()} == dict.fromkeys(BROKEN, True)
    assert fates(done)["imported"] == ["12", "18"]
    assert fates(done)["held"] == ["9", "10", "16"]
    assert matter(home.docs / "news/2022/sound-2/index.md")["title"] == "Sound"
    assert "sound-2" in " ".join(next(each for each in done.outcomes if each.id == "7").remarks)


def test_the_counts_add_up_to_the_items_of_the_export(home: Configuration) -> None:
    for name in ("polylang.xml", "wpml.xml", "broken.xml"):
        begun = (home.root / "archive" / name).read_text("utf-8").count("\n\t<item>")
        done = bring(home, name)
        assert sum(done.counts.values()) + done.media == begun
        assert sorted(each.place for each in done.outcomes) == sorted({each.place for each in done.outcomes})


def test_nothing_of_a_script_and_nothing_private_is_published(home: Configuration) -> None:
    bring(home, "broken.xml")
    published = b"".join(files(home.docs).values()).decode("utf-8", "ignore")
    assert "alert(1)" not in published
    assert "Secret" not in published


def test_the_report_lies_beside_the_configuration_with_what_is_held_back(home: Configuration) -> None:
    done = bring(home, "broken.xml")
    folder = home.root / "import-report"
    assert (folder / "report.md").read_text("utf-8") == telling.markdown(done)
    with (folder / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == list(done.table())
    listed = json.loads((folder / "report.json").read_text("utf-8"))
    held = {entry["path"] for entry in listed["list"] if entry["outcome"] == "held"}
    assert held == set(files(folder / "held"))
    assert listed["entries"] == len(done.outcomes)


def test_what_stays_behind_is_counted_for_texts_that_came_in(home: Configuration) -> None:
    done = bring(home, "polylang.xml")
    assert dict(done.left.tags) == {"radio": 1}
    assert done.left.comments == 0
    assert done.lacking == ["news/2019", "news/2020"]
    assert done.outcomes[0].address == "https://old.example.org/2019/05/wells-and-rumours/"


def test_years_get_pages_where_there_is_one_to_go_by(home: Configuration) -> None:
    lay(home.docs, {"news/2018/index.md": page("Articles of 2018", reviewed="2026-01-05")})
    done = bring(home, "polylang.xml")
    assert (done.years, done.lacking) == (["news/2019", "news/2020"], [])
    assert matter(home.docs / "news/2020/index.md")["title"] == "Articles of 2020"


def test_a_second_import_writes_nothing_and_says_so(home: Configuration) -> None:
    for name in ("polylang.xml", "wpml.xml", "broken.xml", "posts.json"):
        first = bring(home, name)
        before = files(home.docs)
        again = bring(home, name)
        assert files(home.docs) == before
        counts = again.counts
        assert counts[Fate.IMPORTED] + counts[Fate.REMARKED] == 0
        assert counts[Fate.HELD] == first.counts[Fate.HELD]


def test_an_earlier_report_is_kept(home: Configuration) -> None:
    for _ in range(3):
        bring(home, "broken.xml")
    names = sorted(path.name for path in home.root.glob("import-report*"))
    assert names == ["import-report", "import-report-1", "import-report-2"]
    assert "- imported: 2" in (home.root / "import-report-1/report.md").read_text("utf-8")


def test_what_was_held_back_comes_in_once_import_yml_says_what_its_category_means(home: Configuration) -> None:
    bring(home, "broken.xml")
    (home.root / "archive/import.yml").write_text("categories: {Announcements: topics/press-freedom}\n")
    done = bring(home, "broken.xml")
    assert fates(done)["imported"] == ["9", "10"]
    assert matter(home.docs / "news/2021/no-topic/index.md")["topics"] == ["press-freedom"]


def test_a_text_that_somebody_changed_is_left_alone(home: Configuration) -> None:
    bring(home, "wpml.xml")
    path = home.docs / "news/2021/pas-de-langue/index.fr.md"
    path.write_text(path.read_text("utf-8").replace("Un texte.", "Un texte corrigé."), "utf-8")
    done = bring(home, "wpml.xml")
    assert done.outcomes[2].skipped == "a text that says something else lies there already: nothing was written over it"
    assert "corrigé" in path.read_text("utf-8")


def test_an_entry_of_five_megabytes_is_held_back_and_the_others_come_in(home: Configuration) -> None:
    (home.root / "archive/large.xml").write_text(
        wxr(item(1, "Before", "<p>a</p>"), item(2, "Large", "<p>word</p>" * 480_000), item(3, "After", "<p>b</p>"))
    )
    done = bring(home, "large.xml")
    assert fates(done) == {"held": ["2"], "skipped": [], "imported with remarks": [], "imported": ["1", "3"]}
    assert "divide it" in done.outcomes[1].held[0]
    assert (home.root / "import-report/held/news/2021/en-2/index.md").stat().st_size > 5_000_000


@pytest.mark.parametrize(
    ("name", "said"), [("export.csv", "exports end in .xml or .json"), ("posts.xml", "not a WordPress export")]
)
def test_what_is_no_export_changes_nothing(home: Configuration, name: str, said: str) -> None:
    (home.root / "archive" / name).write_text("a,b")
    before = files(home.root)
    with pytest.raises(Unreadable, match=said):
        bring(home, name)
    assert files(home.root) == before


def test_a_site_with_faults_is_mended_first(home: Configuration) -> None:
    lay(home.docs, {"topics/water/index.md": page("Water", colour="blue", reviewed="2026-01-05")})
    with pytest.raises(Unreadable, match=r"(?s)mended before an archive.*colour"):
        bring(home, "wpml.xml")


def command(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Runs what `make import` runs: exit code, output, errors."""
    line = [sys.executable, "-m", "knowledge.importer.importing", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "hooks")}
    done = run(line, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_the_command_says_what_became_of_the_archive_and_where_to_look(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "tiny.yml").write_text("INHERIT: mkdocs.yml\ndocs_dir: content\n")
    lay(tmp_path / "content", CONTENT)
    code, said, told = command(tmp_path, str(EXPORTS / "wpml.xml"), "tiny.yml")
    assert code == 0
    assert said.startswith("wpml.xml holds 3 entries and 0 media files:")
    assert said.endswith("What needs a person: import-report/report.md, and as a table: import-report/report.csv\n")
    assert told.splitlines() == ["Reading wpml.xml …", "Writing 3 texts …", "Checking that the site builds with them …"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([""], "make import FILE=export.xml"),
        ([], "make import FILE=export.xml"),
        ([str(EXPORTS / "wpml.xml"), "lost.yml"], "lost.yml cannot be used"),
    ],
)
def test_the_command_says_what_is_missing(tmp_path: Path, arguments: list[str], said: str) -> None:
    code, _, told = command(tmp_path, *arguments)
    assert code == 1
    assert said in told
    assert "Traceback" not in told
