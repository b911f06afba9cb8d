"""What our own documents say of themselves is the same on their pages and in their clauses, in every language."""

from __future__ import annotations

import re

from knowledge.catalogue import Catalogue
from knowledge.documents.standing import EQUAL

EQUALLY = re.compile("equally valid|font également foi|متساوية في الحجية")
MODEL = {"en": "Model text", "fr": "Texte modèle", "ar": "نص نموذجي"}


def test_where_a_clause_holds_all_languages_equal_the_page_does_too(catalogue: Catalogue) -> None:
    for entry in catalogue.of_kind("document"):
        said = {code: any(EQUALLY.search(clause.text) for clause in text.clauses) for code, text in entry.texts.items()}
        assert set(said.values()) == {entry.record.prevails == EQUAL}, (entry.id, said)


def test_what_nobody_adopted_begins_by_saying_so(catalogue: Catalogue) -> None:
    drafts = [text for entry in catalogue.of_kind("document") for text in entry.texts.values()]
    assert drafts
    for text in drafts:
        begins = text.body.lstrip().startswith(MODEL[text.language.code])
        assert begins == (text.record.status == "draft"), text.source.shown
