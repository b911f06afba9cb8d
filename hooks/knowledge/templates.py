"""Templates are turned into Python once, and kept until one of them changes: a third of the time a small site takes to build.

The name of what is kept follows from the template's own name and text, not from its folder, so that every site that is built
with the same templates shares it. Jinja looks at its own version and Python's before it trusts a file.
"""

from __future__ import annotations

from pathlib import Path
from pickle import UnpicklingError

from jinja2 import Environment
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from knowledge import store


class Kept(FileSystemBytecodeCache):
    """Templates as Python in a folder; it is made when it is missing."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder))

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:  # noqa: ARG002
        """What is kept of a template with this text; empty when there is nothing, or nothing that can be trusted."""
        bucket = Bucket(environment, store.digest(name, source), self.get_source_checksum(source))
        try:
            self.load_bytecode(bucket)
        except (EOFError, ValueError, UnpicklingError):
            bucket.reset()
        return bucket
