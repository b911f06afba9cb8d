"""`make version` freezes a document in every language and opens its next version, or changes nothing and says why."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from subprocess import run

import pytest
import yaml
from tests.conftest import ROOT
from tests.documents.versions import BODY, DOCUMENT, remembered, text, translation
from tests.drafts import DRAWING, HOME, LANGUAGES, Files, lay, told
from tests.site.writing import REVIEWED, files, page

from knowledge import reading
from knowledge.catalogue import Catalogue
from knowledge.configuration import Configuration
from knowledge.documents import editions, freezing, freshness, ledgers
from knowledge.documents.commands import Refusal
from knowledge.documents.freezing import freeze

ENGLISH = BODY + "\nSee {{ club.name }}, [the report](../../guide/index.md) and ![a map](map.svg).\n"
FRENCH = ENGLISH.replace("See", "Voir")
CURRENT = text(1, body=ENGLISH, menu=3, prevails="en").replace("version: 1\n", "version: 1   # the first\n")
NUMBERS = "# Every number\n1\n1.1\n1.2\n"
SITE: Files = {
    **HOME,
    "facts.yml": "club:\n  name: {en: The Club, fr: Le Club, ar: النادي}\n",
    "guide/index.md": page("Guide", reviewed=REVIEWED),
    f"{DOCUMENT}/index.md": CURRENT,
    f"{DOCUMENT}/index.fr.md": translation(body=FRENCH, compared="2026-01-02", translator="A bureau"),
    f"{DOCUMENT}/map.svg": DRAWING,
    f"{DOCUMENT}/.ledger/clauses.txt": NUMBERS,
}


@pytest.fixture
def site(tmp_path: Path) -> Configuration:
    """A site with one policy in force, in English and French; the French was made from the English as it is."""
    return Configuration(tmp_path, lay(tmp_path / "docs", remembered(SITE)), LANGUAGES)


def read(site: Configuration) -> Catalogue:
    """The catalogue of a site in which nothing is to be mended."""
    catalogue, problems = reading.read(site.docs, site.languages, site.shown, cache=site.cache)
    assert not problems, told(problems)
    return catalogue


def test_the_current_text_is_frozen_in_every_language_with_all_it_shows_and_remembers(site: Configuration) -> None:
    freeze(site, DOCUMENT)
    version = files(site.docs / DOCUMENT / "v1")
    assert set(version) == {
        *("index.md", "index.fr.md", "map.svg"),
        *(".ledger/clauses.txt", ".ledger/fr.json", ".ledger/SHA256SUMS"),
    }
    assert version["map.svg"] == DRAWING
    assert version[".ledger/clauses.txt"] == NUMBERS.encode()
    tail = "[the report](../../../guide/index.md) and ![a map](map.svg).\n\n"
    assert version["index.md"].decode().endswith(f"\nSee The Club, {tail}")
    assert version["index.fr.md"].decode().endswith(f"\nVoir Le Club, {tail}")
    assert "menu" not in version["index.md"].decode()


def test_the_next_version_is_opened_and_everything_else_stays_byte_for_byte(site: Configuration) -> None:
    before = files(site.docs)
    freeze(site, DOCUMENT)
    after = files(site.docs)
    opened = CURRENT.replace("version: 1   #", "version: 2   #").replace("status: in-force", "status: draft")
    for line in ("effective: '2026-01-01'\n", "adopted_by: The board\n"):
        assert line in opened
        opened = opened.replace(line, "")
    french = str(SITE[f"{DOCUMENT}/index.fr.md"])
    french = french.replace("adopted_by: Le conseil\n", "").replace("compared: '2026-01-02'\n", "")
    changed = {f"{DOCUMENT}/index.md": opened.encode(), f"{DOCUMENT}/index.fr.md": french.encode()}
    assert {path: data for path, data in after.items() if "/v1/" not in path} == before | changed


def test_the_site_is_sound_and_the_frozen_version_still_applies(site: Configuration) -> None:
    freeze(site, DOCUMENT)
    catalogue = read(site)
    found = editions.editions(catalogue, catalogue.entries[DOCUMENT], date(2026, 6, 1))
    assert [(edition.version, edition.state) for edition in found] == [(2, "draft"), (1, "in-force")]
    applied = editions.applied(found, date(2026, 6, 1))
    assert applied
    assert [language.code for language in applied.languages] == ["en", "fr"]


def test_a_translation_that_was_up_to_date_is_frozen_so(site: Configuration) -> None:
    freeze(site, DOCUMENT)
    version = read(site).entries[f"{DOCUMENT}/v1"]
    ledger, faults = ledgers.read(site.docs / version.id, "shown")
    assert (faults, len(ledger.sums)) == ([], 5)
    assert not freshness.stale(ledger.bases["fr"], version.texts["en"])
    assert json.loads((site.docs / version.id / ".ledger/fr.json").read_text("utf-8"))["version"] == 1


def test_versions_are_frozen_one_after_the_other(site: Configuration) -> None:
    freeze(site, DOCUMENT)
    path, french = site.docs / DOCUMENT / "index.md", site.docs / DOCUMENT / "index.fr.md"
    adopted = "status: in-force\neffective: 2026-03-01\nadopted_by: The board"
    path.write_text(path.read_text("utf-8").replace("status: draft", adopted), "utf-8")
    french.write_text(french.read_text("utf-8").replace("translator:", "adopted_by: Le conseil\ntranslator:"), "utf-8")
    first = files(site.docs / DOCUMENT / "v1")
    freeze(site, DOCUMENT)
    assert files(site.docs / DOCUMENT / "v1") == first
    catalogue = read(site)
    found = editions.editions(catalogue, catalogue.entries[DOCUMENT], date(2026, 6, 1))
    assert [(edition.version, edition.state) for edition in found] == [(3, "draft"), (2, "in-force"), (1, "superseded")]


@pytest.mark.parametrize(
    "name", [DOCUMENT, "gifts", f"{DOCUMENT}/", f"docs/{DOCUMENT}", f"./docs/{DOCUMENT}/index.fr.md"]
)
def test_a_document_is_found_however_an_editor_names_it(site: Configuration, name: str) -> None:
    assert freeze(site, name).startswith("Version 1 is frozen in docs/policies/gifts/v1: English, French.\n")


def test_what_is_done_and_what_is_to_do_is_said(site: Configuration) -> None:
    said = freeze(site, DOCUMENT)
    assert "It has no text in Arabic, and will have none." in said
    assert "Version 2 is open in docs/policies/gifts: a draft that binds nobody." in said
    assert "1. Change the text in docs/policies/gifts/index.md" in said
    assert "[repealed in version 2]" in said


REFUSED = {
    "unknown": (DOCUMENT, "policies/gift", "There is no document 'policies/gift': did you mean policies/gifts?"),
    "no document": (DOCUMENT, "guide", "There is no document 'guide'"),
    "draft": (DOCUMENT, DOCUMENT, "Version 1 of docs/policies/gifts is a draft: only what somebody has adopted"),
    "frozen": (DOCUMENT, DOCUMENT, "Version 1 of docs/policies/gifts is frozen already, in docs/policies/gifts/v1."),
    "problems": (DOCUMENT, DOCUMENT, "The site is to be mended first. "),
    "impossible": (DOCUMENT, DOCUMENT, "The site is to be mended first. "),
    "ledger": (DOCUMENT, DOCUMENT, "The site is to be mended first. "),
    "unclear": (DOCUMENT, DOCUMENT, "docs/policies/gifts/index.fr.md:2: fields do not stand on lines of their own"),
}
FAULTS: dict[str, Files] = {
    "draft": {
        f"{DOCUMENT}/index.md": text(1, status="draft", body=ENGLISH),
        f"{DOCUMENT}/index.fr.md": translation(body=FRENCH, adopted_by=None),
    },
    "frozen": {f"{DOCUMENT}/v1/notes.pdf": b"%PDF"},
    "problems": {"guide/index.md": "---\ntitle: Guide\n---\n"},
    "impossible": {f"{DOCUMENT}/index.md": CURRENT.replace("in-force", "withdrawn")},
    "ledger": {f"{DOCUMENT}/.ledger/fr.json": "{"},
    "unclear": {f"{DOCUMENT}/index.fr.md": "---\n{title: Cadeaux, summary: Non., adopted_by: Conseil}\n---\n" + FRENCH},
}


@pytest.mark.parametrize("fault", REFUSED)
def test_what_cannot_be_frozen_is_refused_in_a_line_and_nothing_is_changed(site: Configuration, fault: str) -> None:
    lay(site.docs, FAULTS.get(fault, {}))
    before = files(site.docs)
    _, name, said = REFUSED[fault]
    with pytest.raises(Refusal) as refused:
        freeze(site, name)
    assert str(refused.value).startswith(said)
    assert files(site.docs) == before


def test_when_the_power_fails_before_any_step_the_old_state_or_the_new_is_there_whole(site: Configuration) -> None:
    """A process freezes the document again and again, and stops for good before one step more each time."""
    command = [sys.executable, "-m", "tests.documents.outage", str(site.docs), DOCUMENT]
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'hooks'}"}
    done = run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    states = json.loads(done.stdout)
    assert len(states) > 20
    turn = states.index("new")
    assert states == ["old"] * turn + ["new"] * (len(states) - turn)


UNSEALED: Files = {
    **HOME,
    f"{DOCUMENT}/v1/index.md": text(1),
    f"{DOCUMENT}/v2/index.md": text(2, "2026-02-01"),
    f"{DOCUMENT}/index.md": text(3, "2026-03-01"),
    f"{DOCUMENT}/.ledger/clauses.txt": NUMBERS,
}


def test_versions_from_elsewhere_get_their_digests_once(tmp_path: Path) -> None:
    site = Configuration(tmp_path, lay(tmp_path / "docs", UNSEALED), LANGUAGES)
    for name in ("v1", "v2"):
        assert freeze(site, f"docs/{DOCUMENT}/{name}").startswith(f"docs/{DOCUMENT}/{name} is frozen: nothing in it")
    read(site)
    with pytest.raises(Refusal, match="is frozen already"):
        freeze(site, f"{DOCUMENT}/v1")


def test_a_version_from_elsewhere_that_cannot_be_is_not_frozen(tmp_path: Path) -> None:
    docs = lay(tmp_path / "docs", {**UNSEALED, f"{DOCUMENT}/v1/index.md": text(1, identifier="presents")})
    with pytest.raises(Refusal, match="identifier"):
        freeze(Configuration(tmp_path, docs, LANGUAGES), f"{DOCUMENT}/v1")
    assert not (docs / DOCUMENT / "v1/.ledger").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Nothing was frozen: no document was named: write make version DOC= and the path of its folder"),
        ([DOCUMENT, "none.yml"], "Nothing was frozen: none.yml cannot be used: "),
    ],
)
def test_the_command_says_what_it_lacks(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert freezing.main(arguments) == 1
    assert capsys.readouterr().err.startswith(said)


def test_the_command_freezes_a_document_of_a_configuration(
    site: Configuration, capsys: pytest.CaptureFixture[str]
) -> None:
    spoken = [
        {"locale": language.code, "name": language.name, "default": language.default} for language in LANGUAGES.all
    ]
    config = site.root / "ours.yml"
    config.write_text(yaml.safe_dump({"plugins": {"i18n": {"languages": spoken}}}), "utf-8")
    assert freezing.main([DOCUMENT, str(config)]) == 0
    assert capsys.readouterr().out.startswith("Version 1 is frozen in docs/policies/gifts/v1")
    assert freezing.main([DOCUMENT, str(config)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Nothing was frozen: Version 2 of docs/policies/gifts is a draft")


def test_attached_files_are_frozen_with_the_text(tmp_path: Path) -> None:
    listed = "attachments:\n- file: annex.csv\n  title: Annex\n  language: en\n  kind: annex\n"
    current: dict[str, str | bytes] = {
        f"{DOCUMENT}/index.md": CURRENT.replace("---\n", f"---\n{listed}", 1),
        f"{DOCUMENT}/annex.csv": b"a,b\n",
    }
    site = Configuration(tmp_path, lay(tmp_path / "docs", remembered({**SITE, **current})), LANGUAGES)
    freeze(site, DOCUMENT)
    version = files(site.docs / DOCUMENT / "v1")
    assert version["annex.csv"] == b"a,b\n"
    assert listed in version["index.md"].decode()
    assert read(site).supplements.kept.keys() == {f"{DOCUMENT}/annex.csv", f"{DOCUMENT}/v1/annex.csv"}
