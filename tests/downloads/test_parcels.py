"""An archive is the same whenever, wherever and by whomever it is packed."""

from __future__ import annotations

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.downloads import parcels

NAMES = st.text("abcdefgh", min_size=1, max_size=8)


@given(st.dictionaries(NAMES, st.binary(max_size=200)))
def test_what_is_packed_comes_out_again_in_its_order(files: dict[str, bytes]) -> None:
    opened = parcels.unpacked(parcels.packed(files))
    assert list(opened.items()) == list(files.items())


def test_neither_the_day_nor_the_time_zone_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    before = parcels.packed({"a": b"1"})
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    assert parcels.packed({"a": b"1"}) == before
    monkeypatch.undo()
    time.tzset()
    with ZipFile(BytesIO(before)) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_files_that_are_packed_already_are_not_packed_again() -> None:
    with ZipFile(
        BytesIO(parcels.packed({"mimetype": b"x", "b.txt": b"y" * 99, "c.pdf": b"z"}, ("mimetype", ".pdf")))
    ) as archive:
        kinds = {entry.filename: entry.compress_type for entry in archive.infolist()}
    assert kinds == {"mimetype": ZIP_STORED, "b.txt": ZIP_DEFLATED, "c.pdf": ZIP_STORED}
