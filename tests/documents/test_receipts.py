"""A receipt names one text beyond doubt, is filled in by hand, and is right in any editor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.documents.binding import SITE, speaking
from tests.documents.shown import from_right, shown
from tests.drafts import LANGUAGES

from knowledge.catalogue import Catalogue
from knowledge.documents import plaintext, receipts
from knowledge.documents.archive import Archive
from knowledge.documents.receipts import Receipt
from knowledge.languages import Language

DIGEST = "0f" * 32


def written(bound: Catalogue, reader: str, page_id: str = "policies/look", **fields: Any) -> Receipt:
    """The receipt that readers of a language get; `fields` change where the version stands."""

    def translate(words: str, spoken: Language) -> str:
        return speaking(spoken.code)(words)

    archive = Archive(bound, LANGUAGES[reader], date(2026, 6, 1), SITE, translate)
    dossier = archive.dossier(bound.entries[page_id])
    return receipts.receipt(replace(dossier, edition=replace(dossier.edition, **fields)), DIGEST)


def rows(receipt: Receipt) -> dict[str, str]:
    return {row.term: row.value for row in receipt.rows}


def test_a_receipt_says_which_text_was_read(bound: Catalogue) -> None:
    assert rows(written(bound, "en")) == {
        "Title": "Looking out",
        "Identifier": "look-out",
        "Version": "2",
        "Status": "In force",
        "Applies from": "1 March 2026",
        "Which text prevails": "Where two languages differ, the text in English prevails.",
        "Language of the text": "English",
        "Address": f"{SITE}policies/look/v2/",
        "Digest of its words (SHA-256)": DIGEST,
    }


def test_a_draft_has_no_days_and_a_former_version_has_both(bound: Catalogue) -> None:
    assert "Applies from" not in rows(written(bound, "en", state="draft", since=None))
    past = rows(written(bound, "en", state="superseded", until=date(2027, 7, 1)))
    assert (past["Status"], past["No longer applies from"]) == ("Superseded", "1 July 2027")


def test_it_says_where_the_version_stands_as_its_files_do(bound: Catalogue) -> None:
    archive = Archive(bound, LANGUAGES["ar"], date(2026, 6, 1), SITE, lambda words, _: words)
    dossier = archive.dossier(bound.entries["policies/look"])
    assert len(dossier.standing) == 3
    assert set(dossier.standing) <= {(row.term, row.value) for row in receipts.receipt(dossier, DIGEST).rows}
    assert set(dossier.standing) <= set(dossier.facts)


def test_who_signs_fills_it_in_by_hand(bound: Catalogue) -> None:
    receipt = written(bound, "en")
    assert receipt.blanks == ("Organisation", "Name", "Role", "Place", "Date", "Signature")
    for term in receipt.blanks:
        assert f"{term}: {receipts.BLANK}\n" in receipts.text(receipt)


def test_it_says_what_is_signed_and_that_nothing_is_collected(bound: Catalogue) -> None:
    receipt = written(bound, "en")
    assert "this version" in receipt.sentence
    assert receipt.notice.startswith("Nothing is collected")
    assert receipts.text(receipt).count(receipt.sentence) == receipts.text(receipt).count(receipt.notice) == 1


def test_its_file_is_named_after_the_text(bound: Catalogue) -> None:
    assert written(bound, "ar").file_name == "look-out_v2_ar_receipt.txt"


def test_french_has_its_spaces(bound: Catalogue) -> None:
    assert "Titre\u00a0: La vigilance" in receipts.text(written(bound, "fr"))


def test_a_text_in_another_language_is_marked_as_such(bound: Catalogue) -> None:
    title, identifier = written(bound, "ar", "policies/look/v1").rows[:2]
    assert (title.value, title.language, title.direction) == ("Looking out", "en", "ltr")
    assert (identifier.language, identifier.direction) == ("", "ltr")


def test_the_file_begins_with_the_mark_of_utf_8_and_ends_its_last_line(bound: Catalogue) -> None:
    file = receipts.text(written(bound, "ar"))
    assert file.encode().startswith(b"\xef\xbb\xbf")
    assert file.endswith("\n")
    assert "\n\n\n" not in file


def test_nothing_invisible_touches_an_address(bound: Catalogue) -> None:
    assert f" {SITE}ar/policies/look/v2/ " in receipts.text(written(bound, "ar"))


@pytest.mark.parametrize("base", ["L", "R"])
def test_every_arabic_line_is_in_order_in_editors_of_either_direction(bound: Catalogue, base: str) -> None:
    lines = receipts.text(written(bound, "ar")).removeprefix(receipts.MARK).splitlines()
    seen = [shown(line, base).strip() for line in lines if line]
    assert [line for line in lines if line and not line.startswith(plaintext.RLM)] == []
    assert from_right("العنوان: سياسة اليقظة") in seen
    assert from_right("المعرِّف: ", "look-out") in seen
    assert from_right("الإصدار: ", "2") in seen
    assert from_right("الرابط: ", f"{SITE}ar/policies/look/v2/") in seen
    assert from_right("التوقيع: ", receipts.BLANK) in seen
    assert from_right("بصمة كلماته (", "SHA-256", "): ", DIGEST) in seen
