"""What plug-ins of WordPress keep beside a text in an export: its language, its translations, a description, footnotes.

None of it is a standard, but all of it is stable. Polylang names the language of a post and the group of its translations as
terms of two taxonomies, WPML's export add-on in three custom fields.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from knowledge.importer.exports import Term

LANGUAGE, GROUP = "language", "post_translations"
"""Taxonomies of Polylang."""

WPML_LANGUAGE, WPML_GROUP = "_wpml_import_language_code", "_wpml_import_translation_group"
WPML_SOURCE = "_wpml_import_source_language_code"
FOOTNOTES = "footnotes"
"""Where the block editor keeps them."""

DESCRIPTIONS = (
    "_yoast_wpseo_metadesc rank_math_description _aioseo_description _aioseop_description _seopress_titles_desc "
    "_genesis_description"
).split()
"""Where plug-ins for search engines keep what somebody wrote about a text."""

PATTERN = "%%"
"""What a description has in it when a plug-in shall fill it."""

CODED = re.compile(r"[aOs]:\d+:|[{\[]")
"""How values begin that are meant for programs."""


@dataclass(frozen=True)
class Beside:
    """What is kept beside one text; the fields say the same as those of `Post`."""

    language: str
    group: str
    source: str
    description: str
    footnotes: tuple[tuple[str, str], ...]
    extras: tuple[str, ...]
    terms: tuple[Term, ...]
    """Those that are left when plug-ins have none of their own among them."""


def beside(fields: Mapping[str, str], terms: Sequence[Term]) -> Beside:
    """What the custom fields and the terms of a post say to those who know the plug-ins."""
    polylang = {term.domain: term.slug or term.name for term in terms if term.domain in (LANGUAGE, GROUP)}
    described = (fields.get(name, "") for name in DESCRIPTIONS)
    return Beside(
        language=fields.get(WPML_LANGUAGE) or polylang.get(LANGUAGE, ""),
        group=fields.get(WPML_GROUP) or polylang.get(GROUP, ""),
        source=fields.get(WPML_SOURCE, ""),
        description=next((words for words in described if words and PATTERN not in words), ""),
        footnotes=tuple(_footnotes(fields.get(FOOTNOTES, ""))),
        extras=tuple(name for name, words in fields.items() if _is_wording(name, words)),
        terms=tuple(term for term in terms if term.domain not in polylang),
    )


def _footnotes(written: str) -> Iterator[tuple[str, str]]:
    with suppress(json.JSONDecodeError, TypeError, KeyError):
        yield from [(str(note["id"]), str(note["content"])) for note in json.loads(written or "[]")]


def _is_wording(name: str, words: str) -> bool:
    """Whether a custom field holds words; plug-ins begin the names of theirs with `_`, or keep codes in them."""
    known = name.startswith("_") or name == FOOTNOTES or name in DESCRIPTIONS
    return not known and len(words.split()) > 2 and not CODED.match(words)
