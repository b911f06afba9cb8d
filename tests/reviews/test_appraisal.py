"""What `make review` tells of real changes, as a reviewer reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.documents.shelved import stamped
from tests.reviews.changes import TODAY, WELL, Project, git
from tests.site.writing import REVIEWED, page

from knowledge import configuration
from knowledge.reviews import account, findings
from knowledge.reviews.appraisal import main, told
from knowledge.reviews.revisions import Revision
from knowledge.reviews.summary import NOTHING

SITE = '<html lang="en"><body><h1>Title</h1>{}</body></html>'


def run(project: Project, *more: str) -> int:
    """The command, without a preview of its own."""
    return main([project.config, project.base, *more])


def test_a_change_that_readers_do_not_see_is_one_line(changed: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (changed.root / "README.md").write_text("For developers.")
    changed.path("about/index.md").touch()
    assert run(changed) == 0
    assert capsys.readouterr().out == f"{NOTHING}\n"


def test_a_copy_of_the_content_alone_says_nothing_of_what_makes_the_site(
    changed: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    config = changed.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "site_url: https://elsewhere.example/\n", "utf-8")
    assert main([changed.config, f"{changed.base}/docs"]) == 0
    assert capsys.readouterr().out == f"{NOTHING}\n"
    assert run(changed) == 0
    assert "site_url https://elsewhere.example/" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["Makefile", ".github/workflows/publish.yml", ".ci/run"])
def test_how_the_site_is_built_and_published_is_told(changed: Project, name: str) -> None:
    (changed.root / name).parent.mkdir(parents=True, exist_ok=True)
    (changed.root / name).write_text("site: something else\n", "utf-8")
    assert name in changed.told()


def test_ways_to_reach_people_come_first_and_loud(changed: Project) -> None:
    changed.rewrite("facts.yml", "70 00", "70 01")
    changed.rewrite("about/index.md", "Call", "See [it](nowhere.md) or call")
    said = changed.told()
    assert said.startswith("Ways to reach people changed; ")
    first = said.split("\n\n")[1]
    assert first.startswith("WAYS TO REACH PEOPLE CHANGED: Ask whoever they belong to")
    assert "docs/facts.yml (in every page that shows it)" in first
    assert "    gone: desk.phone +45 88 32 70 00\n" in first
    assert "    new: desk.phone +45 88 32 70 01" in first
    assert "desk.phone stands on About <about/>" in said


def test_a_page_that_moved_changed_no_way_to_reach_anybody(changed: Project) -> None:
    changed.rewrite(f"{WELL}/index.md", "mend the pump", "mend the pump (pump@example.org)")
    before = Path(changed.base) / f"docs/{WELL}/index.md"
    before.write_text(changed.path(f"{WELL}/index.md").read_text("utf-8"), "utf-8")
    changed.path(WELL).rename(changed.path("news/2026/pump"))
    said = changed.told()
    assert "ways to reach" not in said.lower()
    assert (
        "The well <news/2026/pump/> (article): moved, from news/2026/well/ to news/2026/pump/: the old address" in said
    )


def test_a_changed_clause_says_what_changed_and_who_has_to_follow(changed: Project) -> None:
    changed.rewrite("policies/gifts/index.md", "1.2 Report them.", "1.2 Report them at once.")
    said = changed.told()
    assert said.startswith("Pages: 1 changed; 1 part out of date in translations.\n")
    assert "  Gifts (document): changed\n    English <policies/gifts/>: changed, clause 1.2\n" in said
    assert "1.2 <policies/gifts/#s1-2> changed, to follow in French and Arabic: ⁨+ “at once”⁩" in said


def test_a_translation_that_caught_up_is_told(changed: Project) -> None:
    changed.rewrite("policies/gifts/index.md", "Report them", "Tell of them")
    old = Path(changed.base) / "docs/policies/gifts/index.md"
    old.write_text(changed.path("policies/gifts/index.md").read_text("utf-8"), "utf-8")
    stamped(changed.root, "fr")
    assert (
        changed.told() == "1 part up to date again.\n\nUp to date again:\n  Cadeaux <fr/policies/gifts/>, French: 1.2"
    )


def test_problems_are_told_with_their_lines_and_style_only_where_something_changed(changed: Project) -> None:
    changed.rewrite("about/index.md", "Call", "See [it](nowhere.md)  or call")
    changed.rewrite("about/index.fr.md", "Appelez", "Appelez  ")
    for root in (changed.root, Path(changed.base)):
        (root / "docs/index.md").write_text(page("Home", "Welcome  home.", reviewed=REVIEWED))
    for root in (changed.root, Path(changed.base)):
        (root / "docs/a").mkdir()
        (root / "docs/a/index.md").write_text("no front matter")
    part = changed.told().split("To mend:")[1].split("\n\n")[0]
    stopping, far, style, *_ = part.splitlines()[1:]
    assert stopping.startswith("  docs/about/index.md:6: link: there is no page nowhere.md")
    assert far.startswith("  docs/a/index.md:1: file: it has no front matter")
    assert style.startswith("  docs/about/index.fr.md:5: style: more than one space")
    assert "docs/index.md" not in part


def test_markdown_for_the_host_is_added_to_a_file_with_links(
    changed: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed.rewrite("about/index.md", "Call", "See [it](nowhere.md) or call")
    out = tmp_path / "summary.md"
    out.write_text("Before.\n")
    assert run(changed, "", "", "https://p.example/x", "https://h.example/blob/main", str(out)) == 0
    written = out.read_text("utf-8")
    assert written.startswith("Before.\n## ")
    assert "[docs/about/index.md:6](<https://h.example/blob/main/docs/about/index.md?plain=1#L6>): link: " in written
    assert "  - [English](<https://p.example/x/about/>): changed\n" in written
    said = capsys.readouterr().out
    assert "docs/about/index.md:6: link: " in said


def site(folder: Path, body: str) -> str:
    """A finished site of one page."""
    folder.mkdir()
    (folder / "index.html").write_text(SITE.format(body))
    return str(folder)


def test_two_finished_sites_tell_of_weight_and_barriers(
    changed: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = site(tmp_path / "a", "<p>Words</p>"), site(tmp_path / "b", f"<p>{'x' * 3000}</p><img src='y.png'>")
    assert run(changed, before, after) == 0
    said = capsys.readouterr().out
    assert "Weight of pages: HTML, style, scripts and pictures as they are served" in said
    assert "  / <http://127.0.0.1:8000/>: 0.1 → 3.1 KB (+3.0 KB)\n" in said
    assert (
        "What newly keeps people out:\n  / <http://127.0.0.1:8000/>\n    the picture y.png has no words (alt)\n" in said
    )
    assert "Looked at without a browser" in said


def test_a_site_that_is_not_there_is_told_and_the_rest_compared(
    changed: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    changed.rewrite("about/index.md", "Call", "Ring")
    assert run(changed, "nowhere/site", changed.base) == 0
    said = capsys.readouterr().out
    assert said.index("To know:") < said.index("\nPages: ")
    assert "There is no finished site in nowhere/site: weight and barriers were not compared." in said
    assert "About (page): changed" in said


def test_what_is_to_be_known_of_the_comparison_itself_is_told(changed: Project) -> None:
    base = Revision(configuration.read(Path(changed.base) / "mkdocs.yml"), "main", "It is cut off: `git fetch` helps.")
    found = findings.gather(base, configuration.read(Path(changed.config)), TODAY)
    assert "- It is cut off: `git fetch` helps.\n" in account.markdown(*told(found, ""))


def test_what_makes_the_site_is_told_when_it_changed(changed: Project) -> None:
    (changed.root / "overrides").mkdir()
    (changed.root / "overrides/site.css").write_text("p {}")
    (changed.root / "tests").mkdir()
    (changed.root / "tests/test_x.py").write_text("")
    said = changed.told()
    assert said.startswith("What makes the site changed.")
    assert "What makes the site changed (overrides/site.css): any page may look different" in said


def test_what_cannot_be_compared_is_one_line_and_an_exit_code(
    changed: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    git(changed.root, "init", "--quiet")
    assert main([changed.config, "origin/gone"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        "Nothing was compared: origin/gone is neither a commit here nor a folder: `git fetch origin`"
    )
    assert said.count("\n") == 1


def test_a_title_of_a_stranger_is_shown_and_does_nothing(changed: Project, tmp_path: Path) -> None:
    changed.rewrite("about/index.md", "title: About", 'title: "About <img src=x> [me](https://evil.example)"')
    out = tmp_path / "summary.md"
    run(changed, "", "", "", "", str(out))
    assert "- About \\<img src=x\\> \\[me\\](https://evil.example) (page): changed" in out.read_text("utf-8")
