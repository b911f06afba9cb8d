"""Before anything is built or cleaned away, the whole site is read and checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from builds import Unpublishable, build, catalogue
from folders import cache, docs
from knowledge import concerns, memory, reading, recollection
from knowledge.documents import audit
from knowledge.problems import Problem
from knowledge.recollection import Recollection
from passes import begin, is_first, is_preview, known, languages


def on_pre_build(*, config: MkDocsConfig) -> None:
    """The catalogue travels with the build; with problems the build has ended and told them all."""
    if is_first(config):
        folder, shown = docs(config)
        spoken, previewed = languages(config), is_preview(config)
        before = known(config) if previewed else recollection.recalled(_place(config))
        read, problems = reading.read(folder, spoken, shown, cache=cache(config), known=before, drafts=previewed)
        begin(config, read)
        problems = problems or sorted(_shown(config, before))
        if not previewed:
            recollection.keep(_place(config), before)
            gc.freeze()  # it lives as long as the build: nobody need look through it for what can go
        if problems:
            raise Unpublishable(problems)
        for entry in read.held:
            day = read.languages.default.date(entry.record.date)
            print(f"Held back until {day}: {shown}/{entry.texts[entry.original].source.path}", flush=True)


def _place(config: MkDocsConfig) -> Path:
    """Where builds find what the ones before them have read; a preview keeps it until it is stopped."""
    return memory.place(Path(config.config_file_path or ""), "read")


def _shown(config: MkDocsConfig, before: Recollection) -> Iterator[Problem]:
    """What is wrong with pages that only their HTML tells, when nothing is wrong with their files."""
    bodies = build(config).bodies
    yield from concerns.shown(catalogue(config), bodies.markdown)
    yield from audit.shown(catalogue(config), bodies.words, before, build(config).recipe)
