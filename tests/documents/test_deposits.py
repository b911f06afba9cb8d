"""A text as data: what readers see, by the published schema, with digests a stranger can recompute."""

from __future__ import annotations

import json
import re
import unicodedata
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.protocols import Validator
from tests.documents.binding import SITE, edition, former, text

from knowledge.catalogue import Catalogue
from knowledge.documents import deposits, parity
from knowledge.documents.deposits import Deposit
from knowledge.documents.fulltext import Annex, Words

SCHEMA = json.loads(deposits.schema())
START = "Read this\u00a0first."
WORDS = {
    "en": {"1": "Rule", "1.1": "Look:", "1.1 a": "at once;", "1.1 b": "twice.", "1.2": "Report it.\n\nBy letter."},
    "fr": {"1": "Règle", "1.1": "Regarder :", "1.1 a": "de suite ;", "1.1 b": "deux fois."},
    "ar": {"1": "القاعدة", "1.1": "انظر:", "1.1 a": "فورًا؛", "1.1 b": "مرتين.", "1.2": "أبلغ."},
}
ANNEXES = (Annex("1.1 b", "Annex A\n\nA form."), Annex("1.2", "A note\u00a0alone."))
STALE = {"en": set[str](), "fr": {"1.2", "1.1 b"}, "ar": {"1.1"}}


def deposited(bound: Catalogue, code: str, **fields: Any) -> Deposit:
    found = edition(bound, **fields)
    return deposits.deposit(found, text(found, code), Words(START, WORDS[code], ANNEXES), STALE[code], SITE)


def validator(schema: Any = SCHEMA) -> Validator:
    return Draft202012Validator(schema, format_checker=FormatChecker())


def faults(said: Deposit, schema: Any = SCHEMA) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(schema).iter_errors(said)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
@pytest.mark.parametrize("fields", [{}, {"state": "draft", "since": None}])
def test_every_text_is_as_the_schema_says(bound: Catalogue, code: str, fields: dict[str, Any]) -> None:
    assert faults(deposited(bound, code, **fields)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["digest"], "abc"),
        (["effective"], None),
        (["effective"], "1 March"),
        (["state"], "valid"),
        (["version"], "2"),
        (["prevails"], ""),
        (["clauses", 0, "number"], "one"),
        (["clauses", 2, "id"], "1.1 a"),
        (["clauses", 1, "stale"], True),
        (["clauses", 1, "parent"], ""),
        (["translation"], {}),
        (["renumbered"], {"three": "1.2"}),
    ],
)
def test_the_schema_refuses_what_is_wrong(bound: Catalogue, path: list[Any], value: Any) -> None:
    said = deepcopy(deposited(bound, "en"))
    place: Any = said
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    assert {re.match(r"\$\.(\w+)", fault)[1] for fault in faults(said)} == {path[0]}  # type: ignore[index]


def test_the_schema_documents_every_field_and_asks_for_it(bound: Catalogue) -> None:
    said = deposited(bound, "fr")
    pieces = [(SCHEMA, said), (SCHEMA["$defs"]["translation"], said["translation"])]
    pieces += [(SCHEMA["$defs"][name], said[f"{name}{end}"][0]) for name, end in (("clause", "s"), ("annex", "es"))]
    for schema, piece in pieces:
        assert list(schema["properties"]) == list(piece) == schema["required"]


def test_a_text_says_what_it_is(bound: Catalogue) -> None:
    said = deposited(bound, "ar")
    assert said | {"clauses": [], "annexes": [], "translation": {}, "digest": ""} == {
        "$schema": "https://host/kb/schemas/document-1.json",
        "identifier": "look-out",
        "version": 2,
        "language": "ar",
        "direction": "rtl",
        "title": "سياسة اليقظة",
        "summary": "سياسة اليقظة.",
        "address": "https://host/kb/ar/policies/look/v2/",
        "state": "in-force",
        "current": True,
        "effective": "2026-03-01",
        "until": None,
        "superseded_by": None,
        "adopted_by": None,
        "owner": None,
        "prevails": "en",
        "reviewed": "2026-01-05",
        "next_review": None,
        "source": "en",
        "translation": {},
        "renumbered": {"1.3": "1.2"},
        "digest": "",
        "start": START,
        "clauses": [],
        "annexes": [],
    }


def test_a_former_version_says_which_one_took_its_place(bound: Catalogue) -> None:
    found = former(bound)
    said = deposits.deposit(found, text(found, "en"), Words("", WORDS["en"]), (), SITE)
    assert (said["superseded_by"], said["until"], said["current"]) == (2, "2026-03-01", False)
    assert faults(said) == []


def test_a_clause_says_where_it_stands(bound: Catalogue) -> None:
    said = deposited(bound, "en")["clauses"]
    assert [(clause["id"], clause["parent"], clause["heading"]) for clause in said] == [
        ("s1", None, True),
        ("s1-1", "1", False),
        ("s1-1-a", "1.1", False),
        ("s1-1-b", "1.1", False),
        ("s1-2", "1", False),
    ]


def test_a_repealed_clause_is_told_from_one_that_speaks(bound: Catalogue) -> None:
    found = edition(bound)
    words = {"1": "Rule", "1.1": "[repealed in version 2]"}
    said = deposits.deposit(found, text(found, "en"), Words("", words), (), SITE)
    assert [clause["repealed"] for clause in said["clauses"]] == [False, True]


def test_the_source_is_no_translation_and_nothing_in_it_is_stale(bound: Catalogue) -> None:
    said = deposited(bound, "en")
    assert said["translation"] is None
    assert not any(clause["stale"] for clause in said["clauses"])


def test_a_translation_says_how_far_to_rely_on_it(bound: Catalogue) -> None:
    said = deposited(bound, "fr")
    assert said["translation"] == {
        "translator": "Traduction",
        "reviewer": None,
        "compared": None,
        "machine": True,
        "opening_stale": False,
        "differs": {"1.1": "la loi"},
        "missing": ["1.2"],
    }
    assert [clause["number"] for clause in said["clauses"] if clause["stale"]] == ["1.1 b"]
    assert deposited(bound, "ar")["translation"]["compared"] == "2026-02-01"


def test_parts_that_are_no_clauses_may_differ_on_purpose_too(bound: Catalogue) -> None:
    found = edition(bound)
    french = text(found, "fr")
    differs = tuple((part, "the law") for part in (*parity.APART, "1.1 a"))
    french = replace(french, record=replace(french.record, differs=differs))
    said = deposits.deposit(found, french, Words(START, WORDS["fr"]), (), SITE)
    assert list(said["translation"]["differs"]) == ["title", "summary", "start", "annexes", "1.1 a"]
    assert faults(said) == []


def test_a_translation_says_when_its_opening_is_out_of_date(bound: Catalogue) -> None:
    found = edition(bound)
    said = deposits.deposit(found, text(found, "ar"), Words(START, WORDS["ar"]), (), SITE, apart=True)
    assert said["translation"]["opening_stale"] is True
    assert faults(said) == []


def recounted(*lines: str) -> str:
    """A digest as a stranger computes it from what the schema says."""
    directing = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
    counted = [re.sub(r"\s+", " ", unicodedata.normalize("NFC", re.sub(directing, "", line))).strip() for line in lines]
    return sha256("\n".join(line for line in counted if line).encode()).hexdigest()


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_a_stranger_can_recompute_every_digest_from_the_file(bound: Catalogue, code: str) -> None:
    said = json.loads(deposits.written(deposited(bound, code)))
    clauses = said["clauses"]
    assert [clause["digest"] for clause in clauses] == [recounted(clause["text"]) for clause in clauses]
    assert [annex["digest"] for annex in said["annexes"]] == [recounted(annex["text"]) for annex in said["annexes"]]
    lines = []
    for clause in clauses:
        lines.append(f"{clause['number']} {clause['text']}")
        lines += [annex["text"] for annex in said["annexes"] if annex["after"] == clause["number"]]
    lines += [annex["text"] for annex in said["annexes"] if annex["after"] not in WORDS[code]]
    assert said["digest"] == recounted(said["title"], said["start"], *lines)


def test_the_file_is_the_same_at_every_build_and_readable(bound: Catalogue) -> None:
    file = deposits.written(deposited(bound, "ar"))
    assert file == deposits.written(deposited(bound, "ar"))
    assert '"text": "القاعدة"' in file
    assert file.endswith("}\n")


def test_all_documents_are_listed_with_the_data_of_each_text(bound: Catalogue) -> None:
    said = deposits.listing([[edition(bound), former(bound)]], SITE)
    assert faults(said, SCHEMA["$defs"]["list"] | {"$defs": SCHEMA["$defs"]}) == []
    (document,) = said["documents"]
    assert document["identifier"] == "look-out"
    assert [(version["version"], version["state"]) for version in document["versions"]] == [
        (2, "in-force"),
        (1, "superseded"),
    ]
    assert [(found["language"], found["data"]) for found in document["versions"][0]["texts"]] == [
        ("en", "https://host/kb/policies/look/v2/index.json"),
        ("ar", "https://host/kb/ar/policies/look/v2/index.json"),
        ("fr", "https://host/kb/fr/policies/look/v2/index.json"),
    ]
    assert document["versions"][1]["texts"][0]["data"] == "https://host/kb/policies/look/v1/index.json"
