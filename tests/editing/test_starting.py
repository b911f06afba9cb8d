"""A page is begun where it belongs, over nothing that is there, or a line says why not and what to write instead."""

from __future__ import annotations

import os
from pathlib import Path
from subprocess import run

import pytest
from tests.conftest import ROOT
from tests.documents.shelved import GIFTS, shelve
from tests.site.writing import REVIEWED, page

from knowledge import reading
from knowledge.configuration import Configuration
from knowledge.documents.commands import Refusal
from knowledge.editing import starting
from knowledge.kinds import kind_of

LONG = "A title that says everything there is to say, twice, and then goes on " + "and on " * 9


@pytest.fixture
def site(tmp_path: Path) -> Configuration:
    """A site with a document, an article, and a page written in Arabic first."""
    others = {
        "news/2025/old-lamps/index.md": page("Old lamps", date="2025-01-02", topics=["water"]),
        "topics/water/index.ar.md": page("الماء", "نص.", reviewed=REVIEWED),
        "topics/water/index.fr.md": page("Eau", "Texte.", translated_from="ar"),
        "policies/gifts/v1/index.md": page("Old", identifier="gifts", version=1, status="draft", reviewed=REVIEWED),
    }
    return shelve(tmp_path, others=others).site


def begun(site: Configuration, what: str, *given: str) -> list[str]:
    """What the command prints, line by line."""
    return starting.begin(site, what, given).split("\n")


def refused(site: Configuration, what: str, *given: str) -> str:
    """Why nothing was begun; nothing was."""
    before = sorted(site.docs.rglob("*"))
    with pytest.raises(Refusal) as fault:
        starting.begin(site, what, given)
    assert sorted(site.docs.rglob("*")) == before
    return str(fault.value)


@pytest.mark.parametrize(
    ("title", "name", "folder"),
    [
        ("How a press council works", "", "how-a-press-council-works"),
        ("L’œuvre d'été : état des lieux", "", "oeuvre-ete-etat-des-lieux"),
        ("أمان الهاتف", "phone-safety", "phone-safety"),
        ("word " * 20, "", "word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_the_folder_of_an_article_is_its_title_in_plain_letters(
    site: Configuration, title: str, name: str, folder: str
) -> None:
    shown, *_ = begun(site, "article", title, "ar", "2026-03-02", name)
    assert shown == f"docs/news/2026/{folder}/index.ar.md"
    text = (site.root / shown).read_text("utf-8")
    assert "\ndate: '2026-03-02'\n" in text or "\ndate: 2026-03-02\n" in text


def test_an_article_is_dated_today_and_in_the_first_language_when_nothing_else_is_said(
    site: Configuration, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert begun(site, "article", "New lamps", "", "", "")[0] == "docs/news/2026/new-lamps/index.md"


def test_two_lines_say_what_to_do_next(site: Configuration) -> None:
    _, *following = begun(site, "article", "New lamps", "", "2025-03-02", "")
    (site.docs / "news/2025/index.md").write_text(page("2025", reviewed=REVIEWED))
    assert following[-2:] == begun(site, "article", "Newer lamps", "", "2025-03-02", "")[1:]
    assert len(following) == 3
    assert "It is the first of 2025" in following[0]


def test_nothing_begun_is_published_before_it_is_written(site: Configuration) -> None:
    shown, *_ = begun(site, "article", "New lamps", "", "2025-03-02", "")
    _, problems = reading.read(site.docs, site.languages)
    assert [problem.field for problem in problems if problem.path == shown] == ["summary", "topics", "text"]


def test_a_document_begins_as_a_draft_of_version_1_with_its_next_steps(site: Configuration) -> None:
    shown, _, then = begun(site, "document", "Lending", "", "")
    assert shown == "docs/policies/lending/index.md"
    assert then == f"Then run `make numbers FILE={shown}`, `make register` and `make check`."
    _, problems = reading.read(site.docs, site.languages)
    assert [problem.field for problem in problems if problem.path == shown] == ["summary", "reviewed", "text"]


def test_a_translation_has_the_shape_of_its_source_and_says_what_it_is_made_from(site: Configuration) -> None:
    shown, _, then = begun(site, "translation", "docs/topics/water/index.ar.md", "en")
    assert shown == "docs/topics/water/index.md"
    assert then == "Then run `make check`."
    assert "translated_from: ar\n---\n\n<!-- to translate:\nنص.\n-->\n…\n" in (site.root / shown).read_text("utf-8")


def test_a_translation_of_a_document_is_to_be_stamped(site: Configuration) -> None:
    (site.root / GIFTS / "index.ar.md").unlink()
    shown, _, then = begun(site, "translation", "policies/gifts/index.md", "ar")
    assert then == f"Then run `make translated FILE={shown}` and `make check`."
    assert "\n-->\nأ) …\n" in (site.root / shown).read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("", "", "", ""), 'no title was given: write TITLE="…"'),
        (
            (LONG, "", "", ""),
            f"the title has {len(LONG.strip())} characters, lists show at most 120: say it in fewer words",
        ),
        (("أمان الهاتف", "ar", "", ""), "no address can be made of this title: write NAME= and a short English name"),
        (("Lamps", "xx", "", ""), "'xx' is not a language of this site: write LANG= and one of en, fr, ar"),
        (("Lamps", "", "2026-13-01", ""), "there is no day 2026-13-01: check the month and the day"),
        (("Lamps", "", "yesterday", ""), "'yesterday' is not a date: write year-month-day, as 2026-03-14"),
        (
            ("Old lamps", "", "2026-03-02", ""),
            "there is a page docs/news/2025/old-lamps already: write NAME= and another",
        ),
        (("Lamps", "", "", "../x"), "the folder '..' cannot be an address: write NAME= and another"),
        (("Lamps", "", "", "My Lamps"), "the folder 'My Lamps' cannot be an address: write NAME= and another"),
        (("Lamps \u202e", "", "", ""), "the title is not plain text: "),
    ],
)
def test_an_article_that_cannot_be_begun(site: Configuration, given: tuple[str, ...], said: str) -> None:
    assert refused(site, "article", *given).startswith(said)


@pytest.mark.parametrize(
    ("file", "code", "said"),
    [
        ("", "fr", "no file was named: write FILE= and the path of the text to translate"),
        ("docs/topics/water/index.ar.md", "", "no language was named: write LANG= and one of en, fr, ar"),
        ("docs/topics/water/index.ar.md", "xx", "'xx' is not a language of this site"),
        ("docs/topics/water/index.ar.md", "fr", "docs/topics/water/index.fr.md is there already: change it there"),
        (
            "docs/topics/water/index.fr.md",
            "en",
            "docs/topics/water/index.fr.md is a translation itself: name its source",
        ),
        (
            "docs/topics/watr/index.ar.md",
            "en",
            "there is no file docs/topics/watr/index.ar.md: did you mean docs/topics/w",
        ),
        ("mkdocs.yml", "fr", "mkdocs.yml is no page: name the file of a text"),
        ("docs/policies/gifts/v1/index.md", "fr", "docs/policies/gifts/v1/index.md belongs to a former version"),
    ],
)
def test_a_translation_that_cannot_be_begun(site: Configuration, file: str, code: str, said: str) -> None:
    assert refused(site, "translation", file, code).startswith(said)


def test_a_source_that_cannot_be_read_is_to_be_mended_first(site: Configuration) -> None:
    (site.docs / "topics/water/index.fr.md").unlink()
    (site.docs / "topics/water/index.ar.md").write_text("---\ntitle: a\n---\nb\n")
    assert "the source is to be mended first:\ndocs/topics/water/index.ar.md:1: reviewed: this" in refused(
        site, "translation", "docs/topics/water/index.ar.md", "fr"
    )


@pytest.mark.parametrize("what", starting.FOLDERS)
def test_what_is_begun_lies_where_its_kind_lies(what: str) -> None:
    assert kind_of(starting.FOLDERS[what].format(year=2026, name="lamps")).name == what


def test_the_command_line_carries_every_title_to_the_letter_and_no_language_that_nobody_wrote() -> None:
    title = 'L\'été "à $5" `ls` $(HOME); #1'
    order = ["make", "-n", "-o", ".venv/site", "article", f"TITLE={title}"]
    told = run(order, cwd=ROOT, capture_output=True, text=True, env={**os.environ, "LANG": "fr"}, check=True)
    assert "'L'\\''été \"à $5\" `ls` $(HOME); #1' '' '' ''" in told.stdout
