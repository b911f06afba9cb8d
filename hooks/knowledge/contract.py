"""The front-matter contract as tables for editors, made from the record classes: `make contract` puts them into CONTRIBUTING."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import MISSING, fields
from itertools import pairwise
from pathlib import Path

from knowledge import records
from knowledge.kinds import KINDS
from knowledge.records import Record

OPENING, CLOSING = "<!-- fields: made by make contract -->", "<!-- /fields -->"


def sentences(module_source: str) -> dict[tuple[str, str], str]:
    """The sentence under each field, by class and field."""
    found = {}
    for node in ast.parse(module_source).body:
        if isinstance(node, ast.ClassDef):
            for before, after in pairwise(node.body):
                if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name):
                    found[node.name, before.target.id] = _string(after)
    return found


def _string(node: ast.stmt) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).split())
    return ""


def table(record: type[Record]) -> str:
    """The fields a class adds to the one it is built on: name, who writes it, whether it is needed, what it means."""
    said = sentences(inspect.getsource(records))
    rows = ["| field | written in | needed | meaning |", "| --- | --- | --- | --- |"]
    for field in fields(record):
        if field.name in record.__annotations__:
            where = "every language" if field.metadata["translated"] else "the source file"
            needed = "yes" if field.default is MISSING else ""
            rows.append(f"| `{field.name}` | {where} | {needed} | {said[record.__name__, field.name]} |")
    return "\n".join(rows)


def tables() -> Iterator[str]:
    """A heading and a table for each class that has fields of its own, with the kinds it is for."""
    for record in [value for value in vars(records).values() if isinstance(value, type) and issubclass(value, Record)]:
        if record.__annotations__:
            below = record.__mro__[1]
            also = f" It also has the fields of {below.__name__}." if below is not object else ""
            names = ", ".join(kind.name for kind in KINDS if issubclass(kind.record, record))
            yield f"### {record.__name__}\n\n{inspect.getdoc(record)}{also} Kinds: {names}.\n\n{table(record)}\n"


def renew(text: str) -> str:
    """A document with its tables brought up to date between the two marks."""
    before, after = text.split(OPENING)[0], text.split(CLOSING)[1]
    return f"{before}{OPENING}\n\n" + "\n".join(tables()) + f"\n{CLOSING}{after}"


if __name__ == "__main__":
    path = Path("CONTRIBUTING.md")
    path.write_text(renew(path.read_text("utf-8")), "utf-8")
