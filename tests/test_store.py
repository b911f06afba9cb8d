"""What is slow is made once, and never seen half made."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.store import digest, kept


def test_a_file_is_made_once(tmp_path: Path) -> None:
    contents = iter([b"first", b"second"])
    for _ in range(2):
        path = kept(tmp_path / "deep/a.bin", lambda: next(contents))
        assert path.read_bytes() == b"first"
    assert next(contents) == b"second"


def test_what_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        kept(tmp_path / "a.bin", lambda: bytes(1 // 0))
    assert list(tmp_path.iterdir()) == []


def test_builds_at_the_same_time_both_get_the_whole_file(tmp_path: Path) -> None:
    both = Barrier(2)

    def slow() -> bytes:
        both.wait(timeout=10)
        return b"x" * 100_000

    with ThreadPoolExecutor(2) as pool:
        contents = [path.read_bytes() for path in pool.map(lambda _: kept(tmp_path / "a.bin", slow), range(2))]
    assert contents == [b"x" * 100_000] * 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.bin"]


@given(st.lists(st.text() | st.binary()), st.lists(st.text() | st.binary()))
def test_names_are_equal_when_all_ingredients_are(some: list[str | bytes], others: list[str | bytes]) -> None:
    plain = [[part if isinstance(part, bytes) else part.encode("utf-8") for part in parts] for parts in (some, others)]
    assert (digest(*some) == digest(*others)) == (plain[0] == plain[1])


def test_where_one_ingredient_ends_counts() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")
