"""A picture looks as before and says nothing of who took it."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image, ImageChops
from tests.attachments.makings import SECRET, photo

from knowledge.attachments import snapshots
from knowledge.fields import Unfit


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_picture_is_the_same_and_what_was_written_into_it_is_gone(kind: str) -> None:
    made = photo(kind)
    bare = snapshots.bare(made)
    assert made.count(SECRET) >= 3
    assert SECRET not in bare
    with Image.open(BytesIO(made)) as before, Image.open(BytesIO(bare)) as after:
        assert ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox() is None
        assert after.info.get("icc_profile") == before.info.get("icc_profile")


def test_what_is_no_such_picture_is_refused() -> None:
    with pytest.raises(Unfit, match="neither JPEG nor PNG"):
        snapshots.bare(b"GIF89a")


@given(some.integers(3, len(photo()) - 300))
def test_a_picture_that_is_cut_off_says_nothing_either(length: int) -> None:
    with suppress(Unfit):
        assert SECRET not in snapshots.bare(photo()[:length])
