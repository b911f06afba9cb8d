"""Makes all files that are wanted, several at once, and only those that are not kept from an earlier build.

A file depends on the text, its pictures, our templates, the typeface and the tools: their digest is its name in the cache.
What cannot be made is told as a problem, one line a file, and all others are made all the same. Threads are enough: Pandoc
is a process of its own, and Typst works outside Python's lock.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from importlib.metadata import version
from pathlib import Path

from knowledge import fonts, store
from knowledge.downloads import epub, pandoc, pdf, plates, textfile, wordfile
from knowledge.downloads.deliveries import Delivery, delivery
from knowledge.downloads.paper import Paper, paper
from knowledge.downloads.printables import ENDINGS, Printable
from knowledge.fields import Unfit
from knowledge.problems import Problem
from knowledge.progress import Counter

PICTURE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"')
PAUSE = 2.0
"""Seconds between two words on how far it is."""

RECIPE = store.digest("2", Path(fonts.__file__).read_bytes())
"""The number counts changes to `paper`, `blanks`, `columns`, `openings` and `parcels`, which all formats share; fonts too."""

Maker = Callable[[Printable, Paper], bytes]


@dataclass(frozen=True)
class Printed:
    """What came of it."""

    files: Mapping[str, Path]
    """Where each file lies, by its name."""

    problems: Sequence[Problem]
    """What could not be made."""

    def of(self, text: Printable, folder: str) -> list[Delivery]:
        """What was made of a text, in the order of formats, as it will lie in a `folder` of the site."""
        names = [name for ending in ENDINGS if (name := text.name(ending)) in self.files]
        return [delivery(folder, self.files[name], name, text.language, text.version) for name in names]


@dataclass(frozen=True)
class Workshop:
    """What all files have in common: templates, typefaces, tools."""

    templates: Path
    """The folder of the templates, which only this package reads."""

    cache: Path
    """Where files are kept between builds."""

    @cached_property
    def makers(self) -> dict[str, Maker]:
        """What makes a file, by its ending."""
        return {
            "pdf": pdf.Setter(self.templates, fonts.whole(self.cache)).made,
            "docx": wordfile.Setter(self.templates).made,
            "epub": epub.Setter(self.templates, self.cache).made,
            "txt": textfile.made,
        }

    @cached_property
    def recipes(self) -> dict[str, str]:
        """What the bytes of a file depend on besides its text, by its ending."""
        shared = [RECIPE, plates.RECIPE, *(version(name) for name in ("lxml", "typst", "pymupdf-fonts", "fonttools"))]
        shared += [store.digest(path.read_bytes()) for path in sorted(self.templates.rglob("*")) if path.is_file()]
        rooms = {"pdf": pdf.RECIPE, "docx": wordfile.RECIPE, "epub": epub.RECIPE, "txt": textfile.RECIPE}
        return {ending: store.digest(ending, pandoc.version(), recipe, *shared) for ending, recipe in rooms.items()}

    def place(self, printable: Printable, ending: str) -> Path:
        """Where a file is kept, once it is made."""
        return self.cache / "downloads" / f"{store.digest(self.recipes[ending], *_ingredients(printable))}.{ending}"


@dataclass(frozen=True)
class Job:
    """One file that is wanted."""

    printable: Printable
    ending: str
    place: Path

    @property
    def name(self) -> str:
        """What it is called where readers find it."""
        return self.printable.name(self.ending)

    def fault(self, what: str, cure: str) -> Problem:
        """Why it cannot be made, with everything that finds it."""
        said = f"{self.name} for {self.printable.address} cannot be made: {what}"
        return Problem(self.printable.source, 1, "download", said, cure)


def make(
    printables: Iterable[Printable],
    workshop: Workshop,
    endings: Sequence[str] = ENDINGS,
    told: Callable[[str], None] = lambda _: None,
) -> Printed:
    """Every file of every text, made where the cache lacks it; `told` hears now and then how far it is."""
    jobs = [Job(item, ending, workshop.place(item, ending)) for item in printables for ending in endings]
    lacking = [job for job in jobs if not job.place.is_file()]
    problems = list(_made(lacking, workshop, told))
    return Printed({job.name: job.place for job in jobs if job.place.is_file()}, problems)


def _made(jobs: Sequence[Job], workshop: Workshop, told: Callable[[str], None]) -> Iterator[Problem]:
    """Makes files, and yields the problem of each that cannot be made."""
    papers: dict[int, _Sheet] = {id(job.printable): _Sheet(job.printable) for job in jobs}
    codes = " ".join(sorted({job.printable.language.code for job in jobs}))
    progress = Counter("files", codes, len(jobs), told)
    makers = workshop.makers if jobs else {}  # typefaces are read once, before the threads begin
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        works = [pool.submit(_try, job, papers[id(job.printable)], makers[job.ending]) for job in jobs]
        for work in as_completed(works):
            progress.step()
            if problem := work.result():
                yield problem


@dataclass(frozen=True)
class _Sheet:
    """A text that is readied for print once, for whichever format comes first."""

    printable: Printable

    @cached_property
    def paper(self) -> Paper:
        return paper(self.printable)


def _try(job: Job, sheet: _Sheet, maker: Maker) -> Problem | None:
    try:
        store.kept(job.place, lambda: maker(job.printable, sheet.paper))
    except Unfit as fault:
        return job.fault(fault.what, fault.cure)
    except Exception as fault:
        return job.fault(f"{type(fault).__name__}: {fault}", "tell those who look after the generator")
    return None


def _ingredients(printable: Printable) -> Iterator[str | bytes]:
    """Everything about a text that its files show."""
    language = printable.language
    yield repr((printable.identifier, printable.version, language.code, language.name, language.site_name))
    yield repr((printable.title, printable.summary, printable.state, printable.draft, printable.facts))
    yield repr((printable.address, printable.page, sorted(printable.words.items()), printable.day))
    yield printable.html
    for address in PICTURE.findall(printable.html):
        path = printable.find(unescape(address))
        yield path.read_bytes() if path and path.is_file() else b""
