"""All files are made, once, the same everywhere; what cannot be made is told, and the others are made all the same."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from subprocess import run
from time import perf_counter

import pytest
from tests.downloads.specimens import CACHE, ROOT, TEMPLATES, printable, workshop

from knowledge import fonts, progress
from knowledge.downloads import printing
from knowledge.downloads.printables import ENDINGS
from knowledge.downloads.printing import Workshop
from knowledge.progress import Step

PROGRAM = """
import sys
from hashlib import sha256
from pathlib import Path
from tests.downloads.specimens import printable
from knowledge.downloads.printing import Workshop, make
done = make([printable("en"), printable("ar")], Workshop(Path(sys.argv[1]), Path(sys.argv[2])))
assert not done.problems, done.problems
for name, path in sorted(done.files.items()):
    print(name, sha256(path.read_bytes()).hexdigest())
"""


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """A workshop with an empty cache but for the typefaces, which are long in the making."""
    return Workshop(TEMPLATES, lent(tmp_path / "cache"))


def lent(cache: Path) -> Path:
    """A cache that has the typefaces of ours."""
    fonts.files(CACHE)
    fonts.whole(CACHE)
    cache.mkdir(parents=True)
    for path in CACHE.iterdir():
        if path.name.endswith(".woff2") or path.name.startswith("print-"):
            (cache / path.name).symlink_to(path)
    return cache


def test_every_format_of_every_text_is_made(shop: Workshop) -> None:
    done = printing.make([printable("fr"), printable("ar")], shop)
    assert sorted(done.files) == sorted(f"specimen_v3_{code}.{ending}" for code in ("fr", "ar") for ending in ENDINGS)
    assert all(path.stat().st_size for path in done.files.values())
    assert not done.problems


def test_what_is_kept_is_not_made_again(shop: Workshop) -> None:
    first = printing.make([printable("fr")], shop)
    stamps = {name: path.stat().st_mtime_ns for name, path in first.files.items()}
    began = perf_counter()
    second = printing.make([printable("fr")], shop)
    assert perf_counter() - began < 0.1
    assert {name: path.stat().st_mtime_ns for name, path in second.files.items()} == stamps


@pytest.mark.parametrize(
    "change",
    [{"title": "Autre"}, {"html": "<p>x</p>"}, {"draft": False}, {"version": "4"}, {"facts": ()}, {"state": "x"}],
)
def test_whatever_changes_the_text_changes_the_place(change: dict[str, object]) -> None:
    assert workshop().place(printable("fr"), "pdf") != workshop().place(printable("fr", **change), "pdf")


def test_a_changed_picture_changes_the_place(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    item = printable("en", html='<img src="a.png">', find=lambda _: picture)
    picture.write_bytes(b"1")
    before = workshop().place(item, "pdf")
    picture.write_bytes(b"2")
    assert workshop().place(item, "pdf") != before


def test_a_changed_template_changes_the_place(tmp_path: Path) -> None:
    templates = shutil.copytree(TEMPLATES, tmp_path / "templates")
    before = Workshop(templates, tmp_path).place(printable("en"), "txt")
    style = templates / "word/styles.xml"
    style.write_text(style.read_text("utf-8") + "\n", "utf-8")
    assert Workshop(templates, tmp_path).place(printable("en"), "txt") != before


def test_a_text_that_cannot_be_made_is_told_and_the_others_are_made(shop: Workshop) -> None:
    broken = printable("en", identifier="broken", html='<p><img src="gone.webp" alt="x"></p>')
    done = printing.make([broken, printable("fr")], shop, ("pdf", "txt"))
    assert sorted(done.files) == ["specimen_v3_fr.pdf", "specimen_v3_fr.txt"]
    assert sorted(map(str, done.problems)) == [
        f"docs/specimen/index.md:1: download: broken_v3_en.{ending} for https://example.org/specimen/ cannot be made: "
        "the picture gone.webp is not there: put it beside the page, or take it out of the text"
        for ending in ("pdf", "txt")
    ]


def test_a_fault_of_the_program_is_told_too(shop: Workshop) -> None:
    def fail(_: str) -> Path:
        raise RuntimeError("disk gone")

    item = printable("en", html='<p><img src="a.webp" alt="x"></p>', find=lambda address: None)
    object.__setattr__(item, "find", fail)
    sheet = printing._Sheet(item)
    problem = printing._try(printing.Job(item, "txt", shop.cache / "x.txt"), sheet, shop.makers["txt"])
    assert problem is not None
    assert "RuntimeError: disk gone" in str(problem)


def test_it_is_told_how_many_are_made(shop: Workshop, tmp_path: Path) -> None:
    said: list[str] = []
    fresh = Workshop(shop.templates, tmp_path)
    printing.make([printable("fr"), printable("ar")], fresh, ["txt"], said.append)
    assert [progress.read(line) for line in said][-1] == Step("files", "ar fr", 2, 2)


def test_the_same_text_gives_the_same_bytes_elsewhere_and_later(tmp_path: Path) -> None:
    here = digests(TEMPLATES, lent(tmp_path / "here"), {})
    templates = shutil.copytree(TEMPLATES, tmp_path / "deep/er/templates")
    surroundings = {"TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1234567890", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    assert digests(templates, lent(tmp_path / "else where"), surroundings) == here
    assert len(here.splitlines()) == 8


def digests(templates: Path, cache: Path, surroundings: dict[str, str]) -> str:
    """The digest of each file that another process makes."""
    paths = os.pathsep.join([str(ROOT / "hooks"), str(ROOT)])
    done = run(
        [sys.executable, "-c", PROGRAM, str(templates), str(cache)],
        env=os.environ | {"PYTHONPATH": paths} | surroundings,
        cwd=cache,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
