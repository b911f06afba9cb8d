"""A slip in a template is told as a line with its place and the cure, as one in a text is."""

from __future__ import annotations

from pathlib import Path

from builds import Unpublishable
from knowledge import faults


def on_build_error(*, error: Exception, **_: object) -> None:
    """A fault in a template ends the build as one line."""
    if problems := list(faults.template(error, str(Path.cwd()))):
        raise Unpublishable(problems) from error
