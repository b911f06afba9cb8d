"""The site as a preview last built it, and what keeps it from being built anew. No door itself."""

from __future__ import annotations

import logging
import shutil
import sys
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import monotonic
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

import builds
import folders
import passes
from knowledge import configuration, faults
from knowledge.configuration import Configuration
from knowledge.editing.overlays import Surroundings
from knowledge.faults import Failure
from knowledge.recollection import Recollection

log = logging.getLogger("mkdocs")

TEMPORARY = "mkdocs_"
"""How the folders of previews begin."""

BEHIND = "The preview shows this above every page, and the pages as they were before, until it is mended."


class Warned(logging.Handler):
    """What a build warned of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the line."""
        self.lines.append(record.getMessage())


@dataclass
class Preview:
    """The site as it was last built, and what keeps it from being built anew."""

    config: Path
    """The configuration file."""

    only: str = ""
    """The language that is built alone."""

    known: Recollection = field(default_factory=Recollection)
    failure: Failure | None = None
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix=TEMPORARY)))
    """Where the pages lie that are shown; empty while there are none."""

    surroundings: Surroundings = field(init=False)
    watched: set[str] = field(default_factory=set)
    """Files and folders that the site is made of."""

    def __post_init__(self) -> None:
        self.surroundings = Surroundings(self.config.parent / Configuration.theme)

    def build(self, url: str) -> None:
        """The site is built anew for an address, or it is known why not; never raises what an editor can cause."""
        start, folder, warned = monotonic(), Path(tempfile.mkdtemp(prefix=TEMPORARY)), Warned()
        log.addHandler(warned)
        try:
            self._built(folder, url)
        except Exception as fault:  # whatever is broken, the preview stays alive
            before, self.failure = self.failure, faults.failure(fault, warned.lines, str(self.config.parent))
            if self.failure.lead == faults.OURS:
                traceback.print_exc()
            if self.failure != before:
                print(f"{self.failure}\n{BEHIND}", file=sys.stderr, flush=True)
            shutil.rmtree(folder, ignore_errors=True)
        except BaseException:  # whoever stops it, nothing is left behind
            shutil.rmtree(folder, ignore_errors=True)
            raise
        else:
            self.folder, old, self.failure = folder, self.folder, None
            Thread(target=shutil.rmtree, args=(old, True)).start()
            print("\n".join([*warned.lines, f"Built in {monotonic() - start:.1f} s."]), flush=True)
        finally:
            log.removeHandler(warned)

    def _built(self, folder: Path, url: str) -> None:
        if found := configuration.faults(self.config, self.config.name):
            raise builds.Unpublishable(found)
        config = load_config(str(self.config), site_dir=str(folder))
        mount = urlsplit(config.site_url or "/").path
        config.site_url = url + mount.lstrip("/")
        self._know(config, mount)
        passes.recall(config, self.known)
        if self.only:
            passes.alone(config, self.only)
        try:
            build(config, serve_url=config.site_url)
        finally:
            builds.end(config)

    def _know(self, config: MkDocsConfig, mount: str) -> None:
        """What is drawn around pages is as the configuration says, and what it names is followed."""
        languages = passes.languages(config)
        only = languages[self.only] if self.only else None
        self.surroundings = Surroundings(folders.overrides(config), languages, only, mount)
        files = map(str, configuration.read(self.config).files)
        self.watched |= {config.docs_dir, *files, *config.watch}
