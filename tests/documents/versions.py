"""Documents with several versions, as strings: for tests that need no folder, and for those that do."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from tests.drafts import LANGUAGES, Files
from tests.site.writing import REVIEWED, page

from knowledge import entries, frontmatter
from knowledge.catalogue import Catalogue
from knowledge.documents import editions, freshness, ledgers
from knowledge.facts import Facts
from knowledge.problems import Problem
from knowledge.sources import Source

DOCUMENT = "policies/gifts"
BODY = "## 1. Rule\n\n1.1 Refuse gifts.\n\n1.2 Report them.\n"


def text(version: int = 1, effective: str | None = "", body: str = BODY, **fields: Any) -> str:
    """The source file of a version: in force from the start of 2026, or a draft if it says so; None takes a field away."""
    adopted = fields.get("status") != "draft"
    given = {
        "reviewed": REVIEWED,
        "identifier": "gifts",
        "version": version,
        "status": "in-force",
        "effective": ("2026-01-01" if adopted else None) if effective == "" else effective,
        "adopted_by": "The board" if adopted else None,
    } | fields
    return page("Gifts", body, **{name: value for name, value in given.items() if value is not None})


def translation(title: str = "Cadeaux", body: str = BODY, **fields: Any) -> str:
    """The file of a translation of an adopted version; None takes a field away."""
    given = {"adopted_by": "Le conseil"} | fields
    return page(title, body, **{name: value for name, value in given.items() if value is not None})


def versions(*files: str) -> dict[str, str]:
    """Files of the source language, oldest first: the last is the current text, the others lie in `v1`, `v2` …"""
    *frozen, current = files
    former = {f"{DOCUMENT}/v{place}/index.md": file for place, file in enumerate(frozen, 1)}
    return former | {f"{DOCUMENT}/index.md": current}


def sealed(files: Files, folder: str) -> Files:
    """The files with the digests of the version that lies in a folder."""
    inside = {path.removeprefix(f"{folder}/"): data for path, data in files.items() if path.startswith(f"{folder}/")}
    digests = {
        path: sha256(data if isinstance(data, bytes) else data.encode()).hexdigest() for path, data in inside.items()
    }
    return {**files, f"{folder}/{ledgers.FOLDER}/{ledgers.SUMS}": ledgers.summed(digests)}


def remembered(files: Files, document: str = DOCUMENT) -> Files:
    """The files with what the document remembers of its translations: each was made from the source as it is."""
    current = {path: str(file) for path, file in files.items() if path.startswith(f"{document}/index.")}
    entry = catalogue(current).entries[document]
    base = ledgers.stamped(freshness.said(entry.texts[entry.original]))
    translations = [code for code in entry.texts if code != entry.original]
    return {**files, **{f"{document}/{ledgers.FOLDER}/{code}.json": base for code in translations}}


def source(path: str, file: str) -> Source:
    """A file as the content folder's reader gives it."""
    matter, body, line = frontmatter.split(file)
    folder, _, name = path.rpartition("/")
    code = LANGUAGES.of_file(name) or ""
    return Source(path, f"docs/{path}", folder, code, frontmatter.parse(matter or ""), body, line)


def catalogue(files: Mapping[str, str], assets: frozenset[str] = frozenset(), known: Facts | None = None) -> Catalogue:
    """The catalogue of some files, whose front matter must fit."""
    read = [source(path, file) for path, file in files.items()]
    found, problems = entries.build(read, LANGUAGES, known or {})
    assert not problems, problems
    return Catalogue(LANGUAGES, found, assets, known or {})


def brief(problem: Problem) -> str:
    """A problem without the name of the document: `v1/index.md:5: effective: …`."""
    return str(problem).removeprefix(f"docs/{DOCUMENT}/")


FIRST, SECOND = text(1, "2026-01-01"), text(2, "2026-03-01")


def told(*files: str) -> list[str]:
    """What is wrong with a history, shortened."""
    return [brief(problem) for problem in editions.problems(catalogue(versions(*files)))]
