"""What a build costs: `make bench N=1375 RUNS=3` builds a corpus and prints time, memory and size, one line a figure.

Every generator that is measured is a `Generator`: a command, run on the same corpus from a clean start. Figures are medians
of the runs, because a shared machine is slow in one direction only.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from subprocess import DEVNULL, Popen, TimeoutExpired
from time import monotonic

import brotli
import psutil
from benchmarks import corpus

INTERVAL = 0.2
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Generator:
    """A way to build a site from a corpus."""

    name: str
    command: Callable[[Path, Path], Sequence[str]]
    """From the corpus's configuration file and the folder the site shall lie in."""


OURS = Generator("ours", lambda config, site: [sys.executable, "-m", "knowledge.publishing", str(config), str(site)])

GENERATORS = (OURS,)


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    wall: float
    """Seconds on the clock."""

    processor: float
    """Seconds of all cores together, in all processes."""

    memory: int
    """Bytes resident in all processes together, at the worst moment."""


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


def cost(command: Sequence[str]) -> Cost:
    """Runs a command and measures it with all its children; raises ChildProcessError when it fails."""
    before, start = getrusage(RUSAGE_CHILDREN), monotonic()
    with Popen(command, stdout=DEVNULL, env=os.environ | {"PYTHONPATH": str(corpus.ROOT / "hooks")}) as process:
        memory = _peak(process)
    wall, after = monotonic() - start, getrusage(RUSAGE_CHILDREN)
    if process.returncode:
        raise ChildProcessError(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, memory)


def _peak(process: Popen[bytes]) -> int:
    """Watches a process and those it starts until it ends: the most memory they held together."""
    peak = 0
    while process.returncode is None:
        with suppress(TimeoutExpired):
            process.wait(INTERVAL)
        with suppress(psutil.NoSuchProcess):
            peak = max(peak, _resident(psutil.Process(process.pid)))
    return peak


def _resident(parent: psutil.Process) -> int:
    total = 0
    for process in [parent, *parent.children(recursive=True)]:
        with suppress(psutil.NoSuchProcess):
            total += process.memory_info().rss
    return total


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


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
