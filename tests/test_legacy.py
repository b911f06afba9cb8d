"""The next site takes over what shows the same, from a last site that can be trusted, and from no other."""

from __future__ import annotations

import pickle
from base64 import b64encode
from pathlib import Path

import pytest
from tests.drafts import FRENCH
from tests.site.writing import files

from knowledge import legacy, provenance, traces
from knowledge.downloads.deliveries import Delivery
from knowledge.downloads.sets import Book
from knowledge.legacy import Parcel
from knowledge.traces import Trace


@pytest.fixture
def last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration whose last site has a French page and a file to take away."""
    site, config = tmp_path / "site", tmp_path / "ours.yml"
    for name in ("fr/index.html", "cards/fr/a.png", "index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, "utf-8")
    monkeypatch.setenv(legacy.ASKED, "")
    legacy.leave(site, {"fr": ("shown", parcel(tmp_path))})
    assert (site / legacy.FILE).is_file()
    left = legacy.left(site)
    assert not (site / legacy.FILE).exists()
    traces.write(config, Trace("", traces.site(provenance.digests(site)), [], {}, {}, left, provenance.program()))
    monkeypatch.setenv(legacy.ASKED, str(site))
    return config


def parcel(folder: Path) -> Parcel:
    """A document in French."""
    file = Delivery("fr/a.pdf", FRENCH, "1", 3, "abc", folder / "kept.pdf")
    return [file], [Book("Titre", "Version 1", FRENCH, [file])]


def test_a_language_that_shows_the_same_is_taken_over_as_the_same_files(last: Path, tmp_path: Path) -> None:
    taken = legacy.of(last).take("fr", "shown", ("fr/", "cards/fr/", "not/there/"), tmp_path / "fresh")
    assert taken == parcel(tmp_path)
    assert taken
    assert [item.kept for item in (*taken[0], *taken[1][0].files)] == [tmp_path / "fresh/fr/a.pdf"] * 2
    assert sorted(files(tmp_path / "fresh")) == ["cards/fr/a.png", "fr/index.html"]
    assert (tmp_path / "fresh/fr/index.html").samefile(tmp_path / "site/fr/index.html")


@pytest.mark.parametrize(("code", "shown"), [("fr", "something else"), ("ar", "shown")])
def test_a_language_that_shows_something_else_is_not(last: Path, tmp_path: Path, code: str, shown: str) -> None:
    assert legacy.of(last).take(code, shown, ("fr/",), tmp_path / "fresh") is None
    assert not (tmp_path / "fresh").exists()


def test_nothing_is_taken_over_where_no_site_can_be_trusted(
    last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(legacy.ASKED, "")
    assert legacy.of(last).take("fr", "shown", ("fr/",), tmp_path / "fresh") is None
    monkeypatch.delenv(legacy.ASKED)
    assert legacy.of(last).take("fr", "shown", ("fr/",), tmp_path / "fresh") is None
    legacy.leave(tmp_path, {"fr": ("shown", parcel(tmp_path))})
    assert not (tmp_path / legacy.FILE).exists()  # `mkdocs build` by itself leaves nothing in its site


@pytest.mark.parametrize("left", ["", "AAAA", b64encode(pickle.dumps([1])).decode()])
def test_what_is_damaged_is_not_used(last: Path, tmp_path: Path, left: str) -> None:
    traces.write(last, Trace("", "", [], {}, {}, left, provenance.program()))
    assert legacy.of(last).take("fr", "shown", ("fr/",), tmp_path / "fresh") is None
