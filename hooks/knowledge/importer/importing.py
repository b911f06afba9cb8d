"""Bringing an archive: `python -m knowledge.importer.importing export.xml` is what `make import FILE=export.xml` runs.

The export is read twice, so that it need not fit into memory: once to see which texts belong together and where each will
lie, once to write them. Every entry ends in the report: imported, held back, or skipped with the reason.
"""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from knowledge import configuration, provenance, reading
from knowledge.catalogue import Catalogue
from knowledge.configuration import Configuration
from knowledge.importer import bundles, categories, manuscripts, surroundings, telling, wpjson, wxr
from knowledge.importer.bundles import Aim, Plan
from knowledge.importer.categories import Categories
from knowledge.importer.conversion import plain
from knowledge.importer.exports import Export, Inventory, Post, Unreadable, inventory
from knowledge.importer.media import Media
from knowledge.importer.outcomes import Fate, Left, Outcome, Report
from knowledge.importer.staging import Laid, Stage
from knowledge.importer.surroundings import Archive, Around
from knowledge.problems import report as told

READERS: dict[str, Callable[[Path], Export]] = {".xml": wxr.read, ".json": wpjson.read}
"""How each format is read, by the ending of the file."""

REPORT = "import-report"
"""The folder of the report and of what is held back, beside the configuration."""


@dataclass(frozen=True)
class Intake:
    """Everything that is decided before the first text is written."""

    export: Export
    inventory: Inventory
    spoken: str
    """The language of texts that name none."""

    filing: Categories
    plan: Plan
    archive: Archive


def run(file: Path, site: Configuration, today: date, tell: Callable[[str], None] = lambda _: None) -> Report:
    """Imports an export into the content folder of a site, and returns what became of every entry; tells how far it is.

    Raises Unreadable when nothing can be imported, and RuntimeError when the site would not build afterwards; both leave
    the content folder as it was.
    """
    catalogue, problems = reading.read(site.docs, site.languages, site.shown, today, site.cache)
    if problems:
        raise Unreadable(f"The site itself is to be mended before an archive can come in.\n{told(problems)}")
    tell(f"Reading {file.name}")
    intake = _intake(file, site, catalogue, today)
    with Stage(site, today) as stage:
        tell(f"Writing {sum(len(bundle.posts) for bundle in intake.plan.bundles)} texts")
        texts = _lay(stage, intake)
        tell("Checking that the site builds with them")
        stage.settle()
        outcomes = sorted(_outcomes(intake, texts, stage), key=lambda outcome: outcome.place)
        stage.publish()
        years = sorted({path.relative_to(stage.whole).parent.as_posix() for path in stage.years})
        lacking = [year for year in _lacking(outcomes, catalogue) if year not in years]
        done = Report(file.name, intake.inventory.media, outcomes, lacking, years, _left(intake))
        _write(done, stage.held, site.root / REPORT)
    return done


def _intake(file: Path, site: Configuration, catalogue: Catalogue, today: date) -> Intake:
    if file.suffix.lower() not in READERS:
        raise Unreadable(f"{file.name}: exports end in {' or '.join(READERS)}")
    export = READERS[file.suffix.lower()](file)
    filing = categories.known(catalogue, file.with_name(categories.FILE))
    found, spoken = inventory(export), export.language or site.languages.default.code
    there = {entry.id for entry in (*catalogue.of_kind("article"), *catalogue.held)}
    plan = bundles.plan(found.posts, Aim(site.languages, spoken, filing.sorts, there, today))
    addresses = surroundings.addresses(plan.bundles)
    media = Media(file.parent, export.site)
    archive = Archive(export.site, media, found.attachments, addresses, found.reused)
    return Intake(export, found, spoken, filing, plan, archive)


def _lay(stage: Stage, intake: Intake) -> dict[int, Laid]:
    """Writes every text that is to be a page into the copy of the site; by its place in the export."""
    wanted = {post.place: (bundle, code) for bundle in intake.plan.bundles for code, post in bundle.posts.items()}
    done: dict[int, Laid] = {}
    for post in intake.export.items():
        if isinstance(post, Post) and post.place in wanted:
            bundle, code = wanted[post.place]
            done[post.place] = _text(
                stage, Around(intake.archive, bundle, post, stage.beside(bundle.page_id)), code, intake.filing
            )
    return done


def _text(stage: Stage, around: Around, code: str, filing: Categories) -> Laid:
    bundle, spoken = around.bundle, stage.site.languages
    written = manuscripts.manuscript(code, around, filing, spoken)
    path, source = (f"{bundle.page_id}/{spoken[name].file_name()}" for name in (code, bundle.original))
    new = not (stage.site.docs / path).exists()
    remarks = [*(bundle.remarks if code == bundle.original else []), *written.remarks]
    laid = Laid(bundle.page_id, path, source, dict(written.links), written.files, new, remarks, written.drafted)
    stage.lay(laid, written)
    return laid


def _outcomes(intake: Intake, texts: dict[int, Laid], stage: Stage) -> Iterator[Outcome]:
    for item in intake.inventory.damaged:
        yield Outcome(item.place, item.line, "", "", plain(item.title), skipped=item.what)
    named = any(post.language for post in intake.inventory.posts)
    for post in intake.inventory.posts:
        language = post.language or intake.spoken
        outcome = Outcome(post.place, post.line, post.id, language, plain(post.title), address=post.link)
        if post.place in intake.plan.refused:
            outcome.skipped = intake.plan.refused[post.place]
        else:
            _tell(outcome, texts[post.place], stage)
            outcome.author = intake.filing.stranger(post.terms)
            if named and not post.language:
                outcome.remarks.insert(0, f"it names no language: it is taken for {intake.spoken}")
        yield outcome


def _tell(outcome: Outcome, laid: Laid, stage: Stage) -> None:
    outcome.path, outcome.remarks, outcome.drafted = laid.path, laid.remarks, laid.drafted
    if laid.new:
        outcome.held = laid.held
    elif stage.same(laid.path):
        outcome.skipped = "it lies there already, just as it would be imported"
    elif stage.same_but_links(laid):
        outcome.skipped = (
            "it lies there already, but links lead to the old site whose pages came later: delete it, import again"
        )
    else:
        outcome.skipped = "a text that says something else lies there already: nothing was written over it"


def _left(intake: Intake) -> Left:
    """What of the texts that came in stays behind on the old site."""
    posts = [post for post in intake.inventory.posts if post.place not in intake.plan.refused]
    return Left(
        categories=Counter(name for post in posts for name in intake.filing.file(post.terms).unknown),
        tags=Counter(name for post in posts for name in intake.filing.untold(post.terms)),
        fields=Counter(name for post in posts for name in post.extras),
        comments=sum(post.comments for post in posts),
    )


def _lacking(outcomes: list[Outcome], catalogue: Catalogue) -> list[str]:
    """Years that have articles now and no page."""
    imported = (outcome.path for outcome in outcomes if outcome.path and outcome.fate is not Fate.HELD)
    years = {path.rpartition("/")[0].rpartition("/")[0] for path in imported}
    return sorted(year for year in years if year not in catalogue.entries)


def _write(done: Report, held: Path, folder: Path) -> None:
    """Writes the report; an earlier one gets a number, because somebody may be working in it."""
    count = 1
    while folder.exists() and (older := folder.with_name(f"{folder.name}-{count}")).exists():
        count += 1
    if folder.exists():
        folder.rename(older)
    folder.mkdir()
    if held.exists():
        shutil.move(held, folder / held.name)
    (folder / "report.md").write_text(telling.markdown(done), "utf-8")
    (folder / "report.json").write_text(json.dumps(done.plain(), ensure_ascii=False, indent=1) + "\n", "utf-8")
    with (folder / "report.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(done.table())


def main(arguments: list[str]) -> int:
    """Imports the file named first into the site of `mkdocs.yml`, or of the configuration named second."""
    file, config = ([*map(Path, arguments), Path("mkdocs.yml")] if arguments else [Path(), Path()])[:2]
    if not file.is_file():
        wrong = f"There is no file {file}" if file.name else "No file was named"
        print(f"{wrong}: make import FILE=export.xml", file=sys.stderr)
        return 1
    try:
        done = run(
            file, configuration.read(config), provenance.build_day(), lambda step: print(f"{step} …", file=sys.stderr)
        )
    except (Unreadable, RuntimeError) as fault:
        print(f"{fault}\nNothing was imported.", file=sys.stderr)
        return 1
    except (OSError, yaml.YAMLError, KeyError) as fault:
        print(f"{config} cannot be used: {fault}\nNothing was imported.", file=sys.stderr)
        return 1
    report = config.parent / REPORT / "report.md"
    print(f"{done.summary()}\nWhat needs a person: {report}, and as a table: {report.with_suffix('.csv')}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
