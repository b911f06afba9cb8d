"""What a build costs: `make bench N=1375 RUNS=3` builds a corpus and prints time, memory and size, one line a figure.

Every generator that is measured is a `Generator`: a command, run on the same corpus from a clean start. Figures are medians
of the runs, because a shared machine is slow in one direction only.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import brotli
from benchmarks import corpus, files
from benchmarks.costs import Cost, cost


@dataclass(frozen=True)
class Generator:
    """A way to build a site from a corpus."""

    name: str
    command: Callable[[Path, Path], Sequence[str]]
    """From the corpus's configuration file and the folder the site shall lie in."""


OURS = Generator("ours", lambda config, site: [sys.executable, "-m", "knowledge.publishing", str(config), str(site)])

GENERATORS = (OURS,)


@dataclass(frozen=True)
class Output:
    """What a build made."""

    size: int
    """Bytes of all files."""

    files: int
    page: Path
    """The largest HTML file."""

    sent: int
    """Bytes of that page with Brotli at its strongest."""


def output(site: Path) -> Output:
    """Counts and weighs the files of a finished site."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    page = max((path for path in sizes if path.suffix == ".html"), key=sizes.__getitem__)
    return Output(sum(sizes.values()), len(sizes), page.relative_to(site), len(brotli.compress(page.read_bytes())))


def table(costs: Sequence[Cost], made: Output) -> str:
    """The figures, one a line: medians of the builds, and the last one's output."""
    rows = {
        "wall time": f"{median(cost.wall for cost in costs):.1f} s",
        "processor time": f"{median(cost.processor for cost in costs):.1f} s",
        "peak memory": f"{median(cost.memory for cost in costs) / 1e6:,.0f} MB",
        "output": f"{made.size / 1e6:,.1f} MB",
        "files": f"{made.files:,}",
        "largest page": f"{made.sent / 1e3:,.1f} KB with Brotli ({made.page})",
    }
    return "\n".join(f"  {name:<16}{figure}" for name, figure in rows.items())


def measure(generator: Generator, config: Path, runs: int) -> str:
    """Builds a corpus so many times, each time from nothing but the caches, and tells what it took."""
    site, costs = config.parent / f"site-{generator.name}", []
    for _ in range(runs):
        shutil.rmtree(site, ignore_errors=True)
        costs.append(cost(generator.command(config, site)))
    return table(costs, output(site))


def main(articles: int, runs: int) -> None:
    """Prints what each generator takes for a corpus of so many articles."""
    config = corpus.renew(articles)
    for generator in GENERATORS:
        figures = measure(generator, config, runs)
        builds = "1 build" if runs == 1 else f"median of {runs} builds"
        print(f"{generator.name}: {articles:,} articles, {builds} on {os.cpu_count()} cores\n{figures}")
    site = config.parent / f"site-{OURS.name}"
    print(f"files to take away\n{files.measure(config, site, OURS.command(config, site), cost)}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
