"""Pandoc, which turns print HTML into other formats: one process for each, and what it refuses told as a problem.

It reads nothing but what it is given: the HTML comes in on its standard input, pictures lie inside it, and templates are named.
"""

from __future__ import annotations

import os
import shutil
from functools import cache
from importlib import metadata
from pathlib import Path
from subprocess import run

import pypandoc

from knowledge.fields import Unfit

READ = ("--from=html-auto_identifiers", "--wrap=none", "--sandbox")
RAISED = "--shift-heading-level-by=-1"
"""For formats where the title is no heading: sections are then headings of the first level."""

HASTE = ("+RTS", "-A64m", "-RTS")
"""More memory at once, for less time spent on tidying up."""

LONGEST = 120
"""Seconds that no conversion takes."""

EPOCH = "315532800"
"""The day that zip files begin with, 1980-01-01, in seconds; days that readers see are said in the metadata."""


@cache
def program() -> str:
    """Where the Pandoc of the package lies, whatever others the machine has: theirs give other bytes."""
    return shutil.which("pandoc", path=Path(pypandoc.__file__).with_name("files")) or ""


@cache
def version() -> str:
    """The version of the package, which holds one of Pandoc."""
    return metadata.version("pypandoc_binary")


def convert(html: str, to: str, lua: Path, *options: str) -> bytes:
    """Print HTML in another format; raises Unfit when Pandoc cannot make it, or warns that something is lost."""
    command = [program(), *READ, f"--to={to}", f"--lua-filter={lua}", "--output=-", *options, *HASTE]
    surroundings = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = run(command, input=html.encode(), capture_output=True, env=surroundings, check=False, timeout=LONGEST)
    if done.returncode or done.stderr:
        said = " ".join(done.stderr.decode(errors="replace").split()) or "no reason given"
        raise Unfit(f"Pandoc says: {said[:200]}", "take out what it names, or write it more simply")
    return done.stdout
