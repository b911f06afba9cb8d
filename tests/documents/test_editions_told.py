"""A history of versions that cannot be is told, at its file and field, with the cure."""

from __future__ import annotations

from typing import Any

import pytest
from tests.documents.versions import DOCUMENT, FIRST, SECOND, brief, catalogue, text, told

from knowledge.documents import editions


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            [text(1), text(1, "2026-03-01")],
            "index.md:6: version: version 1 is frozen already: write version: 2, and leave former versions as they are",
        ),
        (
            [FIRST, SECOND, text(1, "2026-05-01")],
            "index.md:6: version: version 1 is frozen already: write version: 3, and leave former versions as they are",
        ),
        (
            [FIRST, text(4, status="draft")],
            "index.md:6: version: version 4 follows version 1: write version: 2, or bring back the folder v2",
        ),
        (
            [FIRST, text(1, "2026-02-01"), text(3, "2026-03-01")],
            "v2/index.md:6: version: version 1 lies in the folder of version 2: mend the number, or rename the folder",
        ),
        (
            [FIRST, text(2, "2026-01-01")],
            "index.md:8: effective: version 1 applies from 2026-01-01, and this later version from no later day: "
            "write a day after 2026-01-01",
        ),
        (
            [text(1, "2026-05-01"), text(2, "2026-03-01"), text(3, status="draft")],
            "v2/index.md:8: effective: version 1 applies from 2026-05-01, and this later version from no later day: "
            "write a day after 2026-05-01",
        ),
        (
            [text(1, status="draft"), SECOND],
            "v1/index.md:7: status: a draft never bound anybody, so it is no former version: delete its folder",
        ),
        (
            [text(1, identifier="presents"), SECOND],
            "v1/index.md:5: identifier: the document is called 'gifts', and citations rely on it: "
            "give all versions the same identifier",
        ),
        ([text(1, menu=2), SECOND], "v1/index.md:10: menu: a former version has no place in the menu: delete it"),
        (
            [FIRST, text(2, "2026-03-01", status="superseded")],
            "index.md:7: status: no later version has been adopted, so nothing supersedes this one: "
            "write in-force, or withdrawn and until: and the day",
        ),
        (
            [text(1, status="superseded"), text(2, status="draft")],
            "v1/index.md:7: status: no later version has been adopted, so nothing supersedes this one: "
            "write in-force, or withdrawn and until: and the day",
        ),
        (
            [text(1, status="superseded", until="2026-02-01"), SECOND],
            "v1/index.md:10: until: version 2 takes its place on 2026-03-01: write until: 2026-03-01, or delete it",
        ),
    ],
)
def test_a_history_that_cannot_be_is_told_at_its_file_and_field(files: list[str], said: str) -> None:
    assert told(*files) == [said]


def test_every_version_that_begins_too_early_is_told() -> None:
    said = told(text(1, "2026-05-01"), text(2, "2026-03-01"), text(3, "2026-04-01"))
    assert [problem.partition(": effective: ")[0] for problem in said] == ["v2/index.md:8", "index.md:8"]


def test_a_version_before_those_that_are_frozen_is_told() -> None:
    files = {f"{DOCUMENT}/v3/index.md": text(3), f"{DOCUMENT}/index.md": text(2, status="draft")}
    assert brief(next(editions.problems(catalogue(files)))) == (
        "index.md:6: version: version 2 comes before version 3, which is frozen: "
        "write version: 4, and leave former versions as they are"
    )


def test_a_folder_that_is_missing_between_two_versions_is_told_at_the_later_one() -> None:
    files = {
        f"{DOCUMENT}/v1/index.md": FIRST,
        f"{DOCUMENT}/v3/index.md": text(3, "2026-03-01"),
        f"{DOCUMENT}/index.md": text(4, status="draft"),
    }
    (problem,) = editions.problems(catalogue(files))
    assert brief(problem) == "v3/index.md:6: version: version 3 follows version 1: bring back the folder v2"


def test_every_version_from_the_first_on_is_here_so_none_disappears_unseen() -> None:
    cure = "write version: 1, or bring back the folder v1"
    assert told(text(4)) == [f"index.md:6: version: version 4 is here without version 1: {cure}"]
    files = {f"{DOCUMENT}/v2/index.md": SECOND, f"{DOCUMENT}/index.md": text(3, status="draft")}
    (problem,) = editions.problems(catalogue(files))
    assert brief(problem) == "v2/index.md:6: version: version 2 is here without version 1: bring back the folder v1"


def test_a_version_of_no_document_is_told() -> None:
    (problem,) = editions.problems(catalogue({f"{DOCUMENT}/v1/index.md": FIRST}))
    assert brief(problem).startswith(f"v1/index.md:1: file: there is no document {DOCUMENT} that this was a version of")


def test_everything_is_told_at_once() -> None:
    wrong: dict[str, Any] = {"identifier": "presents", "translator": "A bureau"}
    assert len(told(text(1, **wrong), text(1, None, prevails="de"))) == 5
