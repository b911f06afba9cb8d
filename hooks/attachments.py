"""Files beside a page are published without what they say of those who made them, and shown at the foot of the page."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from builds import build, catalogue
from folders import docs
from knowledge.attachments import cleaning, supplements
from knowledge.attachments.supplements import Shown
from knowledge.downloads import deliveries
from knowledge.entries import Entry
from passes import AFTER_I18N, is_first, language


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Files that no page names are told once; they stay at home."""
    if is_first(config):
        for path in catalogue(config).supplements.idle:
            print(f"Not published, because no page lists it or links to it: {docs(config)[1]}/{path}", flush=True)


@event_priority(AFTER_I18N)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Where an original would be copied, its cleaned file is, and is listed with all that can be downloaded."""
    found = catalogue(config)
    for file in list(files):
        if file.src_uri in found.assets and cleaning.ending(file.src_uri) in cleaning.TYPES:
            files.remove(file)
            if kept := found.supplements.kept.get(file.src_uri):
                cleaned = File.generated(config, file.src_uri, abs_src_path=str(kept))
                cleaned.dest_uri = file.dest_uri
                files.append(cleaned)
                _list(config, file)
    return files


def _list(config: MkDocsConfig, file: File) -> None:
    folder, _, name = file.dest_uri.rpartition("/")
    if not any(item.address == file.dest_uri for item in build(config).deliveries):
        kept, first = catalogue(config).supplements.kept[file.src_uri], catalogue(config).languages.default
        build(config).deliveries.append(deliveries.delivery(f"{folder}/" if folder else "", kept, name, first, ""))


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates find the files that a page lists under `attachments`."""
    found = catalogue(config)

    def attachments(entry: Entry) -> list[Shown]:
        said, kept = entry.record.attachments, found.supplements.kept
        return list(supplements.shown(said, entry.id, found.languages, language(config), kept.__getitem__))

    env.globals["attachments"] = attachments
    return env
