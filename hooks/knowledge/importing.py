"""Bringing an archive: `python -m knowledge.importing export.xml` is what `make import FILE=export.xml` runs.

The export is read twice, so that it need not fit into memory: once to see which texts belong together and where each will
lie, once to write them. Every entry ends in the report: imported, held back, or skipped with the reason.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import yaml

from knowledge import bundles, categories, configuration, manuscripts, reading, surroundings, wpjson, wxr
from knowledge.bundles import Aim, Plan
from knowledge.categories import Categories
from knowledge.configuration import Configuration
from knowledge.conversion import plain
from knowledge.exports import Attachment, Damaged, Export, Post, Unreadable
from knowledge.media import Media
from knowledge.outcomes import Outcome, Report
from knowledge.problems import report as told
from knowledge.staging import Laid, Stage
from knowledge.surroundings import Archive, Around

READERS: dict[str, Callable[[Path], Export]] = {".xml": wxr.read, ".json": wpjson.read}
"""How each format is read, by the ending of the file."""

REPORT = "import-report"
"""The folder of the report and of what is held back, beside the configuration."""


@dataclass
class Inventory:
    """What is in an export, without the texts themselves."""

    posts: list[Post] = field(default_factory=list)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    damaged: list[Damaged] = field(default_factory=list)
    media: int = 0


def run(file: Path, site: Configuration, today: date) -> Report:
    """Imports an export into the content folder of a site, and returns what became of every entry.

    Raises Unreadable when nothing can be imported, and RuntimeError when the site would not build afterwards; both leave
    the content folder as it was.
    """
    if file.suffix.lower() not in READERS:
        raise Unreadable(f"{file.name}: exports end in {' or '.join(READERS)}")
    export = READERS[file.suffix.lower()](file)
    catalogue, problems = reading.read(site.docs, site.languages, site.shown, today, site.cache)
    if problems:
        raise Unreadable(f"The site itself is to be mended before an archive can come in.\n{told(problems)}")
    filing = categories.known(catalogue, file.with_name(categories.FILE))
    inventory = _inventory(export)
    known = [*catalogue.of_kind("article"), *catalogue.held]
    spoken = export.language or site.languages.default.code
    aim = Aim(site.languages, spoken, filing.sorts, {entry.id for entry in known}, today)
    plan = bundles.plan(inventory.posts, aim)
    addresses = surroundings.addresses(plan.bundles)
    archive = Archive(export.site, Media(file.parent, export.site), inventory.attachments, addresses)
    with Stage(site, _aside(site.root / REPORT) / "held", today) as stage:
        laid = _lay(stage, export, archive, plan, filing)
        stage.settle()
        outcomes = [*_outcomes(inventory, plan, laid, stage, spoken)]
        stage.publish()
    years = {outcome.path.rpartition("/")[0].rpartition("/")[0] for outcome in outcomes if outcome.fate in IN_PLACE}
    lacking = sorted(year for year in years if year not in catalogue.entries)
    done = Report(file.name, inventory.media, sorted(outcomes, key=lambda outcome: outcome.place), lacking)
    _write(done, site.root / REPORT)
    return done


def _inventory(export: Export) -> Inventory:
    found = Inventory()
    for item in export.items():
        if isinstance(item, Attachment):
            found.attachments[item.id] = item
            found.media += item.place > 0
        elif isinstance(item, Damaged):
            found.damaged.append(item)
        else:
            found.posts.append(replace(item, content="", excerpt=""))
    return found


def _aside(folder: Path) -> Path:
    """The folder of the report, empty; an earlier one gets a number, because somebody may be working in it."""
    count = 1
    while folder.exists() and (older := folder.with_name(f"{folder.name}-{count}")).exists():
        count += 1
    if folder.exists():
        folder.rename(older)
    return folder


@dataclass
class Told:
    """A text that was laid out, and what is to be said of it."""

    laid: Laid
    remarks: list[str]


def _lay(stage: Stage, export: Export, archive: Archive, plan: Plan, filing: Categories) -> dict[int, Told]:
    """Writes every text that is to be a page into the copy of the site; by its place in the export."""
    wanted = {post.place: (bundle, code) for bundle in plan.bundles for code, post in bundle.posts.items()}
    done: dict[int, Told] = {}
    for post in export.items():
        if isinstance(post, Post) and post.place in wanted:
            bundle, code = wanted[post.place]
            done[post.place] = _text(stage, Around(archive, bundle, post, stage.beside(bundle.page_id)), code, filing)
    return done


def _text(stage: Stage, around: Around, code: str, filing: Categories) -> Told:
    bundle, spoken = around.bundle, stage.site.languages
    written = manuscripts.manuscript(code, around, filing, spoken)
    path, source = (f"{bundle.page_id}/{spoken[name].file_name()}" for name in (code, bundle.original))
    new = not (stage.site.docs / path).exists()
    laid = Laid(bundle.page_id, path, source, dict(written.links), written.files, new)
    stage.lay(laid, written)
    return Told(laid, [*(bundle.remarks if code == bundle.original else []), *written.remarks])


def _outcomes(inventory: Inventory, plan: Plan, texts: dict[int, Told], stage: Stage, spoken: str) -> Iterator[Outcome]:
    for item in inventory.damaged:
        yield Outcome(item.place, item.line, "", "", plain(item.title), skipped=item.what)
    named = any(post.language for post in inventory.posts)
    for post in inventory.posts:
        outcome = Outcome(post.place, post.line, post.id, post.language or spoken, plain(post.title))
        if post.place in plan.refused:
            outcome.skipped = plan.refused[post.place]
        else:
            _tell(outcome, texts[post.place], stage)
            if named and not post.language:
                outcome.remarks.insert(0, f"it names no language: it is taken for {spoken}")
        yield outcome


def _tell(outcome: Outcome, text: Told, stage: Stage) -> None:
    outcome.path, outcome.remarks = text.laid.path, text.remarks
    if text.laid.new:
        outcome.held = text.laid.held
    elif stage.same(text.laid.path):
        outcome.skipped = "it lies there already, just as it would be imported"
    else:
        outcome.skipped = "another text lies there: nothing was written over it"


def _write(done: Report, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "report.md").write_text(done.markdown(), "utf-8")
    (folder / "report.json").write_text(json.dumps(done.plain(), ensure_ascii=False, indent=1) + "\n", "utf-8")


def main(arguments: list[str]) -> int:
    """Imports the file named first into the site of `mkdocs.yml`, or of the configuration named second."""
    file, config = ([*map(Path, arguments), Path("mkdocs.yml")] if arguments else [Path(), Path()])[:2]
    if not file.is_file():
        print(f"Name an export: make import FILE=export.xml ({file} is no file)", file=sys.stderr)
        return 1
    try:
        done = run(file, configuration.read(config), reading.build_day())
    except (Unreadable, RuntimeError) as fault:
        print(f"{fault}\nNothing was imported.", file=sys.stderr)
        return 1
    except (OSError, yaml.YAMLError, KeyError) as fault:
        print(f"{config} cannot be used: {fault}\nNothing was imported.", file=sys.stderr)
        return 1
    print(f"{done.summary()}\nWhat needs a person: {config.parent / REPORT / 'report.md'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
