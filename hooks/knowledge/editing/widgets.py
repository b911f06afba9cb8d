"""Fields of front matter as a form in the browser asks for them: made from the classes, so that no form can ask for less.

The words below a field are the sentence under it in its class. What a form cannot know (whether a picture is there, which
fields need each other) the build tells, as it does for everybody.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any

from knowledge import contract, records
from knowledge import fields as types
from knowledge.attachments import enclosures
from knowledge.fields import Choice, References
from knowledge.records import Record

Widget = dict[str, Any]
"""A field as Sveltia CMS and Decap CMS are told of it."""

Options = Callable[[str], Iterable[tuple[str, str]]]
"""The names and titles of all pages of a kind."""

FIXED: Mapping[Any, Widget] = {
    types.text: {"widget": "string"},
    types.summary: {"widget": "text", "maxlength": types.LONGEST_SUMMARY},
    types.day: {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"},
    types.identifier: {"widget": "string", "pattern": ["^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", "a to z, digits, hyphens"]},
    types.number: {"widget": "number", "value_type": "int", "min": 1},
    types.flag: {"widget": "boolean"},
    types.names: {"widget": "list"},
    types.phone: {"widget": "string", "pattern": ["^\\+[0-9][0-9 ]{6,18}[0-9]$", "as +45 5210 7804"]},
    types.email: {"widget": "string", "type": "email"},
    types.picture: {"widget": "image"},
    enclosures.enclosures: {
        "widget": "list",
        "fields": [
            {"name": "file", "label": "file", "widget": "string"},
            {"name": "title", "label": "title", "widget": "string"},
            {"name": "language", "label": "language", "widget": "string"},
            {"name": "kind", "label": "kind", "widget": "select", "options": list(enclosures.KINDS)},
        ],
    },
}
"""What each type of field is asked for with; types with choices of their own are below."""

ISOLATED = "\u2066{}\u2069"
"""English words keep their order inside a form that runs from right to left (UAX 9: isolates)."""

BODY: Widget = {"name": "body", "label": "text", "widget": "markdown", "modes": ["raw"], "i18n": True}
"""The text itself, as the file has it: numbers of clauses, notes and forms would not survive a toy word processor."""


def form(record: type[Record], options: Options, source: str = "", others: Iterable[str] = ()) -> list[Widget]:
    """Every field of a kind of page and its text: what is needed first, then the text, then the rest.

    Where the source file is not in the site's first language, `source` is its code and `others` are those of translations,
    which then say what they were translated from.
    """
    found = []
    for field in fields(record):
        if field.name != "translated_from":
            found.append(_widget(record, field, options))
        elif source:
            found.append(_widget(record, field, options) | _origin(source, others))
    return sorted([*found, dict(BODY)], key=_place)


def _place(widget: Widget) -> int:
    return 1 if widget["name"] == BODY["name"] else 2 * (widget["required"] is not True)


def _origin(source: str, others: Iterable[str]) -> Widget:
    return {"widget": "select", "options": [source], "required": list(others)}


def _widget(record: type[Record], field: Field[Any], options: Options) -> Widget:
    named = {
        "name": field.name,
        "label": field.name.replace("_", " "),
        "hint": ISOLATED.format(_said(record, field.name)),
    }
    needed = {"required": field.default is MISSING, "i18n": bool(field.metadata["translated"])}
    return named | _asked(field.metadata["reader"], options) | needed


def _asked(reader: Any, options: Options) -> Widget:
    if isinstance(reader, Choice):
        return {"widget": "select", "options": list(reader.names)}
    if isinstance(reader, References):
        pages = [{"value": name, "label": title} for name, title in options(reader.kind)]
        return {"widget": "select", "multiple": True, "options": pages} if pages else dict(FIXED[types.names])
    return dict(FIXED[reader])


def _said(record: type[Record], name: str) -> str:
    found = (_sentences().get((above.__name__, name)) for above in record.__mro__)
    return next((sentence for sentence in found if sentence), "")


@cache
def _sentences() -> dict[tuple[str, str], str]:
    return contract.sentences(inspect.getsource(records))
