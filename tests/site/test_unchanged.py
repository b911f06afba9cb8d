"""A build that remembers the last one gives the same site, to the last byte, as one that starts from nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from subprocess import run

import pytest
from tests.conftest import ROOT
from tests.site.test_reproducible import MOMENT, SITE
from tests.site.writing import REVIEWED, files, page, picture

from knowledge import store

LINKS = "See [one](../one/index.md), [five](../five/index.md) and [law](../../../topics/law/index.md)."
MORE = {
    "topics/arts/index.md": page("Arts", reviewed=REVIEWED),
    "news/2026/far/index.md": page("Far", date="2026-01-01", topics=["arts"]),
    "news/2026/three/index.md": page("Three", LINKS, date="2026-02-03", topics=["safety", "law"]),
    "news/2026/three/index.fr.md": page("Trois", "Voir [un](../one/index.md)."),
    "news/2026/five/index.md": page("Five", date="2026-03-05", topics=["law"], regions=["asia"]),
    "news/2026/five/index.fr.md": page("Cinq"),
    "news/2026/late/index.md": page("Late", date="2026-11-01", topics=["law"]),
    "news/2026/late/index.fr.md": page("Tard", "Voir [loin](../far/index.md)."),
    "people/ada/index.md": page("Ada", role="Editor", reviewed=REVIEWED),
}
"""Articles that show one another, so that a change of one shows on others."""

Edit = Callable[[Path], None]


def written(path: str, text: str, docs: Path) -> None:
    """A file is written, in a new folder where need be."""
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_text(text, "utf-8")


def altered(path: str, old: str, new: str, docs: Path) -> None:
    """A file says something else."""
    text = (docs / path).read_text("utf-8")
    assert old in text
    (docs / path).write_text(text.replace(old, new), "utf-8")


def moved(old: str, new: str, docs: Path) -> None:
    """A folder gets another name, and links follow."""
    (docs / old).rename(docs / new)
    for path in docs.rglob("*.md"):
        text = path.read_text("utf-8")
        path.write_text(text.replace(Path(old).name + "/index.md", Path(new).name + "/index.md"), "utf-8")


def gone(path: str, docs: Path) -> None:
    """A file is deleted."""
    (docs / path).unlink()


def _painted(folder: Path) -> None:
    (place,) = folder.parent.glob("*/wall.png")
    place.write_bytes(picture("red", 700, 500))


EDITS: dict[str, Edit] = {
    "nothing": lambda docs: None,
    "a text": partial(altered, "news/2026/two/index.md", "Some text.", "Another text, [of one](../one/index.md)."),
    "a title that others show": partial(altered, "news/2026/one/index.md", "title: One", "title: First"),
    "a note to translators": partial(
        altered, "news/2026/three/index.md", "See [one]", f"<!-- {'a long note ' * 200} -->\n\nSee [one]"
    ),
    "a summary of a translation": partial(altered, "news/2026/one/index.ar.md", "summary: خبر.", "summary: خبر آخر."),
    "a day": partial(altered, "news/2026/two/index.md", "2026-01-02", "2026-05-06"),
    "a topic of an article": partial(altered, "news/2026/two/index.md", "- law", "- safety"),
    "an author": partial(altered, "news/2026/two/index.md", "topics:", "authors: [ada]\ntopics:"),
    "a translation added": partial(written, "news/2026/two/index.fr.md", page("Deux")),
    "a translation of an article that another links to": partial(written, "news/2026/far/index.fr.md", page("Loin")),
    "a translation deleted": partial(gone, "news/2026/three/index.fr.md"),
    "an article added": partial(
        written, "news/2026/four/index.md", page("Four", date="2026-01-02", topics=["safety"], regions=["asia"])
    ),
    "an article renamed": partial(moved, "news/2026/five", "news/2026/fifth"),
    "an article offered as files": partial(altered, "news/2026/two/index.md", "topics:", "downloads: true\ntopics:"),
    "another picture": lambda docs: _painted(docs / "news/2026/one"),
}
"""What an editor may do to articles between two builds."""

WIDE: dict[str, Edit] = {
    "the title of a topic": partial(altered, "topics/law/index.md", "title: Law", "title: The law"),
    "a page of the menu": partial(written, "about/index.md", page("About us", reviewed=REVIEWED, menu=3)),
    "the document": partial(altered, "ethics/index.md", "Some text.", "Some more text."),
    "a template": lambda docs: altered("kinds/article.html", "Related articles", "Newer", docs.parent / "overrides"),
    "a style": lambda docs: altered(
        "assets/site.css", "@media print {", "@media print {\n  h6 { color: red; }", docs.parent / "overrides"
    ),
    "a word of the chrome": lambda docs: altered("locales/fr.po", "Articles liés", "À lire", docs.parent / "overrides"),
    "the address of the site": lambda docs: altered(
        "mkdocs.yml", "site_url: https://", "site_url: https://www.", docs.parent
    ),
    "the name of the site": lambda docs: altered("mkdocs.yml", "site_name: ", "site_name: The ", docs.parent),
    "a fact": partial(altered, "facts.yml", "info@host.org", "other@host.org"),
}
"""What changes every page."""


def built(folder: Path) -> dict[str, bytes]:
    """The site in a folder, as `make site` builds it."""
    command = [sys.executable, "-m", "knowledge.publishing", str(folder / "mkdocs.yml"), str(folder / "site")]
    own = {"PYTHONPATH": str(ROOT / "hooks"), "SOURCE_DATE_EPOCH": MOMENT, "PYTHONDONTWRITEBYTECODE": ""}
    done = run(command, cwd=folder, env=os.environ | own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return files(folder / "site")


def clean(folder: Path, elsewhere: Path) -> dict[str, bytes]:
    """The same site, built in another folder from nothing."""
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(folder, elsewhere, symlinks=True, ignore=shutil.ignore_patterns(".memory", "site"))
    return built(elsewhere)


def laid(home: Path) -> Path:
    """A site in a new folder, not built yet."""
    home.mkdir()
    for name in ("hooks", ".cache"):
        (home / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "overrides", home / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", home)
    for path, text in {**SITE, **MORE}.items():
        (home / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (home / "docs" / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return home


def unkept(home: Path) -> None:
    """A site gets an empty cache of its own, but for fonts, which take long to cut."""
    (home / ".cache").unlink()
    (home / ".cache").mkdir()
    for font in (ROOT / ".cache").glob("*.woff2"):
        shutil.copy(font, home / ".cache")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site that was built once."""
    home = laid(tmp_path / "home")
    built(home)
    return home


@pytest.mark.parametrize(("edits", "together"), [(EDITS, 2), (WIDE, 4)], ids=["of articles", "of all pages"])
def test_whatever_is_edited_the_site_is_the_same_as_from_nothing(
    folder: Path, tmp_path: Path, edits: dict[str, Edit], together: int
) -> None:
    """Few edits between two builds, lest one hides that another was missed."""
    order = sorted(edits, key=store.digest)
    for start in range(0, len(order), together):
        done = order[start : start + together]
        for name in done:
            edits[name](folder / "docs")
        made, wanted = built(folder), clean(folder, tmp_path / "clean")
        assert set(made) ^ set(wanted) == set(), done
        assert [path for path, data in made.items() if wanted[path] != data] == [], done


def remembered(folder: Path) -> dict[str, set[str]]:
    """What is remembered of each language: one thing a page, a body, a text for search, an index."""
    found = {}
    for path in (folder / ".memory").glob("mkdocs-site-*.sqlite"):
        with closing(sqlite3.connect(path)) as base:
            found[path.stem[-2:]] = {key for (key,) in base.execute("SELECT key FROM remembered")}
    return found


@pytest.mark.parametrize("more", [0, 9], ids=["few articles", "many"])
def test_an_edit_of_one_article_makes_one_page_anew_however_many_there_are(folder: Path, more: int) -> None:
    for number in range(more):
        article = page(f"More {number}", date=f"2026-01-{10 + number}", topics=["arts"])
        written(f"news/2026/more-{number}/index.md", article, folder / "docs")
    built(folder)
    before = remembered(folder)
    EDITS["a text"](folder / "docs")
    built(folder)
    made = {code: len(keys - before[code]) for code, keys in remembered(folder).items()}
    assert made == {"en": 5, "fr": 0, "ar": 0}  # its body, what it shows, its page, its words for search, the index
