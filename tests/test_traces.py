"""A site is built again when anything it is made from has changed, or anything in it, and not otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import provenance, publishing, traces
from knowledge.progress import Watch
from knowledge.traces import Trace

CONFIG = """\
INHERIT: above.yml
site_name: Small
docs_dir: content
theme: {custom_dir: looks}
hooks: [doors/own.py]
"""
ABOVE = "plugins:\n  i18n:\n    languages:\n      - {locale: en, name: English, default: true}\n"


def lay(folder: Path, files: dict[str, str]) -> None:
    """Writes files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The configuration of a project with a page and a template."""
    lay(
        tmp_path,
        {
            "small.yml": CONFIG,
            "above.yml": ABOVE,
            "content/index.md": "Words",
            "looks/main.html": "<p>",
            "doors/own.py": "",
        },
    )
    return tmp_path / "small.yml"


EDITS: dict[str, Callable[[Path], object]] = {
    "a text": lambda home: lay(home, {"content/index.md": "Other words"}),
    "a new file": lambda home: lay(home, {"content/a/photo.jpg": "x"}),
    "a file renamed": lambda home: (home / "content/index.md").rename(home / "content/other.md"),
    "a file deleted": lambda home: (home / "content/index.md").unlink(),
    "a template": lambda home: lay(home, {"looks/main.html": "<b>"}),
    "the configuration": lambda home: lay(home, {"small.yml": CONFIG + "site_author: Us\n"}),
    "a door of its own": lambda home: lay(home, {"doors/own.py": "# another"}),
    "what it inherits": lambda home: lay(home, {"above.yml": ABOVE + "copyright: Ours\n"}),
}


@pytest.mark.parametrize("edit", EDITS)
def test_whatever_changes_is_seen(config: Path, edit: str) -> None:
    before = traces.sources(config)
    EDITS[edit](config.parent)
    assert before
    assert before != traces.sources(config)


def test_nothing_changed_is_seen_too(config: Path) -> None:
    before = traces.sources(config)
    (config.parent / "content/index.md").touch()
    assert before == traces.sources(config)


@pytest.mark.parametrize("what", ["the day", "the program"])
def test_what_lies_outside_the_folder_counts(config: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    before = traces.sources(config)
    if what == "the day":
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    else:
        monkeypatch.setattr(provenance, "program", lambda: "another")
    assert before != traces.sources(config)


@pytest.mark.parametrize("asks", [True, False])
def test_the_environment_counts_where_it_is_asked_for(
    config: Path, monkeypatch: pytest.MonkeyPatch, asks: bool
) -> None:
    lay(config.parent, {"small.yml": CONFIG + ("site_url: !ENV SITE\n" if asks else "")})
    before = traces.sources(config)
    monkeypatch.setenv("SITE", "https://other.org/")
    assert (before != traces.sources(config)) == asks


@pytest.mark.parametrize("text", ["site_name: [", "", "plugins: 3", "INHERIT: nowhere.yml"])
def test_a_configuration_that_cannot_be_used_has_no_digest(config: Path, text: str) -> None:
    config.write_text(text, "utf-8")
    assert traces.sources(config) == ""


TRACE = Trace("a", "b", ["c\n"], {"en": 3}, {"en": 0}, "ZA==", "e")


@pytest.mark.parametrize(
    "damage", [lambda _: b"", lambda _: b"{", lambda _: b"\xff", lambda data: data.replace(b"3", b"4")]
)
def test_a_damaged_trace_is_none_and_told_in_one_line(config: Path, damage: Callable[[bytes], bytes]) -> None:
    traces.write(config, TRACE)
    place = config.parent / ".memory/small-trace.json"
    place.write_bytes(damage(place.read_bytes()))
    said: list[str] = []
    assert traces.read(config, said.append) is None
    assert said == ["What was kept in .memory/small-trace.json is damaged: it is made anew."]


def test_what_another_program_left_is_none_and_nothing_is_told(config: Path) -> None:
    traces.write(config, TRACE)
    assert traces.read(config, pytest.fail) is None


def test_where_nothing_was_built_nothing_is_told(config: Path) -> None:
    assert traces.read(config, pytest.fail) is None


class Builder:
    """Stands for MkDocs: writes a page, and tells of something."""

    def __init__(self, said: str = "") -> None:
        self.times, self.said = 0, said

    def __call__(self, config: Path, folder: Path, said: list[str], watch: Watch, **asked: str) -> bool:
        self.times += 1
        lay(
            folder,
            {
                "index.html": '<html lang="en"><body><article lang="en">'
                + (config.parent / "content/index.md").read_text()
            },
        )
        said += [self.said]
        return True


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Builder:
    made = Builder("Held back until Monday: content/late/index.md\n")
    monkeypatch.setattr(publishing, "mkdocs", made)
    return made


def test_what_has_not_changed_is_not_built_again(
    config: Path, builder: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    site = config.parent / "site"
    first, second = (publishing.build(config, site) for _ in range(2))
    assert (builder.times, first and first.unchanged, second and second.unchanged) == (1, False, True)
    assert str(second).splitlines()[:2] == [
        "Nothing has changed since the last build:",
        "  en: 1 pages; none untranslated",
    ]
    assert capsys.readouterr().err == builder.said


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a page changed": lambda site: lay(site, {"index.html": "<p>Not ours.</p>"}),
    "a page more": lambda site: lay(site, {"more.html": "<p>Not ours.</p>"}),
    "a page less": lambda site: (site / "index.html").unlink(),
    "no origin": lambda site: (site / "build.json").unlink(),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_site_that_somebody_changed_is_built_again(config: Path, builder: Builder, damage: str) -> None:
    site = config.parent / "site"
    publishing.build(config, site)
    whole = (site / "index.html").read_bytes()
    DAMAGES[damage](site)
    publishing.build(config, site)
    assert (builder.times, (site / "index.html").read_bytes(), (site / "more.html").exists()) == (2, whole, False)


def test_another_commit_with_the_same_files_is_named(
    config: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = config.parent / "site"
    for commit in ("one", "two"):
        monkeypatch.setattr(provenance, "origin", lambda _, commit=commit: {"commit": commit})
        publishing.build(config, site)
    said = json.loads((site / "build.json").read_text("utf-8"))
    assert (builder.times, said["commit"], said["digest"]) == (1, "two", provenance.digest(provenance.digests(site)))


def test_an_origin_that_was_cut_off_is_written_anew(config: Path, builder: Builder) -> None:
    site = config.parent / "site"
    publishing.build(config, site)
    whole = (site / "build.json").read_bytes()
    (site / "build.json").write_text("{", "utf-8")
    publishing.build(config, site)
    assert (builder.times, (site / "build.json").read_bytes()) == (1, whole)


def test_a_trace_says_what_was_made(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provenance, "program", lambda: TRACE.program)
    traces.write(config, TRACE)
    assert traces.read(config) == TRACE
