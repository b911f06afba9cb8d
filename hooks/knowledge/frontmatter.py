"""Front matter: the facts and words between the two `---` lines at the top of a page.

Read with positions, so that every message names its line, and with guards, because pull requests come from strangers:
anchors, aliases and merge keys are refused before parsing (843 bytes of them keep PyYAML 6 busy for 19 seconds).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from knowledge import characters, missteps

LONGEST = 8 * 1024
"""Bytes of front matter; the longest real one is under 2 KB."""

DEEPEST = 4
"""Levels of nesting; no field needs more than a list of mappings."""

OPENING = re.compile(r"\A---[ \t]*\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)

REASONS = {
    "mapping values are not allowed in this context": "the line has a second colon, or the one before it is not closed",
    "could not find expected ':'": "a line has no colon",
}
"""What PyYAML says of slips that people make, in words an editor knows."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Refused(ValueError):
    """Front matter that cannot be read: `line`, `what` and `cure` say why, and `field` where it is one field's fault."""

    def __init__(self, line: int, what: str, cure: str, field: str = "file") -> None:
        super().__init__(what)
        self.line, self.what, self.cure, self.field = line, what, cure, field


@dataclass(frozen=True)
class FrontMatter:
    """The fields of one file and where they stand."""

    values: dict[str, Any] = field(default_factory=dict)
    """Plain values: strings, whole numbers, booleans, lists and mappings; dates stay as written."""

    lines: dict[str, int] = field(default_factory=dict)
    """The line of each field, counted from 1."""

    repeated: tuple[tuple[str, int], ...] = ()
    """Fields written a second time, with their lines."""

    written: str = field(default="", repr=False)
    """As it was written: to Python, `1` and `true` are equal values."""


def split(text: str) -> tuple[str | None, str, int]:
    """The front matter (None when there is none), the body, and the line the body starts at.

    Raises Refused when the opening `---` has no closing one.
    """
    opening = OPENING.match(text)
    if not opening:
        return None, text, 1
    closing = CLOSING.search(text, opening.end())
    if not closing:
        raise Refused(*missteps.unclosed(text))
    matter = text[opening.end() : closing.start()]
    body = text[closing.end() :].removeprefix("\n")
    return matter, body, matter.count("\n") + 3


def parse(matter: str, first_line: int = 2, longest: int = LONGEST) -> FrontMatter:
    """The fields of front matter whose first line is `first_line` of the file; `longest` counts bytes.

    Raises Refused when it is too long, too deep, not YAML, or uses what front matter never needs.
    """
    if len(matter.encode()) > longest:
        raise Refused(
            first_line, f"the front matter is longer than {longest // 1024} KB", "move text into the body of the page"
        )
    try:
        _guard(matter, first_line)
        root = yaml.compose(matter, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        if slip := missteps.found(
            matter, max(_line(error, matter), error.problem_mark.line if error.problem_mark else 0)
        ):
            raise Refused(first_line + slip.line, slip.what, slip.cure, slip.field) from error
        line = first_line + _line(error, matter)
        cure = 'write "field: value", one a line, and put a value that has a colon or starts with a sign in "quotes"'
        reason = REASONS.get(error.problem or "", error.problem)
        raise Refused(line, f"this is not YAML ({reason})", cure) from error
    except yaml.YAMLError as error:
        raise Refused(first_line, f"this is not YAML ({error})", "remove the character") from error
    if root is None:
        return FrontMatter()
    if not isinstance(root, yaml.MappingNode):
        raise Refused(first_line, "the front matter has no fields", 'write "field: value", one a line')
    _whole(root, matter.split("\n"), first_line)
    return replace(_fields(root, first_line), written=matter)


def _whole(root: yaml.MappingNode, lines: list[str], first_line: int) -> None:
    """Refuses a value of which a part would be lost."""
    for key, node in root.value:
        if isinstance(node, yaml.ScalarNode) and not node.style:
            mark = node.end_mark
            line = lines[mark.line] if mark.line < len(lines) else ""
            if fault := missteps.dropped(str(key.value), line, mark.column):
                raise Refused(first_line + mark.line, *fault, str(key.value))


def _line(error: yaml.MarkedYAMLError, matter: str) -> int:
    """Where the slip is, from 0: an open quote is told where it opens, not where the text ends."""
    opened = error.context_mark if isinstance(error, yaml.scanner.ScannerError) else None
    mark = opened or error.problem_mark
    return min(mark.line if mark else 0, matter.rstrip().count("\n"))


def _guard(matter: str, first_line: int) -> None:
    """Refuses what front matter never needs, as anchors, tags and deep nesting, in linear time, before anything is built."""
    depth, before = 0, None
    for token in yaml.scan(matter, Loader=Loader):
        line = first_line + token.start_mark.line
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken):
            raise Refused(line, "& and * have a meaning of their own here", 'put the value in "quotes"')
        if isinstance(token, yaml.TagToken | yaml.DirectiveToken):
            raise Refused(line, "! and % have a meaning of their own here", 'put the value in "quotes"')
        if isinstance(token, yaml.ScalarToken) and token.plain and token.value == "<<":
            raise Refused(line, "<< would merge other fields in", "write each field out")
        if isinstance(token, yaml.ScalarToken) and (fault := characters.fault(token.value)):
            raise Refused(line, *fault[1:])
        if isinstance(before, yaml.KeyToken) and _step(token) > 0:
            raise Refused(line, "a list stands where the name of a field belongs", 'write "field: value", one a line')
        depth, before = depth + _step(token), token
        if depth > DEEPEST:
            raise Refused(line, "fields are nested too deeply", "write a list or a single value")


def _step(token: yaml.Token) -> int:
    if isinstance(token, yaml.BlockMappingStartToken | yaml.BlockSequenceStartToken):
        return 1
    if isinstance(token, yaml.FlowMappingStartToken | yaml.FlowSequenceStartToken):
        return 1
    ends = yaml.BlockEndToken | yaml.FlowMappingEndToken | yaml.FlowSequenceEndToken
    return -1 if isinstance(token, ends) else 0


def _fields(root: yaml.MappingNode, first_line: int) -> FrontMatter:
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    repeated = []
    for key, node in root.value:
        name, line = str(key.value), first_line + key.start_mark.line
        if name in values:
            repeated.append((name, line))
            continue
        values[name], lines[name] = _plain(node), line
    return FrontMatter(values, lines, tuple(repeated))


def _plain(node: yaml.Node) -> Any:
    """A node as plain Python; dates are left as text, so that an impossible one can be reported as a date."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    kind = node.tag.rpartition(":")[2]
    if kind == "int" and re.fullmatch(r"[-+]?[0-9]{1,18}", node.value):
        return int(node.value)
    if kind == "bool":
        return node.value.lower() in ("true", "yes", "on")
    return None if kind == "null" else node.value
