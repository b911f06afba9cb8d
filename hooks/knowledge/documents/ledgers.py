"""The ledger of a document: which clauses it ever published, and which text each translation was made from.

It lies in a hidden folder beside the document's files, written by commands and committed with them: so what is out of date
follows from files alone, in a shallow clone or an archive too. Reads and writes that folder; each file is written whole or
not at all, one clause a line, so that differences and merges stay readable.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from knowledge.frontmatter import Refused
from knowledge.problems import Problem
from knowledge.sources import decode

FOLDER = ".ledger"
"""The hidden folder; the site generator leaves out what begins with a dot."""

PUBLISHED, SUMS = "clauses.txt", "SHA256SUMS"

NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*(?: [a-z])?")
SUM = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<path>\S.*)")

HEADER = """\
# Every clause number this document has published, in the order of first publication: a citation of any of them must lead
# somewhere for ever. `make register` adds what is new; nothing is ever taken out.
"""

RESTORE = "bring the file back as it was last committed"


@dataclass(frozen=True)
class Base:
    """What a translation was made from: the words of its source as they were when it was last brought up to date."""

    source: str
    """The language of the source."""

    version: int
    """The version of the document that was translated."""

    title: str
    summary: str
    start: str
    """The words before the first clause."""

    clauses: Mapping[str, str]
    """The whole words of each clause by its number, in the order of the source."""

    annexes: str = ""
    """The words after its first clause that belong to none; left out of the file when there are none."""


@dataclass(frozen=True)
class Ledger:
    """What a document remembers."""

    published: tuple[str, ...] = ()
    """Every clause number ever published, in the order of first publication."""

    bases: Mapping[str, Base] = field(default_factory=dict)
    """What each translation was made from, by its language."""

    sums: Mapping[str, str] = field(default_factory=dict)
    """In a frozen version: the SHA-256 of each of its files by its path, as hexadecimal digits."""


def read(folder: Path, shown: str) -> tuple[Ledger, list[Problem]]:
    """The ledger of the document in `folder` (called `shown` in messages) and what is damaged; empty where there is none."""
    reader = _Reader(folder / FOLDER, f"{shown}/{FOLDER}")
    if reader.folder.exists() and not reader.folder.is_dir():
        return Ledger(), [Problem(reader.shown, 1, "file", "it is not a folder", f"delete it, or {RESTORE}")]
    bases = {path.stem: reader.base(path) for path in sorted((folder / FOLDER).glob("*.json"))}
    whole = {code: base for code, base in bases.items() if base}
    return Ledger(reader.published(), whole, reader.sums()), reader.problems


@dataclass
class _Reader:
    """Reads the files of one ledger and gathers what is damaged."""

    folder: Path
    shown: str
    problems: list[Problem] = field(default_factory=list)

    def published(self) -> tuple[str, ...]:
        """The registered numbers, each once: a merge may have brought one twice."""
        cure = f"keep one clause number a line, as 3.2 or 3.2 a, or {RESTORE}"
        return tuple(dict.fromkeys(match[0] for match in self._lines(PUBLISHED, NUMBER, "a clause number", cure)))

    def sums(self) -> dict[str, str]:
        """The digests of a frozen version's files by their paths."""
        found = self._lines(SUMS, SUM, "a line of sha256sum", f"{RESTORE}: a frozen version never changes")
        return {match["path"]: match["digest"] for match in found}

    def _lines(self, name: str, pattern: re.Pattern[str], sort: str, cure: str) -> list[re.Match[str]]:
        """The lines of a file that are what they should be; comments and empty lines are passed over."""
        found = []
        for number, line in enumerate(self._text(name, cure).split("\n"), 1):
            if match := pattern.fullmatch(line.strip()):
                found.append(match)
            elif line.strip() and not line.startswith("#"):
                self._fault(name, number, "line", f"{line.strip()[:40]!r} is not {sort}", cure)
        return found

    def base(self, path: Path) -> Base | None:
        """What one translation was made from; None when its file is damaged."""
        cure = f"{RESTORE}, or run `make translated` for the whole translation once it is up to date"
        text = self._text(path.name, cure)
        try:
            said: Any = json.loads(text, object_pairs_hook=_once) if text else None
        except (ValueError, RecursionError) as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
            self._fault(path.name, line, "file", f"this is not JSON ({error})", cure)
            return None
        if said is None:
            return None
        faults = list(_faults(said))
        for name, what in faults:
            self._fault(path.name, 1, name, what, cure)
        return None if faults else Base(**{item.name: said[item.name] for item in fields(Base) if item.name in said})

    def _text(self, name: str, cure: str) -> str:
        """The text of a file; `""` when it is not there or cannot be read, which is then a problem."""
        path = self.folder / name
        try:
            return decode(path.read_bytes()) if path.exists() else ""
        except Refused as fault:
            self._fault(name, fault.line, "file", fault.what, cure)
        except OSError as error:
            self._fault(name, 1, "file", f"it cannot be read ({error.strerror})", cure)
        return ""

    def _fault(self, name: str, line: int, part: str, what: str, cure: str) -> None:
        self.problems.append(Problem(f"{self.shown}/{name}", line, part, what, cure))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object in which no name stands twice, as it may after a merge."""
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)!r} stands twice")
    return made


def _faults(said: Any) -> Iterable[tuple[str, str]]:
    """What keeps a JSON value from being a Base: field and fault."""
    if not isinstance(said, dict):
        yield "file", "this is not what `make translated` writes"
        return
    for item in fields(Base):
        value = said.get(item.name, "" if item.name == "annexes" else None)
        if item.name == "version":
            fits = isinstance(value, int) and not isinstance(value, bool) and value > 0
        elif item.name == "clauses":
            fits = isinstance(value, dict) and all(map(_is_text, value.values()))
        else:
            fits = _is_text(value)
        if not fits:
            yield item.name, "it is missing or not what `make translated` writes"
    for number in said["clauses"] if isinstance(said.get("clauses"), dict) else ():
        if not NUMBER.fullmatch(number):
            yield "clauses", f"{number[:40]!r} is not a clause number"


def _is_text(value: Any) -> bool:
    """Whether a value is text that a page could have: JSON can escape what no page may hold."""
    try:
        return isinstance(value, str) and (not value.strip() or bool(decode(value.encode())))
    except ValueError:
        return False


def listed(numbers: Iterable[str]) -> str:
    """The file of published numbers."""
    return HEADER + "".join(f"{number}\n" for number in numbers)


def stamped(base: Base) -> str:
    """The file of what a translation was made from: one clause a line."""
    kept = {name: value for name, value in asdict(base).items() if value or name != "annexes"}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def summed(sums: Mapping[str, str]) -> str:
    """The file of a frozen version's digests, as `sha256sum` writes it, sorted by path."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(sums.items()))


def save(folder: Path, name: str, text: str) -> Path:
    """Writes a file of the ledger of the document in `folder`; whatever happens meanwhile, the old or the new one is whole."""
    path = folder / FOLDER / name
    path.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".part-") as part:
        new = Path(part, name)
        new.write_text(text, "utf-8", newline="\n")
        new.replace(path)
    return path
