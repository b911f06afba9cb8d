"""A document in three languages, and its versions, for tests of what is said of documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.drafts import Files, draft
from tests.site.writing import REVIEWED, page

from knowledge.catalogue import Catalogue
from knowledge.documents.editions import Edition
from knowledge.entries import Text

SITE = "https://host/kb/"

ENGLISH = "## 1. Rule\n\n1.1 Look:\n\na) at once;\n\nb) twice.\n\n1.2 Report it.\n"
FRENCH = "## 1. Règle\n\n1.1 Regarder :\n\na) de suite ;\n\nb) deux fois.\n"
ARABIC = "## 1. القاعدة\n\n1.1 انظر:\n\nأ) فورًا؛\n\nب) مرتين.\n\n1.2 أبلغ.\n"

FACTS = {"reviewed": REVIEWED, "identifier": "look-out", "version": 2, "status": "in-force", "effective": "2026-03-01"}
ROLES = {"adopted_by": "The board", "owner": "Safety adviser"}
FORMER = FACTS | {"version": 1, "status": "superseded", "effective": "2025-01-05", "until": "2026-03-01"}

FILES: Files = {
    "policies/look/index.md": page("Looking out", ENGLISH, **FACTS, **ROLES, prevails="en", renumbered={"1.3": "1.2"}),
    "policies/look/index.fr.md": page(
        "La vigilance", FRENCH, translator="Traduction", machine=True, differs={"1.1": "la loi"}
    ),
    "policies/look/index.ar.md": page("سياسة اليقظة", ARABIC, compared="2026-02-01"),
    "policies/look/v1/index.md": page("Looking out", ENGLISH, **FORMER, **ROLES),
}

WORDS = {
    "fr": {
        "%(title)s, %(version)s, %(address)s (in %(language)s)": "%(title)s, %(version)s, %(address)s (en %(language)s)",
        "%(title)s, %(version)s, %(clause)s, %(address)s (in %(language)s)": (
            "%(title)s, %(version)s, %(clause)s, %(address)s (en %(language)s)"
        ),
        "version %(version)s (draft)": "version %(version)s (projet)",
        "version %(version)s, effective %(since)s": "version %(version)s, applicable à compter du %(since)s",
        "clause %(number)s": "article %(number)s",
        "(formerly %(number)s)": "(anciennement %(number)s)",
        "%(term)s: %(value)s": "%(term)s : %(value)s",
        "Title": "Titre",
    },
    "ar": {
        "%(title)s, %(version)s, %(address)s (in %(language)s)": (
            "«%(title)s»، %(version)s، %(address)s (باللغة %(language)s)"
        ),
        "%(title)s, %(version)s, %(clause)s, %(address)s (in %(language)s)": (
            "«%(title)s»، %(version)s، %(clause)s، %(address)s (باللغة %(language)s)"
        ),
        "version %(version)s (draft)": "الإصدار %(version)s (مسودة)",
        "version %(version)s, effective %(since)s": "الإصدار %(version)s الساري اعتبارًا من %(since)s",
        "clause %(number)s": "البند %(number)s",
        "section %(number)s": "القسم %(number)s",
        "(now %(number)s)": "(%(number)s حاليًا)",
        "Title": "العنوان",
        "Identifier": "المعرِّف",
        "Version": "الإصدار",
        "Address": "الرابط",
        "Digest of its words (SHA-256)": "بصمة كلماته (SHA-256)",
        "Signature": "التوقيع",
    },
}
"""What translators wrote."""


def speaking(code: str) -> Callable[[str], str]:
    """The words of a language; English where none is written."""
    return lambda words: WORDS.get(code, {}).get(words, words)


def documents(folder: Path) -> Catalogue:
    """The catalogue with the document and its former version."""
    return draft(folder, FILES)[0]


def edition(catalogue: Catalogue, page_id: str = "policies/look", **fields: Any) -> Edition:
    """A version in force since 1 March 2026, unless told otherwise."""
    given: dict[str, Any] = {
        "version": 2,
        "state": "in-force",
        "since": date(2026, 3, 1),
        "until": None,
        "by": None,
        "current": True,
    }
    return Edition(entry=catalogue.entries[page_id], **(given | fields))


def former(catalogue: Catalogue) -> Edition:
    """The version before it."""
    days = {"since": date(2025, 1, 5), "until": date(2026, 3, 1)}
    return edition(catalogue, "policies/look/v1", version=1, state="superseded", **days, by=2, current=False)


def text(found: Edition, code: str) -> Text:
    """The text of a version in one language."""
    return found.entry.texts[code]
