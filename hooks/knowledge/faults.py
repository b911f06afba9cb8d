"""What ended a build, as lines that people can use: a fault in a text, in a template, in the configuration, in the program."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from os.path import relpath

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from knowledge.problems import Problem, report

CURE = "mend the template, or take the last change of it back"
WARNED = "The build found what must not be published:"
OURS = "The build ended with a fault that is not in a text; the terminal shows where:"


@dataclass(frozen=True)
class Failure:
    """Why there is no new site."""

    problems: list[Problem] = field(default_factory=list)
    lead: str = ""
    """What the lines say."""

    lines: list[str] = field(default_factory=list)
    """What is known of no file."""

    def __str__(self) -> str:
        return report(self.problems) if self.problems else "\n".join([self.lead, *self.lines])


def failure(fault: BaseException, warnings: Sequence[str], root: str) -> Failure:
    """What is to be said of a fault: the problems it carries or comes from, else what was warned of, else what it says itself.

    `root` is the folder that paths are told from.
    """
    for cause in _causes(fault):
        if found := getattr(cause, "problems", None) or list(template(cause, root)):
            return Failure(list(found))
    last = list(_causes(fault))[-1]
    if warnings and "strict mode" in str(last):
        return Failure(lead=WARNED, lines=list(warnings))
    return Failure(lead=OURS, lines=[f"{type(last).__name__}: {last}", *warnings])


def _causes(fault: BaseException | None) -> Iterator[BaseException]:
    """A fault and what led to it, the last first."""
    while fault:
        yield fault
        fault = fault.__cause__ or fault.__context__


def template(fault: BaseException, root: str) -> Iterator[Problem]:
    """The problem of a template, where that is what a fault comes from."""
    if isinstance(fault, TemplateSyntaxError):
        yield Problem(
            relpath(fault.filename or fault.name or "", root), fault.lineno, "template", str(fault.message), CURE
        )
    elif isinstance(fault, UndefinedError | TemplateNotFound):
        what = f"there is no template {fault.name}" if isinstance(fault, TemplateNotFound) else str(fault)
        frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename.endswith(".html")]
        for frame in frames[-1:]:
            yield Problem(relpath(frame.filename, root), frame.lineno or 1, "template", what, CURE)
