"""The configuration of the site for commands that run without the site generator: where content lies, in which languages.

Reads the file and those it inherits from, as MkDocs does; values that only MkDocs understands (`!ENV`, `!!python/…`) are left
out, because nothing here needs them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

from knowledge import languages
from knowledge.frontmatter import REASONS
from knowledge.languages import Languages
from knowledge.problems import Problem

DOCS = "docs"
"""The content folder of a configuration that names none: MkDocs's own default."""

CURE = "look at this line and the one before: each needs a name, a colon and a space, and the right indentation"

STANDARD: Mapping[str, Any] = {"toc": {}, "tables": {}, "fenced_code": {}}
"""Extensions that MkDocs always adds."""


@dataclass(frozen=True)
class Configuration:
    """What commands need to know of a site."""

    root: Path
    """The folder of the configuration file."""

    docs: Path
    """The content folder."""

    languages: Languages
    site_url: str = ""
    """The address of the site, ending in a slash; `""` when it has none yet."""

    theme: str = "overrides"
    """The folder of our templates, from the root."""

    files: tuple[Path, ...] = ()
    """The configuration file and those it inherits from."""

    hooks: tuple[Path, ...] = ()
    """The doors of the build."""

    extensions: Mapping[str, Any] = field(default_factory=dict)
    """The extensions of Markdown and their settings."""

    extra: Mapping[str, Any] = field(default_factory=dict)
    """What stands below `extra`: settings of the site itself."""

    def markdown(self) -> Markdown:
        """Markdown as the site speaks it."""
        return Markdown(extensions=list(self.extensions), extension_configs=dict(self.extensions))

    @property
    def overrides(self) -> Path:
        """The folder of our templates."""
        return self.root / self.theme

    @property
    def cache(self) -> Path:
        """Where what is slow to make is kept between builds."""
        return self.root / ".cache"

    @property
    def shown(self) -> str:
        """What the content folder is called in messages."""
        return (
            self.docs.relative_to(self.root).as_posix() if self.docs.is_relative_to(self.root) else self.docs.as_posix()
        )


def read(path: Path) -> Configuration:
    """The configuration of a file; raises OSError, YAMLError or KeyError when it cannot be used."""
    said = _inherited(path)
    root = path.parent.resolve()
    spoken = languages.read(
        said["plugins"]["i18n"]["languages"], said.get("site_name", ""), said.get("site_description", "")
    )
    docs, theme = (root / said.get("docs_dir", DOCS)).resolve(), said.get("theme") or {}
    custom = theme.get("custom_dir", Configuration.theme)
    speech = _named(said.get("markdown_extensions") or [])
    extra = said.get("extra") or {}
    doors = tuple(root / name for name in said.get("hooks") or [])
    files = tuple(_chain(path))
    return Configuration(root, docs, spoken, said.get("site_url") or "", custom, files, doors, speech, extra)


def _named(extensions: Any) -> dict[str, Any]:
    """Extensions of Markdown by name, however MkDocs lets one write them."""
    if isinstance(extensions, dict):
        return {name: settings or {} for name, settings in extensions.items()}
    pairs = (item.items() if isinstance(item, dict) else [(item, None)] for item in extensions)
    return {**STANDARD, **{name: settings or {} for pair in pairs for name, settings in pair}}


def _inherited(path: Path) -> dict[str, Any]:
    said = dict(parsed(path.read_text("utf-8")))
    parent = said.pop("INHERIT", None)
    return _merged(_inherited(path.parent / parent), said) if parent else said


def _chain(path: Path) -> Iterator[Path]:
    yield path.resolve()
    if parent := parsed(path.read_text("utf-8")).get("INHERIT"):
        yield from _chain(path.parent / parent)


def unspoken(path: Path, code: str) -> str:
    """Why nobody can ask for a language by this code; `""` when the site has it, or the file cannot be read."""
    try:
        return read(path).languages.refusal(code)
    except (OSError, yaml.YAMLError, KeyError):
        return ""


def faults(path: Path, shown: str) -> list[Problem]:
    """Why a configuration file, called `shown` in messages, or one that it inherits from is no YAML; nothing when all are."""
    try:
        parent = parsed(path.read_text("utf-8")).get("INHERIT")
    except yaml.MarkedYAMLError as fault:
        mark = fault.context_mark or fault.problem_mark
        what = f"this is not YAML ({REASONS.get(fault.problem or '', fault.problem)})"
        return [Problem(shown, mark.line + 1 if mark else 1, "file", what, CURE)]
    return faults(path.parent / parent, parent) if parent and (path.parent / parent).is_file() else []


def parsed(text: str) -> Mapping[str, Any]:
    """What the text of one configuration file says; raises YAMLError when it is none."""

    class Loader(yaml.SafeLoader):
        """Understands what commands need, and lets the rest be."""

    Loader.add_multi_constructor("", lambda *_: None)
    said = Loader(text).get_single_data()
    return said if isinstance(said, dict) else {}


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings are merged, everything else is replaced, as MkDocs does."""
    both = {name for name in below if isinstance(below[name], dict) and isinstance(above.get(name), dict)}
    return {**below, **above, **{name: _merged(below[name], above[name]) for name in both}}
