"""Everything there is to mend is told at once: first what stops a build, then what does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.documents.shelved import again, rewrite, shelve, stamped
from tests.site.writing import REVIEWED, page

from knowledge import configuration
from knowledge.documents.register import main as register
from knowledge.editing import checking
from knowledge.editing.remarks import HEAVY


def sound(folder: Path, **others: str | bytes) -> Path:
    """A site in which nothing is to be mended, with other files."""
    first = {"index.md": page("Home", "Welcome.", reviewed=REVIEWED)}
    shelve(folder, others=first | {f"about/{name.replace('__', '.')}": text for name, text in others.items()})
    register([str(folder / "mkdocs.yml")])
    for code in ("fr", "ar"):
        stamped(folder, code)
    return folder


def told(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of the command and what it prints."""
    capsys.readouterr()
    code = checking.main([str(folder / "mkdocs.yml")])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_a_sound_site_has_nothing_to_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(sound(tmp_path), capsys) == (0, "Nothing to mend.\n")


def test_what_stops_a_build_comes_first_then_style_markdown_and_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "See [it](nowhere.md)  now:\n- a point"
    heavy = b"\x89PNG" + b"0" * HEAVY
    folder = sound(tmp_path, index__md=page("About", body, reviewed=REVIEWED), photo__png=heavy)
    code, said = told(folder, capsys)
    first, second = said.split("\n\n")
    assert code == 1
    assert "1 problem to mend before the site can be published:\ndocs/about/index.md:6: link: there is no page" in first
    assert second.splitlines()[0] == "3 things that readers would stumble over; no build stops at that:"
    assert [line.split(": ")[1] for line in second.splitlines()[1:]] == ["style", "markdown", "image"]


def test_style_alone_fails_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = sound(tmp_path, index__md=page("About", "Two  words", reviewed=REVIEWED))
    code, said = told(folder, capsys)
    assert code == 1
    assert said.startswith("There is something to mend:\n1 thing that readers would stumble over")


def test_what_nobody_would_come_across_is_told_and_fails_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>'
    code, said = told(sound(tmp_path, old__svg=drawing), capsys)
    assert code == 0
    assert said.splitlines()[0] == checking.FINE
    assert said.splitlines()[2:] == [
        checking.UNSEEN,
        "docs/about/old.svg: no page shows this picture; show it, or delete it",
    ]


def test_a_clause_that_a_translation_lost_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite(sound(tmp_path), "1.2 Les signaler.\n", "", "index.fr.md")
    code, said = told(tmp_path, capsys)
    assert code == 1
    assert "docs/policies/gifts/index.fr.md" in said
    assert "1.2" in said


def test_former_versions_and_files_that_cannot_be_read_are_not_looked_through(tmp_path: Path) -> None:
    old = page("Old", "two  words", identifier="g", version=1, status="draft", reviewed=REVIEWED)
    others = {"policies/gifts/v1/index.md": old, "about/index.md": "no front matter"}
    shelve(tmp_path, others=others)
    names = {page.path for page in checking.pages(again(tmp_path).site)}
    assert names == {f"docs/policies/gifts/{name}" for name in ("index.md", "index.fr.md", "index.ar.md")}


def test_the_real_texts_are_clean_and_that_takes_less_than_five_seconds() -> None:
    """Seconds of a processor, with the linter's: how long somebody waits depends on what else the machine does."""
    before = sum(os.times()[:4])
    assert checking.check(configuration.read(ROOT / "mkdocs.yml")).startswith(checking.FINE)
    assert sum(os.times()[:4]) - before < 5


def test_a_clause_that_only_the_page_would_show_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The build reads clauses from Markdown and from the page made of it, and stops where they differ."""
    rewrite(sound(tmp_path), "1.2 Report them.", "1.2 Report them.\n\n<p>1.3 Never.</p>")
    said = told(tmp_path, capsys)[1]
    assert (
        "docs/policies/gifts/index.md:23: clause: 1.3 would be a clause on the page, and is none in the text: " in said
    )


def test_a_button_that_leads_nowhere_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = sound(tmp_path, index__md=page("About", reviewed=REVIEWED, leave=True))
    code, said = told(folder, capsys)
    assert code == 1
    assert (
        "mkdocs.yml:1: extra.leave: en: the button that leaves the site leads nowhere: write below leave: a line en:"
        in said
    )
