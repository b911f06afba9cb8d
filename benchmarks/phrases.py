"""A sentence in every language at once: patterns, the words that fill them, and the small rules where words meet.

The corpus says the same in each language, so that its translations are translations: a statement is a pattern and the
words chosen for its slots, and can be said in any language of the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

GRAMMAR = Path(__file__).parent / "grammar"

SLOT = re.compile(r"\{(?P<name>[a-z]+)(?P<number>\d?)(?P<second>'?)\}")
"""`{people}`; `{action1}` and `{action2}` are two different actions; `{action'}` is the second form of its word."""

FORMS = re.compile(r"\[(?P<first>[^|\]]*)\|(?P<second>[^\]]*)\]")

RULES: Mapping[str, Sequence[tuple[re.Pattern[str], str]]] = {
    "en": (),
    "fr": (
        (re.compile(r"\b([Dd])e les\b"), r"\1es"),
        (re.compile(r"\b([Dd])e le\b"), r"\1u"),
        (re.compile(r"\bà les\b"), "aux"),
        (re.compile(r"\bà le\b"), "au"),
        (re.compile(r"\b([Dd]|[Qq]u)e (?=[aeiouyàâéèêîôœ])"), r"\1’"),
    ),
    "ar": (
        (re.compile(r"(?<!\w)([وف]?)لالل"), r"\1لل"),
        (re.compile(r"(?<!\w)([وف]?)لال(?=\w)"), r"\1لل"),
    ),
}
"""`de les` is `des` and `de un` is `d’un`; `ل` before `ال` is `لل`."""

SEMICOLON = {"en": ";", "fr": " ;", "ar": "؛"}
LETTERS = {"en": "abcdefgh", "fr": "abcdefgh", "ar": "أبجدهوزح"}
"""Of sub-clauses and points of a list."""

Piece = str | tuple[str, int]
"""Text as it is, or a slot: its name with number, and which form of the word it asks for."""


class Phrase:
    """A pattern or a word in every language."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.forms = {code: [FORMS.sub(rf"\g<{form}>", text) for form in (1, 2)] for code, text in texts.items()}
        self.pieces = {code: _pieces(text) for code, text in texts.items()}
        spoken = next(iter(self.pieces.values()))
        self.slots = list(dict.fromkeys(piece[0] for piece in spoken if isinstance(piece, tuple)))


def _pieces(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    end = 0
    for match in SLOT.finditer(text):
        pieces += [text[end : match.start()], (match["name"] + match["number"], len(match["second"]))]
        end = match.end()
    return [*pieces, text[end:]]


Word = Phrase | Mapping[str, str]
"""What fills a slot: a phrase, or by language what stands there as it is (a link)."""


@dataclass(frozen=True)
class Statement:
    """Something to say in any language."""

    phrase: Phrase
    words: Mapping[str, Word]
    """By slot."""

    before: Phrase | None = None
    after: Phrase | None = None
    stop: str = ""
    """What ends it."""

    def said(self, code: str) -> str:
        """The statement in a language, beginning with a capital."""
        core = "".join(
            piece if isinstance(piece, str) else self._word(*piece, code) for piece in self.phrase.pieces[code]
        )
        for rule, replacement in RULES[code]:
            core = rule.sub(replacement, core)
        text = "".join([_plain(self.before, code), core, _plain(self.after, code), self.stop])
        return text[0].upper() + text[1:]

    def _word(self, slot: str, form: int, code: str) -> str:
        word = self.words[slot]
        return word.forms[code][form] if isinstance(word, Phrase) else word[code]


def _plain(phrase: Phrase | None, code: str) -> str:
    return phrase.texts[code] if phrase else ""


def state(random: Random, phrase: Phrase, given: Mapping[str, Word], **rest: Any) -> Statement:
    """A statement from a pattern: slots take what is `given`, the others words by chance, none twice."""
    words: dict[str, Word] = {}
    for slot in phrase.slots:
        words[slot] = given[slot] if slot in given else _another(random, slot, words)
    return Statement(phrase, words, **rest)


def _another(random: Random, slot: str, taken: Mapping[str, Word]) -> Word:
    words: Sequence[Phrase] = grammar("words")[slot.rstrip("12")]
    word = random.choice(words)
    while word in taken.values():
        word = random.choice(words)
    return word


@cache
def grammar(name: str) -> Mapping[str, Any]:
    """A file of the grammar: lists of phrases by name, some grouped once more."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lists = yaml.load((GRAMMAR / f"{name}.yml").read_text("utf-8"), loader)  # noqa: S506 (it is the safe loader)
    return {key: _phrases(value) for key, value in lists.items()}


def _phrases(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _phrases(item) for key, item in value.items()}
    return [Phrase(texts) for texts in value]
