"""Drafts: texts that a preview shows, marked, and that no site publishes.

An article waits for its day; a text may be begun and not finished. `make site` leaves the first out and stops at the second.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Draft:
    """Why a text is not published yet."""

    until: date | None
    """The day from which it will be; None when it is not finished."""


def marked(entries: Mapping[str, Any], held: Collection[str], unfinished: Collection[str]) -> dict[str, Any]:
    """Entries with their drafts marked: those whose ids are in `held`, and texts whose paths are in `unfinished`.

    Entries without a draft stay the very things they were.
    """
    return {name: _marked(entry, name in held, unfinished) for name, entry in entries.items()}


def _marked(entry: Any, held: bool, unfinished: Collection[str]) -> Any:
    texts = {}
    for code, text in entry.texts.items():
        late = text.source.path in unfinished
        draft = Draft(None if late else entry.record.date) if late or held else None
        texts[code] = replace(text, draft=draft) if draft else text
    return replace(entry, texts=texts) if any(text.draft for text in texts.values()) else entry
