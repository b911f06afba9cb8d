"""A part of an Office file is plain XML in UTF-8, or it is refused: nobody can look into anything else."""

from __future__ import annotations

import pytest

from knowledge.attachments import parts
from knowledge.fields import Unfit

PLAIN = '<?xml version="1.0" encoding="UTF-8"?><a>é</a>'


@pytest.mark.parametrize("held", [PLAIN, "<a>é</a>", "\ufeff<a>é</a>"], ids=["said", "unsaid", "marked"])
def test_a_part_in_the_one_encoding_is_read(held: str) -> None:
    assert parts.tree(held.encode(), "a.xml").text == "é"


@pytest.mark.parametrize(
    ("held", "what"),
    [
        ("<a>é</a>".encode("utf-16"), "not written as offices write it"),
        (PLAIN.replace("UTF-8", "UTF-16").encode("utf-16"), "not written as offices write it"),
        (PLAIN.replace("UTF-8", "ISO-8859-1").encode("latin-1"), "not written as offices write it"),
        (PLAIN.replace("UTF-8", "utf-7").replace("é", "e").encode(), "not written as offices write it"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "not written as offices write it"),
        (b"<w:a/>", "it is damaged"),
        (b"", "it is damaged"),
    ],
)
def test_anything_else_is_refused(held: bytes, what: str) -> None:
    with pytest.raises(Unfit, match=what):
        parts.tree(held, "word/a.xml")


def test_what_is_no_part_at_all_can_hold_anything() -> None:
    with pytest.raises(Unfit, match=r"odd\.dat in it can hold more than is shown"):
        parts.tree(b"\0\1", "word/odd.dat")


def test_a_part_that_would_fill_the_memory_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST", 10)
    with pytest.raises(Unfit, match=r"a\.xml in it has more than"):
        parts.tree(PLAIN.encode(), "a.xml")


def test_what_no_reader_sees_is_gone() -> None:
    assert parts.written(parts.tree(b"<a><!-- who --><?made by?><b/></a>", "a.xml")).endswith(b"<a><b/></a>")
