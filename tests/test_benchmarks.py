"""What a build costs is measured with every process it starts, and told one line a figure."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks import files
from benchmarks.build import output, table
from benchmarks.costs import Cost, cost

BUSY = "from time import monotonic; held = bytearray(90_000_000); end = monotonic() + 1\nwhile monotonic() < end: pass"


def test_processes_that_a_command_starts_count() -> None:
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}])"
    spent = cost([sys.executable, "-c", parent])
    assert spent.wall >= 1
    assert spent.processor > 0.1
    assert spent.memory > 90_000_000


def test_a_build_that_fails_has_no_figures() -> None:
    with pytest.raises(ChildProcessError, match="ended with 3"):
        cost([sys.executable, "-c", "raise SystemExit(3)"])


def test_the_largest_page_is_weighed_as_it_is_sent(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "index.html").write_text("<p>short</p>", "utf-8")
    (tmp_path / "news/index.html").write_text("<p>long</p>" * 1000, "utf-8")
    (tmp_path / "data.bin").write_bytes(b"x" * 50_000)
    made = output(tmp_path)
    assert (made.files, made.size, made.page) == (3, 12 + 11_000 + 50_000, Path("news/index.html"))
    assert made.sent < 100


def test_figures_are_medians_one_a_line(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>short</p>", "utf-8")
    costs = [Cost(wall, 2 * wall, int(wall * 1e6)) for wall in (9.0, 1.0, 2.0)]
    lines = table(costs, output(tmp_path)).splitlines()
    assert [line.split()[:2] for line in lines[:3]] == [["wall", "time"], ["processor", "time"], ["peak", "memory"]]
    assert [line.split()[2:] for line in lines[:3]] == [["2.0", "s"], ["4.0", "s"], ["2", "MB"]]
    assert len(lines) == 6


def test_what_a_file_takes_is_what_a_build_takes_longer_that_makes_them() -> None:
    said = files.table(Cost(70.0, 100.0, 0), Cost(20.0, 30.0, 0), 200, [("all.zip", 8_460_000)])
    assert [line.split() for line in said.splitlines()] == [
        ["a", "file,", "cold", "0.25", "s,", "0.35", "s", "of", "processor", "time", "(200", "files)"],
        ["all.zip", "8.5", "MB"],
    ]


def test_a_corpus_is_lent_everything_but_the_files_it_shall_make(tmp_path: Path) -> None:
    for name in ("ours/downloads", "ours/attachments", "corpus"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "corpus/.cache").symlink_to(tmp_path / "ours")
    assert files.lend(tmp_path / "corpus/mkdocs.yml") == tmp_path / "corpus/.cache/downloads"
    assert [path.name for path in (tmp_path / "corpus/.cache").iterdir()] == ["attachments"]
    assert (tmp_path / "ours/downloads").is_dir()
