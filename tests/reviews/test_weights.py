"""Two finished sites side by side: what grew, what shrank, what newly keeps people out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from knowledge.reviews import sites, weights
from knowledge.reviews.weights import Change

PAGE = '<html lang="en"><head><link rel="stylesheet" href="../style.css"></head><body><h1>Title</h1>{}</body></html>'


def built(folder: Path, **pages: str) -> Path:
    """A finished site with a stylesheet and some pages one folder deep."""
    for name, body in {"home": "", **pages}.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(PAGE.format(body), "utf-8")
    (folder / "style.css").write_bytes(b"x" * 5_000)
    return folder


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return built(tmp_path / "before", about="Words.", gone="Words.")


def test_a_page_that_grew_comes_before_one_that_shrank_and_small_changes_are_left_out(
    before: Path, tmp_path: Path
) -> None:
    after = built(tmp_path / "after", about="Words. " * 1_000, gone="Words! ")
    built_before = built(tmp_path / "long", about="Words.", gone="Words.", home="x" * 9_000)
    found = sites.compare(built_before, after, {})
    assert [(change.url, change.more > 0) for change in found.weights] == [("about/", True), ("home/", False)]
    assert (found.pages, found.differing) == (3, 3)
    assert sites.compare(before, before, {}) == sites.Comparison(pages=3)


def test_what_counts_is_what_is_served(before: Path, tmp_path: Path) -> None:
    after = built(tmp_path / "after", about="Words. " * 1_000)
    (after / "about/index.html.br").write_bytes(b"x" * 200)
    assert sites.compare(before, after, {}).weights == []


def test_pictures_and_style_belong_to_a_page_and_what_lies_elsewhere_does_not(tmp_path: Path) -> None:
    shown = '<img src="pump%20one.webp" alt=""><img src="/top.webp" alt=""><img src="https://x.example/y.png" alt="">'
    after = built(tmp_path / "after", about=shown)
    (after / "about/pump one.webp").write_bytes(b"x" * 4_000)
    (after / "top.webp").write_bytes(b"x" * 3_000)
    page = sites.compare(built(tmp_path / "before", about=""), after, {}).weights[0]
    assert page == Change("about/", 5_000 + len(PAGE.format("")), 12_000 + len(PAGE.format(shown)))


def test_a_page_that_moved_is_weighed_against_what_it_was(before: Path, tmp_path: Path) -> None:
    after = built(tmp_path / "after", about="Words.", new="Words. " * 1_000)
    assert sites.compare(before, after, {}).weights == []
    assert [change.url for change in sites.compare(before, after, {"new/": "gone/"}).weights] == ["new/"]


def test_only_barriers_that_were_not_there_are_told(before: Path, tmp_path: Path) -> None:
    old = built(tmp_path / "old", about='<img src="a.png">')
    after = built(tmp_path / "after", about='<img src="a.png"><img src="b.png"><img src="b.png">', new="<h4>x</h4>")
    found = sites.compare(old, after, {})
    words = "the heading “x” is of level 4 and follows one of level 1"
    assert found.come == {
        "about/": Counter({"the picture b.png has no words (alt)": 2}),
        "new/": Counter({words: 1}),
    }
    assert sites.compare(after, old, {}).gone == 2


def test_a_change_of_a_kilobyte_is_not_worth_telling() -> None:
    changes = [Change("a/", 5_000, 6_000), Change("b/", 5_000, 6_001), Change("c/", 5_000, 3_999)]
    assert [change.url for change in weights.notable(changes)] == ["b/", "c/"]
