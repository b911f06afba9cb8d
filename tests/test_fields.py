"""Each type of field takes what it should and refuses the rest with a cure."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from knowledge import fields
from knowledge.fields import Reader, References, Unfit, choice

TOPICS = References("topic")
STATUS = choice("draft", "in-force")


@pytest.mark.parametrize(
    ("reader", "written", "value"),
    [
        (fields.text, "  A   title ", "A title"),
        (fields.text, "two\nlines", "two lines"),
        (fields.text, 2026, "2026"),
        (fields.text, "عنوان", "عنوان"),
        (fields.summary, "x" * 240, "x" * 240),
        (fields.day, "2024-02-29", date(2024, 2, 29)),
        (fields.number, 1, 1),
        (STATUS, "in-force", "in-force"),
        (TOPICS, ["a", "policies/b"], ("a", "policies/b")),
        (fields.phone, "+45 5210 7804", "+45 5210 7804"),
        (fields.phone, "+4552107804", "+4552107804"),
        (fields.email, "a.b+c@mail.example.org", "a.b+c@mail.example.org"),
        (fields.picture, "press-card-2.webp", "press-card-2.webp"),
    ],
)
def test_a_value_that_fits_is_taken(reader: Reader, written: Any, value: Any) -> None:
    assert reader(written) == value


@pytest.mark.parametrize(
    ("reader", "written", "what"),
    [
        (fields.text, "", "not a line of text"),
        (fields.text, " \n ", "not a line of text"),
        (fields.text, None, "not a line of text"),
        (fields.text, True, "not a line of text"),
        (fields.text, ["a"], "not a line of text"),
        (fields.text, {"en": "a"}, "not a line of text"),
        (fields.summary, "x" * 241, "it has 241 characters"),
        (fields.summary, None, "not a line of text"),
        (fields.day, "2026-02-30", "there is no day 2026-02-30"),
        (fields.day, "2026-13-01", "there is no day 2026-13-01"),
        (fields.day, "14 March 2026", "is not a date"),
        (fields.day, "2026-3-1", "is not a date"),
        (fields.day, "2026-03-14T10:00", "is not a date"),
        (fields.day, "٢٠٢٦-٠٣-١٤", "is not a date"),
        (fields.day, 20260314, "is not a date"),
        (fields.day, None, "is not a date"),
        (fields.number, 0, "not a whole number from 1"),
        (fields.number, -3, "not a whole number from 1"),
        (fields.number, True, "not a whole number from 1"),
        (fields.number, "3", "not a whole number from 1"),
        (STATUS, "final", "'final' is not known here"),
        (STATUS, None, "None is not known here"),
        (TOPICS, "a", "this is not a list"),
        (TOPICS, ["a", 1], "this is not a list"),
        (TOPICS, [""], "this is not a list"),
        (TOPICS, [], "this list is empty"),
        (TOPICS, ["b", "a", "b"], "b stands here twice"),
        (fields.phone, "5210 7804", "not a phone number"),
        (fields.phone, 4552107804, "not a phone number"),
        (fields.phone, "+45 52", "not a phone number"),
        (fields.phone, "+45 5210 7804 ext", "not a phone number"),
        (fields.email, "name at example.org", "not an e-mail address"),
        (fields.email, "name@example", "not an e-mail address"),
        (fields.email, "né@example.org", "not an e-mail address"),
        (fields.picture, "Photo.jpg", "not the name of a picture"),
        (fields.picture, "../photo.jpg", "not the name of a picture"),
        (fields.picture, "https://example.org/a.jpg", "not the name of a picture"),
        (fields.picture, "photo.pdf", "not the name of a picture"),
        (fields.picture, "photo", "not the name of a picture"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_a_cure(reader: Reader, written: Any, what: str) -> None:
    with pytest.raises(Unfit) as caught:
        reader(written)
    assert what in caught.value.what
    assert caught.value.cure


def test_a_choice_names_what_it_offers() -> None:
    with pytest.raises(Unfit) as caught:
        STATUS("final")
    assert caught.value.cure == "write one of draft, in-force"


@pytest.mark.parametrize("value", ["../x", "a/b", "a b", "", "a--b", "-a", "é", "a.b", 3, None])
def test_an_identifier_that_could_lead_out_of_a_folder_is_refused(value: object) -> None:
    with pytest.raises(Unfit, match="cannot be the name of a file"):
        fields.identifier(value)


def test_an_identifier_is_letters_digits_and_hyphens() -> None:
    assert fields.identifier("code-of-ethics") == "code-of-ethics"
    assert fields.identifier("IMS-2026-1") == "IMS-2026-1"
