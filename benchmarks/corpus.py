"""A large site to measure with: `make corpus N=1375` writes so many articles in three languages, and twenty documents.

The same numbers give the same bytes on every machine. The texts come from a grammar: plausible sentences, so that search,
compression and line breaking have real work, and a translation says what its original says.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from os.path import relpath
from pathlib import Path

import yaml
from benchmarks import articles as archive
from benchmarks import documents, frame
from benchmarks.references import references

from knowledge import languages, reading
from knowledge.catalogue import Catalogue
from knowledge.configuration import Configuration
from knowledge.documents import freshness, holdings, ledgers, register
from knowledge.languages import Languages

ROOT = Path(__file__).parents[1]

DOCUMENTS = 20
"""Documents of a corpus, those of the frame included."""


def write(folder: Path, articles: int, seed: int = 1, binding: int = DOCUMENTS) -> None:
    """Writes the content of a site into a new folder; raises FileExistsError when there is one already.

    `binding` is the number of documents; those of the frame are always there.
    """
    catalogue, _ = reading.read(ROOT / "docs", site_languages())
    frame.copy(ROOT / "docs", folder, catalogue)
    frame.add_years(folder, catalogue, range(archive.FIRST.year, archive.LAST.year + 1))
    for path, text in files(catalogue, articles, seed, binding):
        place = folder / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, "utf-8")
    remember(folder, catalogue.languages)


def remember(folder: Path, spoken: Languages) -> None:
    """Every document remembers its numbers, and every translation what it was made from, as the commands for it write."""
    books = holdings.read(Configuration(folder.parent, folder, spoken))
    for _ in register.register(books):
        pass
    for entry in books.catalogue.entries.values():
        said = ledgers.stamped(freshness.said(entry.texts[entry.original]))
        for code in entry.texts.keys() - {entry.original}:
            ledgers.save(books.folder(entry), f"{code}.json", said)


def files(catalogue: Catalogue, articles: int, seed: int, binding: int = DOCUMENTS) -> Iterator[tuple[str, str]]:
    """The path and the text of every file that is not in the frame, whose catalogue is given."""
    known = sum(1 for _ in catalogue.of_kind("document"))
    for document in documents.documents(max(0, binding - known), seed, "policies"):
        yield from document.files(catalogue.languages)
    outlines = archive.outlines(articles, seed, "news", [language.code for language in catalogue.languages.all])
    for outline in outlines:
        bodies = archive.write(outline, references(outline, outlines, catalogue, seed), seed)
        yield from archive.files(outline, bodies, catalogue.languages)


def site_languages() -> Languages:
    """The languages of our site."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    return languages.read(settings["plugins"]["i18n"]["languages"], settings["site_name"])


def lay_out(folder: Path, articles: int, seed: int = 1, binding: int = DOCUMENTS) -> Path:
    """A corpus that `make site CONFIG=` builds, in a new folder: its configuration file, which inherits ours.

    Doors and templates are found beside a configuration, so links to ours lie there.
    """
    write(folder / "docs", articles, seed, binding)
    (ROOT / ".cache").mkdir(exist_ok=True)
    for name in ("hooks", "overrides", ".cache"):
        (folder / name).symlink_to(ROOT / name)
    config = folder / "mkdocs.yml"
    config.write_text(f"INHERIT: {relpath(ROOT / 'mkdocs.yml', folder)}\ndocs_dir: docs\nsite_dir: site\n", "utf-8")
    return config


def renew(articles: int, seed: int = 1) -> Path:
    """The configuration file of a corpus below `.build/`, written anew."""
    folder = ROOT / ".build" / f"corpus-{articles}"
    shutil.rmtree(folder, ignore_errors=True)
    return lay_out(folder, articles, seed)


if __name__ == "__main__":
    made = renew(int(sys.argv[1])).relative_to(ROOT)
    print(f"Written: {made.parent / 'docs'}. Build it with: make site CONFIG={made}")
