"""The trace of the last build: what the site was made from and what it was. While both are still so, there is nothing to build.

Nothing is trusted but digests of whole files: of the content, the templates, the configuration, the program and its packages
on one side, of every file of the site on the other. Reads and writes files.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from knowledge import configuration, memory, press, provenance, store
from knowledge.provenance import Digests


@dataclass(frozen=True)
class Trace:
    """What is left of a build."""

    sources: str
    """The digest of what the site was made from."""

    site: str
    """The digest of all files it had in the end."""

    said: list[str]
    """What was told on the way."""

    pages: Mapping[str, int]
    untranslated: Mapping[str, int]
    left: str
    """What it leaves to the next build (`legacy`)."""

    program: str
    """The digest of what made it."""


def place(config: Path) -> Path:
    """Where the trace of the last build of a configuration lies."""
    return memory.folder(config) / f"{config.stem}-trace.json"


def sources(config: Path) -> str:
    """The digest of everything that a site is made from; `""` when it cannot be told.

    Where the configuration asks for variables of the environment (`!ENV`), all of them belong to it.
    """
    try:
        of = configuration.read(config)
        settings = [path.read_text("utf-8") for path in of.files]
        doors = [path.read_bytes() for path in of.hooks if path.is_file()]
        folders = [provenance.folder(place) for place in (of.docs, of.overrides)]
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError):
        return ""
    variables = sorted(os.environ.items()) if any("!ENV" in text for text in settings) else ()
    day = provenance.build_day().isoformat()
    return store.digest(provenance.program(), repr(press.able()), repr(variables), day, *settings, *doors, *folders)


def site(found: Digests) -> str:
    """The digest of all files of a site but `build.json`, which says where it comes from."""
    return store.digest(repr({name: digest for name, digest in found.items() if name != provenance.PLACE}))


def read(config: Path, told: Callable[[str], None] = print) -> Trace | None:
    """The trace that this program left; None when there is none, or one that is damaged, of which `told` hears."""
    try:
        seal, _, said = place(config).read_text("utf-8").partition("\n")
    except OSError:
        return None
    except ValueError:
        seal, said = "", ""
    if seal != store.digest(said):
        told(f"{memory.DAMAGED} .memory/{place(config).name} is damaged: it is made anew.")
        return None
    found = json.loads(said)
    return Trace(**found) if found.get("program") == provenance.program() else None


def write(config: Path, trace: Trace) -> None:
    """Leaves the trace of a build that has succeeded, whole or not at all."""
    said, new = json.dumps(asdict(trace), ensure_ascii=False), place(config).with_suffix(".new")
    place(config).parent.mkdir(exist_ok=True)
    new.write_text(f"{store.digest(said)}\n{said}", "utf-8")
    new.replace(place(config))
