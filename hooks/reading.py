"""Before anything is built or cleaned away, the whole site is read and checked."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from knowledge import reading
from knowledge.documents import audit
from knowledge.problems import report
from passes import begin, build, cache, docs, is_first, languages


def on_pre_build(*, config: MkDocsConfig) -> None:
    """The catalogue travels with the build; with problems the build has ended and told them all."""
    if is_first(config):
        folder, shown = docs(config)
        catalogue, problems = reading.read(folder, languages(config), shown, cache=cache(config))
        begin(config, catalogue)
        if problems := problems or sorted(audit.shown(catalogue, build(config).bodies.words)):
            raise PluginError(report(problems))
        for entry in catalogue.held:
            day = catalogue.languages.default.date(entry.record.date)
            print(f"Held back until {day}: {shown}/{entry.texts[entry.original].source.path}", flush=True)
