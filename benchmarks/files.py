"""What files to take away cost: seconds for each of them when none is kept from before, and what copies to carry weigh.

A build that makes them all is measured, and at once another that finds them: the difference is theirs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.costs import Cost, cost

KEPT = "downloads"
"""The folder of the cache that holds them."""


def lend(config: Path) -> Path:
    """Gives a corpus a cache of its own with everything of ours but such files; returns where they will be kept."""
    cache = config.parent / ".cache"
    ours = cache.resolve()
    cache.unlink()
    cache.mkdir()
    for path in ours.iterdir():
        if path.name != KEPT:
            (cache / path.name).symlink_to(path)
    return cache / KEPT


def table(cold: Cost, warm: Cost, made: int, copies: Sequence[tuple[str, int]]) -> str:
    """The figures, one a line: seconds a file of `made`, and the size of each copy."""
    wall, processor = (cold.wall - warm.wall) / made, (cold.processor - warm.processor) / made
    rows = {"a file, cold": f"{wall:.2f} s, {processor:.2f} s of processor time ({made:,} files)"}
    rows |= {name: f"{size / 1e6:.1f} MB" for name, size in copies}
    width = max(map(len, rows)) + 2
    return "\n".join(f"  {name:<{width}}{figure}" for name, figure in rows.items())


def measure(config: Path, site: Path, doubt: Callable[[], None], build: Callable[[], Cost]) -> str:
    """Builds a corpus without and with such files, carries it, and tells what it took."""
    kept = lend(config)
    costs = []
    for _ in range(2):
        doubt()
        costs.append(build())
    cold, warm = costs
    cost([sys.executable, "-m", "knowledge.offline.carrying", str(config), str(site)])
    copies = [(path.name, path.stat().st_size) for path in sorted(site.with_name("offline").glob("*_offline_*"))]
    return table(cold, warm, sum(1 for _ in kept.iterdir()), copies)
