"""Which files are taken, and that each is cleaned as its ending says."""

from __future__ import annotations

import pytest
from tests.attachments.makings import SECRET, opendocument, pdf, table, word

from knowledge.attachments.cleaning import cleaned
from knowledge.fields import Unfit


@pytest.mark.parametrize(
    ("name", "data"), [("a.pdf", pdf()), ("a.docx", word()), ("a.odt", opendocument())], ids=["pdf", "docx", "odt"]
)
def test_each_type_has_what_cleans_it(name: str, data: bytes) -> None:
    assert SECRET not in cleaned(name, data, "T", "en")


def test_plain_text_is_what_it_was() -> None:
    assert cleaned("a.csv", "اسم;b\n".encode(), "T", "ar") == "اسم;b\n".encode()


@pytest.mark.parametrize(
    ("data", "what"), [(b"\xff\xfe1\x00", "not UTF-8"), ("a\u202eb".encode(), "changes the order"), (b"", "empty")]
)
def test_plain_text_that_nobody_can_read_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(Unfit, match=what):
        cleaned("a.txt", data, "T", "en")


@pytest.mark.parametrize("name", ["a.zip", "a.doc", "a.html", "a.exe", "a"])
def test_other_types_are_refused_by_name(name: str) -> None:
    with pytest.raises(Unfit, match="are not published"):
        cleaned(name, b"x", "T", "en")


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.pdf", word(), "cannot be read as PDF"),
        ("a.docx", pdf(), "cannot be opened"),
        ("a.docx", table(), "no .docx file"),
        ("a.xlsx", word(), "no .xlsx file"),
        ("a.pptx", opendocument(), "no .pptx file"),
        ("a.odt", word(), "no .odt file"),
        ("a.ods", opendocument(), "no .ods file"),
        ("a.csv", b"PK\x03\x04\x00", "control character"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_not_what_its_ending_says_is_refused(name: str, data: bytes, what: str) -> None:
    with pytest.raises(Unfit, match=what):
        cleaned(name, data, "T", "en")
