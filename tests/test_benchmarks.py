"""What a build costs is measured with every process it starts, and told one line a figure."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from benchmarks import files, peers
from benchmarks.build import Ours, output, over, table
from benchmarks.costs import Cost, cost

BUSY = "from time import monotonic; held = bytearray(90_000_000); end = monotonic() + 1\nwhile monotonic() < end: pass"


def test_processes_that_a_command_starts_count() -> None:
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}])"
    spent = cost([sys.executable, "-c", parent])
    assert spent.wall >= 1
    assert spent.processor > 0.1
    assert spent.memory > 90_000_000


def test_a_build_that_fails_has_no_figures() -> None:
    with pytest.raises(ChildProcessError, match="ended with 3\nwhy"):
        cost([sys.executable, "-c", "import sys; print('why', file=sys.stderr); raise SystemExit(3)"])


def test_the_largest_page_is_weighed_as_it_is_sent(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "index.html").write_text("<p>short</p>", "utf-8")
    (tmp_path / "news/index.html").write_text("<p>long</p>" * 1000, "utf-8")
    (tmp_path / "data.bin").write_bytes(b"x" * 50_000)
    assert re.fullmatch(
        r"3 files, 0\.1 MB; the largest page is news/index\.html, 0\.0 KB with Brotli", output(tmp_path)
    )


ROUNDS = {
    "peer": [Cost(2.0, 4.0, 100), Cost(9.0, 9.0, 100), Cost(2.0, 4.0, 100)],
    "quick": [Cost(1.0, 1.0, 50), Cost(1.0, 1.0, 50), Cost(50.0, 9.0, 50)],
    "slow": [Cost(6.0, 8.0, 200)],
}


def test_figures_are_medians_and_ratios_a_line_for_each_case() -> None:
    peer, quick, slow = table(ROUNDS, "peer").splitlines()[1:]
    assert "0.50 clock, 0.25 processor, 0.50 memory" in quick
    assert "3.00 clock, 2.00 processor, 2.00 memory" in slow
    assert peer.split()[:5] == ["peer", "2.0", "s", "4.0", "s"]


def test_what_takes_longer_than_its_budget_is_named() -> None:
    assert over(ROUNDS, {"quick": 0.6, "slow": 2.9}, "peer") == ["slow: 3.00, budget 2.9"]


def test_hugo_finds_pages_with_others_below_where_it_looks(tmp_path: Path) -> None:
    docs = tmp_path / ".build/docs"
    for name in ("index.md", "facts.yml", "news/index.fr.md", "news/2026/x/index.md", "news/2026/x/a.png", ".git/x.md"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("x", "utf-8")
    peers.hugo(docs, tmp_path / "out")
    content = tmp_path / "out/content"
    made = sorted(path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file())
    assert made == ["_index.md", "news/2026/x/a.png", "news/2026/x/index.md", "news/_index.fr.md"]
    assert (tmp_path / "out/hugo.toml").is_file()


def test_an_edit_changes_one_article(tmp_path: Path) -> None:
    for name in ("2025/a", "2026/b"):
        (tmp_path / "docs/news" / name).mkdir(parents=True)
        (tmp_path / "docs/news" / name / "index.md").write_text("Text.\n", "utf-8")
    Ours(tmp_path / "mkdocs.yml").edit()
    texts = [path.read_text("utf-8") for path in sorted(tmp_path.glob("docs/news/*/*/index.md"))]
    assert texts == ["Text.\n", "Text.\n\nThis sentence was added.\n"]


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
