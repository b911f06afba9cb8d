"""A clause is repealed when it says so, in its language, and says nothing else."""

from __future__ import annotations

import pytest

from knowledge.documents.repeals import SAID, repealed

REPEALED = {
    "ar": ["[أُلغي في الإصدار 4]", "[ألغيت بموجب الإصدار 4]", "[ملغى في الإصدار 4]", "[المادة مُلغاة في الإصدار 4]"],
    "de": ["[aufgehoben in Version 4]"],
    "en": ["[repealed in version 4]", "[Revoked by version 4]", " [repealed, 4]\n"],
    "es": ["[derogada en la versión 4]"],
    "fr": ["[abrogé dans la version 4]", "[abrogée par la version 4]"],
    "pt": ["[revogado na versão 4]"],
}


@pytest.mark.parametrize("code", SAID)
def test_every_language_says_it_in_its_words(code: str) -> None:
    assert [words for words in REPEALED[code] if not repealed(words)] == []


@pytest.mark.parametrize(
    "words",
    [
        "[repealed]",
        "[Form 7]",
        "[See the form of version 7]",
        "[Version 4](../x.md)",
        "Act in [version 4]",
        "[repealed] in [version 4]",
        "[repealed in version 4] but not quite",
        "[مواد الإصدار 4]",
    ],
)
def test_what_only_looks_so_still_speaks(words: str) -> None:
    assert not repealed(words)
