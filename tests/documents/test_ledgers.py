"""What a document remembers is read as it was written; what is damaged is told with its cure."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import ledgers
from knowledge.documents.ledgers import Base, Ledger

BASE = Base("en", 2, "Rules", "What holds.", "", {"1": "Purpose", "1.1": "Report it.", "1.1 a": "«فورًا»"})
SUM = "ab" * 32


def lay(folder: Path, **files: str | bytes) -> Path:
    """A document's folder with some files in its ledger; `clauses` for clauses.txt, other names for JSON."""
    names = {"clauses": ledgers.PUBLISHED, "sums": ledgers.SUMS}
    (folder / ledgers.FOLDER).mkdir()
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / ledgers.FOLDER / names.get(name, f"{name}.json")).write_bytes(data)
    return folder


def faults(folder: Path) -> list[str]:
    return [str(problem) for problem in ledgers.read(folder, "docs/rules")[1]]


def test_a_document_without_a_ledger_remembers_nothing(tmp_path: Path) -> None:
    assert ledgers.read(tmp_path, "docs/rules") == (Ledger(), [])


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    ledgers.save(tmp_path, ledgers.PUBLISHED, ledgers.listed(["1", "1.1", "1.1 a"]))
    ledgers.save(tmp_path, "fr.json", ledgers.stamped(BASE))
    ledgers.save(tmp_path, ledgers.SUMS, ledgers.summed({"index.md": SUM, ".ledger/fr.json": SUM}))
    sums = {".ledger/fr.json": SUM, "index.md": SUM}
    assert ledgers.read(tmp_path, "docs/rules") == (Ledger(("1", "1.1", "1.1 a"), {"fr": BASE}, sums), [])


@given(st.dictionaries(st.integers(1, 99).map("3.{}".format), st.text(st.characters(categories=["L", "Zs", "P"]))))
def test_any_words_survive(clauses: dict[str, str]) -> None:
    said = json.loads(ledgers.stamped(Base("ar", 1, "", "", "", clauses)))
    assert said["clauses"] == clauses
    assert list(said["clauses"]) == list(clauses)


def test_a_stamp_has_one_clause_a_line_in_plain_letters_and_ends_with_a_line() -> None:
    lines = ledgers.stamped(BASE).split("\n")
    assert '  "1.1 a": "«فورًا»"' in lines
    assert lines[-1] == ""


def test_annexes_are_remembered_and_a_stamp_without_any_does_not_speak_of_them(tmp_path: Path) -> None:
    apart = replace(BASE, annexes="## Annex\n\nA form.")
    ledgers.save(tmp_path, "fr.json", ledgers.stamped(apart))
    ledgers.save(tmp_path, "ar.json", ledgers.stamped(BASE))
    assert ledgers.read(tmp_path, "docs/rules")[0].bases == {"fr": apart, "ar": BASE}
    assert "annexes" not in ledgers.stamped(BASE)
    assert "annexes" in ledgers.stamped(apart)


def test_digests_are_written_as_sha256sum_does_sorted_by_path() -> None:
    assert ledgers.summed({"index.md": SUM, "a.png": SUM}) == f"{SUM}  a.png\n{SUM}  index.md\n"


def test_comments_empty_lines_and_repeated_numbers_are_harmless(tmp_path: Path) -> None:
    folder = lay(tmp_path, clauses="# why\r\n1\r\n\r\n 1.1 \r\n1\r\n")
    assert ledgers.read(folder, "docs/rules") == (Ledger(("1", "1.1")), [])


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"clauses": "1\n<<<<<<< HEAD\n"}, "clauses.txt:2: line: '<<<<<<< HEAD' is not a clause number: keep one"),
        ({"clauses": "1\n٣.٢\n"}, "clauses.txt:2: line: '٣.٢' is not a clause number"),
        ({"clauses": b"1\n\xff\n"}, "clauses.txt:2: file: it is not UTF-8 text: keep one clause number a line"),
        ({"clauses": ""}, "clauses.txt:1: file: the file is empty"),
        (
            {"sums": "ab  index.md\n"},
            "SHA256SUMS:1: line: 'ab  index.md' is not a line of sha256sum: bring the file back",
        ),
        ({"fr": '{\n"source": }'}, "fr.json:2: file: this is not JSON"),
        ({"fr": "[]"}, "fr.json:1: file: this is not what `make translated` writes"),
        ({"fr": "[" * 200_000}, "fr.json:1: file: this is not JSON"),
        ({"fr": '{"version": 1, "version": 2}'}, "fr.json:1: file: this is not JSON ('version' stands twice)"),
        ({"fr": b"\xff"}, "fr.json:1: file: it is not UTF-8 text"),
    ],
)
def test_a_damaged_file_is_a_problem_with_a_cure(tmp_path: Path, files: dict[str, str | bytes], said: str) -> None:
    (fault,) = faults(lay(tmp_path, **files))
    assert fault.startswith(f"docs/rules/.ledger/{said}")
    assert "bring the file back as it was last committed" in fault


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("source", None),
        ("version", "1"),
        ("version", 0),
        ("version", True),
        ("title", ["Rules"]),
        ("summary", "hidden \u202e order"),
        ("start", "half \ud800 a letter"),
        ("clauses", None),
        ("clauses", {"1": 2}),
        ("clauses", {"one": "words"}),
        ("clauses", {"1": "a\x00b"}),
    ],
)
def test_a_stamp_that_is_not_whole_is_a_problem_of_its_field(tmp_path: Path, name: str, value: object) -> None:
    said = json.loads(ledgers.stamped(BASE)) | {name: value}
    folder = lay(tmp_path, fr=json.dumps(said), ar=ledgers.stamped(BASE))
    (fault,) = faults(folder)
    assert fault.startswith(f"docs/rules/.ledger/fr.json:1: {name}: ")
    assert ledgers.read(folder, "docs/rules")[0].bases == {"ar": BASE}


def test_a_field_that_is_missing_is_told(tmp_path: Path) -> None:
    (fault,) = faults(lay(tmp_path, fr='{"source": "en", "version": 1, "title": "", "summary": "", "clauses": {}}'))
    assert ":1: start: it is missing" in fault


def test_a_ledger_that_is_no_folder_and_a_file_that_is_one_are_told(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / ledgers.FOLDER).write_text("1")
    assert faults(tmp_path / "one")[0].startswith("docs/rules/.ledger:1: file: it is not a folder: delete it")
    (tmp_path / "other" / ledgers.FOLDER / "fr.json").mkdir(parents=True)
    assert ".ledger/fr.json:1: file: it cannot be read (Is a directory)" in faults(tmp_path / "other")[0]


def test_all_that_is_damaged_is_told_at_once(tmp_path: Path) -> None:
    assert len(faults(lay(tmp_path, clauses="x\ny\n", fr="{", ar="[]", sums="z"))) == 5


def test_a_file_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    place = ledgers.save(tmp_path, "fr.json", "old\n")
    with pytest.raises(UnicodeEncodeError):
        ledgers.save(tmp_path, "fr.json", "new \ud800")
    assert place.read_text("utf-8") == "old\n"
    assert [path.name for path in place.parent.iterdir()] == ["fr.json"]
