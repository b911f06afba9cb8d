"""French has its apostrophe, its quotation marks, and a space before marks of two parts."""

from __future__ import annotations

import pytest
from tests.editing.texts import fixed, told

MENDED = [
    ("l'été d'Aïcha", "l’été d’Aïcha"),
    ('dire "non" ici', "dire « non » ici"),
    ('"Non", dit-il', "« Non », dit-il"),
    ("«oui»", "« oui »"),
    ("Qui? Moi! Bon; voici:", "Qui ? Moi ! Bon ; voici :"),
    ("**Note**: lire", "**Note** : lire"),
    ("[le code](a.md): lire", "[le code](a.md) : lire"),
    ("Attendez...", "Attendez…"),
    ('dire "un "petit" mot" ici', "dire « un « petit » mot » ici"),
]
LEFT = [
    "à 12:30, <https://a.org/?b=c;d>",
    "`l'été; x`",
    "« oui » : non ; si ? bon !",
    "«\u202foui\u202f» ;",
    "AT&amp;T parle",
    "**Oui !** et ![une photo](a.png)",
    "{{ a.b }} ; [x](y 'z;')",
    "Quoi ?! Non…",
    "mot![une photo](a.png)",
    "a;b?c",
    r"dire \"non\"",
]


@pytest.mark.parametrize(("wrong", "right"), MENDED)
def test_what_is_certain_is_told_and_mended(wrong: str, right: str) -> None:
    assert told(wrong, "fr")
    assert fixed(wrong, "fr") == right
    assert told(right, "fr") == []


@pytest.mark.parametrize("text", LEFT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert told(text, "fr") == []
    assert fixed(text, "fr") == text
