"""What the commands for documents have in common: each does all of its work, or says in words an editor knows why not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from knowledge import configuration
from knowledge.configuration import Configuration


class Refusal(Exception):
    """Why nothing was done, in one line or several."""


def site(config: str) -> Configuration:
    """The site of a configuration file, `mkdocs.yml` when none is named; raises Refusal when it cannot be used."""
    place = Path(config or "mkdocs.yml")
    try:
        return configuration.read(place)
    except (OSError, yaml.YAMLError, KeyError) as fault:
        raise Refusal(f"{place} cannot be used: {fault}") from fault


def perform(work: Callable[[], str], nothing: str) -> int:
    """Prints what some work tells; 0, or 1 when it was refused, and `nothing` says what was not done."""
    try:
        if told := work():
            print(told)
    except (Refusal, OSError) as fault:
        said = str(fault)
        print(f"{nothing}:{chr(10) if chr(10) in said else ' '}{said}", file=sys.stderr)
        return 1
    return 0
