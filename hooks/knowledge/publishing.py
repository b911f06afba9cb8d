"""Building the site whole or not at all: `python -m knowledge.publishing` is what `make site` runs.

The site is built beside the old one and takes its place only when the build, in strict mode, has succeeded. A failed build
leaves the previous `site/` as it was. What only a published site needs, and a preview does not, is made here.
"""

from __future__ import annotations

import dataclasses
import fcntl
import os
import re
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen
from time import monotonic

from knowledge import compression, configuration, legacy, memory, progress, provenance, traces
from knowledge.languages import ALONE
from knowledge.problems import report
from knowledge.progress import Watch
from knowledge.provenance import Digests
from knowledge.traces import Trace

PLAIN = {progress.ASKED: "1", "NO_MKDOCS_2_WARNING": "1", "COLUMNS": "0", "PYTHONUTF8": "1"}
"""No advertisement about MkDocs 2, which Material prints at every build (README says more); one line for each problem."""

SITE_DIR = re.compile(r"""^site_dir:[ \t]*["']?(?P<folder>[^"'#\n]+)""", re.M)


@dataclass(frozen=True)
class Summary:
    """What a build made."""

    pages: Mapping[str, int]
    """Pages in each language's part of the site, by language code."""

    untranslated: Mapping[str, int]
    """Pages of the site that have no text in that language."""

    seconds: float
    place: Path
    """The first page."""

    unchanged: bool = False
    """Whether there was nothing to build."""

    spent: Mapping[str, float] = field(default_factory=dict)
    """Seconds of each stage."""

    def __str__(self) -> str:
        rows = [
            f"  {code}: {count} pages; {self.untranslated[code] or 'none'} untranslated"
            for code, count in sorted(self.pages.items())
        ]
        done = "Nothing has changed since the last build" if self.unchanged else f"Built in {self.seconds:.1f} s"
        times = ", ".join(f"{progress.STAGES[stage].lower()} {spent:.1f} s" for stage, spent in self.spent.items())
        return "\n".join([f"{done}:", *rows, *([f"  time: {times}"] if times else []), f"Look at {self.place}"])


def summarise(site: Path, seconds: float) -> Summary:
    """Counts the pages of a finished site by the language around the text, and compares the languages of the texts."""
    pages: Counter[str] = Counter()
    texts: dict[str, set[str]] = defaultdict(set)
    for path in site.rglob("index.html"):
        page = path.read_text("utf-8")
        chrome = _language(page, "html")
        pages[chrome] += 1
        if _language(page, "article") == chrome:
            texts[chrome].add(path.relative_to(site).as_posix().removeprefix(f"{chrome}/"))
    every = set().union(*texts.values())
    return Summary(pages, {code: len(every - texts[code]) for code in pages}, seconds, site / "index.html")


def _language(page: str, element: str) -> str:
    """The language that the first such element of a page of ours says it has."""
    found = re.search(rf'<{element}\b[^>]*\blang="([^"]*)"', page)
    return found[1] if found else ""


def replace(new: Path, old: Path) -> None:
    """Puts a finished folder in the place of another; at every moment one of the two is whole on disk."""
    aside = old.with_name(f".{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def alone(config: Path) -> Iterator[None]:
    """Two builds of one site would write into the same folders: the second waits."""
    with config.open("rb") if config.is_file() else nullcontext() as lock:
        if lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build(config: Path, site: Path, quiet: bool = False) -> Summary | None:
    """Builds the site of a configuration file into `site`; None when the build failed and `site` is as it was."""
    with alone(config):
        return _build(config, site, quiet)


def _build(config: Path, site: Path, quiet: bool) -> Summary | None:
    start, fresh, watch = monotonic(), site.with_name(f".{site.name}.new"), Watch(quiet=quiet)
    made_from, sources, trace = provenance.origin(config.parent), traces.sources(config), traces.read(config)
    before = provenance.digests(site) if trace else {}
    last = site if trace and trace.site == traces.site(before) else None
    if last and trace and (summary := _unchanged(trace, site, before, sources, made_from)):
        return summary
    shutil.rmtree(fresh, ignore_errors=True)
    said: list[str] = []
    if not mkdocs(config, fresh, said, watch, **{legacy.ASKED: str(last or "")}):
        shutil.rmtree(fresh, ignore_errors=True)
        return None
    left = legacy.left(fresh)
    watch.begin("packing")
    compression.compress(fresh, last)
    found = provenance.digests(fresh)
    (fresh / provenance.PLACE).write_text(provenance.written(found, made_from, provenance.build_day()), "utf-8")
    replace(fresh, site)
    watch.end()
    made = dataclasses.replace(summarise(site, monotonic() - start), spent=watch.spent)
    pages, lacking = dict(made.pages), made.untranslated
    traces.write(config, Trace(sources, traces.site(found), said, pages, lacking, left, provenance.program()))
    return made


def _unchanged(trace: Trace, site: Path, found: Digests, sources: str, made_from: provenance.Origin) -> Summary | None:
    """What the last build made, when it would be made again; what was told then is told, and another commit is named."""
    place = site / provenance.PLACE
    if not (sources and trace.sources == sources and place.is_file()):
        return None
    print("".join(trace.said), end="", file=sys.stderr)
    place.write_text(provenance.written(found, made_from, provenance.build_day()), "utf-8")
    return Summary(trace.pages, trace.untranslated, 0, site / "index.html", unchanged=True)


def mkdocs(config: Path, folder: Path, said: list[str], watch: Watch, **asked: str) -> bool:
    """Whether MkDocs built the site without a warning; what it says is passed on as it comes, and is in `said` then.

    `asked` are variables of the environment by which it is asked for something; nobody else asks it for less than the whole.

    Its own `--quiet` would silence warnings before `--strict` can count them.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(folder)]
    with Popen(
        command, env=os.environ | PLAIN | {ALONE: ""} | asked, stdout=PIPE, stderr=STDOUT, encoding="utf-8"
    ) as done:
        for line in done.stdout or ():
            if not watch.hear(line) and line.strip() and not line.startswith("INFO"):
                watch.say(line)
                said += [] if line.startswith(memory.DAMAGED) else [line]
    watch.end()
    return done.returncode == 0


def place(config: Path) -> Path:
    """The folder that a configuration file names as its `site_dir`, else `site` beside it.

    Where that is a link, the folder it leads to: a rename would replace the link itself. A file that is missing or no YAML
    is left to MkDocs, which says so well.
    """
    named = SITE_DIR.search(config.read_text("utf-8")) if config.is_file() else None
    return (config.parent / (named["folder"].strip() if named else "site")).resolve()


def main(arguments: list[str]) -> int:
    """Builds the site of `mkdocs.yml`, or of the file named first, where that says or into the folder named second.

    With `-q` nobody is told how far it is.
    """
    names = [name for name in arguments if name != "-q"]
    config, *site = [Path(name).resolve() for name in names or ["mkdocs.yml"]]
    if unread := configuration.faults(config, config.name) if config.is_file() else []:
        print(report(unread), file=sys.stderr)
        return 1
    summary = build(config, site[0] if site else place(config), quiet="-q" in arguments)
    print(summary or "Nothing was published; the previous site is untouched.")
    return 0 if summary else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
