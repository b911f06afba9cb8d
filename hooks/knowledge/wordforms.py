"""The bare form of a word: what is left of it when spelling habits, attached particles and endings are taken away.

Pagefind's stemmers miss what readers of Arabic and French type every day: broken plurals (تلميذ for التلاميذ), a yeh or kaf
from another keyboard, مسئولية for مسؤولية, oe for œ, an elided l’. So each page carries the bare forms of its words beside
its text, and a search that finds little looks for the bare forms of the query too.

The rules are data, because the page's script applies the same ones to the query: regular expressions that Python and
JavaScript read alike, applied in order to one lower-case word without accents and marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

Rule = tuple[str, str]
"""A pattern and its replacement."""

APART = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})

ARABIC: tuple[Rule, ...] = (
    ("[ءـ]", ""),
    ("ٱ", "ا"),
    ("[یىې]", "ي"),
    ("[کڪ]", "ك"),
    ("[ةۀہە]", "ه"),
    ("^[وف](?=(?:ال|لل|بال|كال|فال).{3})", ""),
    ("^(?:بال|كال|فال|لل|ال)(?=.{3})", ""),
    ("(?<=.{3})(?:يات|تها|تهم|هما|ها|هم|هن|كم|نا|ون|ين|ات|ان|يه|تي|تك|ته)$", ""),
    ("(?<=.{3})[يهت]$", ""),
    ("^ا(?=.{3})", ""),
    ("(?<=.)[اوي]", ""),
    ("(?<=.{3})ك$", ""),
)
"""Light stemming, then the consonants alone: what a singular and its broken plural share (شريك and شركاء are شرك)."""

FRENCH: tuple[Rule, ...] = (
    ("(?<=.{3})(?:issements?|ements?|ations?|ateurs?|atrices?|eons|ions|ons|ez|ent|ees?|er|e?s|x)$", ""),
    ("(?<=.{3})e$", ""),
)
"""The commonest endings of verbs and plurals; Pagefind's own stemmer does the rest."""


ENGLISH: tuple[Rule, ...] = (
    ("isation", "ization"),
    ("is(?=(?:e|ed|es|ing)$)", "iz"),
    ("our(?=$|s$|al|ed|ing|ful|able)", "or"),
    ("mme(?=s?$)", "m"),
    ("(?<=.{3})(?:at(?:e|es|ed|ing|ions?|ors?)|ments?|ings?|ions?|ies|ied|ed|es|s)$", ""),
    ("(?<=.{3})[ey]$", ""),
)
"""The commonest endings, and American spellings."""


@dataclass(frozen=True, eq=False)
class Forms:
    """How a language's words are reduced; there is one for each language, told apart by identity."""

    rules: tuple[Rule, ...]
    least: int
    """Words with fewer letters, once folded, are particles and are left out."""


LANGUAGES = {"ar": Forms(ARABIC, 3), "fr": Forms(FRENCH, 4)}
"""By primary language tag; the other languages need no help from Pagefind's stemmers on."""

PLURAL: tuple[Rule, ...] = (("(?<=.{2})aux$", "al"),)
"""What else French needs then."""

UNAIDED = {**LANGUAGES, "en": Forms(ENGLISH, 4), "fr": Forms((*PLURAL, *FRENCH), 4)}
"""The same for a search that has no stemmer at all."""

END = "0"
"""Closes each form, because Pagefind also finds longer words that begin with the one asked for."""


def of_language(code: str) -> Forms | None:
    """The rules of a language (`ar-EG` follows `ar`), or None."""
    return LANGUAGES.get(code.partition("-")[0])


def words(text: str) -> list[str]:
    """The words of a text in lower case, without accents, vowel marks and ligatures, with European digits."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return re.findall(r"[^\W_]+", europeanised(plain).lower().translate(APART))


def europeanised(text: str) -> str:
    """The text with Arabic-Indic and Persian digits as European ones."""
    return re.sub("[٠-٩۰-۹]", lambda digit: str(ord(digit[0]) & 15), text)


@lru_cache(1 << 16)
def form(word: str, forms: Forms) -> str:
    """The bare form of one word as `words` gives it; remembered, because a language's commonest words are most of a text."""
    for pattern, replacement in forms.rules:
        word = re.sub(pattern, replacement, word)
    return word


def bare(text: str, code: str) -> list[str]:
    """The bare forms of a text's words, each once, sorted; none for a language that needs none."""
    forms = of_language(code)
    if not forms:
        return []
    return sorted({form(word, forms) + END for word in _kept(words(text), forms)})


def _kept(found: Iterable[str], forms: Forms) -> Iterable[str]:
    return (word for word in found if len(word) >= forms.least)
