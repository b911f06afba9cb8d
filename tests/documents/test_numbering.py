"""Numbering: `make numbers` gives every clause its number once, in every language, and touches nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.drafts import LANGUAGES
from tests.site.writing import page

from knowledge.configuration import Configuration
from knowledge.documents import holdings
from knowledge.documents.commands import Refusal
from knowledge.documents.numbering import NOTHING, main, number

FACTS = {"reviewed": "2026-01-05", "identifier": "look", "version": 1, "status": "draft"}
NAMES = {"en": "index.md", "fr": "index.fr.md", "ar": "index.ar.md"}

BARE = "Before.\n\n## Scope\n\nIt binds:\n\n- staff\n  of all sorts;\n- partners.\n\nAlways.\n\n## Duties\n\nAct.\n"
SET = """\
Before.

## 1. Scope

1.1 It binds:

a) staff
of all sorts;

b) partners.

1.2 Always.

## 2. Duties

2.1 Act.
"""


def lay(folder: Path, **bodies: str) -> Configuration:
    """A site with one document in some languages; the other pages do not matter here."""
    docs = folder.resolve() / "docs"
    place = docs / "policies/look"
    place.mkdir(parents=True, exist_ok=True)
    for code, body in bodies.items():
        (place / NAMES[code]).write_text(page("Look", body, **(FACTS if code == "en" else {})), "utf-8")
    return Configuration(folder.resolve(), docs, LANGUAGES)


def run(site: Configuration, name: str = "index.md") -> list[str]:
    return number(holdings.read(site), site.docs / "policies/look" / name)


def body(site: Configuration, code: str = "en") -> str:
    text = (site.docs / "policies/look" / NAMES[code]).read_text("utf-8")
    return text.partition("\n---\n")[2].removesuffix("\n")


def refused(site: Configuration, name: str = "index.md") -> str:
    before = files(site)
    with pytest.raises(Refusal) as fault:
        run(site, name)
    assert files(site) == before
    return str(fault.value)


def files(site: Configuration) -> dict[str, bytes]:
    return {str(path.relative_to(site.docs)): path.read_bytes() for path in site.docs.rglob("*") if path.is_file()}


def test_a_text_without_numbers_gets_them_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    site = lay(tmp_path, en=BARE)
    assert run(site) == [
        "docs/policies/look/index.md:11: ## 1. Scope",
        "docs/policies/look/index.md:13: 1.1 It binds:",
        "docs/policies/look/index.md:15: a) staff of all sorts;",
        "docs/policies/look/index.md:18: b) partners.",
        "docs/policies/look/index.md:20: 1.2 Always.",
        "docs/policies/look/index.md:22: ## 2. Duties",
        "docs/policies/look/index.md:24: 2.1 Act.",
    ]
    assert body(site) == SET
    assert run(site) == []
    assert body(site) == SET


def test_every_language_is_numbered_alike_whichever_file_is_named(tmp_path: Path) -> None:
    arabic = "## النطاق\n\nتلزم:\n\n- العاملين\n- الشركاء\n- غيرهم\n- الجميع\n- الكل\n\nدائمًا.\n"
    site = lay(tmp_path, en=BARE, fr=BARE, ar=arabic)
    assert len(run(site, "index.ar.md")) == 22
    assert body(site, "fr") == SET
    assert re.findall(r"^(?:## [0-9]\.|[0-9.]+|\S+\))", body(site, "ar"), re.M) == [
        *("## 1.", "1.1", "أ)", "ب)", "ج)", "د)", "هـ)", "1.2")
    ]


def test_new_clauses_get_the_next_free_number_and_old_ones_keep_theirs(tmp_path: Path) -> None:
    old = "## 1. A\n\n1.1 One.\n\n1.2 Two:\n\na) x;\n\nStill two.\n"
    site = lay(tmp_path, en=old.replace("1.2 Two", "? New.\n\n1.2 Two").replace("Still", "?) y.\n\nStill"), fr=old)
    assert run(site) == ["docs/policies/look/index.md:13: 1.3 New.", "docs/policies/look/index.md:19: b) y."]
    assert body(site) == "## 1. A\n\n1.1 One.\n\n1.3 New.\n\n1.2 Two:\n\na) x;\n\nb) y.\n\nStill two.\n"
    assert body(site, "fr") == old
    lay(tmp_path, fr=old.replace("1.2 Two", "1.? Nouveau.\n\n1.2 Two"))
    assert run(site) == ["docs/policies/look/index.fr.md:9: 1.3 Nouveau."]


def test_numbers_that_were_published_or_moved_are_not_used_again(tmp_path: Path) -> None:
    site = lay(tmp_path, en="## 1. A\n\n1.1 One.\n\n? New.\n\n## ? B\n\nTwo.\n\n## Annex\n\nThree.\n")
    ledger = site.docs / "policies/look/.ledger"
    ledger.mkdir()
    (ledger / "clauses.txt").write_text("1\n1.1\n1.4\n3\n", "utf-8")
    assert [line.rpartition(": ")[2] for line in run(site)] == ["1.5 New.", "## 4. B", "4.1 Two."]


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        ("##A\nOne.", "## 1. A\n1.1 One."),
        ("## A {#a}\n\n   One.", "## 1. A {#a}\n\n1.1 One."),
        ("## A\n\n- One\n\n    more\n\n        code\n\n- Two", "## 1. A\n\n1.1 One\n\nmore\n\n    code\n\n1.2 Two"),
        (
            "## A\n\nx:\n\n- One\n    - deeper\n    - still\n- Two",
            "## 1. A\n\n1.1 x:\n\na) One\n\n- deeper\n- still\n\nb) Two",
        ),
        ("## A\n- One\n[a]: b", "## 1. A\n\n1.1 One\n\n[a]: b"),
        (
            "## A\n\n- One [a]\n\n[a]: b\n\nTwo.[^1]\n\n[^1]: x",
            "## 1. A\n\n1.1 One [a]\n\n[a]: b\n\n1.2 Two.[^1]\n\n[^1]: x",
        ),
        ("## A\n\n| t |\n|---|\n\n> q\n\nOne.", "## 1. A\n\n| t |\n|---|\n\n> q\n\n1.1 One."),
        ("## A\n\n<!-- why --> One.", "## 1. A\n\n1.1 <!-- why --> One."),
        ("## A\n\n? One.", "## 1. A\n\n1.1 One."),
        ("## A\n\nOne\n```\n\n- c\n\n```", "## 1. A\n\n1.1 One\n```\n\n- c\n\n```"),
    ],
)
def test_words_around_a_number_stay_as_they_are(tmp_path: Path, given: str, becomes: str) -> None:
    site = lay(tmp_path, en=given)
    run(site)
    assert body(site) == becomes
    assert run(site) == []


def test_nothing_is_written_when_one_language_cannot_be_numbered(tmp_path: Path) -> None:
    site = lay(tmp_path, en=BARE, fr="## 1. A\n\n1.1 x\n\nb) y\n")
    assert refused(site).startswith("docs/policies/look/index.fr.md:9: clause: b) does not follow 1.1")


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("## A\n\n1.1. One", "index.md:11: clause: 1.1. is not read as a clause"),
        ("## 1. A\n\n1.1 One\n\n1.1 Two", "index.md:13: clause: 1.1 stands twice"),
        ("## 1. A\n\n2.1 One", "index.md:11: clause: 2.1 stands in section 1"),
        ("1.1 One\n\n## A", "index.md:9: clause: 1.1 stands before the first heading"),
        ("? One\n\n## A", "index.md:9: clause: a new clause stands before the first heading"),
        ("## A\n\nx:\n\n" + "- y\n" * 27, "index.md:39: clause: 1.1 has more points"),
        ("## A\n\n<!-- a\nb --> One", "index.md:12: clause: this cannot be numbered"),
    ],
)
def test_a_text_with_slips_is_told_and_left_alone(tmp_path: Path, written: str, what: str) -> None:
    assert refused(lay(tmp_path, en=written)).startswith(f"docs/policies/look/{what}")


def test_only_files_of_documents_that_can_be_read_are_numbered(tmp_path: Path) -> None:
    site = lay(tmp_path, en=BARE)
    (site.docs / "about").mkdir()
    (site.docs / "about/index.md").write_text(page("About", reviewed="2026-01-05"), "utf-8")
    assert "is no file of a document" in refused(site, "../../about/index.md")
    assert "there is no file" in refused(site, "index.fr.md")
    (site.docs / "policies/look/index.fr.md").write_text("---\ntitle: X\n---\n", "utf-8")
    assert "index.fr.md:1: summary: this field is needed" in refused(site)


def test_a_path_may_begin_at_the_folder_of_the_site(tmp_path: Path) -> None:
    site = lay(tmp_path, en=BARE)
    assert len(number(holdings.read(site), Path("docs/policies/look/index.md"))) == 7


CONFIG = """\
plugins:
  i18n:
    languages: [{locale: en, name: English, default: true}, {locale: fr, name: Français}]
"""


def test_the_command_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = lay(tmp_path, en="## A\n\nOne.\n")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    arguments = [str(site.docs / "policies/look/index.md"), str(tmp_path / "mkdocs.yml")]
    assert (main(arguments), main(arguments), main(["", arguments[1]]), main([arguments[0], "none.yml"])) == (
        0,
        0,
        1,
        1,
    )
    said = capsys.readouterr()
    assert said.out.splitlines()[1:] == ["docs/policies/look/index.md:11: 1.1 One.", *NOTHING.splitlines()]
    assert "no file was named" in said.err
