"""What builds cost beside another generator's: `make bench N=1375 RUNS=5` prints ratios, and fails past the budgets.

A shared machine is slow in one direction only, and never twice in the same way. So the builds that are compared take turns,
figures are medians, and what counts are ratios to what Hugo and Pagefind take for the same corpus in the same minutes.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import brotli
from benchmarks import corpus, files
from benchmarks.costs import Cost, cost, middle, total
from benchmarks.peers import HUGO, OTHERS, Peer

from knowledge import traces

BUDGETS = {"from nothing": 6.5, "one article edited": 1.5, "nothing changed": 0.25}
"""The most that a build of ours may take, in times of Hugo and Pagefind on the clock: what was reached, and some room."""


@dataclass(frozen=True)
class Ours:
    """Our site of a corpus, and what may happen to it between two builds."""

    config: Path

    @property
    def site(self) -> Path:
        """Where the site lies."""
        return self.config.parent / "site-ours"

    def build(self) -> Cost:
        """Builds as `make site` does."""
        return cost(self.command)

    @property
    def command(self) -> list[str]:
        """What `make site` runs."""
        return [sys.executable, "-m", "knowledge.publishing", str(self.config), str(self.site)]

    def forget(self) -> None:
        """Nothing is left of builds before but pictures, cards and files to take away."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.rmtree(self.config.parent / ".memory", ignore_errors=True)

    def edit(self) -> None:
        """Somebody adds a sentence to an article."""
        article = max(self.config.parent.glob("docs/news/*/*/index.md"))
        article.write_text(article.read_text("utf-8") + "\nThis sentence was added.\n", "utf-8")

    def doubt(self) -> None:
        """The next build looks at everything, though nothing has changed."""
        traces.place(self.config).unlink(missing_ok=True)

    def leave(self) -> None:
        """Nobody does anything."""

    @property
    def cases(self) -> Mapping[str, Callable[[], None]]:
        """What happens before each build that is measured."""
        return {"from nothing": self.forget, "one article edited": self.edit, "nothing changed": self.leave}


def of_peer(peer: Peer, docs: Path, folder: Path) -> Cost:
    """Another generator's build from nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    peer.lay_out(docs, folder)
    return total([cost(command, folder) for command in peer.commands])


def measure(ours: Ours, docs: Path, runs: int) -> dict[str, list[Cost]]:
    """So many builds of each case, and of Hugo's beside them, in turns."""
    costs: dict[str, list[Cost]] = {name: [] for name in (HUGO.name, *ours.cases)}
    for _ in range(runs):
        costs[HUGO.name].append(of_peer(HUGO, docs, docs.parent / "site-hugo"))
        for name, happens in ours.cases.items():
            happens()
            costs[name].append(ours.build())
    return costs


def table(costs: Mapping[str, Sequence[Cost]], first: str) -> str:
    """A line for each case: medians, and ratios to those of the `first`."""
    rows = [f"{'':<30}{'clock':>9}{'processor':>11}{'memory':>9}   times {first}"]
    against = middle(costs[first])
    for name, made in costs.items():
        cost = middle(made)
        rows.append(
            f"{name:<30}{cost.wall:>7.1f} s{cost.processor:>9.1f} s{cost.memory / 1e6:>6.0f} MB"
            f"   {cost.wall / against.wall:.2f} clock, {cost.processor / against.processor:.2f} processor, "
            f"{cost.memory / against.memory:.2f} memory"
        )
    return "\n".join(rows)


def over(costs: Mapping[str, Sequence[Cost]], budgets: Mapping[str, float], first: str) -> list[str]:
    """The cases that took longer than their budgets."""
    against = middle(costs[first]).wall
    ratios = {name: middle(costs[name]).wall / against for name in budgets}
    return [f"{name}: {ratio:.2f}, budget {budgets[name]}" for name, ratio in ratios.items() if ratio > budgets[name]]


def output(site: Path) -> str:
    """What a build of ours made: files, bytes, and the largest page as a server could send it at best."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    page = max((path for path in sizes if path.suffix == ".html"), key=sizes.__getitem__)
    sent = len(brotli.compress(page.read_bytes()))
    return (
        f"{len(sizes):,} files, {sum(sizes.values()) / 1e6:,.1f} MB; the largest page is "
        f"{page.relative_to(site).as_posix()}, {sent / 1e3:,.1f} KB with Brotli"
    )


def main(articles: int, runs: int, others: bool) -> int:
    """Prints what builds of a corpus of so many articles take; 1 when one took more than its budget."""
    config = corpus.renew(articles)
    ours, docs = Ours(config), config.parent / "docs"
    ours.build()  # pictures, cards and files to take away are made
    costs = measure(ours, docs, runs)
    for peer in OTHERS if others else ():
        costs[peer.name] = [of_peer(peer, docs, docs.parent / "site-peer")]
    print(f"{articles:,} articles in {runs} rounds on {os.cpu_count()} cores; other generators but Hugo once")
    print(f"{table(costs, HUGO.name)}\n{output(ours.site)}")
    print(f"files to take away\n{files.measure(config, ours.site, ours.doubt, ours.build)}")
    spent = over(costs, BUDGETS, HUGO.name)
    print("\n".join(f"Over budget: {line}" for line in spent) or "Within all budgets.")
    return 1 if spent else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] == ["yes"]))
