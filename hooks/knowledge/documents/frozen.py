"""Former versions never change, not by one byte: what partners signed is what they find.

Reads the files of each version and compares them with the digests that were written when it was frozen; anybody can do so
without this site, with `sha256sum -c .ledger/SHA256SUMS` in the folder of the version.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from knowledge.catalogue import Catalogue
from knowledge.documents import ledgers
from knowledge.entries import Text
from knowledge.facts import PLACEHOLDER
from knowledge.kinds import kind_of
from knowledge.problems import Problem
from knowledge.prose import line_of, prose


def problems(docs: Path, catalogue: Catalogue, shown: str) -> Iterator[Problem]:
    """What has happened to the frozen versions below the content folder `docs`, which is called `shown` in messages."""
    for page_id in sorted(_versions(docs, catalogue)):
        place = f"{shown}/{page_id}"
        ledger = catalogue.ledgers.get(page_id) or ledgers.read(docs / page_id, place)[0]
        yield from check(docs / page_id, place, ledger.sums)
    for entry in catalogue.of_kind("version"):
        for text in entry.texts.values():
            yield from _unfilled(text, catalogue)


def _versions(docs: Path, catalogue: Catalogue) -> set[str]:
    """The ids of all versions; a folder whose pages have gone is still one."""
    found = {entry.id for entry in catalogue.of_kind("version")}
    for document in catalogue.of_kind("document"):
        inside = [f"{document.id}/{path.name}" for path in (docs / document.id).glob("v*") if path.is_dir()]
        found |= {page_id for page_id in inside if kind_of(page_id).name == "version"}
    return found


def check(folder: Path, shown: str, sums: Mapping[str, str]) -> Iterator[Problem]:
    """The files of one version that are not as they were when it was frozen, and had the digests `sums` by their paths."""
    if not sums:
        what = "it is missing, so nothing shows whether this version is as it was"
        place = f"{shown}/{ledgers.FOLDER}/{ledgers.SUMS}"
        yield Problem(place, 1, "frozen", what, f"bring it back, or run make version DOC={shown} once")
        return
    there = set(files(folder))
    for path, digest in sums.items():
        if path not in there:
            yield Problem(f"{shown}/{path}", 1, "frozen", "this file of a former version is gone", "bring it back")
        elif digest not in _digests((folder / path).read_bytes()):
            cure = "bring it back as it was; what is to be different goes into the next version"
            yield Problem(f"{shown}/{path}", 1, "frozen", "this file of a former version has been changed", cure)
    for path in sorted(there - sums.keys()):
        yield Problem(f"{shown}/{path}", 1, "frozen", "this file was not part of the former version", "delete it")


def files(folder: Path) -> Iterator[str]:
    """The files of a version by their paths from its folder, the ledger's too; not the digests, nor what is hidden."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") or name == ledgers.FOLDER]
        for name in names:
            path = Path(root, name).relative_to(folder).as_posix()
            if not name.startswith(".") and path != f"{ledgers.FOLDER}/{ledgers.SUMS}":
                yield path


def summed(folder: Path) -> str:
    """The digests of a version as they are kept in its ledger."""
    return ledgers.summed({path: sha256((folder / path).read_bytes()).hexdigest() for path in files(folder)})


def _digests(data: bytes) -> Iterator[str]:
    """The digest of a file, and of the same with the line ends it had before git wrote it for Windows."""
    yield sha256(data).hexdigest()
    yield sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _unfilled(text: Text, catalogue: Catalogue) -> Iterator[Problem]:
    """Facts that would still change with the file of facts."""
    cure = "write the words that were true when it was frozen"
    plain = prose(text.source.body)
    for match in PLACEHOLDER.finditer(plain):
        if match["name"] in catalogue.facts:
            line = line_of(plain, match.start(), text.source.body_line)
            yield text.source.problem("fact", f"{match[0]} would change this text later", cure, line)
    for name, value in text.source.matter.values.items():
        asked = PLACEHOLDER.search(value) if isinstance(value, str) else None
        if asked and asked["name"] in catalogue.facts:
            yield text.source.problem(name, f"{asked[0]} would change this text later", cure)
