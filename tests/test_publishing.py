"""A site is published whole or not at all, and the summary says what it holds."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path
from threading import Thread

import pytest
from tests.site.writing import files

from knowledge.publishing import Summary, alone, build, main, place, replace, summarise

CONFIG = "site_name: Small\nnav: [index.md]\n"


def lay(folder: Path, **pages: str) -> Path:
    """A folder with a file for each keyword."""
    folder.mkdir(parents=True)
    for name, text in pages.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def project(folder: Path, body: str = "Welcome.", config: str = CONFIG) -> Path:
    """A project that MkDocs builds without anything of ours; returns its configuration file."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs/index.md").write_text(f"# Home\n\n{body}\n", "utf-8")
    (folder / "small.yml").write_text(config, "utf-8")
    return folder / "small.yml"


def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    old, new = lay(tmp_path / "site", a="old", gone="old"), lay(tmp_path / ".site.new", a="new")
    replace(new, old)
    assert files(old) == {"a": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_first_folder_needs_no_old_one(tmp_path: Path) -> None:
    replace(lay(tmp_path / ".site.new", a="new"), tmp_path / "site")
    assert files(tmp_path) == {"site/a": b"new"}


def test_what_an_interrupted_replacement_left_aside_is_in_nobodys_way(tmp_path: Path) -> None:
    old, new = lay(tmp_path / "site", a="old"), lay(tmp_path / ".site.new", a="new")
    lay(tmp_path / ".site.old", a="older")
    replace(new, old)
    assert files(tmp_path) == {"site/a": b"new"}


def test_a_build_publishes_and_says_where_to_look(tmp_path: Path) -> None:
    lay(tmp_path / "site", stale="old")
    summary = build(project(tmp_path), tmp_path / "site")
    assert summary
    assert summary.place == tmp_path / "site/index.html"
    assert summary.place.is_file()
    assert not (tmp_path / "site/stale").exists()


@pytest.mark.parametrize(
    ("body", "config"),
    [
        ("[nowhere](missing.md)", CONFIG),
        ("Welcome.", "site_name: [unclosed"),
        ("Welcome.", "nonsense: true\n" + CONFIG),
    ],
    ids=["a dead link", "no YAML", "an unknown setting"],
)
def test_a_failed_build_leaves_the_folder_as_it_was(tmp_path: Path, body: str, config: str) -> None:
    site = lay(tmp_path / "site", index="old")
    assert build(project(tmp_path, body, config), site) is None
    assert files(site) == {"index": b"old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site", "small.yml"]


def test_a_failed_build_ends_with_an_error_and_passes_on_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(project(tmp_path, "[nowhere](missing.md)"))]) == 1
    said = capsys.readouterr()
    assert "missing.md" in said.err
    assert "INFO" not in said.err
    assert said.out == "Nothing was published; the previous site is untouched.\n"
    assert not (tmp_path / "site").exists()


def test_the_command_builds_where_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(project(tmp_path)), str(tmp_path / "elsewhere")]) == 0
    assert (tmp_path / "elsewhere/index.html").is_file()
    assert capsys.readouterr().out.endswith(f"Look at {tmp_path / 'elsewhere/index.html'}\n")


SLOW = """
import time
from pathlib import Path
from threading import Thread

def on_pre_build(config):
    print("\\x1epages\\tfr\\t1\\t2", flush=True)
    until = time.monotonic() + 9
    while not Path(__file__).with_name("seen").exists():
        assert time.monotonic() < until, "nobody saw it while the build went on"
"""
"""A build that goes on only when somebody has seen how far it is."""


def test_how_far_a_slow_build_is_can_be_seen_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Watched(StringIO):
        def isatty(self) -> bool:
            return True

        def write(self, said: str) -> int:
            if "1/2" in said:
                (tmp_path / "seen").touch()
            return super().write(said)

    (tmp_path / "slow.py").write_text(SLOW, "utf-8")
    monkeypatch.setattr(sys, "stderr", watched := Watched())
    assert build(project(tmp_path, config=CONFIG + "hooks: [slow.py]\n"), tmp_path / "site")
    assert "Pages:  50%" in watched.getvalue()


def test_a_file_that_is_missing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.yml")]) == 1
    assert "none.yml" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("config", "folder"),
    [
        ("site_name: Small\n", "site"),
        ("site_name: Small\nsite_dir: public\n", "public"),
        ("site_dir: 'public'\n", "public"),
        ('site_dir: "our site"  # for the server\n', "our site"),
        ("site_dir: public # for the server\n", "public"),
        ("site_dir: ../public/\n", "../public"),
        ("extra:\n  site_dir: public\n", "site"),
        ("# site_dir: public\n", "site"),
    ],
)
def test_the_configuration_says_where_the_site_goes(tmp_path: Path, config: str, folder: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    assert place(tmp_path / "mkdocs.yml") == (tmp_path / folder).resolve()


def test_a_site_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    config = project(tmp_path)
    (tmp_path / "site").symlink_to(lay(tmp_path / "served", stale="old"))
    for _ in range(2):
        assert build(config, place(config))
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "served/index.html").is_file()


def shown(site: Path, url: str, chrome: str, text: str | None) -> None:
    """A page whose chrome is in one language, and whose text, if it has one, is in another."""
    article = f'<article lang="{text}">Text</article>' if text else '<article data-kind="listing">List</article>'
    lay(site / url, **{"index.html": f'<!doctype html><html lang="{chrome}"><body>{article}</body></html>'})


def test_pages_are_counted_by_chrome_and_untranslated_ones_by_text(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for url, chrome, text in (
        ("", "en", "en"),
        ("about", "en", "en"),
        ("fr", "fr", "fr"),
        ("fr/about", "fr", "en"),
        ("fr/only-french", "fr", "fr"),
        ("news/page/1", "en", None),
    ):
        shown(site, url, chrome, text)
    summary = summarise(site, 2.0)
    assert summary.pages == {"en": 3, "fr": 3}
    assert summary.untranslated == {"en": 1, "fr": 1}


def test_the_summary_is_a_line_for_each_language() -> None:
    summary = Summary({"fr": 61, "en": 63}, {"fr": 4, "en": 0}, 19.26, Path("site/index.html"))
    assert str(summary).splitlines() == [
        "Built in 19.3 s:",
        "  en: 63 pages; none untranslated",
        "  fr: 61 pages; 4 untranslated",
        "Look at site/index.html",
    ]


def test_a_second_build_of_the_same_site_waits_until_the_first_has_ended(tmp_path: Path) -> None:
    config, order = tmp_path / "mkdocs.yml", list[str]()
    config.touch()

    def second() -> None:
        with alone(config):
            order.append("second")

    other = Thread(target=second)
    with alone(config):
        other.start()
        other.join(0.3)
        order.append("first")
    other.join()
    assert order == ["first", "second"]
