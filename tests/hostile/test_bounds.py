"""The bounds of hostile texts hold: what takes longer is stopped, what wants more memory does not get it."""

from __future__ import annotations

import re

import pytest
from tests.hostile.bounds import TooLongError, bounded


def test_a_pattern_that_never_ends_is_stopped() -> None:
    with pytest.raises(TooLongError), bounded(seconds=0.1):
        re.match(r"(a+)+$", "a" * 40 + "b")


def test_memory_has_an_end() -> None:
    with pytest.raises(MemoryError), bounded(memory=20_000_000):
        bytearray(200_000_000)


def test_what_stays_within_its_bounds_is_left_alone() -> None:
    with bounded():
        kept = bytearray(1_000_000)
    assert len(bytearray(300_000_000)) > len(kept)
