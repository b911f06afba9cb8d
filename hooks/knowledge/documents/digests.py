"""Digests of texts: whoever holds the words can prove that they are the words that were published.

Anybody can compute one, without this site. Take the words of a clause and

1. remove the characters that only direct the order of others: U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069;
2. bring them into Unicode's normalisation form C;
3. make every run of white space, no-break spaces and line ends included, one space (U+0020), and remove it at both ends;
4. encode them as UTF-8 and take the SHA-256, in small hexadecimal digits.

For a whole text, write one line each for its title, the words before the first clause, and every clause in its order, as its
number, a space and its words (`3.2 a at once`), each followed by a line for every annex that stands after it; do 1 to 3 with
each line, leave out lines that are empty, join the others with a line feed (U+000A), none at the end; then 4. All of it stands
in the `index.json` of the text (room `deposits`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256

from knowledge.documents import plaintext


def digest(words: str) -> str:
    """The digest of some words, the same however they are spaced, set and directed."""
    return _digest([words])


def whole(title: str, start: str, clauses: Mapping[str, str], annexes: Iterable[tuple[str, str]] = ()) -> str:
    """The digest of a text in one language.

    It has a title, words before its first clause, clauses by number, and `annexes`: the number each follows, and its words.
    """
    lines = [title, start]
    apart = list(annexes)
    for number, words in clauses.items():
        lines += [f"{number} {words}", *(annex for after, annex in apart if after == number)]
    return _digest([*lines, *(annex for after, annex in apart if after not in clauses)])


def normal(words: str) -> str:
    """Words as they are counted."""
    return " ".join(unicodedata.normalize("NFC", plaintext.bare(words)).split())


def _digest(lines: Iterable[str]) -> str:
    counted = "\n".join(filter(None, map(normal, lines)))
    return sha256(counted.encode()).hexdigest()
